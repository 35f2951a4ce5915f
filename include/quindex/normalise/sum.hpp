/// Values as shares of their sum.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A value as a share of the sum of all values.
struct sum {
  cost_form cost = cost_form::reciprocal;
  double high = 1;

  static constexpr method_info info{
      .name = "sum",
      .title = "Share of the sum",
      .summary = "A value as a share of the sum of all values.",
      .formula =
          R"(z = h\,\frac{x}{\sum_i x_i}; \qquad z = h\,\frac{1/x}{\sum_i 1/x_i},\ h\Big(1 - \frac{x}{\sum_i x_i}\Big) \text{ or } -h\,\frac{x}{\sum_i x_i} \text{ where low is better})",
      .reference = "Voogd (1983), Multicriteria Evaluation for Urban and Regional Planning",
      .details =
          "Shares add up to h, by reciprocals for costs as well; so do ARAS, COPRAS and the entropy weights begin. "
          "Values have to be 0 or more, and above 0 for reciprocals. A constant column of n values scores h / n "
          "throughout. Scores depend on how many units there are."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("cost", &sum::cost, "What becomes of the ratio where low values are better."),
                     field("high", &sum::high, "h, what all shares add up to.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const {
    refuse_negative(x, info.name);
    return ratio_to(x, info.name, sum_of, cost, high);
  }

  friend bool operator==(const sum&, const sum&) = default;
};

}  // namespace normalise
QUINDEX_END
