/// OCRA: operational competitiveness from costs and revenues.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How much better a unit is than the worst, criterion by criterion, in multiples of the lowest value.
struct ocra {
  static constexpr method_info info{
      .name = "ocra",
      .title = "OCRA",
      .summary = "How much better a unit is than the worst, criterion by criterion, in multiples of the lowest value.",
      .formula =
          R"(s_i = t_i - \min_k t_k, \qquad t_i = \sum_{j \in \text{benefit}} w_j \frac{x_{ij} - \min_k x_{kj}}{\min_k x_{kj}} + \sum_{j \in \text{cost}} w_j \frac{\max_k x_{kj} - x_{ij}}{\min_k x_{kj}})",
      .reference =
          "Parkan (1994), Operational competitiveness ratings of production units, Managerial and Decision Economics "
          "15(3); Parkan and Wu (2000), Comparison of three modern multicriteria decision-making tools, International "
          "Journal of Systems Science 31(4)",
      .details =
          "Operational competitiveness rating. The worst unit scores 0. Values have to be above 0. A criterion with a "
          "small lowest value counts much."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    criterion::need_positive(all, info.name);
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      for (std::size_t i = 0; i < out.size(); ++i)
        out[i] += all.weights[j] * std::abs(all.columns[j][i] - reach.worst) / reach.low();
    }
    const double lowest = numeric::range(out).low;
    for (double& total : out) total -= lowest;
    return out;
  }

  friend bool operator==(const ocra&, const ocra&) = default;
};

}  // namespace aggregate
QUINDEX_END
