/// What imputing leaves behind: the values that take the place of missing ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// A value for missing cells: by the unit's group where there is one, otherwise the general one if given.
struct fill {
  std::optional<double> value{};
  std::vector<std::pair<std::string, double>> by_group{};

  /// The value for a unit of a group, or nothing when the cell has to stay missing.
  [[nodiscard]] std::optional<double> of(const std::string& unit_group) const {
    for (const auto& entry : by_group)
      if (entry.first == unit_group) return entry.second;
    return value ? std::optional(*value) : std::nullopt;  // not a plain copy, which g++ 12 takes for uninitialised
  }
  /// The value for unit `i`; `unit_groups` is empty when the table has none.
  [[nodiscard]] std::optional<double> at(const std::vector<std::string>& unit_groups, std::size_t i) const {
    return unit_groups.empty() ? of({}) : of(unit_groups[i]);
  }
  friend bool operator==(const fill&, const fill&) = default;
};

QUINDEX_END
