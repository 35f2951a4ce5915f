/// PROMETHEE II: the net flow of pairwise preferences.
#pragma once

#include "quindex/aggregate/promethee.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What a unit gains over the others in pairwise comparisons, less what the others gain over it.
struct promethee_2 {
  preference_function function = preference_function::usual;
  double indifference = 0;
  double preference = 0;
  double spread = 1;
  criterion::by_code<preference_function> functions{};
  criterion::by_code<double> indifferences{};
  criterion::by_code<double> preferences{};
  criterion::by_code<double> spreads{};

  static constexpr method_info info{
      .name = "promethee_2",
      .title = "PROMETHEE II",
      .summary = "What a unit gains over the others in pairwise comparisons, less what the others gain over it.",
      .formula = R"(s_i = \frac{1}{n-1}\sum_k \sum_j w_j \big(P_j(x_{ij} - x_{kj}) - P_j(x_{kj} - x_{ij})\big))",
      .reference =
          "Brans, Vincke and Mareschal (1986), How to select and how to rank projects: the PROMETHEE method, "
          "European Journal of Operational Research 24(2)",
      .details =
          "The score is the net flow, from -1 to 1; the measures are its two parts. Usual preferences need no "
          "thresholds and make it a weighted Borda count; the other five functions have thresholds in each "
          "criterion's unit, for all criteria or by code. All but gaussian take O(m n log n) by sorting. A "
          "difference of exactly q does not count, one of exactly p counts in full only in the ramps, as in the "
          "paper. With one unit the score is 0."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() { return promethee_parameters<promethee_2>::fields(); }
  void check(const path& where) const { promethee_parameters<promethee_2>::check(*this, where); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const { return net_flows(flows(all)); }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    preference_flows f = flows(all);
    return {{"positive_flow", std::move(f.positive)}, {"negative_flow", std::move(f.negative)}};
  }

  friend bool operator==(const promethee_2&, const promethee_2&) = default;

 private:
  [[nodiscard]] preference_flows flows(const alternatives& all) const {
    return flows_of(all, promethee_parameters<promethee_2>::preferences(*this, all));
  }
};

}  // namespace aggregate
QUINDEX_END
