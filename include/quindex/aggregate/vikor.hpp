/// VIKOR: a compromise between the good of all criteria and the regret of the worst one.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A compromise between the weighted mean of shortfalls and the largest of them.
struct vikor {
  double strategy = 0.5;

  static constexpr method_info info{
      .name = "vikor",
      .title = "VIKOR",
      .summary = "A compromise between the weighted mean of shortfalls and the largest of them.",
      .formula =
          R"(s_i = 1 - Q_i, \qquad Q_i = v\frac{S_i - S^*}{S^- - S^*} + (1 - v)\frac{R_i - R^*}{R^- - R^*}, \quad S_i = \sum_j d_{ij},\ R_i = \max_j d_{ij},\ d_{ij} = w_j\frac{x_j^+ - x_{ij}}{x_j^+ - x_j^-})",
      .reference =
          "Opricovic and Tzeng (2004), Compromise solution by MCDM methods: a comparative analysis of VIKOR and "
          "TOPSIS, European Journal of Operational Research 156(2)",
      .details =
          "The measures are S (group utility), R (individual regret) and Q, all low when good, and `compromise`: 1 "
          "for the units of the compromise solution. That is the unit with the lowest Q alone if it leads by at "
          "least 1/(n - 1) (acceptable advantage, C1) and is also first by S or by R (acceptable stability, C2); the "
          "first two if only C2 fails; otherwise all whose Q is less than 1/(n - 1) behind. A criterion that is the "
          "same for all units adds nothing; where all S, or all R, are the same, that half of Q is 0."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("strategy", &vikor::strategy,
                           "The weight v of the group's utility against the individual regret; 0.5 is consensus.")
                         .within(0, 1));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const vikor&, const vikor&) = default;

 private:
  struct distances {
    std::vector<double> s, r, q;
  };
  [[nodiscard]] distances of(const alternatives& all) const;
  [[nodiscard]] static std::vector<double> compromise(const distances& d);
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/vikor.ipp"
#endif
