/// How many pairs of an order stand the wrong way round.
#pragma once

#include <cstddef>
#include <cstdint>

#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

/// Numbers come one by one and are marked in a set of bits; what has come before and is higher is read from counts for
/// words of 64 bits, blocks of 64 words, and the rest of the word.
template <class Isa>
struct inversion_counter {
  static constexpr std::size_t word = 64, block = 64 * word;

  static std::size_t blocks_of(std::size_t n) { return (n + block - 1) / block; }

  /// Memory in words of 64 bits: the bits; for each word the marks in later words of its block, in 16 bits; for each
  /// block the marks in later blocks.
  static std::uint64_t count(const std::uint32_t* places, std::size_t n, std::uint64_t* room) {
    const std::size_t blocks = blocks_of(n);
    for (std::size_t i = 0; i < blocks * inversion_room; ++i) room[i] = 0;
    std::uint64_t *bits = room, *beyond = room + blocks * (64 + 16), found = 0;
    auto* later = reinterpret_cast<short_count*>(room + blocks * 64);
    const std::size_t used = blocks > 1 ? 64 : ((n + word - 1) / word + 15) / 16 * 16;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t at = places[i], b = at / block, w = at / word, within = w % 64;
      short_count* counts = later + b * 64;
      const std::uint64_t higher = bits[w] >> (at % word);
      found += beyond[b] + counts[within] + static_cast<std::uint64_t>(__builtin_popcountll(higher));
      bits[w] |= std::uint64_t{1} << (at % word);
      for (std::size_t from = 0; from < used; from += 16)
        for (std::size_t q = 0; q < 16; ++q)
          counts[from + q] = static_cast<short_count>(counts[from + q] + (from + q < within ? 1 : 0));
      for (std::size_t q = 0; q < b; ++q) ++beyond[q];
    }
    return found;
  }

 private:
#if defined(__GNUC__)
  typedef std::uint16_t short_count __attribute__((may_alias));
#else
  using short_count = std::uint16_t;
#endif
};

}  // namespace quindex::kernel
