/// Counting the replicates of a round into outcomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/numeric/order.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The bin of a unit without a rank.
inline constexpr std::uint32_t no_bin = 0xFFFFFFFFU;

/// Counts rounds of replicates into one outcomes; integers and exact sums, so that neither rounds nor threads matter.
class counter {
 public:
  /// `into` has its units, nodes and rules; its counts are made ready here. It outlives the counter.
  counter(outcomes::parts& into, const evaluator& from, numeric::executor where);

  /// Counts a round; its failures are the caller's. Rounds come in the order of their replicates.
  void count(const evaluation& round);

 private:
  void rank_rows(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end);
  void count_units(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end);
  void count_pairs(node_counts& node, std::size_t begin, std::size_t end) const;
  void count_first_places(std::size_t w, const evaluation& round);
  void keep(std::size_t w, const evaluation& round);

  outcomes::parts& into_;
  const outcomes rules_;  // an empty outcomes that knows the rule of ranking
  numeric::executor where_;
  std::vector<std::vector<std::size_t>> inside_{};  // by watched node: the nodes below it, parents first
  std::vector<std::size_t> parents_{};
  std::size_t replicates_ = 0;
  std::vector<std::uint32_t> bins_{};  // units × replicates of the round
  std::vector<double> shifts_{};       // by replicate of the round
  bool is_kept_ = false;
};

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/counting.ipp"
#endif
