/// Powers of the share of the best.
#pragma once

#include "quindex/normalise/ratio.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The share of the best value, raised to a power.
struct nonlinear {
  double benefit_exponent = 2;
  double cost_exponent = 3;
  double high = 1;

  static constexpr method_info info{
      .name = "nonlinear",
      .title = "Non-linear scaling",
      .summary = "The share of the best value, raised to a power.",
      .formula =
          R"(z = h\Big(\frac{x}{\max x}\Big)^{a}; \qquad z = h\Big(\frac{\min x}{x}\Big)^{b} \text{ where low is better})",
      .reference =
          "Peldschus, Vaigauskas and Zavadskas (1983), Technologische Entscheidungen bei der Berücksichtigung mehrerer "
          "Ziele, Bauplanung-Bautechnik 37(4)",
      .details =
          "Peldschus squares benefits and cubes costs, so that units behind the best lose more than their distance. "
          "With both exponents 1 it is share_of_best. Values have to be 0 or more, above 0 for costs. A constant "
          "column scores h throughout."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("benefit_exponent", &nonlinear::benefit_exponent, "a, the power where high values are better.").above(0),
        field("cost_exponent", &nonlinear::cost_exponent, "b, the power where low values are better.").above(0),
        field("high", &nonlinear::high, "h, the score of the best value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const nonlinear&, const nonlinear&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/nonlinear.ipp"
#endif
