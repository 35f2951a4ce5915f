/// The imputations: the list that is added to.
#pragma once

#include <utility>

#include "quindex/describe/any_method.hpp"
#include "quindex/impute/constant.hpp"
#include "quindex/impute/expectation_maximisation.hpp"
#include "quindex/impute/fixed.hpp"
#include "quindex/impute/group_mean.hpp"
#include "quindex/impute/group_median.hpp"
#include "quindex/impute/hot_deck.hpp"
#include "quindex/impute/iterative.hpp"
#include "quindex/impute/latest.hpp"
#include "quindex/impute/linear.hpp"
#include "quindex/impute/mean.hpp"
#include "quindex/impute/median.hpp"
#include "quindex/impute/nearest_neighbours.hpp"
#include "quindex/impute/regression.hpp"
#include "quindex/impute/row_mean.hpp"
#include "quindex/impute/spline.hpp"
#include "quindex/impute/stochastic_regression.hpp"

QUINDEX_BEGIN
namespace impute {

using methods = method_list<mean, median, group_mean, group_median, row_mean, regression, stochastic_regression,
                            expectation_maximisation, iterative, nearest_neighbours, hot_deck, latest, linear, spline,
                            constant, fixed>;
static_assert(describe::all_are(methods{}, []<AnyImputation M>() { return true; }));
using method = any_method<methods>;
inline constexpr std::string_view summary = "What takes the place of missing values before they are normalised.";

/// Does the method look at several indicators?
[[nodiscard]] inline bool looks_at_table(const method& m) {
  return m.visit([]<class M>(const M&) { return TableImputation<M>; });
}
/// Does the method look at the other periods of a panel?
[[nodiscard]] inline bool looks_at_periods(const method& m) {
  return m.visit([]<class M>(const M&) { return SeriesImputation<M>; });
}

/// Does every method of this type leave behind what random values can be drawn from?
template <class M>
[[nodiscard]] constexpr bool draws() {
  if constexpr (TableImputation<M>) {
    using left_behind = decltype(std::declval<const M&>().fit(std::declval<const indicators&>()));
    if constexpr (requires { left_behind::can_draw; }) return left_behind::can_draw;
  }
  return false;
}
/// Can random values be drawn from what the method leaves behind? A fixed one draws if what it was fitted to does.
[[nodiscard]] inline bool can_draw(const method& m) {
  if (const auto* known = m.as<fixed>()) return known->fill.visit([](const auto& fill) { return fill.can_draw; });
  return m.visit([]<class M>(const M&) { return draws<M>(); });
}

}  // namespace impute
QUINDEX_END
