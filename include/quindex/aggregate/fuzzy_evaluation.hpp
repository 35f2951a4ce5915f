/// Fuzzy comprehensive evaluation: memberships in grades, averaged over criteria.
#pragma once

#include "quindex/aggregate/fuzzy_grades.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A unit's mean grade after its memberships in all grades have been averaged over criteria.
struct fuzzy_evaluation {
  std::vector<double> grades{0, 25, 50, 75, 100};
  fuzzy::thresholds_by_code thresholds{};

  static constexpr method_info info{
      .name = "fuzzy_evaluation",
      .title = "Fuzzy comprehensive evaluation",
      .summary = "A unit's mean grade after its memberships in all grades have been averaged over criteria.",
      .formula = R"(s_i = \sum_l b_{il}\, g_l, \qquad b_{il} = \sum_j w_j\, \mu_l(x_{ij}))",
      .reference =
          "Zadeh (1965), Fuzzy sets, Information and Control 8(3); Wang (1983), The Theory of Fuzzy Sets and its "
          "Applications (模糊集合论及其应用), Shanghai Scientific and Technical Publishers",
      .details =
          "模糊综合评价 with the operators M(·,⊕) (加权平均型), which keep all information; fuzzy_main_factor has the "
          "others. `grades` are the values of the grades, the worst first. A criterion's `thresholds`, by code and "
          "from the worst grade to the best (falling where low is good), are where each grade holds fully; in between "
          "memberships are shared linearly between the two neighbours, beyond the ends they are 1. Without thresholds "
          "the grades are spread evenly from the worst to the best unit. Measures: `grade_1` ... are the memberships, "
          "`grade` the one with the largest (the lower of equal ones)."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("grades", &fuzzy_evaluation::grades, "The value of every grade, the worst first."),
                     field("thresholds", &fuzzy_evaluation::thresholds,
                           "Per criterion, by code, where each grade holds fully, the worst grade first."));
  }
  void check(const path& where) const { fuzzy::check_grades(grades, thresholds, where); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    return fuzzy::mean_grades(grades, fuzzy::memberships(grades, thresholds, fuzzy::operators::product_sum, all));
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return fuzzy::grade_measures(fuzzy::memberships(grades, thresholds, fuzzy::operators::product_sum, all));
  }

  friend bool operator==(const fuzzy_evaluation&, const fuzzy_evaluation&) = default;
};

}  // namespace aggregate
QUINDEX_END
