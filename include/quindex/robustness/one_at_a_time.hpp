/// Each factor of a design alone, everything else as it stands: curves and tornado charts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/robustness/sensitivity.hpp"

QUINDEX_BEGIN
namespace robustness {

/// How factors are moved one at a time.
struct one_at_a_time_options {
  std::size_t levels = 9;   ///< Of a factor with one coordinate: from its low to its high quantile, evenly; 2 or more.
  double low = 0.05;        ///< The lowest quantile; above 0.
  double high = 0.95;       ///< The highest quantile; below 1.
  std::size_t draws = 100;  ///< Of a factor with several coordinates (weights), which has no single low and high.
  std::string node{};       ///< Whose scores and ranks; empty for the index.
  numeric::executor executor{};  ///< Who computes; the results are the same with any.
  bool fast = true;  ///< Whether replicates that allow it are scored by the fast path, with the same results.
};

/// What one factor alone does.
struct factor_curve {
  std::string factor{};
  bool has_levels = true;             ///< One coordinate, thus an order of levels; otherwise random draws.
  std::vector<double> coordinates{};  ///< By level: the uniform number; missing for draws.
  std::vector<double> numbers{};  ///< By level: the number drawn, an option's position; missing where there is none.
  std::vector<std::string> levels{};          ///< By level, in words: "geometric_mean", "1.7".
  std::vector<double> shift{};                ///< By level: R_S; missing where it failed.
  matrix ranks{}, scores{};                   ///< Levels × units.
  std::vector<failed_run> failures{};         ///< `base_row` is the level.
  std::size_t low_level = 0, high_level = 0;  ///< Which level is that of the low and of the high quantile.
};

/// Each factor alone.
struct one_at_a_time_result {
  std::string node{};
  labels units{};
  std::vector<double> nominal_ranks{}, nominal_scores{};  ///< By unit.
  std::vector<factor_curve> factors{};
};
/// Each factor of a design alone over its levels, the others not acting at all. Options that stand next to each other
/// at several levels are run once. Interactions are not seen: that is what `sensitivity` is for. Throws the first of
/// `validate`'s problems, and spec_error for levels, quantiles or a node that are none.
[[nodiscard]] one_at_a_time_result one_at_a_time(const spec& recipe, const table& data, const design& d,
                                                 const one_at_a_time_options& how = {});

/// The bars of a tornado chart.
struct tornado {
  std::string output{};  ///< "rank shift", "rank of Oslo", "score of Oslo".
  double nominal = missing_value;
  labels factors{};               ///< The one with the widest bar first.
  std::vector<double> at_low{};   ///< The output at the factor's low quantile; missing where it has none.
  std::vector<double> at_high{};  ///< At its high quantile.
  std::vector<double> lowest{};   ///< The smallest output over its levels or draws.
  std::vector<double> highest{};  ///< The largest one.
};
/// The bars for R_S, or for a unit's rank or score. Throws spec_error for an unknown unit.
[[nodiscard]] tornado tornado_of(const one_at_a_time_result& found, const std::string& unit = {},
                                 unit_output output = unit_output::rank);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/one_at_a_time.ipp"
#endif
