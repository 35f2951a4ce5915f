/// Counts of ranks that are kept between the best and the worst one seen, for many units.
#pragma once

#include <algorithm>
#include <span>

#include "quindex/robustness/counting.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Widens a window to bins `low` to `high`. There is room for more than is asked for, since windows grow in every round
/// at first; but the window itself ends where the ranks do, so that handing it over costs nothing.
inline void widen_window(rank_counts& window, std::size_t low, std::size_t high) {
  if (window.counts.empty()) window.first = static_cast<std::uint32_t>(low);
  const std::size_t first = window.first, ahead = first - std::min(low, first);
  const std::size_t size = std::max(high + 1, first + window.counts.size()) - (first - ahead);
  if (size > window.counts.capacity()) window.counts.reserve(size + size / 2);
  window.counts.insert(window.counts.begin(), ahead, 0);
  window.counts.resize(size, 0);
  window.first = static_cast<std::uint32_t>(first - ahead);
}

/// Counts stored ranks of one unit, 0 for none; the best rank is stored as `first`.
template <numeric::StoredRank Place>
void count_window(std::span<const Place> ranks, std::size_t first, rank_counts& into) {
  Place low = static_cast<Place>(-1), high = 0;
  for (const Place rank : ranks) {
    low = rank != 0 && rank < low ? rank : low;
    high = rank > high ? rank : high;
  }
  if (high == 0) return;
  widen_window(into, low - first, high - first);
  std::uint32_t* counts = into.counts.data();
  for (const Place rank : ranks)
    if (rank != 0) ++counts[rank - first - into.first];
}

/// Makes room for the ranks of a round. They wait until there are so many of each unit that its window is brought into
/// the caches for hundreds of them, not for each; but not for more, since those that wait are counted when a run stops.
template <numeric::StoredRank Place>
void counter::make_room(rank_rows<Place>& ranked) {
  constexpr std::size_t memory = std::size_t{16} << 20U;
  if (replicates_ <= room_) return;
  for (std::size_t w = 0; w < ranked.waiting.size(); ++w) count_all_waiting(w, ranked);
  const std::size_t watched = into_.watched.size(), each = watched * units_ * sizeof(Place);
  room_ = std::max(replicates_, memory / std::max<std::size_t>(each, 1));
  waiting_.assign(watched, std::vector<std::size_t>(blocks(), 0));
  ranked.waiting.resize(watched);
  for (std::vector<Place>& columns : ranked.waiting) columns.resize(units_ * room_);
}

/// Is it time to count the ranks of a block that wait? At once when there are a few, since memory is got for the
/// windows then; later by turns, so that no round has to count those of all blocks.
inline bool counter::is_due(std::size_t w, std::size_t block) const {
  constexpr std::size_t few = 16, turns = 8;
  const std::size_t waiting = waiting_[w][block];
  if (waiting + replicates_ > room_) return true;
  if (into_.watched[w].units[units_of(block).first].ranks.counts.empty()) return waiting >= few;
  return rounds_ % turns == block % turns && 2 * waiting >= room_;
}

/// Writes a block's ranks of a round, unit after unit, behind those that wait.
template <numeric::StoredRank Place>
void counter::put_aside(std::size_t w, std::size_t block, rank_rows<Place>& ranked) {
  if (is_due(w, block)) count_waiting(w, block, ranked);
  const auto [begin, end] = units_of(block);
  std::size_t& waiting = waiting_[w][block];
  for (std::size_t r = 0; r < replicates_; ++r)
    for (std::size_t i = begin; i < end; ++i) ranked.waiting[w][i * room_ + waiting + r] = ranked.all[r * units_ + i];
  waiting += replicates_;
}

/// Counts the ranks of a block that wait between the best and the worst that each unit has had.
template <numeric::StoredRank Place>
void counter::count_waiting(std::size_t w, std::size_t block, rank_rows<Place>& ranked) {
  const auto [begin, end] = units_of(block);
  for (std::size_t i = begin; i < end; ++i)
    count_window(std::span<const Place>(ranked.waiting[w]).subspan(i * room_, waiting_[w][block]), first_,
                 into_.watched[w].units[i].ranks);
  waiting_[w][block] = 0;
}

template <numeric::StoredRank Place>
void counter::count_all_waiting(std::size_t w, rank_rows<Place>& ranked) {
  numeric::parallel_for(where_, blocks(), [&](std::size_t b) { count_waiting(w, b, ranked); });
}

/// The part of some counts between the first and the last that is not 0.
QUINDEX_INLINE rank_counts window_of(std::span<const std::uint32_t> counts) {
  const auto is_some = [](std::uint32_t n) { return n != 0; };
  const auto low = std::find_if(counts.begin(), counts.end(), is_some);
  if (low == counts.end()) return {};
  const auto high = std::find_if(counts.rbegin(), counts.rend(), is_some).base();
  return {static_cast<std::uint32_t>(low - counts.begin()), {low, high}};
}

}  // namespace robustness::detail
QUINDEX_END
