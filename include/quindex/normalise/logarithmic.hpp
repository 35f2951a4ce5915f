/// Shares of the sum of logarithms.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The logarithm of a value as a share of the sum of all logarithms.
struct logarithmic {
  double high = 1;

  static constexpr method_info info{
      .name = "logarithmic",
      .title = "Logarithmic shares",
      .summary = "The logarithm of a value as a share of the sum of all logarithms.",
      .formula =
          R"(z = h\,\frac{\ln x}{\ln \prod_i x_i}; \qquad z = \frac{h}{n - 1}\Big(1 - \frac{\ln x}{\ln \prod_i x_i}\Big) \text{ where low is better})",
      .reference = "Zavadskas and Turskis (2008), Informatica 19(2), 303-314",
      .details =
          "Scores add up to h in both directions. Made for values above 1: a value below 1 scores below 0, and where "
          "the product of all values is 1 or less the formula would turn the order round, which is refused. The unit "
          "of measurement matters. A constant column of n values scores h / n throughout."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("high", &logarithmic::high, "h, what all scores add up to.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  /// Throws numeric_error for a value that is not above 0 and for a product of 1 or less, data_error for a cost of one
  /// unit, spec_error for an indicator with an optimum.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const logarithmic&, const logarithmic&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/logarithmic.ipp"
#endif
