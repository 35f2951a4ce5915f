/// COMET: characteristic objects, judged in pairs, and fuzzy rules between them.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A score read off a grid of characteristic objects that have been compared with one another.
struct comet {
  criterion::by_code<std::vector<double>> characteristic_values{};
  std::vector<std::vector<double>> judgements{};

  static constexpr method_info info{
      .name = "comet",
      .title = "COMET",
      .summary = "A score read off a grid of characteristic objects that have been compared with one another.",
      .formula =
          R"(s_i = \sum_{o} P_o \prod_j \mu_{oj}(x_{ij}), \qquad P_o = \frac{\mathrm{rank}(\sum_q \alpha_{oq}) - 1}{k - 1}, \qquad \alpha_{oq} \in \{0, \tfrac12, 1\})",
      .reference =
          "Salabun (2015), The characteristic objects method: a new distance-based approach to multicriteria "
          "decision-making problems, Journal of Multi-Criteria Decision Analysis 22(1-2)",
      .details =
          "Characteristic objects method. The `characteristic_values` of a criterion, by code and rising, are the "
          "corners of triangular memberships; without them they are the lowest, the mean and the highest value of the "
          "units. Every combination of them is a characteristic object, the values of the last criterion changing "
          "fastest. `judgements` is the expert's matrix of comparisons: 1 where the row's object is better, 0.5 where "
          "both are alike, 0 where the column's is. Without one the expert is the weighted sum of the places of "
          "values between their criterion's ends, and a unit that dominates another never scores lower; a given "
          "matrix is not checked for that. The k different sums of judgements are spread evenly over [0, 1]. With "
          "given values no unit's score depends on the others, so there is no rank reversal. A value outside them is "
          "an error. There may be up to 1,048,576 objects."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("characteristic_values", &comet::characteristic_values,
                           "Per criterion the values of the grid, rising, by code; otherwise lowest, mean, highest."),
                     field("judgements", &comet::judgements,
                           "Comparisons of all characteristic objects: 1, 0.5 or 0; otherwise by the weighted sum.")
                         .within(0, 1));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;

  friend bool operator==(const comet&, const comet&) = default;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/comet.ipp"
#endif
