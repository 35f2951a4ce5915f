/// Weights by rotated factors.
#pragma once

#include <optional>

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as the factor it belongs to explains of it.
struct factor_nicoletti {
  std::optional<int> factors{};
  double least_eigenvalue = 1;
  double least_share = 0.1;
  double least_cumulative = 0.6;
  bool normalise = true;
  negative_loadings negative = negative_loadings::absolute;
  rows_used rows = rows_used::complete;

  static constexpr method_info info{
      .name = "factor_nicoletti",
      .title = "Factor analysis weights",
      .summary = "A child weighs as much as the factor it belongs to explains of it.",
      .formula =
          R"(w_j = \frac{\max_k l_{jk}^2}{\sum_i \max_k l_{ik}^2} = \frac{1}{c} \cdot \frac{l_{jk}^2}{v_k} \cdot \frac{v_k}{\sum_h v_h}, \qquad v_k = \sum_j l_{jk}^2)",
      .reference =
          "Nicoletti, Scarpetta and Boylaud (2000), Summary indicators of product market regulation with an "
          "extension to employment protection legislation, OECD Economics Department Working Papers 226; OECD and "
          "JRC (2008), Handbook on Constructing Composite Indicators, section 6.1",
      .details =
          "因子分析法. Principal components of the correlation matrix, rotated by varimax to the loadings l. Each "
          "child belongs to the factor on which its loading is largest; within the factor it weighs by its squared "
          "loading over the variance v the factor explains, and factors weigh by the variance they explain. The "
          "factors retained have an eigenvalue of at least least_eigenvalue and at least least_share of the "
          "variance, and more are taken until they explain least_cumulative of it together; `factors` sets their "
          "number instead. The handbook takes four for the Technology Achievement Index, whose fourth eigenvalue is "
          "0.89. Loadings enter as squares, so a child that goes against its factor (below 0 there while the "
          "factor's loadings sum to more) counts like any other unless `negative` says otherwise. A child that is "
          "the same for every unit weighs 0."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("factors", &factor_nicoletti::factors, "How many factors are retained; unset for the rules below.")
            .at_least(1),
        field("least_eigenvalue", &factor_nicoletti::least_eigenvalue, "The least eigenvalue of a factor.").at_least(0),
        field("least_share", &factor_nicoletti::least_share, "The least share of the variance that a factor explains.")
            .within(0, 1),
        field("least_cumulative", &factor_nicoletti::least_cumulative,
              "The least share of the variance that all factors explain together.")
            .within(0, 1),
        field("normalise", &factor_nicoletti::normalise,
              "Whether the rotation gives every child the same say (Kaiser's normalisation)."),
        field("negative", &factor_nicoletti::negative, "What is done about a child that goes against its factor."),
        field("rows", &factor_nicoletti::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const factor_nicoletti&, const factor_nicoletti&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/factor_nicoletti.ipp"
#endif
