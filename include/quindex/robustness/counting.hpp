/// Counting the replicates of a round into outcomes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "quindex/numeric/batch.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Stored ranks of a round, replicate after replicate; see `numeric::StoredRank`.
template <numeric::StoredRank Place>
struct rank_rows {
  std::span<const Place> all{};                    ///< Those of the node at hand.
  std::vector<std::uint16_t> beating{}, beaten{};  ///< Units × replicates: unranked units are the last, and the first.
  std::vector<std::vector<Place>> waiting{};       ///< By watched node: units × room, ranks not yet counted.
};

/// Counts rounds of replicates into one outcomes; integers and exact sums, so that neither rounds nor threads matter.
class counter {
 public:
  /// `into` has its units, nodes and rules; its counts are made ready here. It outlives the counter.
  counter(outcomes::parts& into, const evaluator& from, numeric::executor where);

  /// Counts a round; its failures are the caller's. Rounds come in the order of their replicates. What `first` throws
  /// while it runs the loops before anything is counted is passed on, and the round is as if it had not been.
  void count(const evaluation& round, const numeric::executor& first);
  /// Hands over what was counted aside; nothing is counted after.
  void finish();

 private:
  template <numeric::StoredRank Place>
  void count_ranked(const evaluation& round, const numeric::executor& first, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_units(std::size_t w, const evaluation& round, std::size_t block, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void make_room(rank_rows<Place>& ranked);
  [[nodiscard]] bool is_due(std::size_t w, std::size_t block) const;
  template <numeric::StoredRank Place>
  void put_aside(std::size_t w, std::size_t block, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_waiting(std::size_t w, std::size_t block, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_all_waiting(std::size_t w, rank_rows<Place>& ranked);
  template <numeric::StoredRank Place>
  void count_pairs(node_counts& node, rank_rows<Place>& ranked) const;
  template <numeric::StoredRank Place>
  void count_first_places(std::size_t w, const evaluation& round, const rank_rows<Place>& ranked);
  void count_scores(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end);
  void count_bands(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end);
  void keep(std::size_t w, const evaluation& round);
  /// Units are counted in blocks, each by one thread.
  static constexpr std::size_t block_size = 32;
  [[nodiscard]] std::size_t blocks() const { return (units_ + block_size - 1) / block_size; }
  [[nodiscard]] std::pair<std::size_t, std::size_t> units_of(std::size_t block) const {
    return {block * block_size, std::min(units_, (block + 1) * block_size)};
  }

  outcomes::parts& into_;
  numeric::executor where_;
  bool is_kept_ = false;
  std::size_t kinds_ = 0;  // of stored ranks
  std::size_t first_ = 1;  // the stored rank of bin 0
  std::size_t replicates_ = 0, units_ = 0;
  std::size_t rounds_ = 0;                           // that have been counted
  std::size_t room_ = 0;                             // replicates whose ranks may wait
  std::vector<std::vector<std::size_t>> waiting_{};  // by watched node and block: replicates whose ranks do
  std::vector<std::vector<std::size_t>> inside_{};   // by watched node: the nodes below it, parents first
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
