/// Sorting by digits: what ranks and orders are made of.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Unsigned numbers in the order of the doubles; 0 and -0 get the same.
inline std::uint64_t order_key(double x, bool largest_first) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(x + 0.0);
  const std::uint64_t key = (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
  return largest_first ? ~key : key;
}

// Up to this many entries are sorted by insertion.
inline constexpr std::size_t few_entries = 24;

// How the high halves of entries are sorted: in `Passes` digits of `Bits` bits. Values are cut to so many bits that few
// entries are equal in them by chance; these few are put right afterwards.
template <int Bits, int Passes>
struct radix {
  static constexpr std::size_t bins = std::size_t{1} << Bits;
  static constexpr int width = std::min(32, Bits* Passes);
  std::array<std::uint32_t, bins * Passes> histograms{};

  [[nodiscard]] static std::size_t digit(std::uint64_t cut, int pass) { return (cut >> (Bits * pass)) & (bins - 1); }
  void count(std::uint64_t cut, std::uint32_t how_often) {
    for (int p = 0; p < Passes; ++p) histograms[static_cast<std::size_t>(p) * bins + digit(cut, p)] += how_often;
  }
  // Sorts by the digits that were counted, lowest first; equal entries stay in order.
  void sort(std::uint64_t* entries, std::uint64_t* spare, std::size_t n) {
    std::uint64_t *from = entries, *to = spare;
    for (int p = 0; p < Passes; ++p) {
      std::uint32_t* histogram = histograms.data() + static_cast<std::size_t>(p) * bins;
      if (histogram[digit(from[0] >> 32, p)] == n) continue;
      std::uint32_t sum = 0;
      for (std::size_t d = 0; d < bins; ++d) sum += std::exchange(histogram[d], sum);
      for (std::size_t i = 0; i < n; ++i) to[histogram[digit(from[i] >> 32, p)]++] = from[i];
      std::swap(from, to);
    }
    if (from != entries) std::copy_n(from, n, entries);
  }
};

// Calls `work` with the sort for values that are spread evenly enough over their cuts, or for keys, which spend eleven
// bits on exponents.
template <class Work>
std::size_t with_radix(std::size_t count, bool is_even, Work work) {
  if (count < 3000) return is_even ? work(radix<8, 2>{}) : work(radix<8, 3>{});
  if (count < 200000) return is_even ? work(radix<11, 2>{}) : work(radix<11, 3>{});
  return work(radix<8, 4>{});  // at this size looking up a key costs more than a pass
}

// Would equal steps between `low` and `low + width` keep most values apart? A sample is counted into bins; pairs that
// meet there must not be much more frequent than among evenly spread values. One outlier would crowd all others.
inline bool is_spread_evenly(column_view x, double low, double width) {
  if (!(width > 0x1p-500 && width < 0x1p500)) return false;
  constexpr std::size_t most_sampled = 96, bins = 512;
  std::array<std::uint8_t, bins> counts{};
  const double scale = (static_cast<double>(bins) - 1) / width;
  const std::size_t step = x.size() / most_sampled + 1;
  std::size_t sampled = 0, pairs = 0;
  for (std::size_t i = 0; i < x.size(); i += step) {
    if (is_missing(x[i])) continue;
    pairs += counts[static_cast<std::size_t>((x[i] - low) * scale)]++;
    ++sampled;
  }
  return pairs <= 4 * sampled * sampled / (2 * bins) + 8;
}

}  // namespace detail
}  // namespace numeric
QUINDEX_END
