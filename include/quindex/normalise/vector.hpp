/// Values over the Euclidean length of their column.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A value over the square root of the sum of all squares.
struct vector {
  cost_form cost = cost_form::complement;
  double high = 1;

  static constexpr method_info info{
      .name = "vector",
      .title = "Vector scaling",
      .summary = "A value over the square root of the sum of all squares.",
      .formula =
          R"(z = h\,\frac{x}{\lVert x \rVert}, \qquad \lVert x \rVert = \sqrt{\textstyle\sum_i x_i^2}; \qquad z = h\Big(1 - \frac{x}{\lVert x \rVert}\Big),\ h\,\frac{1/x}{\lVert 1/x \rVert} \text{ or } -h\,\frac{x}{\lVert x \rVert} \text{ where low is better})",
      .reference =
          "Hwang and Yoon (1981), Multiple Attribute Decision Making, section 2.2; Van Delft and Nijkamp (1977), "
          "Multi-criteria Analysis and Regional Decision-making",
      .details =
          "The scaling of TOPSIS and MOORA. Keeps proportions, so the zero of the measurement matters; values below 0 "
          "are taken as they are, except by reciprocals. A cost by 'negative' stays a cost that is subtracted, as in "
          "the ratio system of MOORA; TOPSIS itself keeps costs as they are and swaps the ideal points, which the "
          "'complement' matches exactly. A constant column of n values scores 1 / sqrt(n) throughout. Scores depend "
          "on how many units there are."};
  static constexpr claim_set claims = claim::order_preserving | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("cost", &vector::cost, "What becomes of the ratio where low values are better."),
                     field("high", &vector::high, "h, what ratios are multiplied by.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const { return ratio_to(x, info.name, norm_of, cost, high); }

  friend bool operator==(const vector&, const vector&) = default;
};

}  // namespace normalise
QUINDEX_END
