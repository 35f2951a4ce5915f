/// Bodies of robustness/sensitivity.hpp: estimates from the replicates of a plain Monte Carlo run.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "quindex/compute/compute.hpp"
#include "quindex/robustness/impl/sensitivity_parts.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The columns of a sample: a factor's number where every replicate has one, otherwise its coordinates.
QUINDEX_INLINE void fill_columns(const design_points& points, const design& d, given_sample& out) {
  std::vector<std::string> names;
  std::vector<column_view> columns;
  for (std::size_t f = 0; f < points.factors.size(); ++f) {
    const std::size_t from = points.first_coordinate[f];
    const std::size_t to = f + 1 < points.first_coordinate.size() ? points.first_coordinate[f + 1]
                                                                  : static_cast<std::size_t>(points.coordinates.cols());
    const column_view numbers = column_of(points.numbers, static_cast<Eigen::Index>(f));
    const bool has_numbers = to - from == 1 && std::none_of(numbers.begin(), numbers.end(), is_missing);
    for (std::size_t c = from; c < to; ++c) {
      names.push_back(points.factors[f] + (to - from == 1 ? "" : "." + std::to_string(c - from + 1)));
      columns.push_back(has_numbers ? numbers : column_of(points.coordinates, static_cast<Eigen::Index>(c)));
      if (has_numbers && vary::chooses(d.factors[f].what)) out.unordered.push_back(out.of.size());
      out.of.push_back(f);
    }
  }
  out.factors = labels(std::move(names));
  out.x.resize(points.coordinates.rows(), static_cast<Eigen::Index>(columns.size()));
  for (std::size_t c = 0; c < columns.size(); ++c)
    std::copy(columns[c].begin(), columns[c].end(), column_of(out.x, static_cast<Eigen::Index>(c)).begin());
}

/// Refuses a run of another spec or table: its scores as the spec stands are not those of this one.
QUINDEX_INLINE void check_same_index(const result& nominal, const outcomes& found, const node_counts& of) {
  const column_view scores = nominal.scores(of.node);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double there = of.nominal_scores[*found.units().find(nominal.units()[i])];
    if (scores[i] == there || (is_missing(scores[i]) && is_missing(there))) continue;
    throw spec_error({"given_data",
                      "the run is of another spec or table: the score of " + quoted(nominal.units()[i]) + " was " +
                          number_text(there) + " there and is " + number_text(scores[i]) + " here",
                      "give the spec and the table that were run"});
  }
}

}  // namespace detail

QUINDEX_INLINE given_sample given_data(const spec& recipe, const table& data, const outcomes& found,
                                       const std::string& node, const std::string& unit, unit_output output) {
  if (!found.is_kept())
    throw spec_error({"given_data", "the run has not kept its replicates", "run the design with keep = true"});
  if (found.units() != data.units())
    throw spec_error({"given_data", "the run is of another table", "give the table it was run on"});
  const node_counts& of = found.at(node);
  const result nominal = compute(recipe, data);
  detail::check_same_index(nominal, found, of);
  given_sample out;
  out.output = detail::output_name(unit, output);
  design_points all = points(recipe, data, found.design());
  std::vector<Eigen::Index> rows;  // of the replicates that were counted
  for (std::size_t k = 0; k < found.done(); ++k) rows.push_back(static_cast<Eigen::Index>(found.replicate_at(k)));
  if (rows.size() != all.replicates.size()) {
    const matrix numbers = all.numbers, coordinates = all.coordinates;
    all.numbers.resize(static_cast<Eigen::Index>(rows.size()), numbers.cols());
    all.coordinates.resize(static_cast<Eigen::Index>(rows.size()), coordinates.cols());
    for (std::size_t k = 0; k < rows.size(); ++k) {
      all.numbers.row(static_cast<Eigen::Index>(k)) = numbers.row(rows[k]);
      all.coordinates.row(static_cast<Eigen::Index>(k)) = coordinates.row(rows[k]);
    }
  }
  detail::fill_columns(all, found.design(), out);
  if (unit.empty()) {
    out.y = of.shifts;
    return out;
  }
  const std::size_t at = detail::unit_position("given_data.unit", found.units(), unit);
  const std::size_t n = found.units().size();
  std::vector<double> ranked(n);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const column_view scores(of.kept.data() + k * n, n);
    if (output == unit_output::rank) found.ranks_of(of, scores, ranked);
    out.y.push_back(output == unit_output::rank ? ranked[at] : scores[at]);
  }
  return out;
}

QUINDEX_INLINE given_data_result given_data_sensitivity(given_sample sample, const pawn_options& how) {
  given_data_result out;
  out.pawn = pawn(sample.factors, sample.x, sample.y, how);
  out.regression = regression(sample.factors, sample.x, sample.y, how.intervals, sample.unordered);
  out.sample = std::move(sample);
  return out;
}

}  // namespace robustness
QUINDEX_END
