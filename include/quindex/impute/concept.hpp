/// What an imputation is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `fill fit(const column&) const` | yes | the method itself |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/fill.hpp"

QUINDEX_BEGIN
namespace impute {

/// One indicator as an imputation sees it.
struct column {
  column_view x;                          ///< Values over the units, missing ones as NaN.
  std::span<const std::string> groups{};  ///< The group of each unit; empty when the table has none.
  const std::string* code = nullptr;      ///< The indicator.
  [[nodiscard]] std::string where() const { return "indicators/" + *code; }
};

/// A method that fits the values for missing cells.
template <class M>
concept Imputation = describe::Described<M> && requires(const M& m, const column& x) {
  { m.fit(x) } -> std::convertible_to<fill>;
};

/// The statistic of a column, as it is. Throws data_error when it is missing, which means that all values are.
[[nodiscard]] inline double observed(const column& x, double statistic) {
  if (is_missing(statistic))
    throw data_error({x.where(), "all values are missing", "remove the indicator, or impute it from another source"});
  return statistic;
}

/// A statistic of the values of each group that has any, groups in alphabetical order. Throws spec_error when the table
/// has no groups.
[[nodiscard]] fill fill_by_group(const column& x, std::string_view method,
                                 const std::function<double(column_view)>& statistic);

}  // namespace impute
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/impute/impl/concept.ipp"
#endif
