/// What an imputation is. There are three shapes: one looks at an indicator alone, one at several together, one at the
/// other periods of a panel.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `fill fit(const column&) const` | by column | a value, or one for each group of units |
/// | `joint_fill fit(const indicators&) const` | by table | a fill that looks at the unit's other indicators |
/// | `void complete(const series&, std::span<double> x) const` | by period | the missing values of a unit over time |
/// | `void check(const path&) const` | no | rules across parameters |
#pragma once

#include <concepts>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/fill.hpp"
#include "quindex/model/fills.hpp"
#include "quindex/model/framework.hpp"

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

/// The indicators of a step as an imputation sees them that looks at several.
struct indicators {
  std::vector<column_view> x{};            ///< One per indicator, missing values as NaN.
  std::span<const std::string> codes{};    ///< Of the indicators.
  std::span<const std::string> units{};    ///< Of the rows.
  std::span<const std::string> groups{};   ///< The group of each unit; empty when the table has none.
  const framework* tree = nullptr;         ///< The framework the indicators belong to, if there is one.
  std::string where = "prepare";           ///< The step, for messages.
  const numeric::executor* how = nullptr;  ///< Who computes; null for the calling thread.

  [[nodiscard]] std::string place(std::size_t j) const { return "indicators/" + codes[j]; }
  [[nodiscard]] numeric::executor executor() const { return how != nullptr ? *how : numeric::executor::serial(); }
};

/// A method that fits what fills several indicators together.
template <class M>
concept TableImputation = describe::Described<M> && requires(const M& m, const indicators& x) {
  { m.fit(x) } -> std::convertible_to<joint_fill>;
};

/// One indicator of one unit over the periods of a panel.
struct series {
  std::span<const double> times;  ///< Of the periods, ascending: the years, or 1, 2, 3, ... where they are no numbers.
};

/// A method that fills the gaps of a series from its own other values; it writes to missing values only.
template <class M>
concept SeriesImputation = describe::Described<M> && requires(const M& m, const series& s, std::span<double> x) {
  m.complete(s, x);
};

/// A method of one of the three shapes.
template <class M>
concept AnyImputation = Imputation<M> || TableImputation<M> || SeriesImputation<M>;

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

/// Throws data_error for the first indicator without any value, and spec_error when the step is for no indicator.
void refuse_empty(const indicators& all, std::string_view method);
/// Indicators moved and scaled: (x − mean) / sd of the values present; a constant one is only moved.
struct standardised {
  std::vector<double> mean{};    ///< Of the values present.
  std::vector<double> sd{};      ///< 1 for a constant indicator.
  std::vector<bool> constant{};  ///< Whether all values present are the same.
  matrix z{};                    ///< Units × indicators.
};
/// Moves and scales indicators; standard deviations have the divisor n. Missing values stay missing.
[[nodiscard]] standardised standardise(const indicators& all);

}  // namespace impute
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/impute/impl/concept.ipp"
#endif
