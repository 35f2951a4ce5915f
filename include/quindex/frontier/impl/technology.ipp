/// Bodies of frontier/technology.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/frontier/technology.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

inline matrix columns_named(const table& data, const std::vector<std::string>& codes, const std::string& what) {
  if (codes.empty()) throw spec_error({what, "there are none", "name at least one indicator"});
  matrix out(static_cast<Eigen::Index>(data.units().size()), static_cast<Eigen::Index>(codes.size()));
  for (std::size_t j = 0; j < codes.size(); ++j) {
    const auto at = data.indicators().find(codes[j]);
    if (!at)
      throw data_error({"indicators/" + codes[j], "the table has no such column",
                        did_you_mean(codes[j], data.indicators().codes())});
    if (std::find(codes.begin(), codes.begin() + static_cast<std::ptrdiff_t>(j), codes[j]) !=
        codes.begin() + static_cast<std::ptrdiff_t>(j))
      throw spec_error({what + "/" + codes[j], "it is named twice", "name every indicator once"});
    const column_view x = data.column(*at);
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (is_missing(x[i]) || x[i] < 0)
        throw data_error({"units/" + data.units()[i] + "/" + codes[j],
                          is_missing(x[i]) ? "the value is missing" : "the value is " + number_text(x[i]),
                          "frontier methods need every value, and none below 0"});
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = x[i];
    }
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE activities activities::of(const table& data, const roles& names) {
  activities out{data.units(), detail::columns_named(data, names.inputs, "inputs"),
                 detail::columns_named(data, names.outputs, "outputs")};
  for (const std::string& code : names.inputs)
    if (std::find(names.outputs.begin(), names.outputs.end(), code) != names.outputs.end())
      throw spec_error({"inputs/" + code, "it is an output too", "let it be one of the two"});
  for (Eigen::Index i = 0; i < out.inputs.rows(); ++i)
    if (out.inputs.row(i).maxCoeff() == 0)
      throw data_error({"units/" + data.units()[static_cast<std::size_t>(i)], "all its inputs are 0",
                        "give every unit at least one input above 0"});
  return out;
}

QUINDEX_INLINE technology::technology(matrix inputs, matrix outputs, returns scale)
    : inputs_(std::move(inputs)), outputs_(std::move(outputs)), scale_(scale) {}

QUINDEX_INLINE std::vector<double> technology::row_of(const matrix& m, std::size_t row) {
  std::vector<double> out;
  for (Eigen::Index j = 0; j < m.cols(); ++j) out.push_back(m(static_cast<Eigen::Index>(row), j));
  return out;
}

QUINDEX_INLINE numeric::linear_program technology::empty_program(std::size_t own, std::size_t more_rows) const {
  using enum numeric::row_relation;
  numeric::linear_program out{std::vector<double>(own, 0.0), {}, {}, {}};
  out.relations.assign(input_count(), at_most);
  out.relations.insert(out.relations.end(), output_count(), at_least);
  out.right.assign(input_count() + output_count(), 0.0);
  if (scale_ != returns::constant) {
    out.relations.push_back(scale_ == returns::variable         ? equal
                            : scale_ == returns::non_increasing ? at_most
                                                                : at_least);
    out.right.push_back(1);
  }
  out.relations.insert(out.relations.end(), more_rows, equal);
  out.right.insert(out.right.end(), more_rows, 0.0);
  out.rows = matrix::Zero(static_cast<Eigen::Index>(out.right.size()), static_cast<Eigen::Index>(own));
  return out;
}

/// The unit that the duals leave furthest outside, if any.
QUINDEX_INLINE std::optional<std::size_t> technology::outside(const std::vector<double>& duals, double tolerance,
                                                              std::optional<std::size_t> without) const {
  const std::size_t m = input_count();
  const std::size_t s = output_count();
  std::vector<double> along(size(), scale_ == returns::constant ? 0 : duals[m + s]);
  for (std::size_t j = 0; j < m + s; ++j) {
    const column_view x = j < m ? column_of(inputs_, static_cast<Eigen::Index>(j))
                                : column_of(outputs_, static_cast<Eigen::Index>(j - m));
    for (std::size_t i = 0; duals[j] != 0 && i < along.size(); ++i) along[i] += duals[j] * x[i];
  }
  if (without) along[*without] = 0;
  const auto most = std::max_element(along.begin(), along.end());
  if (most == along.end() || *most <= tolerance) return std::nullopt;
  return static_cast<std::size_t>(most - along.begin());
}

QUINDEX_INLINE program_answer technology::solve(const numeric::linear_program& program,
                                                std::optional<std::size_t> first, std::optional<std::size_t> without) {
  const std::size_t own = program.cost.size();
  std::vector<std::size_t> units;
  for (const std::size_t k : needed_)
    if (k != without) units.push_back(k);
  if (first && first != without && std::find(units.begin(), units.end(), *first) == units.end())
    units.push_back(*first);
  while (true) {
    numeric::linear_program all = program;
    const std::size_t columns = own + units.size();
    all.cost.resize(columns, 0);
    if (!all.low.empty()) all.low.resize(columns, 0);
    if (!all.high.empty()) all.high.resize(columns, std::numeric_limits<double>::infinity());
    all.rows = matrix::Zero(program.rows.rows(), static_cast<Eigen::Index>(columns));
    all.rows.leftCols(static_cast<Eigen::Index>(own)) = program.rows;
    for (std::size_t k = 0; k < units.size(); ++k) {
      const auto from = static_cast<Eigen::Index>(units[k]);
      const auto to = static_cast<Eigen::Index>(own + k);
      all.rows.col(to).head(inputs_.cols()) = inputs_.row(from).transpose();
      all.rows.col(to).segment(inputs_.cols(), outputs_.cols()) = outputs_.row(from).transpose();
      if (scale_ != returns::constant) all.rows(inputs_.cols() + outputs_.cols(), to) = 1;
    }
    const numeric::program_solution found = numeric::solve(all);
    program_answer out{found.status, found.value, {}, {}, found.duals};
    if (found.status == numeric::program_status::unbounded) return out;
    const double tolerance = 1e-10 * std::max(1.0, is_missing(found.value) ? 1.0 : std::abs(found.value));
    const auto next = outside(found.duals, tolerance, without);
    if (next && std::find(units.begin(), units.end(), *next) == units.end()) {
      units.push_back(*next);
      needed_.push_back(*next);
      continue;
    }
    if (found.status == numeric::program_status::infeasible) return out;
    out.own.assign(found.x.begin(), found.x.begin() + static_cast<std::ptrdiff_t>(own));
    for (std::size_t k = 0; k < units.size(); ++k)
      if (found.x[own + k] > 1e-10) out.peers.push_back({units[k], found.x[own + k]});
    std::sort(out.peers.begin(), out.peers.end(),
              [](const numeric::peer& a, const numeric::peer& b) { return a.point < b.point; });
    return out;
  }
}

QUINDEX_INLINE program_answer technology::radial(const std::vector<double>& x, const std::vector<double>& y,
                                                 orientation towards, std::optional<std::size_t> first,
                                                 std::optional<std::size_t> without) {
  numeric::linear_program p = empty_program(1);
  const bool shrinks = towards == orientation::input;
  p.cost[0] = shrinks ? 1 : -1;
  for (std::size_t j = 0; j < x.size(); ++j) (shrinks ? p.rows.data()[j] : p.right[j]) = shrinks ? -x[j] : x[j];
  for (std::size_t j = 0; j < y.size(); ++j) {
    const std::size_t row = x.size() + j;
    (shrinks ? p.right[row] : p.rows.data()[row]) = shrinks ? y[j] : -y[j];
  }
  return solve(p, first, without);
}

QUINDEX_INLINE program_answer proven(program_answer answer, const std::string& unit) {
  if (answer.status != numeric::program_status::optimal)
    throw numeric_error({"units/" + unit, "its program has no proven optimum", "rescale columns of very unequal size"});
  return answer;
}

QUINDEX_INLINE double radial_score(const program_answer& answer, orientation towards) {
  if (answer.status == numeric::program_status::unbounded) return 0;
  if (answer.status == numeric::program_status::infeasible) return missing_value;
  const double score = towards == orientation::input ? answer.value : 1 / -answer.value;
  return std::abs(score - 1) <= 1e-9 ? 1 : score;
}

}  // namespace frontier
QUINDEX_END
