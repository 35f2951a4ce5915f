/// Looking at the data before an index is computed: how much there is, which units take part, which indicators are
/// suspicious.
#pragma once

#include <string>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/model/framework.hpp"
#include "quindex/model/note.hpp"
#include "quindex/model/table.hpp"
#include "quindex/screen/methods.hpp"

QUINDEX_BEGIN

/// A table without the units that do not take part, and why.
struct selected_units {
  table data;
  std::vector<std::size_t> rows{};  ///< Where the units stood; empty when all take part.
  std::vector<note> notes{};        ///< Every unit that is left out, or kept in spite of the rule.
};
/// The units that a rule lets take part. Throws data_error when there is none.
[[nodiscard]] selected_units select_units(const table& data, const framework& tree, const screen::method& rule);
/// The share of the indicators below each node that a unit has: units × nodes.
[[nodiscard]] matrix data_availability(const table& data, const framework& tree);

/// What makes an indicator suspicious.
struct flag_limits {
  double most_common = 0.95;  ///< The share of its values that are the same, from which it is nearly constant.
};
/// The indicators that tell nothing, or nothing of their own: without any value, constant, nearly constant, and those
/// that have the values of an earlier one, or a straight line of them. `where` is "indicators/code".
[[nodiscard]] std::vector<note> flag_indicators(const table& data, const framework& tree,
                                                const flag_limits& limits = {});

namespace detail {
/// What is said of an indicator of the framework that the table has no column for.
[[nodiscard]] issue without_column(const std::string& code, const table& data);
}  // namespace detail

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/screen.ipp"
#endif
