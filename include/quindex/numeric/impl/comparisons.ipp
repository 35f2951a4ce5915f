/// Units compared in pairs, one with many others at a time.
#pragma once

#include "quindex/numeric/impl/eight_lanes.ipp"
#include "quindex/numeric/kernel_table.hpp"

namespace quindex::kernel {

// Whole numbers of 16 bits in as many bytes as the machine has in one register.
template <int Bytes>
struct small_store;
#if defined(__GNUC__)
template <>
struct small_store<16> {
  typedef short type __attribute__((vector_size(16)));
};
template <>
struct small_store<32> {
  typedef short type __attribute__((vector_size(32)));
};
template <>
struct small_store<64> {
  typedef short type __attribute__((vector_size(64)));
};
#endif
template <>
struct small_store<8> {
  using type = short;
};

template <class Isa>
struct comparisons {
  using lanes = eight_lanes<Isa>;
  using many = typename lanes::many;
  static constexpr int width = lanes::width;
  using small = typename small_store<8 * width>::type;
  static constexpr std::size_t at_once = width == 1 ? 1 : 4 * static_cast<std::size_t>(width);
  static constexpr std::size_t packs = units_tile / at_once;

  [[gnu::always_inline]] static small load(const short* from) {
    small out;
    __builtin_memcpy(&out, from, sizeof out);
    return out;
  }
  /// -1 in lanes where a > b, 0 elsewhere.
  [[gnu::always_inline]] static small above(small a, small b) {
    if constexpr (width == 1) {
      return static_cast<small>(-static_cast<int>(a > b));
    } else {
      return a > b;
    }
  }
  [[gnu::always_inline]] static small plus(small a, small b) {
    if constexpr (width == 1) {
      return static_cast<small>(a + b);
    } else {
      return a + b;
    }
  }
  [[gnu::always_inline]] static small minus(small a, small b) {
    if constexpr (width == 1) {
      return static_cast<small>(a - b);
    } else {
      return a - b;
    }
  }
  [[gnu::always_inline]] static small everywhere(short x) {
    if constexpr (width == 1) {
      return x;
    } else {
      return small{} + x;
    }
  }

  [[gnu::always_inline]] static void add_leads(const short* others, const short* own, std::size_t m,
                                               small (&sums)[packs]) {
    for (std::size_t p = 0; p < packs; ++p) sums[p] = everywhere(0);
    for (std::size_t j = 0; j < m; ++j) {
      const small here = everywhere(own[j]);
      for (std::size_t p = 0; p < packs; ++p) {
        const small other = load(others + units_tile * j + p * at_once);
        sums[p] = plus(minus(sums[p], above(here, other)), above(other, here));
      }
    }
  }
  static void leads(const short* others, const short* own, std::size_t m, short* out) {
    small sums[packs];
    add_leads(others, own, m, sums);
    for (std::size_t p = 0; p < packs; ++p) __builtin_memcpy(out + p * at_once, &sums[p], sizeof sums[p]);
  }

  /// The sum of all lanes; none is below 0, and all together stay below 2^16.
  [[gnu::always_inline]] static std::size_t total(const small (&counts)[packs]) {
    std::uint64_t four = 0;  // sums of every fourth lane, side by side
    std::uint64_t words[units_tile / 4];
    __builtin_memcpy(words, counts, sizeof words);
    for (const std::uint64_t w : words) four += w;
    return static_cast<std::size_t>((four * std::uint64_t{0x0001000100010001}) >> 48);
  }
  static pair_counts majorities(const short* others, const short* own, std::size_t m, std::size_t from, std::size_t to,
                                short* won, short* lost) {
    static constexpr short place[units_tile] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
                                                16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
                                                32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
                                                48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    small sums[packs], ahead[packs], behind[packs];
    add_leads(others, own, m, sums);
    const small zero = everywhere(0), first = everywhere(static_cast<short>(from)),
                end = everywhere(static_cast<short>(to));
    for (std::size_t p = 0; p < packs; ++p) {
      const small at = load(place + p * at_once);
      const small counts = static_cast<small>(above(end, at) & ~above(first, at));
      ahead[p] = minus(zero, static_cast<small>(above(sums[p], zero) & counts));
      behind[p] = minus(zero, static_cast<small>(above(zero, sums[p]) & counts));
      const small more = plus(load(lost + p * at_once), ahead[p]), fewer = plus(load(won + p * at_once), behind[p]);
      __builtin_memcpy(lost + p * at_once, &more, sizeof more);
      __builtin_memcpy(won + p * at_once, &fewer, sizeof fewer);
    }
    return {total(ahead), total(behind)};
  }

  static void weighted_leads(const double* others, const double* own, const double* weights, const double* same,
                             std::size_t m, double* out) {
    constexpr std::size_t count = 8, step = count * static_cast<std::size_t>(width);  // accumulators in registers
    for (std::size_t left = 0; left < units_tile; left += step) {
      many sums[count];
      for (std::size_t c = 0; c < count; ++c) sums[c] = many::all(0.0);
      for (std::size_t j = 0; j < m; ++j) {
        const many here = many::all(own[j]), weight = many::all(weights[j]);
        const many least = many::all(same[j]), most = many::all(-same[j]);
        for (std::size_t c = 0; c < count; ++c) {
          const many lead = here - many::load(others + units_tile * j + left + c * static_cast<std::size_t>(width));
          sums[c] = sums[c] + keep(least < lead, weight) - keep(lead < most, weight);
        }
      }
      for (std::size_t c = 0; c < count; ++c) sums[c].save(out + left + c * static_cast<std::size_t>(width));
    }
  }
};

}  // namespace quindex::kernel
