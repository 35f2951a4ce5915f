/// Values as shares of the largest one.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A value as a share of the largest one.
struct max {
  cost_form cost = cost_form::complement;
  double high = 1;

  static constexpr method_info info{
      .name = "max",
      .title = "Share of the largest",
      .summary = "A value as a share of the largest one.",
      .formula =
          R"(z = h\,\frac{x}{\max x}; \qquad z = h\Big(1 - \frac{x}{\max x}\Big),\ h\,\frac{\min x}{x} \text{ or } -h\,\frac{x}{\max x} \text{ where low is better})",
      .reference =
          "Voogd (1983), Multicriteria Evaluation for Urban and Regional Planning; Van Delft and Nijkamp (1977), "
          "Multi-criteria Analysis and Regional Decision-making",
      .details =
          "With high = 100 the percentage of the maximum. By 'complement' no cost scores 1 unless it is 0, so that "
          "costs are spread less than benefits; by 'reciprocal' the best of both kinds score 1 (see share_of_best). "
          "Values have to be 0 or more, and above 0 for reciprocals. A constant column scores alike: 1 for a benefit, "
          "0 for a cost by complement."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("cost", &max::cost, "What becomes of the ratio where low values are better."),
                     field("high", &max::high, "h, the score of the largest value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const {
    refuse_negative(x, info.name);
    return ratio_to(x, info.name, maximum_of, cost, high);
  }

  friend bool operator==(const max&, const max&) = default;
};

}  // namespace normalise
QUINDEX_END
