/// AROMAN: two normalisations in one.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A sum of powers of benefits and of costs, each averaged over two normalisations.
struct aroman {
  double beta = 0.5;
  double lambda = 0.5;

  static constexpr method_info info{
      .name = "aroman",
      .title = "AROMAN",
      .summary = "A sum of powers of benefits and of costs, each averaged over two normalisations.",
      .formula =
          R"(s_i = L_i^{\lambda} + A_i^{1 - \lambda}, \quad L_i = \sum_{j \in \text{cost}} w_j t_{ij}, \quad A_i = \sum_{j \in \text{benefit}} w_j t_{ij}, \quad t_{ij} = \tfrac12 \Big( \beta \frac{x_{ij} - \min}{\max - \min} + (1 - \beta) \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}} \Big))",
      .reference =
          "Boskovic, Svadlenka, Jovcic, Dobrodolac, Simic and Bacanin (2023), An alternative ranking order method "
          "(AROMAN), a case study of the electric vehicle selection problem, IEEE Access 11",
      .details =
          "As published, the costs are added: of two units that differ only in a cost, the dearer one scores higher. "
          "It therefore breaks dominance where there are cost criteria and is here for comparison. In an index all "
          "scores are better when high, so there are no costs and the score grows with every criterion. Values have "
          "to be 0 or more. A criterion that is the same for all units counts as 1 in the first normalisation."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("beta", &aroman::beta, "The share of the min-max normalisation; the rest is by length.").within(0, 1),
        field("lambda", &aroman::lambda, "The exponent of the costs; one minus it that of the benefits.").within(0, 1));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const std::vector<double> costs = side(all, false);
    std::vector<double> out = side(all, true);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = power(costs[i], lambda) + power(out[i], 1 - lambda);
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return {{"benefits", side(all, true)}, {"costs", side(all, false)}};
  }

  friend bool operator==(const aroman&, const aroman&) = default;

 private:
  /// A side without criteria adds nothing, whatever its exponent.
  [[nodiscard]] static double power(double x, double exponent) { return x == 0 ? 0.0 : numeric::pow(x, exponent); }
  [[nodiscard]] std::vector<double> side(const alternatives& all, bool benefits) const {
    criterion::need_non_negative(all, info.name);
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      if (all.better_when_high[j] != benefits) continue;
      const numeric::extent reach = numeric::range(all.columns[j]);
      const criterion::ends rising{reach.low, reach.high};
      const double length = criterion::length(all.columns[j]);
      for (std::size_t i = 0; i < out.size(); ++i) {
        const double x = all.columns[j][i];
        out[i] += all.weights[j] * 0.5 * (beta * rising.share(x) + (1 - beta) * criterion::over(x, length));
      }
    }
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
