/// The Box-Cox transformation, its power given or estimated.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// The power, or the logarithm, that brings a column closest to a normal distribution.
struct box_cox {
  std::optional<double> lambda{};
  double shift = 0;
  treat::when when = treat::when::always;
  double skewness = 2;
  double kurtosis = 3.5;
  pass_rule accept = pass_rule::either;

  static constexpr method_info info{
      .name = "box_cox",
      .title = "Box-Cox transformation",
      .summary = "The power, or the logarithm, that brings a column closest to a normal distribution.",
      .formula = R"(y = \frac{(x + c)^\lambda - 1}{\lambda}, \qquad y = \ln(x + c) \text{ for } \lambda = 0)",
      .reference =
          "Box and Cox (1964), An analysis of transformations, Journal of the Royal Statistical Society B 26(2)",
      .details =
          "Without lambda it is the one of greatest likelihood between -5 and 5. Values plus shift have to be above "
          "0. With when = skewed only columns that fail the test are transformed: |G1| >= skewness and G2 >= kurtosis "
          "(one of them is enough where accept is 'both'). An estimated lambda changes with the data; frozen, it is a "
          "constant. A lambda at the end of the search is noted. Where x to the power lambda is so small that the "
          "constant 1 would hide its digits (below 2^-20 for all values, as for incomes and a lambda of -2), the "
          "fitted map takes away r^lambda instead of 1, r being the geometric mean of x + c: that moves all values by "
          "a constant and keeps their differences."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("lambda", &box_cox::lambda, "The power; nothing to estimate it.").within(-5, 5),
        field("shift", &box_cox::shift, "c, what is added first."),
        field("when", &box_cox::when, "Whether every column is transformed, or only skewed ones."),
        field("skewness", &box_cox::skewness, "Columns whose absolute skewness G1 is below this are not skewed.")
            .at_least(0),
        field("kurtosis", &box_cox::kurtosis, "Columns whose excess kurtosis G2 is below this are not skewed."),
        field("accept", &box_cox::accept, "Whether one of the two limits kept is enough, or both have to be."));
  }
  /// Throws data_error for a constant column when lambda is estimated, numeric_error for a value at or below -shift.
  [[nodiscard]] any_map fit(const column& x) const;
  /// A remark where the estimated power is at the end of the search.
  [[nodiscard]] std::vector<std::string> remarks(const any_map& fitted) const;

  friend bool operator==(const box_cox&, const box_cox&) = default;
};

}  // namespace treat
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/box_cox.ipp"
#endif
