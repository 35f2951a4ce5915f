/// The imputations: the list that is added to.
#pragma once

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

}  // namespace impute
QUINDEX_END
