/// The Borda count.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How many units a unit is ahead of, averaged over criteria.
struct borda {
  static constexpr method_info info{
      .name = "borda",
      .title = "Borda count",
      .summary = "How many units a unit is ahead of, averaged over criteria.",
      .formula = R"(s_i = \sum_j w_j (n - R_{ij}))",
      .reference =
          "Borda (1784), Memoire sur les elections au scrutin, Histoire de l'Academie Royale des Sciences for 1781; "
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.3",
      .details =
          "R is the rank, 1 being best; tied units share the mean of their ranks. Only the order of values counts. "
          "Adding or dropping a unit can change the order of others."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const std::size_t n = all.size();
    std::vector<double> out(n, 0.0);
    std::vector<double> rank(n);
    numeric::ranker sorter;
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      sorter.ranks(all.columns[j], ties::average, all.better_when_high[j], rank);
      for (std::size_t i = 0; i < n; ++i) out[i] += all.weights[j] * (static_cast<double>(n) - rank[i]);
    }
    return out;
  }

  friend bool operator==(const borda&, const borda&) = default;
};

}  // namespace aggregate
QUINDEX_END
