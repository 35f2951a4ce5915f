/// Who beats whom, and with which weights units come first.
#pragma once

#include <algorithm>

#include "quindex/numeric/kernels.hpp"
#include "quindex/robustness/counting.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// In how many replicates two units both have a rank.
template <numeric::StoredRank Place>
std::uint32_t together(const rank_rows<Place>& ranked, std::size_t a, std::size_t b, std::size_t units,
                       std::size_t replicates) {
  std::uint32_t both = 0;
  for (std::size_t r = 0; r < replicates; ++r)
    both += static_cast<std::uint32_t>(ranked.all[r * units + a] != 0) &
            static_cast<std::uint32_t>(ranked.all[r * units + b] != 0);
  return both;
}

template <numeric::StoredRank Place>
void counter::count_pairs(node_counts& node, rank_rows<Place>& ranked) const {
  const std::size_t n = replicates_;
  ranked.beating.resize(units_ * n), ranked.beaten.resize(units_ * n);
  std::vector<std::uint8_t> is_whole(units_, 1);
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t i = 0; i < units_; ++i) {
      const auto rank = static_cast<std::uint16_t>(ranked.all[r * units_ + i]);  // pairs are of at most 10,000 units
      ranked.beaten[i * n + r] = rank;
      ranked.beating[i * n + r] = rank == 0 ? std::uint16_t{0xFFFF} : rank;
      if (rank == 0) is_whole[i] = 0;
    }
  const auto less = numeric::active_kernels().count_less;
  const auto wins = [&](std::size_t a, std::size_t b) {
    return static_cast<std::uint32_t>(less(ranked.beating.data() + a * n, ranked.beaten.data() + b * n, n));
  };
  numeric::parallel_for(where_, units_, [&](std::size_t a) {
    for (std::size_t b = a + 1; b < units_; ++b) {
      const std::uint32_t ab = wins(a, b), ba = wins(b, a);
      const bool all = is_whole[a] != 0 && is_whole[b] != 0;
      const std::uint32_t equal = (all ? static_cast<std::uint32_t>(n) : together(ranked, a, b, units_, n)) - ab - ba;
      node.beats[a * units_ + b] += ab, node.beats[b * units_ + a] += ba;
      node.tied[a * units_ + b] += equal, node.tied[b * units_ + a] += equal;
    }
  });
}

template <numeric::StoredRank Place>
void counter::count_first_places(std::size_t w, const evaluation& round, const rank_rows<Place>& ranked) {
  node_counts& node = into_.watched[w];
  const std::size_t nodes = into_.nodes.size();
  const std::size_t at = *into_.nodes.find(node.node);
  std::vector<double> shares(nodes);
  for (std::size_t r = 0; r < replicates_; ++r) {
    const Place* rank = ranked.all.data() + r * units_;
    Place best = 0;
    for (std::size_t i = 0; i < units_; ++i)
      if (rank[i] != 0 && (best == 0 || rank[i] < best)) best = rank[i];
    if (best == 0) continue;
    shares[at] = 1;
    for (const std::size_t i : inside_[w]) shares[i] = shares[parents_[i]] * round.weights[r * nodes + i];
    for (std::size_t i = 0; i < units_; ++i) {
      if (rank[i] != best) continue;
      first_places& first = node.units[i].first;
      first.weights.resize(nodes);
      ++first.times;
      first.weights[at].add(1.0);
      for (const std::size_t k : inside_[w]) first.weights[k].add(shares[k]);
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
