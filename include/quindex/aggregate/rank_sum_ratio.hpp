/// The rank-sum ratio, with its probit regression and bands.
#pragma once

#include <array>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How values become ranks.
enum class rank_form {
  integer,     ///< 1 for the worst to n for the best, ties sharing the mean of their ranks.
  non_integer  ///< 1 + (n - 1) times the place between the worst and the best value.
};

/// The mean rank of a unit as a share of the number of units; with bands from a regression on normal quantiles.
struct rank_sum_ratio {
  rank_form form = rank_form::integer;
  int bands = 3;
  bool fitted = false;

  static constexpr method_info info{
      .name = "rank_sum_ratio",
      .title = "Rank-sum ratio (RSR)",
      .summary =
          "The mean rank of a unit as a share of the number of units; with bands from a regression on normal "
          "quantiles.",
      .formula = R"(s_i = \frac1n \sum_j w_j R_{ij}, \qquad \hat s = a + b\,(5 + \Phi^{-1}(p)))",
      .reference =
          "Tian (1988), Rank-sum ratio method and its applications (秩和比法及其应用), Chinese Physician 23(2); Tian "
          "(1993), The Rank-Sum Ratio Method (秩和比法), China Statistics Press",
      .details =
          "秩和比法. The higher the rank the better; criteria that are worse when high are ranked the other way "
          "round. The distinct ratios, in order, get the cumulative share p of their mean rank among all units, the "
          "last 1 - 1/(4n), and its probit 5 + z; the ratios are then regressed on the probits (once for every "
          "distinct ratio) and the fitted values cut at fixed probits: at 4 and 6 for three bands, 3.5, 5 and 6.5 for "
          "four, 3.2, 4.4, 5.6 and 6.8 for five. Measures: `ratio`, `share`, `probit`, `fitted` and `band` (1 is the "
          "best); fitted and band are missing where there is a single distinct ratio. `fitted` scores by the "
          "regression; the order is the same. Integer ranks only look at order; the non-integer form keeps distances."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("form", &rank_sum_ratio::form, "How values become ranks: integer or non_integer."),
        field("bands", &rank_sum_ratio::bands, "How many bands units fall into.").within(3, 5),
        field("fitted", &rank_sum_ratio::fitted, "Whether the fitted value is the score, where there is one."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const rank_sum_ratio&, const rank_sum_ratio&) = default;
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::rank_form> {
  static constexpr auto names = std::to_array<std::string_view>({"integer", "non_integer"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/rank_sum_ratio.ipp"
#endif
