/// PROMETHEE I: the positive and the negative flow, which make a partial order.
#pragma once

#include "quindex/aggregate/promethee.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What a unit gains over the others and what the others gain over it, kept apart: a partial order.
struct promethee_1 {
  preference_function function = preference_function::usual;
  double indifference = 0;
  double preference = 0;
  double spread = 1;
  criterion::by_code<preference_function> functions{};
  criterion::by_code<double> indifferences{};
  criterion::by_code<double> preferences{};
  criterion::by_code<double> spreads{};

  static constexpr method_info info{
      .name = "promethee_1",
      .title = "PROMETHEE I",
      .summary = "What a unit gains over the others and what the others gain over it, kept apart: a partial order.",
      .formula =
          R"(\phi_i^+ = \frac{1}{n-1}\sum_k \sum_j w_j P_j(x_{ij} - x_{kj}), \quad \phi_i^- = \frac{1}{n-1}\sum_k \sum_j w_j P_j(x_{kj} - x_{ij}), \qquad s_i = \phi_i^+ - \phi_i^-)",
      .reference =
          "Brans, Vincke and Mareschal (1986), How to select and how to rank projects: the PROMETHEE method, "
          "European Journal of Operational Research 24(2)",
      .details =
          "The measures are the positive flow (what a unit gains, high is good) and the negative (what others gain "
          "over it, low is good). A unit outranks another if it is at least as good in both flows and better in one; "
          "units with each one flow better are incomparable, which the score, the net flow of PROMETHEE II, does not "
          "show. Thresholds are in each criterion's unit, after the table's own treatment, and may be given by code. "
          "With one unit the flows are 0."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() { return promethee_parameters<promethee_1>::fields(); }
  void check(const path& where) const { promethee_parameters<promethee_1>::check(*this, where); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const { return net_flows(flows(all)); }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    preference_flows f = flows(all);
    return {{"positive_flow", std::move(f.positive)}, {"negative_flow", std::move(f.negative)}};
  }

  friend bool operator==(const promethee_1&, const promethee_1&) = default;

 private:
  [[nodiscard]] preference_flows flows(const alternatives& all) const {
    return flows_of(all, promethee_parameters<promethee_1>::preferences(*this, all));
  }
};

}  // namespace aggregate
QUINDEX_END
