/// The scale of the adjusted Mazziotta-Pareto index: 100 at a reference, 60 points for the range.
#pragma once

#include <optional>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// 100 at a reference value, and 60 points for the range between the goalposts.
struct ampi_scale {
  std::optional<double> reference{};
  double low = 70;
  double high = 130;

  static constexpr method_info info{
      .name = "ampi_scale",
      .title = "Scale of the adjusted Mazziotta-Pareto index",
      .summary = "100 at a reference value, and 60 points for the range between the goalposts.",
      .formula =
          R"(z = l + (h - l)\,\frac{x - g_0}{g_1 - g_0}, \qquad g_{0,1} = \mathrm{Ref} \mp \tfrac12 (\mathrm{Sup} - \mathrm{Inf}), \text{ turned where low is better})",
      .reference =
          "Mazziotta and Pareto (2016), On a generalized non-compensatory composite index for measuring "
          "socio-economic phenomena, Social Indicators Research 127(3)",
      .details =
          "What the index ampi is made of. Sup and Inf are the ends over all units and periods: the indicator's "
          "goalposts, or what the scale is fitted to (fit a panel to all periods, or freeze). The reference scores "
          "100: a value of the base year such as the national average, one for each indicator through exceptions by "
          "code; without one it is the mean of the values fitted to. Scores mostly lie between 70 and 130 and compare "
          "over time. For an indicator with an optimum, x, Ref and the ends are deviations: 0 and that of the "
          "goalpost further away."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("reference", &ampi_scale::reference, "Ref, the value that scores the middle; nothing for the mean."),
        field("low", &ampi_scale::low, "l, the score of the worse goalpost."),
        field("high", &ampi_scale::high, "h, the score of the better goalpost."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return low + high; }
  /// Throws data_error when there are no goalposts and no two distinct values.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const ampi_scale&, const ampi_scale&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/ampi_scale.ipp"
#endif
