/// Predictions of the regression on the unit's other indicators, with a random deviation.
#pragma once

#include "quindex/impute/normal_model.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values are predicted by the regression on the indicators that the unit has, plus a random deviation.
struct stochastic_regression {
  int seed = 1;

  static constexpr method_info info{
      .name = "stochastic_regression",
      .title = "Stochastic regression imputation",
      .summary =
          "Missing values are predicted by the regression on the indicators that the unit has, plus a random "
          "deviation.",
      .formula = R"(x_j := \bar x_j + \sum_{k \in o(i)} \hat b_{jk} (x_k - \bar x_k) + e_{ij},\quad
e_i \sim N(0, \hat\Sigma_{mm \cdot o}))",
      .reference =
          "Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.3; OECD and JRC (2008), "
          "Handbook on Constructing Composite Indicators, section 4.3",
      .details =
          "As regression, with deviations that have the covariance of the residuals, so that spread and "
          "correlations are kept. A deviation depends on the seed, the unit and the indicator only: not on the "
          "order of units, nor on who else is in the table."};

  static constexpr auto fields() {
    return fields_of(field("seed", &stochastic_regression::seed, "Where the random numbers come from.").at_least(0));
  }
  [[nodiscard]] fills::normal fit(const indicators& all) const {
    refuse_empty(all, info.name);
    const standardised scale = standardise(all);
    fills::normal out = normal_fill(all, scale, complete_rows_of(scale.z, all.where));
    out.draw = true;
    out.seed = seed;
    return out;
  }

  friend bool operator==(const stochastic_regression&, const stochastic_regression&) = default;
};

}  // namespace impute
QUINDEX_END
