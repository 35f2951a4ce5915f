/// Ranks of the units in each replicate, and how far they are from the nominal ones.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Ranks scores of one node as `result::ranks` does; keeps its memory, so one per thread.
class node_ranks {
 public:
  /// The node of a result whose spec says how ties are ranked and how scores are rounded.
  node_ranks(const result& nominal, std::size_t node);
  /// Writes the rank of each unit, 1 being best; a missing score has none.
  void find(column_view scores, std::span<double> out);

 private:
  ties rule_;
  std::optional<int> decimals_;
  bool is_high_better_;
  numeric::ranker ranker_;
};

/// R_S: the mean of |rank − nominal rank| over the units that have both; missing when there are none.
[[nodiscard]] double mean_shift(column_view ranks, column_view nominal, std::vector<double>& spare);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/rank_shifts.ipp"
#endif
