/// Memberships in grades, and their composition over criteria: what the fuzzy evaluations share.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate::fuzzy {

/// Per criterion the values at which each grade holds fully, the worst grade first.
using thresholds_by_code = criterion::by_code<std::vector<double>>;

/// What weight does to a membership, then what is made of all criteria.
enum class operators {
  product_sum,      ///< M(·, ⊕): the weighted mean of memberships.
  minimum_maximum,  ///< M(∧, ∨): the largest of the smaller of weight and membership; Zadeh's.
  product_maximum,  ///< M(·, ∨): the largest product.
  minimum_sum       ///< M(∧, ⊕): the sum of the smaller of weight and membership, at most 1.
};

/// Adds one criterion's membership in a grade to what those before it made of it, starting from 0.
[[nodiscard]] double composed(operators by, double before, double weight, double membership);
/// Throws unless grades rise, and thresholds go one way and are as many.
void check_grades(const std::vector<double>& grades, const thresholds_by_code& thresholds, const path& where);
/// The composed memberships, a column of units per grade, divided by their sum. A criterion without thresholds has its
/// grades spread evenly from its worst to its best value.
[[nodiscard]] std::vector<std::vector<double>> memberships(const std::vector<double>& grades,
                                                           const thresholds_by_code& thresholds, operators by,
                                                           const alternatives& all);
/// The mean grade of every unit.
[[nodiscard]] std::vector<double> mean_grades(const std::vector<double>& grades,
                                              const std::vector<std::vector<double>>& memberships);
/// The grade of the largest membership, the lower of equal ones, and all memberships.
[[nodiscard]] std::vector<measure> grade_measures(std::vector<std::vector<double>> memberships);

}  // namespace aggregate::fuzzy
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/fuzzy_grades.ipp"
#endif
