/// CoCoSo: a compromise of three ways to combine a sum and a sum of powers.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A compromise of three strategies that combine a weighted sum and a sum of powers.
struct cocoso {
  double lambda = 0.5;

  static constexpr method_info info{
      .name = "cocoso",
      .title = "CoCoSo",
      .summary = "A compromise of three strategies that combine a weighted sum and a sum of powers.",
      .formula =
          R"(s_i = \sqrt[3]{a_i b_i c_i} + \frac{a_i + b_i + c_i}{3}, \quad a_i = \frac{P_i + S_i}{\sum_k (P_k + S_k)},\ b_i = \frac{S_i}{\min_k S_k} + \frac{P_i}{\min_k P_k},\ c_i = \frac{\lambda S_i + (1 - \lambda) P_i}{\lambda \max_k S_k + (1 - \lambda)\max_k P_k}; \quad S_i = \sum_j w_j r_{ij},\ P_i = \sum_j r_{ij}^{w_j})",
      .reference =
          "Yazdani, Zarate, Zavadskas and Turskis (2019), A combined compromise solution (CoCoSo) method for "
          "multi-criteria decision-making problems, Management Decision 57(9)",
      .details =
          "r are min-max scores of the criteria. The measures are S, P, a, b and c. b divides by the lowest S: where "
          "a unit is the worst on every criterion that is 0, and an error names the unit. A criterion that is the "
          "same for all units counts as at its best."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("lambda", &cocoso::lambda, "The part of the sum in the third strategy; the rest is the powers.")
            .within(0, 1));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const cocoso&, const cocoso&) = default;

 private:
  struct strategies {
    std::vector<double> s, p, a, b, c;
  };
  [[nodiscard]] strategies of(const alternatives& all) const;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/cocoso.ipp"
#endif
