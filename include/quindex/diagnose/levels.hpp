/// Whether each node goes with its own group, and with that more than with any other.
#pragma once

#include <string>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/diagnose/correlations.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// One node among the groups.
struct node_fit {
  std::string node, group;               ///< The node and the group it belongs to.
  double with_group = missing_value;     ///< Its correlation with the group's score, of which it is a part.
  double with_siblings = missing_value;  ///< The mean of its correlations with its siblings.
  double with_index = missing_value;
  std::string nearest{};  ///< Of the other groups beside its own, the one it goes with most; may be empty.
  double with_nearest = missing_value;
  bool is_negative = false;   ///< It pulls against its own group.
  bool is_elsewhere = false;  ///< It goes with another group more than with its own.
};

/// Correlations of the nodes of a result across its levels.
struct level_report {
  correlation_table all;        ///< Every node (in rows) with every group.
  std::vector<node_fit> nodes;  ///< Every node but the index.
};

/// The correlations of every node with every group, and what is out of place. "Other groups" are the siblings of the
/// node's own group. Missing where a score has no spread.
[[nodiscard]] level_report levels(const result& r, correlation kind = correlation::pearson);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/levels.ipp"
#endif
