/// Maps that bend: logarithms, the logistic curve and its inverse, the Yeo-Johnson transformation.
#pragma once

#include <span>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace maps {
namespace detail {
/// ln(1 + x) to the last digits, for x above -1.
[[nodiscard]] double log_of_one_plus(double x);
/// (exp(power · l) − 1) / power, l itself for the power 0: the Box-Cox transformation of exp(l).
[[nodiscard]] double power_of_logarithm(double power, double l);
/// (exp(power · (origin + l)) − exp(power · origin)) / power with the digits that the difference has, l itself for the
/// power 0: how far the Box-Cox transformation moves from exp(origin) to exp(origin + l).
[[nodiscard]] double power_from(double power, double l, double origin);
}  // namespace detail

/// factor · ln(slope · x + shift).
struct logarithm {
  double slope = 1;
  double shift = 0;
  double factor = 1;

  static constexpr method_info info{.name = "logarithm",
                                    .title = "Logarithm of a straight line",
                                    .summary = "The natural logarithm of a straight line in the value, times a factor.",
                                    .formula = R"(z = f \ln(a x + c))",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("slope", &logarithm::slope, "What the value is multiplied by."),
                     field("shift", &logarithm::shift, "What is added to that."),
                     field("factor", &logarithm::factor, "What the logarithm is multiplied by."));
  }
  /// Has the line no logarithm there?
  [[nodiscard]] bool refuses(double x) const { return slope * x + shift <= 0; }
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const logarithm&, const logarithm&) = default;
};

/// base + span / (1 + exp(-(x - origin) / range)).
struct logistic {
  double origin = 0;
  double range = 1;  ///< Not 0; negative when low values are better.
  double base = 0;
  double span = 1;

  static constexpr method_info info{
      .name = "logistic",
      .title = "Logistic curve",
      .summary = "An S-shaped curve that tends to base on one side and to base + span on the other.",
      .formula = R"(z = b + \frac{s}{1 + e^{-(x - o) / r}})",
      .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("origin", &logistic::origin, "The value that scores the middle."),
                     field("range", &logistic::range, "The distance over which the odds grow by e."),
                     field("base", &logistic::base, "What the worst scores tend to."),
                     field("span", &logistic::span, "The distance between that and what the best tend to."));
  }
  void check(const path& where) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const logistic&, const logistic&) = default;
};

/// ln((x − low) / (high − x)), x kept `margin` away from both bounds.
struct logit {
  double low = 0;
  double high = 1;
  double margin = 0;

  static constexpr method_info info{.name = "logit",
                                    .title = "Log-odds",
                                    .summary = "The logarithm of the odds of a share between two bounds.",
                                    .formula = R"(z = \ln \frac{x - l}{h - x})",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("low", &logit::low, "The lower bound."), field("high", &logit::high, "The upper bound."),
                     field("margin", &logit::margin, "How far from the bounds values are kept.").at_least(0));
  }
  void check(const path& where) const;
  /// Is the value on or beyond a bound, and no margin keeps it from there?
  [[nodiscard]] bool refuses(double x) const { return margin == 0 && (x <= low || x >= high); }
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const logit&, const logit&) = default;
};

/// The Box-Cox transformation of x + 1 for values of 0 and more, that of 1 - x with the power 2 − λ, turned, below 0;
/// less its value at `reference`, which keeps the digits of values of which the constant 1 hides the power.
struct yeo_johnson {
  double lambda = 1;
  double reference = 0;  ///< The value that becomes 0.

  static constexpr method_info info{
      .name = "yeo_johnson",
      .title = "Yeo-Johnson transformation",
      .summary = "A power for values of any sign, smooth at 0.",
      .formula =
          R"(z = \frac{(x + 1)^\lambda - 1}{\lambda} \text{ for } x \ge 0, \qquad z = -\frac{(1 - x)^{2 - \lambda} - 1}{2 - \lambda} \text{ for } x < 0)",
      .reference =
          "Yeo and Johnson (2000), A new family of power transformations to improve normality or symmetry, Biometrika "
          "87(4)"};
  static constexpr auto fields() {
    return fields_of(field("lambda", &yeo_johnson::lambda, "The power; 1 changes nothing."),
                     field("reference", &yeo_johnson::reference, "The value that becomes 0."));
  }
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const yeo_johnson&, const yeo_johnson&) = default;
};

}  // namespace maps
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/curves.ipp"
#endif
