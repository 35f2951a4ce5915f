/// Weights that keep the worst unit's performance high and stay near the children's spread and conflict.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The weights with the best worst unit that stay close to the children's spread and conflict.
struct seca {
  double closeness = 3;
  double least_weight = 0.001;

  static constexpr method_info info{
      .name = "seca",
      .title = "SECA weights",
      .summary = "The weights with the best worst unit that stay close to the children's spread and conflict.",
      .formula =
          R"(\max_w\ \min_i \sum_j w_j x_{ij} - \beta \Big(\sum_j (w_j - \sigma_j)^2 + \sum_j (w_j - \pi_j)^2\Big), \quad \sum_j w_j = 1,\ w_j \ge \varepsilon)",
      .reference =
          "Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene (2018), Simultaneous evaluation of "
          "criteria and alternatives (SECA) for multi-criteria decision-making, Informatica 29(2)",
      .details =
          "x is z over the highest value, or the lowest value over z where low is better; sigma the standard "
          "deviations of x and pi the sums of 1 - r, each divided by its total. closeness is the paper's beta: the "
          "higher, the closer to the mean of sigma and pi; the paper finds results stable from 3 on. least_weight is "
          "its epsilon. The model is a concave quadratic programme with one optimum; it is solved exactly by an "
          "active set, and the conditions of optimality are verified, or numeric_error is thrown. Scores have to be "
          "above 0. Units with a missing score are left out. A child that is the same for every unit has sigma = pi "
          "= 0."};
  static constexpr claim_set claims = claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() {
    return fields_of(field("closeness", &seca::closeness, "How much closeness counts against performance.").above(0),
                     field("least_weight", &seca::least_weight, "The least weight of a child.").within(0, 1));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const seca&, const seca&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/seca.ipp"
#endif
