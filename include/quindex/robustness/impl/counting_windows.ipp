/// Counts of ranks that are kept between the best and the worst one seen, for many units.
#pragma once

#include <algorithm>
#include <span>

#include "quindex/robustness/counting.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Makes room for bins `low` to `high` in a window, and some more: windows grow in every round at first.
QUINDEX_INLINE void widen_window(rank_counts& window, std::size_t low, std::size_t high, std::size_t bins) {
  const std::size_t first = window.first, last = first + window.counts.size();  // one past the last
  if (!window.counts.empty() && low >= first && high < last) return;
  const std::size_t from = window.counts.empty() ? low : std::min(low, first);
  const std::size_t to = window.counts.empty() ? high + 1 : std::max(high + 1, last);
  const std::size_t slack = (to - from) / 4;
  const std::size_t new_first = from - std::min(from, slack), new_last = std::min(bins, to + slack);
  std::vector<std::uint32_t> counts(new_last - new_first, 0);
  std::copy(window.counts.begin(), window.counts.end(),
            counts.begin() + static_cast<std::ptrdiff_t>(window.counts.empty() ? 0 : first - new_first));
  window.counts = std::move(counts);
  window.first = static_cast<std::uint32_t>(new_first);
}

/// Counts stored ranks of one unit, 0 for none; the best rank is stored as `first`.
template <numeric::StoredRank Place>
void count_window(std::span<const Place> ranks, std::size_t first, std::size_t bins, rank_counts& into) {
  Place low = static_cast<Place>(-1), high = 0;
  for (const Place rank : ranks) {
    low = rank != 0 && rank < low ? rank : low;
    high = rank > high ? rank : high;
  }
  if (high == 0) return;
  widen_window(into, low - first, high - first, bins);
  std::uint32_t* counts = into.counts.data();
  for (const Place rank : ranks)
    if (rank != 0) ++counts[rank - first - into.first];
}

/// Makes room for the ranks of a round. They wait until there are so many of each unit that its window is brought into
/// the caches for hundreds of them, not for each.
template <numeric::StoredRank Place>
void counter::make_room(rank_rows<Place>& ranked) {
  constexpr std::size_t memory = std::size_t{32} << 20U;
  if (waiting_ + replicates_ <= room_) return;
  count_waiting(ranked);
  const std::size_t watched = into_.watched.size(), each = watched * units_ * sizeof(Place);
  room_ = std::max({room_, replicates_, memory / std::max<std::size_t>(each, 1)});
  ranked.waiting.resize(watched);
  for (std::vector<Place>& columns : ranked.waiting) columns.resize(units_ * room_);
}

/// Writes the ranks of a round, unit after unit, behind those that wait.
template <numeric::StoredRank Place>
void counter::put_aside(std::size_t w, std::size_t begin, std::size_t end, rank_rows<Place>& ranked) const {
  for (std::size_t r = 0; r < replicates_; ++r)
    for (std::size_t i = begin; i < end; ++i) ranked.waiting[w][i * room_ + waiting_ + r] = ranked.all[r * units_ + i];
}

/// Counts the ranks that wait between the best and the worst that each unit has had.
template <numeric::StoredRank Place>
void counter::count_waiting(rank_rows<Place>& ranked) {
  constexpr std::size_t at_once = 32;
  if (waiting_ == 0) return;
  for (std::size_t w = 0; w < into_.watched.size(); ++w)
    numeric::parallel_for(where_, (units_ + at_once - 1) / at_once, [&](std::size_t b) {
      for (std::size_t i = b * at_once; i < std::min(units_, (b + 1) * at_once); ++i)
        count_window(std::span<const Place>(ranked.waiting[w]).subspan(i * room_, waiting_), first_, kinds_ - first_,
                     into_.watched[w].units[i].ranks);
    });
  waiting_ = 0;
}

/// The part of some counts between the first and the last that is not 0; `first` is the bin of the first one.
QUINDEX_INLINE rank_counts window_of(std::span<const std::uint32_t> counts, std::size_t first) {
  const auto is_some = [](std::uint32_t n) { return n != 0; };
  const auto low = std::find_if(counts.begin(), counts.end(), is_some);
  if (low == counts.end()) return {};
  const auto high = std::find_if(counts.rbegin(), counts.rend(), is_some).base();
  return {static_cast<std::uint32_t>(first + static_cast<std::size_t>(low - counts.begin())), {low, high}};
}

}  // namespace robustness::detail
QUINDEX_END
