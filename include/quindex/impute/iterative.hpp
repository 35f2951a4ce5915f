/// Regressions of every indicator on all others, in turn, until nothing moves.
#pragma once

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values are predicted by regressions on all other indicators, their gaps being filled in turn.
struct iterative {
  double tolerance = 1e-6;
  int rounds = 1000;
  double ridge = 1e-5;

  static constexpr method_info info{
      .name = "iterative",
      .title = "Chained equations",
      .summary =
          "Missing values are predicted by regressions on all other indicators, their gaps being filled in turn.",
      .formula = R"(x_j := \hat a_j + \sum_{k \ne j} \hat b_{jk} x_k, \quad j = 1, \ldots, m, 1, \ldots
\text{ until nothing moves})",
      .reference =
          "van Buuren and Groothuis-Oudshoorn (2011), mice: Multivariate imputation by chained equations in R, "
          "Journal of Statistical Software 45(3)",
      .details =
          "Gaps start at the means. Each indicator is regressed on all others, in the order of the framework, over "
          "the units that have it, with the others' gaps filled as they are so far; a small ridge (a share of each "
          "standardised predictor's sum of squares, as in mice) keeps the equations soluble where indicators nearly "
          "determine others. An indicator with gaps needs a value in at least two more units than there are "
          "indicators: with fewer, the regression fits anything and predicts anything. It ends when no filled value "
          "moves by more than the tolerance, in standard deviations of its indicator, and is an error when one still "
          "does after all rounds. Predictions are not drawn; see multiple imputation for how certain they are."};

  static constexpr auto fields() {
    return fields_of(
        field("tolerance", &iterative::tolerance, "The largest move at which it ends, in standard deviations.")
            .above(0),
        field("rounds", &iterative::rounds, "After how many rounds it gives up.").at_least(1),
        field("ridge", &iterative::ridge, "The share of each predictor's sum of squares that is added to it.")
            .at_least(0));
  }
  /// Throws data_error for an indicator that too few units have, numeric_error where nothing settles.
  [[nodiscard]] fills::equations fit(const indicators& all) const;

  friend bool operator==(const iterative&, const iterative&) = default;
};

}  // namespace impute
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/impute/impl/iterative.ipp"
#endif
