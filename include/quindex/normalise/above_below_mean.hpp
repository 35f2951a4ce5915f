/// Whether a value lies clearly above or below the mean.
#pragma once

#include <optional>

#include "quindex/normalise/steps.hpp"

QUINDEX_BEGIN
namespace normalise {

/// high for values clearly better than the mean, -high for clearly worse ones, 0 for those in between.
struct above_below_mean {
  double threshold = 0.2;
  std::optional<double> reference{};
  double high = 1;

  static constexpr method_info info{
      .name = "above_below_mean",
      .title = "Above or below the mean",
      .summary = "high for values clearly better than the mean, -high for clearly worse ones, 0 for those in between.",
      .formula =
          R"(z = \begin{cases} h & w > 1 + p \\ 0 & 1 - p \le w \le 1 + p \\ -h & w < 1 - p \end{cases} \qquad w = \frac{x}{\bar x}, \text{ turned where low is better})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.5 and table 15",
      .details =
          "Simple and deaf to outliers; the arbitrary p and the lost distances are its price. The reference may be "
          "the mean of an earlier year, so that moves across the band count. Since w is a ratio the zero of the "
          "measurement matters; the band around a mean below 0 is taken as mean ± p |mean|, a mean of 0 has none. A "
          "constant column scores 0 throughout."};
  static constexpr claim_set claims = claim::order_preserving | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("threshold", &above_below_mean::threshold, "p, half the width of the band in relation to the mean.")
            .within(0, 1),
        field("reference", &above_below_mean::reference, "What values are compared with; nothing for their mean."),
        field("high", &above_below_mean::high, "h, the score above the band.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 0; }
  /// Throws numeric_error when the mean is 0 and the threshold is not.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const above_below_mean&, const above_below_mean&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/above_below_mean.ipp"
#endif
