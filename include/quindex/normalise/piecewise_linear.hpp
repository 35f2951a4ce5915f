/// A value function drawn by points.
#pragma once

#include <utility>
#include <vector>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Straight lines between points (value, score) that somebody has drawn.
struct piecewise_linear {
  std::vector<std::pair<double, double>> points{};
  bool extend = false;

  static constexpr method_info info{
      .name = "piecewise_linear",
      .title = "Value function by points",
      .summary = "Straight lines between points (value, score) that somebody has drawn.",
      .formula = R"(z = y_k + (y_{k+1} - y_k) \frac{x - x_k}{x_{k+1} - x_k}, \qquad x_k \le x \le x_{k+1})",
      .reference =
          "Keeney and Raiffa (1976), Decisions with Multiple Objectives, chapter 3; US EPA (2018), Technical "
          "Assistance Document for the Reporting of Daily Air Quality, equation 1",
      .details =
          "Breakpoint tables of air quality indices are such curves. Scores are drawn so that high is better: a curve "
          "that only rises where low values are better, or only falls where high ones are, is refused. A curve may "
          "rise and fall again. Beyond the outer points it stays level unless extend is set. For an indicator with an "
          "optimum, points are deviations."};

  static constexpr auto fields() {
    return fields_of(
        field("points", &piecewise_linear::points, "Pairs [value, score], two or more, values ascending."),
        field("extend", &piecewise_linear::extend, "Whether the outer lines go on beyond the outer points."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const;
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const piecewise_linear&, const piecewise_linear&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/piecewise_linear.ipp"
#endif
