/// Bodies of robustness/sobol_indices.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/sobol_indices.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

inline void check_runs(const labels& factors, const sobol_runs& runs, const sobol_options& how) {
  const auto n = static_cast<Eigen::Index>(runs.a.size()), d = static_cast<Eigen::Index>(factors.size());
  const auto refuse = [&](const std::string& where, Eigen::Index rows, Eigen::Index columns) {
    throw data_error({"sensitivity.runs." + where,
                      "it is " + std::to_string(rows) + " x " + std::to_string(columns) + " for " + std::to_string(n) +
                          " base rows and " + std::to_string(d) + " factors",
                      "give one row per base row and one column per factor"});
  };
  if (runs.b.size() != runs.a.size()) refuse("b", static_cast<Eigen::Index>(runs.b.size()), 1);
  if (runs.ab.rows() != n || runs.ab.cols() != d) refuse("ab", runs.ab.rows(), runs.ab.cols());
  if (runs.ba.size() != 0 && (runs.ba.rows() != n || runs.ba.cols() != d)) refuse("ba", runs.ba.rows(), runs.ba.cols());
  if (needs_ba(how) && runs.ba.size() == 0 && n > 0 && d > 0)
    throw spec_error({"sensitivity.runs.ba", "it is empty, and what is asked for needs it",
                      "run B with each factor's column from A, or choose other estimators and no second order"});
}

/// The base rows of which no run is missing.
inline std::vector<Eigen::Index> complete_base_rows(const sobol_runs& runs, bool with_ba) {
  std::vector<Eigen::Index> out;
  for (Eigen::Index k = 0; k < runs.ab.rows(); ++k) {
    bool is_complete =
        !is_missing(runs.a[static_cast<std::size_t>(k)]) && !is_missing(runs.b[static_cast<std::size_t>(k)]);
    for (Eigen::Index i = 0; i < runs.ab.cols() && is_complete; ++i)
      is_complete = !is_missing(runs.ab(k, i)) && !(with_ba && is_missing(runs.ba(k, i)));
    if (is_complete) out.push_back(k);
  }
  return out;
}

/// What the complete base rows contribute, of outputs less `shift`; one column per row.
inline matrix contributions_of(const sobol_runs& runs, const std::vector<Eigen::Index>& rows, double shift,
                               const sobol_sums& sums, bool with_ba) {
  matrix out(static_cast<Eigen::Index>(sums.size()), static_cast<Eigen::Index>(rows.size()));
  const auto d = static_cast<std::size_t>(runs.ab.cols());
  std::vector<double> ab(d), ba(with_ba ? d : 0);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t i = 0; i < d; ++i) {
      ab[i] = runs.ab(rows[k], static_cast<Eigen::Index>(i)) - shift;
      if (with_ba) ba[i] = runs.ba(rows[k], static_cast<Eigen::Index>(i)) - shift;
    }
    const auto row = static_cast<std::size_t>(rows[k]);
    sums.contribute(runs.a[row] - shift, runs.b[row] - shift, ab, ba, column_of(out, static_cast<Eigen::Index>(k)));
  }
  return out;
}

/// The smallest and the largest output of the rows.
inline std::pair<double, double> reach_of(const sobol_runs& runs, const std::vector<Eigen::Index>& rows, bool with_ba) {
  std::pair<double, double> out{runs.a[static_cast<std::size_t>(rows[0])], runs.a[static_cast<std::size_t>(rows[0])]};
  const auto take = [&](double y) { out = {std::min(out.first, y), std::max(out.second, y)}; };
  for (const Eigen::Index k : rows) {
    take(runs.a[static_cast<std::size_t>(k)]);
    take(runs.b[static_cast<std::size_t>(k)]);
    for (Eigen::Index i = 0; i < runs.ab.cols(); ++i) {
      take(runs.ab(k, i));
      if (with_ba) take(runs.ba(k, i));
    }
  }
  return out;
}

