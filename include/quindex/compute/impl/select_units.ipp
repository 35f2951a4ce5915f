#pragma once

#include "quindex/base/text.hpp"
#include "quindex/compute/compute.hpp"

QUINDEX_BEGIN
namespace detail {

/// The table as a selection sees it. Throws data_error for an indicator without a column.
QUINDEX_INLINE select::candidates candidates_of(const table& data, const framework& tree) {
  select::candidates out{data.units().codes(), &tree, {}};
  for (const std::size_t node : tree.indicators()) {
    const std::string& code = tree.about(node).code;
    const auto at = data.indicators().find(code);
    if (!at)
      throw data_error({"indicators/" + code, "the framework asks for it, the table has no such column",
                        did_you_mean(code, data.indicators().codes())});
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

QUINDEX_INLINE selected_units select_units(const table& data, const framework& tree, const select::method& rule) {
  const select::candidates all = detail::candidates_of(data, tree);
  const std::vector<select::verdict> verdicts = rule.visit([&](const auto& m) { return m.judge(all); });
  selected_units out{data, {}, {}};
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (verdicts[i].stays) out.rows.push_back(i);
    if (!verdicts[i].reason.empty())
      out.notes.push_back({"units/" + data.units()[i],
                           (verdicts[i].stays ? "takes part: " : "does not take part: ") + verdicts[i].reason, 0});
  }
  if (out.rows.empty())
    throw data_error({"select", std::string(rule.name()) + " leaves no unit",
                      out.notes.empty() ? "" : "the first of them: " + out.notes.front().what});
  if (out.rows.size() == verdicts.size())
    out.rows.clear();
  else
    out.data = detail::part_of(data, out.rows);
  return out;
}

QUINDEX_INLINE matrix data_availability(const table& data, const framework& tree) {
  return select::shares_available(detail::candidates_of(data, tree));
}

QUINDEX_END
