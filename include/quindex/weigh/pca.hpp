/// Weights by principal components.
#pragma once

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What becomes of the components.
enum class component_weights {
  loadings,            ///< The first component's vector.
  squared_loadings,    ///< Its squares: the child's shares of the component's variance.
  explained_variance,  ///< The vectors of the retained components, each counted by the variance it explains.
};

/// What the components are taken of.
enum class component_matrix { correlation, covariance };

/// A child weighs as much as it counts in the principal components of the group.
struct pca {
  component_weights form = component_weights::loadings;
  component_matrix of = component_matrix::correlation;
  double least_eigenvalue = 1;
  negative_loadings negative = negative_loadings::refuse;
  rows_used rows = rows_used::complete;

  static constexpr method_info info{
      .name = "pca",
      .title = "Principal component weights",
      .summary = "A child weighs as much as it counts in the principal components of the group.",
      .formula =
          R"(w_j \propto u_{j1}, \quad u_{j1}^2, \quad\text{or}\quad \sum_{k \le K} u_{jk} \frac{\lambda_k}{\sum_{l \le K} \lambda_l}, \qquad R\,u_k = \lambda_k u_k)",
      .reference =
          "Hotelling (1933), Analysis of a complex of statistical variables into principal components, Journal of "
          "Educational Psychology 24; OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1",
      .details =
          "主成分分析法. The first component's loadings are what COINr gives; a vector has no sign, so the one with "
          "which most of it is positive is taken. With squared loadings a child that goes against the others gains "
          "as much as one that goes with them, unless it is refused as by default. explained_variance is the usual "
          "form of Chinese studies: components with an eigenvalue of at least least_eigenvalue (the first one in any "
          "case), each with its share of what they explain together; for covariances eigenvalues count relative to "
          "the mean variance. A child that is the same for every unit weighs 0. With covariances the children's "
          "units of measurement matter. The weights apply to standardised children when correlations are used: see "
          "lpi_pca for those that apply to the scores themselves."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("form", &pca::form, "What becomes of the components."),
                     field("of", &pca::of, "What the components are taken of."),
                     field("least_eigenvalue", &pca::least_eigenvalue,
                           "The least eigenvalue of the components that explained_variance retains.")
                         .at_least(0),
                     field("negative", &pca::negative, "What is done about a child that goes against the others."),
                     field("rows", &pca::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const pca&, const pca&) = default;
};

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::component_weights> {
  static constexpr auto names = std::to_array<std::string_view>({"loadings", "squared_loadings", "explained_variance"});
};
template <>
struct enum_names<weigh::component_matrix> {
  static constexpr auto names = std::to_array<std::string_view>({"correlation", "covariance"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/pca.ipp"
#endif
