/// Predictions of the regression on the unit's other indicators.
#pragma once

#include "quindex/impute/normal_model.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values are predicted by the regression, among the complete units, on the indicators that the unit has.
struct regression {
  static constexpr method_info info{
      .name = "regression",
      .title = "Regression imputation",
      .summary =
          "Missing values are predicted by the regression, among the complete units, on the indicators that the unit "
          "has.",
      .formula = R"(x_j := \bar x_j + \sum_{k \in o(i)} \hat b_{jk} (x_k - \bar x_k))",
      .reference =
          "Buck (1960), A method of estimation of missing values in multivariate data suitable for use with an "
          "electronic computer, JRSS B 22(2); OECD and JRC (2008), Handbook on Constructing Composite "
          "Indicators, section 4.3",
      .details =
          "Means and regressions come from the units that have all indicators of the step; there must be at least two "
          "more of them than indicators. Every pattern of missing cells has its own regression. Give it few indicators "
          "that go together, a step for each group. Values lie on the regression surface, which overstates "
          "correlations: see stochastic_regression."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] fills::normal fit(const indicators& all) const {
    refuse_empty(all, info.name);
    const standardised scale = standardise(all);
    return normal_fill(all, scale, complete_rows_of(scale.z, all.where));
  }

  friend bool operator==(const regression&, const regression&) = default;
};

}  // namespace impute
QUINDEX_END
