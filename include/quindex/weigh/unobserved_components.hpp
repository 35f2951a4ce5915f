/// Weights by how precisely each child measures what all have in common.
#pragma once

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What the weights are multiplied with.
enum class component_scale {
  rescaled,  ///< Children brought to the scale of the phenomenon, (z - alpha) / beta.
  scores,    ///< The children's scores as they are.
};

/// A child weighs as much as it measures precisely what the children have in common.
struct unobserved_components {
  component_scale applied_to = component_scale::rescaled;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "unobserved_components",
      .title = "Unobserved components weights",
      .summary = "A child weighs as much as it measures precisely what the children have in common.",
      .formula =
          R"(w_j \propto \sigma_j^{-2} \ \text{or}\ \frac{\sigma_j^{-2}}{\beta_j}, \qquad z_{ij} = \alpha_j + \beta_j (f_i + \varepsilon_{ij}), \quad f_i \sim N(0, 1),\ \varepsilon_{ij} \sim N(0, \sigma_j^2))",
      .reference =
          "Kaufmann, Kraay and Zoido-Lobaton (1999), Aggregating governance indicators, World Bank Policy Research "
          "Working Paper 2195; OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.4",
      .details =
          "The model of the Worldwide Governance Indicators. alpha, beta and sigma are found by maximum likelihood "
          "over every score there is; with gaps each unit counts with the children it has. The paper's weights, "
          "sigma^-2 / (1 + sum of sigma^-2), apply to rescaled children and sum to less than 1, which in an index "
          "with weights that sum to 1 is only a matter of scale. To have a weighted mean of the scores themselves "
          "order the units by the estimate of f, set applied_to to 'scores'. Three children are needed; a child that "
          "is the same for every unit weighs 0. Solved by parameter-expanded expectation maximisation (Liu, Rubin "
          "and Wu 1998) from equal loadings; an error when a child would be free of error (a Heywood case), when it "
          "goes against the others, or without convergence."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("applied_to", &unobserved_components::applied_to, "What the weights are multiplied with."),
                     field("rows", &unobserved_components::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const unobserved_components&, const unobserved_components&) = default;
};

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::component_scale> {
  static constexpr auto names = std::to_array<std::string_view>({"rescaled", "scores"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/unobserved_components.ipp"
#endif
