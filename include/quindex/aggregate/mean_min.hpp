/// Between the mean and the lowest child.
#pragma once

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The mean, pulled towards the lowest child the further that lies below.
struct mean_min {
  double alpha = 0.5;
  double beta = 0;

  static constexpr method_info info{
      .name = "mean_min",
      .title = "Mean-min function",
      .summary = "The mean, pulled towards the lowest child the further that lies below.",
      .formula = R"(s = M - \alpha \Big( \sqrt{(M - \min_j z_j)^2 + \beta^2} - \beta \Big), \qquad M = \sum_j w_j z_j)",
      .reference =
          "Casadio Tarabusi and Guarini (2013), An unbalance adjustment method for development indicators, Social "
          "Indicators Research 112(1)",
      .details =
          "alpha 0 is the arithmetic mean; alpha 1 with beta 0 is the minimum; a large beta spares small imbalances. "
          "beta is in units of the scores. R's Compind to 3.4 subtracts the means of columns instead, by mistake."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal;

  static constexpr auto fields() {
    return fields_of(
        field("alpha", &mean_min::alpha, "How much imbalance is punished: 0 not at all, 1 fully.").within(0, 1),
        field("beta", &mean_min::beta, "How far children may make up for small imbalances; 0 not at all.").at_least(0));
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    const row::statistics of(z, w);
    const double gap = of.mean - of.lowest;
    if (beta == 0) return of.mean - alpha * gap;
    return of.mean - alpha * (std::sqrt(gap * gap + beta * beta) - beta);
  }

  friend bool operator==(const mean_min&, const mean_min&) = default;
};

}  // namespace aggregate
QUINDEX_END
