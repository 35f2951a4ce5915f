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

/// Counts ranks between the best and the worst that a unit has had.
template <numeric::StoredRank Place>
void counter::count_windows(node_counts& node, std::size_t begin, std::size_t end,
                            const rank_rows<Place>& ranked) const {
  const std::size_t units = end - begin, bins = kinds_ - first_;
  std::vector<Place> columns(units * replicates_);  // unit after unit
  for (std::size_t r = 0; r < replicates_; ++r)
    for (std::size_t i = 0; i < units; ++i) columns[i * replicates_ + r] = ranked.all[r * units_ + begin + i];
  for (std::size_t i = 0; i < units; ++i) {
    const std::span<const Place> column = std::span(columns).subspan(i * replicates_, replicates_);
    Place low = static_cast<Place>(-1), high = 0;
    for (const Place rank : column) {
      low = rank != 0 && rank < low ? rank : low;
      high = rank > high ? rank : high;
    }
    if (high == 0) continue;
    rank_counts& into = node.units[begin + i].ranks;
    widen_window(into, low - first_, high - first_, bins);
    std::uint32_t* counts = into.counts.data();
    for (const Place rank : column)
      if (rank != 0) ++counts[rank - first_ - into.first];
  }
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
