/// Bodies of compute/screen.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>

#include "quindex/base/text.hpp"
#include "quindex/compute/screen.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE issue without_column(const std::string& code, const table& data) {
  return {"indicators/" + code, "the framework asks for it, the table has no such column",
          did_you_mean(code, data.indicators().codes())};
}

/// The table as a selection sees it. Throws data_error for an indicator without a column.
QUINDEX_INLINE screen::candidates candidates_of(const table& data, const framework& tree) {
  screen::candidates out{data.units().codes(), &tree, {}};
  for (const std::size_t node : tree.indicators()) {
    const std::string& code = tree.about(node).code;
    const auto at = data.indicators().find(code);
    if (!at) throw data_error(without_column(code, data));
    out.x.push_back(data.column(*at));
  }
  return out;
}

QUINDEX_INLINE table part_of(const table& data, const std::vector<std::size_t>& rows) {
  const auto n = static_cast<Eigen::Index>(rows.size());
  const matrix_view from = data.values();
  matrix values(n, from.cols());
  const matrix& errors = data.standard_errors();
  table_options more{{}, {}, {}, data.period()};
  if (errors.size() > 0) more.standard_errors.resize(n, errors.cols());
  std::vector<std::string> units;
  for (Eigen::Index i = 0; i < n; ++i) {
    const std::size_t row = rows[static_cast<std::size_t>(i)];
    units.push_back(data.units()[row]);
    values.row(i) = from.row(static_cast<Eigen::Index>(row));
    if (errors.size() > 0) more.standard_errors.row(i) = errors.row(static_cast<Eigen::Index>(row));
    if (!data.groups().empty()) more.groups.push_back(data.groups()[row]);
    if (!data.sizes().empty()) more.sizes.push_back(data.sizes()[row]);
  }
  return {labels(std::move(units)), data.indicators(), std::move(values), std::move(more)};
}

}  // namespace detail

QUINDEX_INLINE selected_units select_units(const table& data, const framework& tree, const screen::method& rule) {
  const screen::candidates all = detail::candidates_of(data, tree);
  const std::vector<screen::verdict> verdicts = rule.visit([&](const auto& m) { return m.judge(all); });
  selected_units out{data, {}, {}};
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].stays) out.rows.push_back(i);
    if (!verdicts[i].reason.empty())
      out.notes.push_back({"units/" + data.units()[i],
                           (verdicts[i].stays ? "takes part: " : "does not take part: ") + verdicts[i].reason, 0});
  }
  if (out.rows.empty())
    throw data_error({"screen", std::string(rule.name()) + " leaves no unit",
                      out.notes.empty() ? "" : "the first of them: " + out.notes.front().what});
  if (out.rows.size() == verdicts.size())
    out.rows.clear();
  else
    out.data = detail::part_of(data, out.rows);
  return out;
}

namespace detail {

/// The value that stands most often among those present, and how often; of equally frequent ones the smallest.
QUINDEX_INLINE std::pair<double, std::size_t> most_common(column_view x) {
  std::map<double, std::size_t> times;
  for (const double value : x)
    if (!is_missing(value)) ++times[value];
  std::pair<double, std::size_t> out{missing_value, 0};
  for (const auto& [value, n] : times)
    if (n > out.second) out = {value, n};
  return out;
}

/// Is one column a straight line of the other, gap by gap and value by value, up to rounding? Neither is constant.
QUINDEX_INLINE bool is_line_of(column_view x, const numeric::extent& own, column_view y, const numeric::extent& other) {
  constexpr double rounding = 1e-12;
  bool up = true;
  bool down = true;
  for (std::size_t i = 0; i < x.size() && (up || down); ++i) {
    if (is_missing(x[i]) != is_missing(y[i])) return false;
    if (is_missing(x[i])) continue;
    const double a = (x[i] - own.low) / (own.high - own.low);
    const double b = (y[i] - other.low) / (other.high - other.low);
    up = up && std::abs(a - b) <= rounding;
    down = down && std::abs(a - (1 - b)) <= rounding;
  }
  return up || down;
}

/// What is suspicious about column k on its own; empty when nothing is.
QUINDEX_INLINE std::string suspicion(column_view x, const numeric::extent& reach, const flag_limits& limits) {
  if (reach.n == 0) return "it has no value";
  if (reach.low == reach.high)
    return "it is constant: all " + std::to_string(reach.n) + " values are " + number_text(reach.low);
  const auto [value, times] = most_common(x);
  if (static_cast<double>(times) < limits.most_common * static_cast<double>(reach.n)) return {};
  return "it is nearly constant: " + std::to_string(times) + " of " + std::to_string(reach.n) + " values are " +
         number_text(value);
}

}  // namespace detail

QUINDEX_INLINE std::vector<note> flag_indicators(const table& data, const framework& tree, const flag_limits& limits) {
  const screen::candidates all = detail::candidates_of(data, tree);
  std::vector<note> out;
  std::vector<numeric::extent> reach;
  for (const column_view x : all.x) reach.push_back(numeric::range(x));
  for (std::size_t k = 0; k < all.x.size(); ++k) {
    const std::string where = "indicators/" + tree.about(tree.indicators()[k]).code;
    if (std::string what = detail::suspicion(all.x[k], reach[k], limits); !what.empty())
      out.push_back({where, std::move(what), reach[k].n});
    if (reach[k].n < 3 || reach[k].low == reach[k].high) continue;
    for (std::size_t j = 0; j < k; ++j) {
      const bool varies = reach[j].n == reach[k].n && reach[j].low < reach[j].high;
      if (!varies || !detail::is_line_of(all.x[k], reach[k], all.x[j], reach[j])) continue;
      const std::string other = quoted(tree.about(tree.indicators()[j]).code);
      const bool same = std::equal(all.x[k].begin(), all.x[k].end(), all.x[j].begin(),
                                   [](double a, double b) { return a == b || (is_missing(a) && is_missing(b)); });
      out.push_back({where,
                     same ? "it has the values of " + other : "its values are a straight line of those of " + other,
                     reach[k].n});
      break;
    }
  }
  return out;
}

QUINDEX_INLINE matrix data_availability(const table& data, const framework& tree) {
  return screen::shares_available(detail::candidates_of(data, tree));
}

QUINDEX_END
