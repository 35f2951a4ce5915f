/// The distance to the best value as a share of all such distances.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Full marks less the unit's share in all distances to the best value.
struct enhanced_accuracy {
  double high = 1;

  static constexpr method_info info{
      .name = "enhanced_accuracy",
      .title = "Enhanced accuracy",
      .summary = "Full marks less the unit's share in all distances to the best value.",
      .formula =
          R"(z = h\Big(1 - \frac{\max x - x}{\sum_i (\max x - x_i)}\Big); \qquad z = h\Big(1 - \frac{x - \min x}{\sum_i (x_i - \min x)}\Big) \text{ where low is better})",
      .reference =
          "Zeng, Li and Yang (2013), VIKOR method with enhanced accuracy for multiple criteria decision making in "
          "healthcare management, Journal of Medical Systems 37(2)",
      .details =
          "Scores add up to h (n - 1), whatever the spread: with many units all come close to h. For an indicator with "
          "an optimum the best value is a deviation of 0."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("high", &enhanced_accuracy::high, "h, the score of the best value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  /// Throws data_error when there are no two distinct values.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const enhanced_accuracy&, const enhanced_accuracy&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/enhanced_accuracy.ipp"
#endif
