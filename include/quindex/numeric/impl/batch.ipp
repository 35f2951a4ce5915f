/// Bodies of numeric/batch.hpp: random numbers and counts of ranks.
#pragma once

#include <algorithm>

#include "quindex/numeric/batch.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE void uniforms(const random_stream& stream, std::uint32_t first_replicate, std::uint64_t first_draw,
                             std::size_t draws, std::span<double> out) noexcept {
  if (draws == 0) return;
  const auto key = stream.key();
  active_kernels().uniforms(
      {{key[0], key[1]}, stream.purpose(), first_replicate, out.size() / draws, first_draw, draws, false}, out.data(),
      draws);
}

QUINDEX_INLINE void uniform_pairs(const random_stream& stream, std::uint32_t first_replicate, std::size_t numbers,
                                  std::span<double> out) noexcept {
  if (numbers == 0) return;
  const auto key = stream.key();
  active_kernels().uniforms(
      {{key[0], key[1]}, stream.purpose(), first_replicate, out.size() / numbers, 0, numbers, true}, out.data(),
      numbers);
}

namespace detail {

/// Counts rows of stored ranks for `Units` units that are neighbours. Theirs are different counters, so that none waits
/// for the one before, as the counter of a unit does that keeps its rank.
template <std::size_t Units, StoredRank Place>
void count_neighbours(const Place* ranks, std::size_t rows, std::size_t columns, std::size_t kinds,
                      std::uint32_t* counts) {
  for (std::size_t r = 0; r < rows; ++r, ranks += columns)
    for (std::size_t u = 0; u < Units; ++u) ++counts[u * kinds + ranks[u]];
}

}  // namespace detail

template <StoredRank Place>
void count_ranks(std::span<const Place> ranks, std::size_t columns, std::size_t kinds, std::size_t first_unit,
                 std::span<std::uint32_t> counts) {
  if (columns == 0) return;
  const std::size_t rows = ranks.size() / columns, units = counts.size() / kinds;
  constexpr std::size_t rows_at_once = 2048;                 // their lines fit the second cache
  constexpr std::size_t units_at_once = 64 / sizeof(Place);  // of a line
  constexpr std::size_t together = 4;
  for (std::size_t u = 0; u < units; u += units_at_once)
    for (std::size_t r = 0; r < rows; r += rows_at_once) {
      const std::size_t here = std::min(rows_at_once, rows - r), end = std::min(units, u + units_at_once);
      const Place* first = ranks.data() + r * columns + first_unit;
      std::size_t unit = u;
      for (; unit + together <= end; unit += together)
        detail::count_neighbours<together>(first + unit, here, columns, kinds, counts.data() + unit * kinds);
      for (; unit < end; ++unit)
        detail::count_neighbours<1>(first + unit, here, columns, kinds, counts.data() + unit * kinds);
    }
}

#ifdef QUINDEX_COMPILED
template void count_ranks(std::span<const std::uint16_t>, std::size_t, std::size_t, std::size_t,
                          std::span<std::uint32_t>);
template void count_ranks(std::span<const std::uint32_t>, std::size_t, std::size_t, std::size_t,
                          std::span<std::uint32_t>);
#endif

}  // namespace numeric
QUINDEX_END
