/// MAIRCA: the gap between what a unit could earn and what it earns.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What a unit earns of its theoretical share of every criterion.
struct mairca {
  static constexpr method_info info{
      .name = "mairca",
      .title = "MAIRCA",
      .summary = "What a unit earns of its theoretical share of every criterion.",
      .formula =
          R"(s_i = \frac1n - Q_i, \qquad Q_i = \sum_j \frac{w_j}{n} \Big(1 - \frac{x_{ij} - x_j^-}{x_j^+ - x_j^-}\Big))",
      .reference =
          "Pamucar, Vasin and Lukovac (2014), Selection of railway level crossings for investing in security equipment "
          "using hybrid DEMATEL-MARICA model, XVI International Scientific-expert Conference on Railways, Nis",
      .details =
          "Multi-attributive ideal-real comparative analysis. Every unit is thought equally likely to be chosen, so "
          "its theoretical share of a criterion is w/n. The measure `gap` is the paper's Q, low being good; the score "
          "is 1/n - Q, what is earned. A criterion that is the same for all units counts as at its best."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out(all.size(), 0.0);
    const double chance = 1 / static_cast<double>(all.size());
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += chance * all.weights[j] * reach.share(all.columns[j][i]);
    }
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    std::vector<double> gap(all.size(), 0.0);
    const double chance = 1 / static_cast<double>(all.size());
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      for (std::size_t i = 0; i < gap.size(); ++i)
        gap[i] += chance * all.weights[j] * (1 - reach.share(all.columns[j][i]));
    }
    return {{"gap", std::move(gap)}};
  }

  friend bool operator==(const mairca&, const mairca&) = default;
};

}  // namespace aggregate
QUINDEX_END
