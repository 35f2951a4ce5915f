/// The adjusted Mazziotta-Pareto index: comparable between years.
#pragma once

#include "quindex/aggregate/imbalance.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The mean of children between 70 and 130, less (or plus) what their imbalance costs; comparable between years.
struct ampi {
  penalty imbalance = penalty::subtract;

  static constexpr method_info info{
      .name = "ampi",
      .title = "Adjusted Mazziotta-Pareto index",
      .summary =
          "The mean of children between 70 and 130, less (or plus) what their imbalance costs; comparable between "
          "years.",
      .formula = R"(s = M \mp S \cdot \frac{S}{M}, \qquad M = \sum_j w_j z_j, \quad S^2 = \sum_j w_j (z_j - M)^2)",
      .reference =
          "Mazziotta and Pareto (2016), On a generalized non-compensatory composite index for measuring socio-economic "
          "phenomena, Social Indicators Research 127(3)",
      .details =
          "The other half of the method is the scale: 70 + 60 (x - low)/(high - low) with goalposts that lie "
          "symmetrically around a reference value, which therefore scores 100, and are kept for all years "
          "(normalise with `goalposts`, low = 70, high = 130). As the scores do not depend on the mean and spread of "
          "one year, levels can be compared over time, which those of the MPI cannot. Always divided by the number "
          "of children. Used by Istat for its measures of equitable and sustainable well-being (BES). A higher child "
          "can lower the score where it makes the unit less balanced, so that a unit can score below another that is "
          "nowhere better: there is no promise to be `monotone`, and a note of the result says so. Scores below 0 are "
          "refused."};
  static constexpr claim_set claims = claim::idempotent | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("imbalance", &ampi::imbalance, "Whether imbalance is subtracted (high is good) or added (high is bad)."));
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] bool breaks_dominance() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const { return row::unbalanced_mean(z, w, imbalance, 0); }
  void contributions(column_view z, column_view w, std::span<double> out) const {
    row::unbalanced_parts(z, w, imbalance, 0, out);
  }

  friend bool operator==(const ampi&, const ampi&) = default;
};

}  // namespace aggregate
QUINDEX_END