/// The pairs of `all` as symmetric matrices.
inline void fill_second(const estimates& all, sobol_indices& out) {
  const auto d = static_cast<Eigen::Index>(out.factors.size());
  out.second = out.second_low = out.second_high = matrix::Constant(d, d, missing_value);
  std::size_t at = 2 * out.factors.size();
  for (Eigen::Index i = 0; i < d; ++i)
    for (Eigen::Index j = i + 1; j < d; ++j, ++at) {
      out.second(i, j) = out.second(j, i) = all.value[at];
      out.second_low(i, j) = out.second_low(j, i) = all.low[at];
      out.second_high(i, j) = out.second_high(j, i) = all.high[at];
    }
}

/// What a reader of the indices has to know.
inline void remark(sobol_indices& out, bool is_flat, double value) {
  if (out.dropped > 0)
    out.notes.push_back({"sensitivity", "base rows left out because a run of theirs has no output", out.dropped});
  if (out.base_rows == 0) {
    out.notes.push_back({"sensitivity", "no base row has all its outputs: there are no indices", 0});
  } else if (is_flat) {
    out.notes.push_back(
        {"sensitivity", "the output is always " + number_text(value) + ": nothing explains a constant, no indices", 0});
  }
  std::size_t below = 0;
  for (const double s : out.first.value) below += s < 0 ? 1 : 0;
  for (const double s : out.total.value) below += s < 0 ? 1 : 0;
  if (below > 0)
    out.notes.push_back({"sensitivity",
                         "estimates below 0: the index itself is 0 or more, the rest is the error of the estimate, "
                         "which more base rows make smaller",
                         below});
}

/// Numbers with their intervals from some rows of a design.
inline estimates estimate_indices(const sobol_runs& runs, const std::vector<Eigen::Index>& rows,
                                  const sobol_options& how, bool& is_flat) {
  const sobol_sums sums(static_cast<std::size_t>(runs.ab.cols()), how);
  const bool with_ba = needs_ba(how);
  is_flat = true;
  matrix contributions(static_cast<Eigen::Index>(sums.size()), 0);
  if (!rows.empty()) {
    const auto [low, high] = reach_of(runs, rows, with_ba);
    is_flat = is_constant(low, high);
    if (!is_flat) contributions = contributions_of(runs, rows, low + (high - low) / 2, sums, with_ba);
  }
  return estimate(
      contributions, sums.numbers(),
      [&](std::span<const double> s, double n, std::span<double> out) { sums.write(s, n, out); }, how.intervals);
}

}  // namespace detail

QUINDEX_INLINE sobol_indices sobol_from_runs(const labels& factors, const sobol_runs& runs, const sobol_options& how) {
  detail::check_runs(factors, runs, how);
  const bool with_ba = needs_ba(how);
  const std::vector<Eigen::Index> rows = detail::complete_base_rows(runs, with_ba);
  const std::size_t d = factors.size();
  sobol_indices out;
  out.factors = factors;
  out.base_rows = rows.size();
  out.dropped = runs.a.size() - rows.size();
  out.runs = rows.size() * (2 + d + (with_ba ? d : 0));
  bool is_flat = false;
  const estimates all = detail::estimate_indices(runs, rows, how, is_flat);
  out.first = detail::part_of(all, 0, d);
  out.total = detail::part_of(all, d, d);
  if (how.second) detail::fill_second(all, out);
  if (!rows.empty()) {
    std::vector<double> base;
    for (const Eigen::Index k : rows)
      base.insert(base.end(), {runs.a[static_cast<std::size_t>(k)], runs.b[static_cast<std::size_t>(k)]});
    const numeric::moments spread(base);
    out.mean = spread.mean;
    out.variance = is_flat ? 0 : spread.variance();
    if (!is_flat) out.sum_of_first = numeric::sum(out.first.value);
  }
  detail::remark(out, is_flat, out.mean);
  return out;
}

}  // namespace robustness
QUINDEX_END
