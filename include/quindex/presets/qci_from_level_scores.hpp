/// The quality competitiveness index from the published scores of its two blocks.
#pragma once

#include "quindex/presets/concept.hpp"

QUINDEX_BEGIN
namespace presets {

/// The quality competitiveness index of manufacturing from the scores of its two blocks.
///
/// Indicators: `quality_level` and `development_capability`, both from 60 to 100.
struct qci_from_level_scores {
  static constexpr method_info info{
      .name = "qci_from_level_scores",
      .title = "Manufacturing quality competitiveness index, from its two blocks",
      .summary = "The mean of the published scores of quality level and development capability.",
      .formula = R"(\mathrm{QCI} = \tfrac12\,\mathrm{level} + \tfrac12\,\mathrm{capability})",
      .reference =
          "General Administration of Quality Supervision, Inspection and Quarantine of China, communiqué on the "
          "quality competitiveness index of manufacturing in 2007 (December 2008)",
      .details =
          "Nothing has to be assumed below the two blocks. Their equal weight is inferred: it gives the published "
          "79.98 of 2006 and 80.99 of 2007."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] spec make() const;

  friend bool operator==(const qci_from_level_scores&, const qci_from_level_scores&) = default;
};

}  // namespace presets
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/presets/impl/qci.ipp"
#endif
