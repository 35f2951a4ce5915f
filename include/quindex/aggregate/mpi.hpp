/// The Mazziotta-Pareto index: the mean less what imbalance costs.
#pragma once

#include "quindex/aggregate/imbalance.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The mean of the children, less (or plus) what their imbalance costs: their standard deviation times their
/// coefficient of variation.
struct mpi {
  penalty imbalance = penalty::subtract;
  int ddof = 0;

  static constexpr method_info info{
      .name = "mpi",
      .title = "Mazziotta-Pareto index",
      .summary =
          "The mean of the children, less (or plus) what their imbalance costs: their standard deviation times their "
          "coefficient of variation.",
      .formula =
          R"(s = M \mp S \cdot \frac{S}{M}, \qquad M = \sum_j w_j z_j, \quad S^2 = \sum_j w_j (z_j - M)^2 \cdot \frac{m}{m - \mathrm{ddof}})",
      .reference =
          "De Muro, Mazziotta and Pareto (2011), Composite indices of development and poverty: an application to MDGs, "
          "Social Indicators Research 104(1); Mazziotta and Pareto (2016), On a generalized non-compensatory composite "
          "index for measuring socio-economic phenomena, Social Indicators Research 127(3)",
      .details =
          "Meant for scores of 100 + 10 z (z_score with mean 100 and sd 10). The papers divide by m (`ddof` 0) and "
          "weigh children equally; R's Compind divides by m - 1. Weights are taken as probabilities. A higher child "
          "can lower the score where it makes the unit less balanced, and a very unbalanced unit can score below its "
          "lowest child, or below another unit that is nowhere better: there is no promise to be `monotone`, and a "
          "note of the result says so. Scores below 0 are refused; children that are all 0 score 0."};
  static constexpr claim_set claims = claim::idempotent | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("imbalance", &mpi::imbalance, "Whether imbalance is subtracted (high is good) or added (high is bad)."),
        field("ddof", &mpi::ddof, "What is subtracted from the number of children: 0, or 1 as in Compind.")
            .within(0, 1));
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] bool breaks_dominance() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const { return row::unbalanced_mean(z, w, imbalance, ddof); }
  void contributions(column_view z, column_view w, std::span<double> out) const {
    row::unbalanced_parts(z, w, imbalance, ddof, out);
  }

  friend bool operator==(const mpi&, const mpi&) = default;
};

}  // namespace aggregate
QUINDEX_END
