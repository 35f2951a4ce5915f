/// One less the relative distance to the best value.
#pragma once

#include "quindex/normalise/ratio.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Full marks for the best value, less the distance to it in relation to it.
struct zavadskas_turskis {
  double high = 1;

  static constexpr method_info info{
      .name = "zavadskas_turskis",
      .title = "Relative distance to the best (Jüttler-Körth, Zavadskas-Turskis)",
      .summary = "Full marks for the best value, less the distance to it in relation to it.",
      .formula =
          R"(z = h\Big(1 - \Big|\frac{\max x - x}{\max x}\Big|\Big); \qquad z = h\Big(1 - \Big|\frac{\min x - x}{\min x}\Big|\Big) \text{ where low is better})",
      .reference =
          "Körth (1969), Mathematische Operationsforschung und Statistik 1(1); Zavadskas and Turskis (2008), "
          "Informatica 19(2), 303-314",
      .details =
          "For benefits it is x / max x, the same as share_of_best. Costs are linear, unlike those of share_of_best: "
          "twice the best value scores 0, and more is below 0. Values have to be above 0 where low is better, 0 or "
          "more otherwise; for other data the relative form of distance_to_best takes any best value but 0. A constant "
          "column scores h throughout."};
  static constexpr claim_set claims = claim::order_preserving | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("high", &zavadskas_turskis::high, "h, the score of the best value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const {
    if (x.better_when_high) {
      refuse_negative(x, info.name);
      return ratio_to(x, info.name, maximum_of, cost_form::complement, high);
    }
    const numeric::extent seen = numeric::range(x.x);
    if (seen.n == 0) refuse_empty(x);
    refuse_nonpositive(x, info.name);
    return maps::affine{.origin = seen.low, .range = -seen.low, .base = high, .span = high};
  }

  friend bool operator==(const zavadskas_turskis&, const zavadskas_turskis&) = default;
};

}  // namespace normalise
QUINDEX_END
