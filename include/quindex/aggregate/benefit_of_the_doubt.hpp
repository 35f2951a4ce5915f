/// Benefit of the doubt: every unit is judged with the weights that suit it best.
#pragma once

#include <array>
#include <optional>

#include "quindex/aggregate/concept.hpp"
#include "quindex/numeric/envelopment.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What the bounds of benefit of the doubt are on.
enum class shares_of { weights, contributions };

/// The best weighted sum a unit can have with weights of its own, under which no unit exceeds 1.
struct benefit_of_the_doubt {
  double lowest_share = 0;
  double highest_share = 1;
  std::optional<double> deviation{};
  shares_of of = shares_of::weights;

  static constexpr method_info info{
      .name = "benefit_of_the_doubt",
      .title = "Benefit of the doubt",
      .summary = "The best weighted sum a unit can have with weights of its own, under which no unit exceeds 1.",
      .formula =
          R"(s_i = \max_{w \ge 0} \Big\{ \sum_j w_j z_{ij} : \sum_j w_j z_{kj} \le 1 \ \forall k,\ l \sum_h w_h \le w_j \le u \sum_h w_h \Big\})",
      .reference =
          "Melyn and Moesen (1991), Towards a synthetic indicator of macroeconomic performance, KU Leuven Public "
          "Economics Research Paper 17; Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), An introduction to benefit "
          "of the doubt composite indicators, Social Indicators Research 82",
      .details =
          "Data envelopment analysis with one input of 1. Scores lie between 0 and 1 and say how near a unit comes to "
          "the best of its kind. Without bounds a unit may put all its weight on one child, and many units score 1. "
          "The bounds are shares: of the sum of the weights (the Handbook's Table 19, where the children should be on "
          "one scale), or of what each child contributes to the unit's own score (the pie shares of Cherchye and "
          "others 2007). With `deviation` d the share of a child lies between (1 - d) and (1 + d) times its given "
          "weight; the given weights have no other part. A unit with a 0 in a child that has to contribute scores 0. "
          "The scores are unique, the weights of a unit may not be: `measures` shows one best choice. Values have to "
          "be at least 0; a criterion that is better when low enters as 1/x. Every optimum is proven by its dual."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("lowest_share", &benefit_of_the_doubt::lowest_share, "Every child has at least this share.").within(0, 1),
        field("highest_share", &benefit_of_the_doubt::highest_share, "Every child has at most this share.")
            .within(0, 1),
        field("deviation", &benefit_of_the_doubt::deviation,
              "How far the share of a child may be from its given weight, relative to it; none for any distance.")
            .within(0, 1),
        field("of", &benefit_of_the_doubt::of,
              "What is shared out: the sum of the weights, or what the children contribute to a unit's own score."));
  }
  void check(const path& where) const;
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const { return envelop(all, false).scores; }
  /// For each child its weight and its share in the unit's score.
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const benefit_of_the_doubt&, const benefit_of_the_doubt&) = default;

 private:
  [[nodiscard]] numeric::envelopment envelop(const alternatives& all, bool peers) const;
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::shares_of> {
  static constexpr auto names = std::to_array<std::string_view>({"weights", "contributions"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/benefit_of_the_doubt.ipp"
#endif
