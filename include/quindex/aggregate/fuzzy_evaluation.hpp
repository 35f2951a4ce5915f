/// Fuzzy comprehensive evaluation: memberships in grades, composed over criteria.
#pragma once

#include <array>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How weights and memberships are composed: what weight does to a membership, then what is made of all criteria.
enum class fuzzy_operator {
  product_sum,      ///< M(·, ⊕): the weighted mean of memberships.
  minimum_maximum,  ///< M(∧, ∨): the largest of the smaller of weight and membership; Zadeh's.
  product_maximum,  ///< M(·, ∨): the largest product.
  minimum_sum       ///< M(∧, ⊕): the sum of the smaller of weight and membership, at most 1.
};

/// A unit's mean grade after its memberships in all grades have been composed over criteria.
struct fuzzy_evaluation {
  std::vector<double> grades{0, 25, 50, 75, 100};
  criterion::by_code<std::vector<double>> thresholds{};
  fuzzy_operator compose_by = fuzzy_operator::product_sum;

  static constexpr method_info info{
      .name = "fuzzy_evaluation",
      .title = "Fuzzy comprehensive evaluation",
      .summary = "A unit's mean grade after its memberships in all grades have been composed over criteria.",
      .formula =
          R"(s_i = \frac{\sum_l b_{il}\, g_l}{\sum_l b_{il}}, \qquad b_i = w \circ R_i, \qquad R_{jl} = \mu_l(x_{ij}))",
      .reference =
          "Zadeh (1965), Fuzzy sets, Information and Control 8(3); Wang (1983), The Theory of Fuzzy Sets and its "
          "Applications (模糊集合论及其应用), Shanghai Scientific and Technical Publishers",
      .details =
          "模糊综合评价. `grades` are the values of the grades, the worst first. A criterion's `thresholds`, by code "
          "and "
          "from the worst grade to the best (falling where low is good), are where each grade holds fully; in between "
          "memberships are shared linearly between the two neighbours, beyond the ends they are 1. Without thresholds "
          "the grades are spread evenly from the worst to the best unit. Operators: M(·,⊕), the default, keeps all "
          "information; M(∧,∨), M(·,∨) and M(∧,⊕) let single criteria decide, and with them a unit that dominates "
          "another can score lower. Measures: `grade_1` ... are the composed memberships divided by their sum, `grade` "
          "the one with the largest membership (the lower of equal ones)."};

  static constexpr auto fields() {
    return fields_of(field("grades", &fuzzy_evaluation::grades, "The value of every grade, the worst first."),
                     field("thresholds", &fuzzy_evaluation::thresholds,
                           "Per criterion, by code, where each grade holds fully, the worst grade first."),
                     field("compose_by", &fuzzy_evaluation::compose_by,
                           "The operators: product_sum, minimum_maximum, product_maximum or minimum_sum."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;
  /// Adds one criterion's membership in a grade to what those before it made of it, starting from 0.
  [[nodiscard]] static double composed(fuzzy_operator by, double before, double weight, double membership);

  friend bool operator==(const fuzzy_evaluation&, const fuzzy_evaluation&) = default;

 private:
  [[nodiscard]] std::vector<std::vector<double>> memberships(const alternatives& all) const;
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::fuzzy_operator> {
  static constexpr auto names =
      std::to_array<std::string_view>({"product_sum", "minimum_maximum", "product_maximum", "minimum_sum"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/fuzzy_evaluation.ipp"
#endif
