/// A treatment that has been fitted before.
#pragma once

#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

/// A treatment fitted before: the same values are changed in the same way, whatever else is in the table.
struct fixed {
  any_map map{};

  static constexpr method_info info{
      .name = "fixed",
      .title = "Fixed treatment",
      .summary =
          "A treatment fitted before: the same values are changed in the same way, whatever else is in the table.",
      .formula = R"(y = t(x))",
      .reference = "definition",
      .details = "What freezing an index makes of every other treatment."};

  static constexpr auto fields() {
    return fields_of(field("map", &fixed::map, "The map from values to treated values."));
  }
  [[nodiscard]] any_map fit(const column& /*unused*/) const { return map; }

  friend bool operator==(const fixed&, const fixed&) = default;
};

}  // namespace treat
QUINDEX_END
