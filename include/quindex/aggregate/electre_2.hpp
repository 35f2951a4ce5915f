/// ELECTRE II: a ranking from strong and weak outranking, forwards and backwards.
#pragma once

#include "quindex/aggregate/electre.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A ranking from strong and weak outranking: the mean of one from the best down and one from the worst up.
struct electre_2 {
  double concordance_high = 0.65;
  double concordance_middle = 0.5;
  double concordance_low = 0.35;
  double discordance_high = 0.65;
  double discordance_low = 0.35;
  bool strict_lead = false;
  electre_scale scale = electre_scale::range;

  static constexpr method_info info{
      .name = "electre_2",
      .title = "ELECTRE II",
      .summary =
          "A ranking from strong and weak outranking: the mean of one from the best down and one from the worst up.",
      .formula =
          R"(\begin{aligned} a\,S^F b &\iff W^+ \ge W^- \text{ and } \big((c \ge c_1, d \le d_1) \text{ or } (c \ge c_2, d \le d_2)\big) \\ a\,S^f b &\iff W^+ \ge W^-,\ c \ge c_3,\ d \le d_1 \end{aligned} \qquad s_i = \frac{n - (r_i^{\downarrow} + r_i^{\uparrow})/2}{n - 1})",
      .reference =
          "Roy and Bertier (1973), La methode ELECTRE II: une application au media-planning, in Operational Research "
          "'72, North-Holland",
      .details =
          "c1 to c3 are the high, middle and low concordance, d1 and d2 the high and low discordance; W+ and W- are "
          "the weights of the criteria where a is better and where b is; Gomes et al. (2004), and programs after "
          "them, ask for W+ > W- (strict_lead). From those that remain, the forward ranking takes the ones not "
          "strongly outranked, weak outranking deciding among them; the reverse ranking does so with all arcs "
          "turned. Measures: `forward_rank`, `reverse_rank` (counted from the best) and `mean_rank`, the paper's "
          "result. Units that outrank one another in a circle share a rank. The score is 1 for rank 1, and 1 for a "
          "single unit. Time and memory grow with the square of the number of units."};
  static constexpr claim_set claims = claim::dominance;

  static constexpr auto fields() {
    return fields_of(
        field("concordance_high", &electre_2::concordance_high, "The weight for strong outranking.").within(0, 1),
        field("concordance_middle", &electre_2::concordance_middle,
              "The weight for strong outranking where discordance is low.")
            .within(0, 1),
        field("concordance_low", &electre_2::concordance_low, "The weight for weak outranking.").within(0, 1),
        field("discordance_high", &electre_2::discordance_high,
              "The lead of the other that strong (with high concordance) and weak outranking bear.")
            .within(0, 1),
        field("discordance_low", &electre_2::discordance_low,
              "The lead of the other that strong outranking bears with middle concordance.")
            .within(0, 1),
        field("strict_lead", &electre_2::strict_lead, "Whether outranking needs W+ above W-, not just as high."),
        field("scale", &electre_2::scale, "How differences of criteria are made comparable."));
  }
  /// Throws where the thresholds are out of order.
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const electre_2&, const electre_2&) = default;

 private:
  struct rankings {
    std::vector<double> forward, reverse;
  };
  [[nodiscard]] rankings of(const alternatives& all) const;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/electre_2.ipp"
#endif
