/// The Yeo-Johnson transformation, its power given or estimated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// The power, for values of any sign, that brings a column closest to a normal distribution.
struct yeo_johnson {
  std::optional<double> lambda{};
  treat::when when = treat::when::always;
  double skewness = 2;
  double kurtosis = 3.5;
  pass_rule accept = pass_rule::either;

  static constexpr method_info info{
      .name = "yeo_johnson",
      .title = "Yeo-Johnson transformation",
      .summary = "The power, for values of any sign, that brings a column closest to a normal distribution.",
      .formula =
          R"(y = \frac{(x + 1)^\lambda - 1}{\lambda} \text{ for } x \ge 0, \qquad y = -\frac{(1 - x)^{2 - \lambda} - 1}{2 - \lambda} \text{ for } x < 0)",
      .reference =
          "Yeo and Johnson (2000), A new family of power transformations to improve normality or symmetry, Biometrika "
          "87(4)",
      .details =
          "Without lambda it is the one of greatest likelihood between -5 and 5. The powers 0 of x + 1 and 2 of 1 - x "
          "are logarithms; 1 changes nothing. Needs no shift, but the unit of measurement matters: values much "
          "smaller than 1 are hardly bent. With when = skewed only columns that fail the test are transformed: |G1| "
          ">= skewness and G2 >= kurtosis (one of them is enough where accept is 'both'). An estimated lambda changes "
          "with the data; frozen, it is a constant. A lambda at the end of the search is noted. Where all values are "
          "above 0, or all below, and their powers are so small that the constant 1 would hide their digits (below "
          "2^-20), the fitted map is less its value at a reference, the one with the mean logarithm of 1 + |x|: that "
          "moves all values by a constant and keeps their differences."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("lambda", &yeo_johnson::lambda, "The power; nothing to estimate it.").within(-5, 5),
        field("when", &yeo_johnson::when, "Whether every column is transformed, or only skewed ones."),
        field("skewness", &yeo_johnson::skewness, "Columns whose absolute skewness G1 is below this are not skewed.")
            .at_least(0),
        field("kurtosis", &yeo_johnson::kurtosis, "Columns whose excess kurtosis G2 is below this are not skewed."),
        field("accept", &yeo_johnson::accept, "Whether one of the two limits kept is enough, or both have to be."));
  }
  /// Throws data_error for a constant column when lambda is estimated.
  [[nodiscard]] any_map fit(const column& x) const;
  /// A remark where the estimated power is at the end of the search.
  [[nodiscard]] std::vector<std::string> remarks(const any_map& fitted) const;

  friend bool operator==(const yeo_johnson&, const yeo_johnson&) = default;
};

}  // namespace treat
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/yeo_johnson.ipp"
#endif
