/// How much each part really counts in a score, beside the weight it was given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// When a part is flagged.
struct importance_limits {
  double decisive = 0.9;  ///< A correlation ratio at or above it: this part alone decides.
  double dominant = 2;    ///< A share at or above so many times the weight.
  double silent = 0.09;   ///< A correlation ratio below it: the part hardly counts (a correlation of 0.3).
};

/// How much one part counts.
struct part_importance {
  std::string part;
  double weight = missing_value;             ///< Given to it; the weights of all parts sum to 1.
  double linear = missing_value;             ///< R² of the straight line: the squared correlation with the score.
  double correlation_ratio = missing_value;  ///< Share of the score's variance that knowing the part alone explains.
  double share = missing_value;              ///< Of the sum of the correlation ratios: the weight it has in effect.
  double share_to_weight = missing_value;
  double rank_correlation = missing_value;  ///< Spearman's, with the score.
  bool is_decisive = false, is_dominant = false, is_silent = false;
};

/// How much each column counts in a score of the same units; `weights` one per column, divided by their sum here.
///
/// Correlation ratios as Paruolo, Saisana and Saltelli (2013) propose, by `correlation_ratio`. They sum to 1 for
/// independent columns of a linear score, and to more for correlated ones, hence the shares. Throws data_error for
/// lengths that differ and a score without spread, spec_error for weights that do not fit.
[[nodiscard]] std::vector<part_importance> importance(const table& parts, column_view score,
                                                      const std::vector<double>& weights,
                                                      const importance_limits& limits = {});

/// Which parts of a group are looked at.
enum class parts_of {
  children,    ///< What the group is made of.
  indicators,  ///< All indicators below it.
};
/// How much each part of a group of a result counts in the group's score. Throws spec_error for an unknown node and for
/// an indicator.
[[nodiscard]] std::vector<part_importance> importance(const result& r, std::string_view group = {},
                                                      parts_of what = parts_of::indicators,
                                                      const importance_limits& limits = {});

/// The share of the variance of y that x explains, whatever the shape: that of a penalised cubic regression spline of y
/// on x (Wood 2006, section 4.1) with knots at `knots` quantiles of x, the penalty on curvature being chosen among 17
/// powers of ten by generalised cross-validation. A straight line is never penalised, so that the answer is about R²
/// where nothing more is there. With fewer than four different x, of the group means. Rows with a gap are left out;
/// missing where x or y has no spread.
[[nodiscard]] double correlation_ratio(column_view x, column_view y, std::size_t knots = 10);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/importance.ipp"
#include "quindex/diagnose/impl/smoother.ipp"
#endif
