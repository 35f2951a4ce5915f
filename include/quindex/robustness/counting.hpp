/// Counting the replicates of a round into outcomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quindex/numeric/batch.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Stored ranks of a round, replicate after replicate; see `numeric::StoredRank`.
template <numeric::StoredRank Place>
struct rank_rows {
  std::vector<Place> all{};
  std::vector<Place> nominal{};                    ///< The nominal ranks of the node at hand.
  std::vector<std::uint16_t> beating{}, beaten{};  ///< Units × replicates: unranked units are the last, and the first.
  std::vector<std::vector<Place>> waiting{};       ///< By watched node: units × room, ranks not yet counted.
};

/// Counts rounds of replicates into one outcomes; integers and exact sums, so that neither rounds nor threads matter.
class counter {
 public:
  /// `into` has its units, nodes and rules; its counts are made ready here. It outlives the counter.
  counter(outcomes::parts& into, const evaluator& from, numeric::executor where);

  /// Counts a round; its failures are the caller's. Rounds come in the order of their replicates.
  void count(const evaluation& round);
  /// Hands over what was counted aside; nothing is counted after.
  void finish();

 private:
  template <numeric::StoredRank Place>
  void count_ranked(const evaluation& round, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void rank_some(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_units(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end,
                   rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void make_room(rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void put_aside(std::size_t w, std::size_t begin, std::size_t end, rank_rows<Place>& ranked) const;
  template <numeric::StoredRank Place>
  void count_waiting(rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_pairs(node_counts& node, rank_rows<Place>& ranked) const;
  template <numeric::StoredRank Place>
  void count_first_places(std::size_t w, const evaluation& round, const rank_rows<Place>& ranked);
  void count_bands(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end);
  void keep(std::size_t w, const evaluation& round);

  outcomes::parts& into_;
  numeric::executor where_;
  bool is_kept_ = false;
  std::size_t kinds_ = 0;  // of stored ranks
  std::size_t first_ = 1;  // the stored rank of bin 0
  std::size_t replicates_ = 0, units_ = 0;
  std::size_t waiting_ = 0, room_ = 0;              // replicates whose ranks wait, and that may
  std::vector<std::vector<std::size_t>> inside_{};  // by watched node: the nodes below it, parents first
  std::vector<std::size_t> parents_{};
  std::vector<std::vector<std::uint32_t>> dense_{};  // by watched node: units × kinds, unless they are too many
  rank_rows<std::uint16_t> small_{};
  rank_rows<std::uint32_t> large_{};
  std::vector<double> shifts_{};  // by replicate of the round
};

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/counting.ipp"
#endif
