/// The words that were published for ranges of the quality competitiveness index; sources disagree, so each is a
/// scheme.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace presets {

/// Whose bands.
enum class qci_scheme {
  aqsiq_2011,  ///< General Administration of Quality Supervision, July 2011: limits at 75, 80, 85 and 90.
  anhui_2009,  ///< Anhui bureau on the communiqué for 2008, December 2009: limits at 75, 80 and 95.
  press_2008,  ///< Press text on the communiqué for 2007: strong above 85, weak below 75, no word between.
};

/// A range of scores and its name.
struct qci_band_entry {
  double low;                ///< Belongs to the band.
  double high;               ///< Belongs to the next band, but 100 to the last one.
  std::string_view name;     ///< In English.
  std::string_view name_zh;  ///< As published.
  friend bool operator==(const qci_band_entry&, const qci_band_entry&) = default;
};

namespace detail {
inline constexpr std::array<qci_band_entry, 5> aqsiq_2011{{{60, 75, "no competitiveness", "没有竞争力"},
                                                           {75, 80, "insufficient", "竞争力不足"},
                                                           {80, 85, "initial", "具备初步(初等)竞争力"},
                                                           {85, 90, "medium", "具备中等竞争力"},
                                                           {90, 100, "fairly strong", "具备较强竞争力"}}};
inline constexpr std::array<qci_band_entry, 4> anhui_2009{{{60, 75, "very weak", "质量竞争力极弱"},
                                                           {75, 80, "ordinary", "一般(由价格竞争向质量竞争转型)"},
                                                           {80, 95, "fairly strong", "较强"},
                                                           {95, 100, "very strong", "极强"}}};
inline constexpr std::array<qci_band_entry, 2> press_2008{
    {{60, 75, "weak", "质量竞争力较弱的行业"}, {85, 100, "strong", "质量竞争力较强的行业"}}};
}  // namespace detail

/// The bands of a scheme, ascending.
[[nodiscard]] inline std::span<const qci_band_entry> qci_bands(qci_scheme scheme) {
  switch (scheme) {
    case qci_scheme::aqsiq_2011:
      return detail::aqsiq_2011;
    case qci_scheme::anhui_2009:
      return detail::anhui_2009;
    case qci_scheme::press_2008:
      return detail::press_2008;
  }
  return {};
}

/// The band of a score; nothing for a missing score, for one outside [60, 100], and where the scheme has no word.
[[nodiscard]] inline std::optional<qci_band_entry> qci_band(double score, qci_scheme scheme) {
  for (const qci_band_entry& band : qci_bands(scheme))
    if (score >= band.low && (score < band.high || (band.high == 100 && score == 100))) return band;
  return std::nullopt;
}

}  // namespace presets
QUINDEX_END
