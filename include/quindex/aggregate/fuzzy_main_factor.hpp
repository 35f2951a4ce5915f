/// Fuzzy comprehensive evaluation in which main factors decide.
#pragma once

#include <array>

#include "quindex/aggregate/fuzzy_grades.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How weights and memberships are composed so that heavy criteria decide.
enum class main_factor {
  minimum_maximum,  ///< M(∧, ∨): the largest of the smaller of weight and membership; Zadeh's.
  product_maximum,  ///< M(·, ∨): the largest product.
  minimum_sum       ///< M(∧, ⊕): the sum of the smaller of weight and membership, at most 1.
};

/// A unit's mean grade where its membership in a grade is decided by few heavy criteria.
struct fuzzy_main_factor {
  std::vector<double> grades{0, 25, 50, 75, 100};
  fuzzy::thresholds_by_code thresholds{};
  main_factor compose_by = main_factor::minimum_maximum;

  static constexpr method_info info{
      .name = "fuzzy_main_factor",
      .title = "Fuzzy comprehensive evaluation by main factors",
      .summary = "A unit's mean grade where its membership in a grade is decided by few heavy criteria.",
      .formula =
          R"(s_i = \frac{\sum_l b_{il}\, g_l}{\sum_l b_{il}}, \qquad b_{il} = \max_j \min(w_j, \mu_l(x_{ij})), \; \max_j w_j \mu_l(x_{ij}) \;\text{or}\; \min\big(1, \textstyle\sum_j \min(w_j, \mu_l(x_{ij}))\big))",
      .reference =
          "Zadeh (1965), Fuzzy sets, Information and Control 8(3); Wang (1983), The Theory of Fuzzy Sets and its "
          "Applications (模糊集合论及其应用), Shanghai Scientific and Technical Publishers",
      .details =
          "模糊综合评价 with the operators M(∧,∨) (主因素决定型), M(·,∨) or M(∧,⊕) (主因素突出型). They lose "
          "information, and a unit that dominates another can score lower; fuzzy_evaluation averages instead. "
          "`grades` are the values of the grades, the worst first. A criterion's `thresholds`, by code and from the "
          "worst grade to the best (falling where low is good), are where each grade holds fully; in between "
          "memberships are shared linearly between the two neighbours, beyond the ends they are 1. Without thresholds "
          "the grades are spread evenly from the worst to the best unit. Measures: `grade_1` ... are the composed "
          "memberships divided by their sum, `grade` the one with the largest (the lower of equal ones)."};

  static constexpr auto fields() {
    return fields_of(field("grades", &fuzzy_main_factor::grades, "The value of every grade, the worst first."),
                     field("thresholds", &fuzzy_main_factor::thresholds,
                           "Per criterion, by code, where each grade holds fully, the worst grade first."),
                     field("compose_by", &fuzzy_main_factor::compose_by,
                           "The operators: minimum_maximum, product_maximum or minimum_sum."));
  }
  void check(const path& where) const { fuzzy::check_grades(grades, thresholds, where); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    return fuzzy::mean_grades(grades, fuzzy::memberships(grades, thresholds, by(), all));
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return fuzzy::grade_measures(fuzzy::memberships(grades, thresholds, by(), all));
  }

  friend bool operator==(const fuzzy_main_factor&, const fuzzy_main_factor&) = default;

 private:
  [[nodiscard]] fuzzy::operators by() const {
    switch (compose_by) {
      case main_factor::product_maximum:
        return fuzzy::operators::product_maximum;
      case main_factor::minimum_sum:
        return fuzzy::operators::minimum_sum;
      default:
        return fuzzy::operators::minimum_maximum;
    }
  }
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::main_factor> {
  static constexpr auto names = std::to_array<std::string_view>({"minimum_maximum", "product_maximum", "minimum_sum"});
};
}  // namespace describe
QUINDEX_END
