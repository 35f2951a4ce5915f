/// An index without one of its indicators or groups: truly removed, and with a weight of zero; and importance beside
/// weights.
#pragma once

#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/compute/result.hpp"
#include "quindex/error.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace robustness {

/// What becomes of the index without a node.
struct without_node {
  /// By node: mean of |rank − nominal rank| over the units that both rank, ranked among these; missing where it failed.
  std::vector<double> shift{};
  std::vector<double> largest{};    ///< By node: the largest change of rank.
  std::vector<std::string> unit{};  ///< By node: the unit it is of; the first of several.
  matrix ranks{}, scores{};         ///< Nodes × units.
  std::vector<issue> failed{};      ///< By node: why it could not be computed; empty where it could.
};

/// The index without each of some nodes.
struct leave_one_out_result {
  labels nodes{};  ///< What is left out.
  labels units{};
  std::vector<double> weight{};                           ///< By node: its share in the index as it stands.
  std::vector<double> nominal_ranks{}, nominal_scores{};  ///< By unit, of the index.
  /// The node is not in the framework at all: screening, preparation and weighing do without it, and a group that would
  /// be empty is gone, too.
  without_node removed{};
  /// Everything is as it was, but the node's weight is 0 and its siblings' weights are divided by what is left.
  without_node zero_weight{};
};
/// The index without each of its indicators, or each of `nodes` (indicators or groups), in both senses. Throws what
/// `compute` throws for the index as it stands, and spec_error for unknown nodes and for the index itself.
[[nodiscard]] leave_one_out_result leave_one_out(const spec& recipe, const table& data,
                                                 const std::vector<std::string>& nodes = {},
                                                 const quindex::run_options& how = {});

/// How much each node matters, beside the weight it was given.
struct importance_row {
  std::string node{};
  double weight = missing_value;      ///< Its share in the index; the weights of all rows sum to 1.
  double importance = missing_value;  ///< The shift of ranks without it, as a share of all shifts.
  double ratio = missing_value;       ///< Importance / weight: above 1 it counts more than its weight says.
};
/// Importance by removal beside the nominal weights of nodes that share the index among them, as indicators do.
[[nodiscard]] std::vector<importance_row> importance_by_removal(const leave_one_out_result& found);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/leave_one_out.ipp"
#endif
