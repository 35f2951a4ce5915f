/// Modified TOPSIS: the weights are in the distance.
#pragma once

#include "quindex/aggregate/ideal_distance.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How much nearer a unit is to the best than to the worst that occurs, by weighted distances between ratings.
struct modified_topsis {
  raw_scale scale = raw_scale::vector;

  static constexpr method_info info{
      .name = "modified_topsis",
      .title = "Modified TOPSIS",
      .summary =
          "How much nearer a unit is to the best than to the worst that occurs, by weighted distances between "
          "ratings.",
      .formula =
          R"(s_i = \frac{D_i^-}{D_i^+ + D_i^-}, \qquad D_i^\pm = \Big(\sum_j w_j (r_{ij} - r_j^\pm)^2\Big)^{1/2}, \quad r_{ij} = \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}})",
      .reference =
          "Deng, Yeh and Willis (2000), Inter-company comparison using modified TOPSIS with objective weights, "
          "Computers and Operations Research 27(10)",
      .details =
          "TOPSIS squares each weight together with the difference; here a weight counts once, so that it means the "
          "same as in other weighted distances. With equal weights both give the same scores. The measures are D+ "
          "and D-. A unit as far from the best as from the worst scores 0.5, and so do units that are all the same."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("scale", &modified_topsis::scale, "How raw criteria are made comparable."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    return weighted_distances(all, scale, info.name).closeness();
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return weighted_distances(all, scale, info.name).measures();
  }

  friend bool operator==(const modified_topsis&, const modified_topsis&) = default;
};

}  // namespace aggregate
QUINDEX_END
