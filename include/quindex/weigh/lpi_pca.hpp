/// Weights by the first principal component, for scores on their own scale.
#pragma once

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The first principal component's loadings, divided by the children's standard deviations.
struct lpi_pca {
  negative_loadings negative = negative_loadings::refuse;
  rows_used rows = rows_used::complete;

  static constexpr method_info info{
      .name = "lpi_pca",
      .title = "Back-scaled principal component weights",
      .summary = "The first principal component's loadings, divided by the children's standard deviations.",
      .formula = R"(w_j = \frac{u_j / s_j}{\sum_k u_k / s_k}, \qquad R\,u = \lambda_1 u)",
      .reference =
          "Arvis, Mustra, Ojala, Shepherd and Saslavsky (2010), Connecting to Compete: the Logistics Performance "
          "Index and its indicators, World Bank, technical appendix",
      .details =
          "The first component of the correlation matrix is a sum of standardised children; divided by the standard "
          "deviations, its loadings apply to the scores on their own scale and give the same order of units. This is "
          "how the World Bank's Logistics Performance Index of 2010 and 2012 is composed of six components on a "
          "scale from 1 to 5. A child that is the same for every unit weighs 0."};

  static constexpr auto fields() {
    return fields_of(field("negative", &lpi_pca::negative, "What is done about a child that goes against the others."),
                     field("rows", &lpi_pca::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const lpi_pca&, const lpi_pca&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/pca.ipp"
#endif
