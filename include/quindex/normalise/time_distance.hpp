/// How many years a unit is ahead of a reference, or behind it.
#pragma once

#include <utility>
#include <vector>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// How long after a reference, or before it, a unit reaches its level.
struct time_distance {
  std::vector<std::pair<double, double>> series{};
  double at = 0;
  bool extend = false;

  static constexpr method_info info{
      .name = "time_distance",
      .title = "Time distance (S-time-distance)",
      .summary = "How long after a reference, or before it, a unit reaches its level.",
      .formula = R"(z = T_r(x) - t, \qquad T_r(x): \text{ when the reference reached the level } x)",
      .reference =
          "Sicherl (1973), Time distance as a dynamic measure of disparities in social and economic development, "
          "Kyklos 26(3); OECD and JRC (2008), Handbook on Constructing Composite Indicators, box 8",
      .details =
          "The series of the reference (a leading country, a plan, the mean of all) is given as pairs [time, level], "
          "its levels going the way that is better; between them it is a straight line. t is the time of the table: a "
          "score of -10 says that the reference was there ten years earlier. With at = 0 the score is the time at "
          "which the reference reached the level, which compares over tables of different years as it is. Levels that "
          "the reference has not reached, or had left behind before its first time, score as its last or first time "
          "unless the outer lines are extended."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("series", &time_distance::series, "Pairs [time, level] of the reference, two or more, times ascending."),
        field("at", &time_distance::at, "t, the time of the table."),
        field("extend", &time_distance::extend, "Whether the outer lines of the series go on."));
  }
  void check(const path& where) const;
  /// Throws spec_error when the levels do not go the way that is better, or when the indicator has an optimum.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const time_distance&, const time_distance&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/time_distance.ipp"
#endif
