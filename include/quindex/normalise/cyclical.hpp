/// Deviations from the mean over time, in mean absolute deviations.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// 100 plus the deviation from the mean over time, in mean absolute deviations.
struct cyclical {
  double mean = 100;

  static constexpr method_info info{
      .name = "cyclical",
      .title = "Cyclical indicators",
      .summary = "100 plus the deviation from the mean over time, in mean absolute deviations.",
      .formula = R"(z^t = m \pm \frac{x^t - E_t(x)}{E_t\big|x - E_t(x)\big|})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.6",
      .details =
          "For indices of leading indicators: the rows of the table are the periods of one unit, months or quarters, "
          "and every column is a series. It keeps irregular series from swaying the index. A panel of several units "
          "first goes through `cycles(panel)`, which takes each unit's own mean and deviations, and then through "
          "identity. The sign is minus where low values are better."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("mean", &cyclical::mean, "m, the mean of the scores; 100 gives the form of an index."));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 2 * mean; }
  /// Throws data_error when there are no two distinct values.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const cyclical&, const cyclical&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/cyclical.ipp"
#endif
