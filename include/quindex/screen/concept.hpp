/// What a selection is: which units take part in an index.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `std::vector<verdict> judge(const candidates&) const` | yes | who stays, and why others do not |
/// | `void check(const path&) const` | no | rules across parameters |
///
/// A verdict depends on the unit's own row only, so that the same rule serves any table.
#pragma once

#include <concepts>
#include <span>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/model/framework.hpp"

QUINDEX_BEGIN
namespace screen {

/// Units as a selection sees them.
struct candidates {
  std::span<const std::string> units;
  const framework* tree;       ///< The framework of the index.
  std::vector<column_view> x;  ///< One per indicator, in the framework's order; missing values as NaN.
};

/// Does a unit take part?
struct verdict {
  bool stays = true;
  std::string reason{};  ///< Why not, or why in spite of the rule; empty when the rule lets it in.
};

/// A method that judges units.
template <class M>
concept Screening = describe::Described<M> && requires(const M& m, const candidates& c) {
  { m.judge(c) } -> std::same_as<std::vector<verdict>>;
};

/// The share of the indicators below each node that a unit has: units × nodes of the framework, 0 or 1 for an
/// indicator.
[[nodiscard]] matrix shares_available(const candidates& all);

}  // namespace screen
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/screen/impl/concept.ipp"
#endif
