/// Every value between two ends is as likely as any other.
#pragma once

#include "quindex/draw/concept.hpp"

QUINDEX_BEGIN
namespace draw {

/// Every value between two ends is as likely as any other.
struct uniform {
  double low = 0;
  double high = 1;

  static constexpr method_info info{
      .name = "uniform",
      .title = "Uniform distribution",
      .summary = "Every value between two ends is as likely as any other.",
      .formula = R"(F^{-1}(u) = a + u (b - a))",
      .reference = "Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter 26",
      .details =
          "The mean is the middle, the standard deviation the width divided by the root of 12. What is usually taken "
          "when no more is known than the two ends. Where the number has to be whole it is rounded, which gives the "
          "two ends half the chance of the others: use the ends 0.5 below and above, or `options`."};

  static constexpr auto fields() {
    return fields_of(field("low", &uniform::low, "The lowest value."),
                     field("high", &uniform::high, "The highest value."));
  }
  void check(const path& where) const { detail::check_ends(where, low, high); }
  [[nodiscard]] double quantile(double u) const { return low + u * (high - low); }

  friend bool operator==(const uniform&, const uniform&) = default;
};

}  // namespace draw
QUINDEX_END
