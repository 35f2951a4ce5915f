/// Ranks of the units in each replicate, and how far they are from the nominal ones.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/numeric/batch.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Ranks scores of one node as `result::ranks` does; keeps its memory, so one per thread.
class node_ranks {
 public:
  /// The node of a result whose spec says how ties are ranked and how scores are rounded.
  node_ranks(const result& nominal, std::size_t node);
  /// Writes the rank of each unit, 1 being best; a missing score has none.
  void find(column_view scores, std::span<double> out);
  /// The same for rows of scores, row after row.
  void find(const numeric::rows_view& scores, std::span<double> out);

 private:
  template <class Place>
  void find_stored(const numeric::rows_view& scores, std::vector<Place>& stored, std::span<double> out);

  ties rule_;
  std::optional<int> decimals_;
  bool is_high_better_;
  numeric::batch_ranker ranker_;
  std::vector<std::uint16_t> small_;
  std::vector<std::uint32_t> large_;
  std::vector<double> rounded_;
};

/// R_S: the mean of |rank − nominal rank| over the units that have both; missing when there are none.
[[nodiscard]] double mean_shift(column_view ranks, column_view nominal);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/rank_shifts.ipp"
#endif
