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

template <StoredRank Place>
void count_ranks(std::span<const Place> ranks, std::size_t columns, std::size_t kinds, std::size_t first_unit,
                 std::span<std::uint32_t> counts) {
  if (columns == 0) return;
  const std::size_t rows = ranks.size() / columns, units = counts.size() / kinds;
  constexpr std::size_t rows_at_once = 256;                  // their lines fit the nearest cache
  constexpr std::size_t units_at_once = 64 / sizeof(Place);  // of a line
  for (std::size_t u = 0; u < units; u += units_at_once)
    for (std::size_t r = 0; r < rows; r += rows_at_once)
      for (std::size_t unit = u; unit < std::min(units, u + units_at_once); ++unit) {
        std::uint32_t* counted = counts.data() + unit * kinds;
        const Place* rank = ranks.data() + r * columns + first_unit + unit;
        const std::size_t here = std::min(rows_at_once, rows - r);
        for (std::size_t k = 0; k < here; ++k) ++counted[rank[k * columns]];
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
