/// TOPSIS: near the best that occurs and far from the worst.
#pragma once

#include "quindex/aggregate/ideal_distance.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How much nearer a unit is to the best than to the worst that occurs, between weighted ratings.
struct topsis {
  raw_scale scale = raw_scale::vector;
  ideal_metric distance = ideal_metric::euclidean;

  static constexpr method_info info{
      .name = "topsis",
      .title = "TOPSIS",
      .summary = "How much nearer a unit is to the best than to the worst that occurs, between weighted ratings.",
      .formula =
          R"(s_i = \frac{D_i^-}{D_i^+ + D_i^-}, \qquad D_i^\pm = \Big(\sum_j (w_j r_{ij} - w_j r_j^\pm)^2\Big)^{1/2}, \quad r_{ij} = \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}})",
      .reference = "Hwang and Yoon (1981), Multiple attribute decision making: methods and applications, Springer",
      .details =
          "Hwang and Yoon scale by vector length and measure Euclidean distance. min_max is used by Opricovic and "
          "Tzeng (2004) in their comparison with VIKOR; linear is the linear scale transformation in Hwang and Yoon, "
          "and needs values above 0; sum is common with entropy weights (熵权TOPSIS also uses vector). The measures "
          "are D+ and D-. A unit as far from the best as from the worst scores 0.5, and so do units that are all the "
          "same. Scores depend on which units are there: one that joins or leaves may turn the order of others."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("scale", &topsis::scale, "How raw criteria are made comparable."),
                     field("distance", &topsis::distance, "How differences become one distance."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    return distances_of_weighted(all, scale, distance, info.name).closeness();
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return distances_of_weighted(all, scale, distance, info.name).measures();
  }

  friend bool operator==(const topsis&, const topsis&) = default;
};

}  // namespace aggregate
QUINDEX_END
