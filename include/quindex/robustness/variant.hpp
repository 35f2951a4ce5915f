/// A spec fitted once, for all replicates that differ in weights only.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/compute/fitted.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// What replicates of the same spec, tree and data share.
///
/// Its tree is the framework less what was dropped, so that its nodes have numbers of their own. Its units are always
/// those of the table that was given: a unit that takes no part has missing scores throughout, which no method that
/// scores rows or compares units looks at.
struct variant {
  std::shared_ptr<const fitted_state> state{};  ///< The fitted spec.
  labels units{};                               ///< Of the table.
  std::vector<std::string> unit_groups{};       ///< The group of each unit, or nothing.
  matrix scores{};                              ///< Units × nodes of its tree, as fitted.
  std::vector<double> weights{};                ///< By node of its tree: among siblings they sum to 1; the index has 1.
  std::vector<std::size_t> origin{};            ///< By node of its tree: the node's number in the whole framework.
  std::vector<std::size_t> place{};  ///< By node of the whole framework: its number here, or `framework::none`.
  std::vector<std::size_t> rows{};   ///< The units that take part; empty when all do.
  bool is_resampled = false;         ///< Fitted to other units than it scores: fills stay as they are.

  [[nodiscard]] const framework& tree() const { return state->recipe.framework; }
};

}  // namespace robustness::detail
QUINDEX_END
