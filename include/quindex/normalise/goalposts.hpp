/// Rescaling between goalposts: fixed values that stand for the lowest and the highest score.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Maps the indicator's goalposts onto [low, high], whatever has been observed.
struct goalposts {
  double low = 0;
  double high = 1;
  bool clip = true;
  maps::transform transform = maps::transform::identity;
  double exponent = 1;

  static constexpr method_info info{
      .name = "goalposts",
      .title = "Rescaling between goalposts",
      .summary = "Maps the indicator's goalposts onto [low, high], whatever has been observed.",
      .formula = R"(z = l + (h - l)\frac{f(x) - f(g_0)}{f(g_1) - f(g_0)}, \qquad f(x) = x,\ \ln x \text{ or } x^p)",
      .reference =
          "UNDP (2024), Human Development Report 2023/24, Technical note 1; Mazziotta and Pareto (2016), On a "
          "generalized non-compensatory composite index, Social Indicators Research 127",
      .details =
          "Goalposts are part of the indicator (goalposts = [low, high]); where low values are better they change "
          "places. Scores compare over time and do not move when units come or go. With log, goalposts and values "
          "have to be above 0; with power, not below 0. For an indicator with an optimum they are values around it; "
          "what "
          "scores lowest is the deviation of the one further away, on both sides: with the optimum 7 and goalposts "
          "[4, 9], 4 scores low and so does 10."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("low", &goalposts::low, "Score at the worse goalpost."),
                     field("high", &goalposts::high, "Score at the better goalpost."),
                     field("clip", &goalposts::clip, "Whether values beyond a goalpost score as the goalpost does."),
                     field("transform", &goalposts::transform, "What is applied to values and goalposts first."),
                     field("exponent", &goalposts::exponent, "The exponent when transform is a power.").above(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return low + high; }
  /// Throws spec_error when the indicator has no goalposts, numeric_error when these cannot be transformed.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const goalposts&, const goalposts&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/goalposts.ipp"
#endif
