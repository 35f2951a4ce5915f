/// The logarithm of values that have been shifted above 0.
#pragma once

#include <optional>

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// What the shift is made of when none is given; the names are those of the R package COINr.
enum class log_form {
  log_ct,       ///< ln(x - min + 0.01 (max - min)).
  log_ct_orig,  ///< ln(x - min + 1).
  log_ct_plus,  ///< log_ct for a positive skewness, otherwise -ln(max - x + 0.01 (max - min)).
  log_gii,      ///< ln((max - 1) (x - min) / (max - min) + 1).
};

/// The natural logarithm of the shifted value: draws in a long upper tail.
struct log_shift {
  std::optional<double> shift{};
  log_form form = log_form::log_ct;
  treat::when when = treat::when::always;
  double skewness = 2;
  double kurtosis = 3.5;
  pass_rule accept = pass_rule::either;

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
          "fitting; a later, smaller value may be. A shift of 0 is the plain logarithm, 1 is usual for counts. Of the "
          "forms of COINr, log_ct is this one; log_ct_orig shifts the smallest value to 1, so that the unit of "
          "measurement matters; log_ct_plus also draws in a long lower tail, which the others make longer; log_gii is "
          "the Global Innovation Index's, for values whose maximum is above 1. With when = skewed only columns that "
          "fail the test are transformed: |G1| >= skewness and G2 >= kurtosis (one of them is enough where accept is "
          "'both'). After winsorise(all_or_nothing = true) that is COINr's order: winsorise, keep what passes, "
          "transform the rest from the original values."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(
        field("shift", &log_shift::shift, "c, what is added first; nothing to take it from the data."),
        field("form", &log_shift::form, "What the shift is made of when none is given."),
        field("when", &log_shift::when, "Whether every column is transformed, or only skewed ones."),
        field("skewness", &log_shift::skewness, "Columns whose absolute skewness G1 is below this are not skewed.")
            .at_least(0),
        field("kurtosis", &log_shift::kurtosis, "Columns whose excess kurtosis G2 is below this are not skewed."),
        field("accept", &log_shift::accept, "Whether one of the two limits kept is enough, or both have to be."));
  }
  void check(const path& where) const;
  /// Throws data_error for a constant column without a given shift, numeric_error for a value at or below -shift and,
  /// under log_gii, for a maximum of 1 or less.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const log_shift&, const log_shift&) = default;
};

}  // namespace treat

namespace describe {
template <>
struct enum_names<treat::log_form> {
  static constexpr auto names = std::to_array<std::string_view>({"log_ct", "log_ct_orig", "log_ct_plus", "log_gii"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/treat/impl/log_shift.ipp"
#endif
