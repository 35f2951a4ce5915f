/// MULTIMOORA: three rankings, of which the majority counts.
#pragma once

#include "quindex/aggregate/moora_parts.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The share of other units that a unit beats in at least two of three rankings: ratio, reference point, product.
struct multimoora {
  static constexpr method_info info{
      .name = "multimoora",
      .title = "MULTIMOORA",
      .summary =
          "The share of other units that a unit beats in at least two of three rankings: ratio, reference point, "
          "product.",
      .formula =
          R"(s_i = \frac{1}{n - 1}\Big(\#\{k : i \succ k\} + \tfrac12 \#\{k : i \sim k\}\Big), \qquad U_i = \prod_j x_{ij}^{\pm w_j})",
      .reference =
          "Brauers and Zavadskas (2010), Project management by MULTIMOORA as an instrument for transition economies, "
          "Technological and Economic Development of Economy 16(1)",
      .details =
          "The measures are the three parts: the ratio system y, the distance from the reference point z (low is "
          "good), and the full multiplicative form U, benefits over costs, each to the power of its weight (the "
          "paper has none: with equal weights the order is the same). The paper joins the rankings by dominance "
          "theory: a unit comes before another when it does so in most of them (general dominance), and in all three "
          "(absolute dominance) all the more. That can go in a circle, so here each unit counts whom it comes "
          "before, and draws for half. Needs values above 0. A single unit scores 1."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const multimoora&, const multimoora&) = default;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/multimoora.ipp"
#endif
