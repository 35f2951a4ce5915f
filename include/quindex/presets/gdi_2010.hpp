/// The Gender Development Index: the HDI of women over that of men.
#pragma once

#include "quindex/presets/hdi_2010.hpp"

QUINDEX_BEGIN
namespace presets {

/// The HDI of women divided by the HDI of men.
///
/// Indicators: those of `hdi_2010` for women (`le_f`, `eys_f`, `mys_f`, `gnipc_f`) and for men (`le_m`, ...).
struct gdi_2010 {
  static constexpr method_info info{
      .name = "gdi_2010",
      .title = "Gender Development Index (HDI since 2010)",
      .summary = "The HDI of women divided by the HDI of men.",
      .formula = R"(\mathrm{GDI} = \mathrm{HDI}_f / \mathrm{HDI}_m)",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 3",
      .details =
          "Women are expected to live five years longer: their life expectancy is measured from 22.5 to 87.5 years, "
          "that of men from 17.5 to 82.5. A value of 1 is parity; the index says nothing about the level reached."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] spec make() const;

  friend bool operator==(const gdi_2010&, const gdi_2010&) = default;
};

}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/gdi_2010.ipp"
#endif
