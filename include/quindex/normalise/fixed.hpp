/// A scale that has been fitted before.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A scale fitted before: the same values get the same scores, whatever else is in the table.
struct fixed {
  quindex::scale scale{};
  std::optional<double> turned_at{};

  static constexpr method_info info{
      .name = "fixed",
      .title = "Fixed scale",
      .summary = "A scale fitted before: the same values get the same scores, whatever else is in the table.",
      .formula = R"(z = s(x))",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.3: fixed benchmarks",
      .details =
          "What freezing an index makes of every other normaliser. The scale holds the optimal interval of the "
          "indicator if it had one and already knows which values are better, so neither the indicator's direction "
          "nor its goalposts are looked at again."};

  static constexpr auto fields() {
    return fields_of(
        field("scale", &fixed::scale, "The optimal interval, if there is one, and the map from values to scores."),
        field("turned_at", &fixed::turned_at,
              "Groups in which low is better turn a score s into this minus s; nothing where that never happens."));
  }
  [[nodiscard]] std::optional<double> mirror() const { return turned_at; }
  [[nodiscard]] any_map fit(const column& /*unused*/) const { return scale.map; }

  friend bool operator==(const fixed&, const fixed&) = default;
};

}  // namespace normalise
QUINDEX_END
