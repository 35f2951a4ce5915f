/// Weights by contrast and conflict, with any kind of dependence.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// CRITIC with distance correlations: a child weighs less when it depends on the others in any way.
struct d_critic {
  scaling scale = scaling::min_max;
  int ddof = 1;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "d_critic",
      .title = "D-CRITIC weights",
      .summary = "CRITIC with distance correlations: a child weighs less when it depends on the others in any way.",
      .formula = R"(w_j = \frac{C_j}{\sum_k C_k}, \qquad C_j = s_j \sum_k \big(1 - \mathrm{dCor}(z_j, z_k)\big))",
      .reference =
          "Krishnan, Kasim, Hamid and Ghazali (2021), A modified CRITIC method to estimate the objective weights of "
          "decision criteria, Symmetry 13(6), 973; Szekely, Rizzo and Bakirov (2007), Measuring and testing "
          "dependence by correlation of distances, Annals of Statistics 35(6)",
      .details =
          "The distance correlation lies between 0 and 1 and is 0 only without any dependence, so directions do not "
          "matter, and nonlinear dependence counts. Computed in O(n log n) steps per pair. A child that is the same "
          "for every unit weighs 0 and counts in no sum."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("scale", &d_critic::scale, "What is done to the columns before their spread is taken."),
                     field("ddof", &d_critic::ddof, "What is taken from the number of units: 0 or 1.").within(0, 1),
                     field("rows", &d_critic::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const d_critic&, const d_critic&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/critic.ipp"
#endif
