/// The logarithm of values that have been shifted above 0.
#pragma once

#include <optional>

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// The natural logarithm of the shifted value: draws in a long upper tail.
struct log_shift {
  std::optional<double> shift{};
  treat::when when = treat::when::always;
  double skewness = 2;
  double kurtosis = 3.5;

  static constexpr method_info info{
      .name = "log_shift",
      .title = "Logarithm after a shift",
      .summary = "The natural logarithm of the shifted value: draws in a long upper tail.",
      .formula = R"(y = \ln(x + c), \qquad c = 0.01\,(\max x - \min x) - \min x \text{ unless given})",
      .reference =
          "Becker et al. (2022), COINr: An R package for developing composite indicators, Journal of Open Source "
          "Software 7(78); OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.1",
      .details =
          "Without a shift the smallest value becomes one hundredth of the range, so that no value is refused when "
          "fitting; a later, smaller value may be. A shift of 0 is the plain logarithm, 1 is usual for counts. With "
          "when = skewed only columns with |G1| >= skewness and G2 >= kurtosis are transformed. A long lower tail "
          "gets longer."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("shift", &log_shift::shift, "c, what is added first; nothing to take it from the data."),
        field("when", &log_shift::when, "Whether every column is transformed, or only skewed ones."),
        field("skewness", &log_shift::skewness, "Columns whose absolute skewness G1 is below this are not skewed.")
            .at_least(0),
        field("kurtosis", &log_shift::kurtosis, "Columns whose excess kurtosis G2 is below this are not skewed."));
  }
  /// Throws data_error for a constant column without a given shift, numeric_error for a value at or below -shift.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const log_shift&, const log_shift&) = default;
};

}  // namespace treat
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/log_shift.ipp"
#endif
