/// The Inequality-adjusted Human Development Index as published since 2010.
#pragma once

#include "quindex/presets/hdi_2010.hpp"

QUINDEX_BEGIN
namespace presets {

/// The HDI, less what inequality inside the country takes from it.
///
/// Indicators: those of `hdi_2010`, and `ineq_le`, `ineq_edu`, `ineq_inc`, the inequality of each dimension in per cent
/// (Atkinson's measure).
struct ihdi_2010 {
  static constexpr method_info info{
      .name = "ihdi_2010",
      .title = "Inequality-adjusted Human Development Index (since 2010)",
      .summary = "The HDI, less what inequality inside the country takes from it.",
      .formula =
          R"(\mathrm{IHDI} = \mathrm{HDI} \cdot \left((1-A_\mathrm{health})(1-A_\mathrm{education})(1-A_\mathrm{income})\right)^{1/3})",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 2",
      .details =
          "The node hdi is the HDI itself, and equality the factor it is multiplied by. The published loss in per cent "
          "compares the rounded IHDI with the rounded HDI."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] spec make() const;

  friend bool operator==(const ihdi_2010&, const ihdi_2010&) = default;
};

}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/ihdi_2010.ipp"
#endif
