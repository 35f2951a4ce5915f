/// Places of values among others by counting, and what sorting them needs.
#pragma once

#include "quindex/numeric/impl/eight_lanes.ipp"

namespace quindex::kernel {

// Counts as they are stored, by the number of lanes; and as many of 16 bits as a register holds.
template <int Width>
struct small_storage {
  using words16 = std::uint16_t;
  using words32 = std::uint32_t;
  using shorts = std::int16_t;
  using pairs = std::uint32_t;
};
#if defined(__GNUC__)
template <>
struct small_storage<2> {
  typedef std::uint16_t words16 __attribute__((vector_size(4)));
  typedef std::uint32_t words32 __attribute__((vector_size(8)));
  typedef std::int16_t shorts __attribute__((vector_size(16)));
  typedef std::uint32_t pairs __attribute__((vector_size(16)));
};
template <>
struct small_storage<4> {
  typedef std::uint16_t words16 __attribute__((vector_size(8)));
  typedef std::uint32_t words32 __attribute__((vector_size(16)));
  typedef std::int16_t shorts __attribute__((vector_size(32)));
  typedef std::uint32_t pairs __attribute__((vector_size(32)));
};
template <>
struct small_storage<8> {
  typedef std::uint16_t words16 __attribute__((vector_size(16)));
  typedef std::uint32_t words32 __attribute__((vector_size(32)));
  typedef std::int16_t shorts __attribute__((vector_size(64)));
  typedef std::uint32_t pairs __attribute__((vector_size(64)));
};
#endif

template <class Isa>
struct places_of {
  using lanes = eight_lanes<Isa>;
  using many = typename lanes::many;
  using marks = typename many::marks;
  static constexpr int width = lanes::width;

  /// The low bits of each lane.
  template <class Small, class Words>
  [[gnu::always_inline]] static void save_low(Words w, void* to) {
    Small low;
    if constexpr (width == 1)
      low = static_cast<Small>(w);
    else
      low = __builtin_convertvector(w, Small);
    __builtin_memcpy(to, &low, sizeof low);
  }

  /// `start(self)` and one more for each value that compares; `Packs` packs of values wait for the others together.
  template <int Packs, class Start, class Compare>
  [[gnu::always_inline]] static void count_block(const double* x, std::size_t n, const double* mine, std::uint16_t* out,
                                                 Start start, Compare compare) {
    many self[Packs];
    marks found[Packs];
    for (int p = 0; p < Packs; ++p) self[p] = many::load(mine + p * width), found[p] = start(self[p]);
    for (std::size_t k = 0; k < n; ++k) {
      const many other = many::all(x[k]);
      for (int p = 0; p < Packs; ++p) found[p] -= compare(other, self[p]).m;  // a true lane is -1
    }
    for (int p = 0; p < Packs; ++p) save_low<typename small_storage<width>::words16>(found[p], out + p * width);
  }

  template <class Start, class Compare>
  [[gnu::always_inline]] static void count(const double* x, std::size_t n, std::uint16_t* out, Start start,
                                           Compare compare) {
    constexpr int large = 4;
    constexpr std::size_t large_lanes = large * width, lane_count = width;
    std::size_t i = 0;
    for (; i + large_lanes <= n; i += large_lanes) count_block<large>(x, n, x + i, out + i, start, compare);
    for (; i < n; i += lane_count) {
      const std::size_t here = n - i < lane_count ? n - i : lane_count;
      double mine[lane_count];
      std::uint16_t counts[lane_count];
      for (std::size_t l = 0; l < lane_count; ++l) mine[l] = l < here ? x[i + l] : 0.0;
      count_block<1>(x, n, mine, counts, start, compare);
      for (std::size_t l = 0; l < here; ++l) out[i + l] = counts[l];
    }
  }

  static constexpr std::size_t most_by_cuts = 128;

  /// The smallest and the largest of at least `width` values; NaN for both if one is missing.
  static void reach(const double* x, std::size_t n, double& smallest, double& largest) {
    constexpr std::size_t lane_count = width;
    many low = many::load(x), high = low;
    marks there = (low == low).m;
    for (std::size_t i = lane_count; i < n; i += lane_count) {
      const many v = many::load(x + (i + lane_count <= n ? i : n - lane_count));
      low = select(v < low, v, low);
      high = select(high < v, v, high);
      there &= (v == v).m;
    }
    double l[lane_count], h[lane_count];
    std::int64_t t[lane_count];
    low.save(l), high.save(h);
    __builtin_memcpy(t, &there, sizeof t);
    for (std::size_t half = lane_count / 2; half > 0; half /= 2)
      for (std::size_t i = 0; i < half; ++i) {
        l[i] = l[i + half] < l[i] ? l[i + half] : l[i];
        h[i] = h[i] < h[i + half] ? h[i + half] : h[i];
        t[i] &= t[i + half];
      }
    smallest = t[0] != 0 ? l[0] : __builtin_nan("");
    largest = t[0] != 0 ? h[0] : __builtin_nan("");
  }

  /// Values cut to 16 bits, of which a register holds four times as many. Each stands there once beside its
  /// neighbours, and once twice: two side by side are spread over a register without a shuffle.
  struct cuts16 {
    using shorts = typename small_storage<width>::shorts;
    using pairs = typename small_storage<width>::pairs;
    static constexpr std::size_t short_lanes = sizeof(shorts) / sizeof(std::int16_t);
    static constexpr std::size_t packs = width == 8 ? 2 : 4;

    std::int16_t once[most_by_cuts + packs * short_lanes];
    std::uint32_t twice[most_by_cuts];

    /// Cuts of (x - from) scale, which is between 0 and 65535.
    cuts16(const double* x, std::size_t n, double from, double scale) {
      using words = typename many::words;
      constexpr std::size_t lane_count = width;
      for (std::size_t i = 0; i < n; i += lane_count) {
        const std::size_t at = i + lane_count <= n ? i : n - lane_count;
        const many cut = (many::load(x + at) - many::all(from)) * many::all(scale) + many::all(0x1p52 + 0x1p15);
        const words low16 = cut.bits() & std::uint64_t{0xFFFF};  // from -32768 on
        save_low<typename small_storage<width>::words16>(low16, once + at);
        save_low<typename small_storage<width>::words32>(low16 | (low16 << 16), twice + at);
      }
    }

    /// One more than the number of smaller cuts, for those from `i` on.
    [[gnu::always_inline]] void count(std::size_t n, std::size_t i, std::uint16_t* out) const {
      shorts self[packs], found[packs];
      __builtin_memcpy(self, once + i, sizeof self);
      for (std::size_t p = 0; p < packs; ++p) found[p] = shorts{} + std::int16_t{1};
      for (std::size_t k = 0; k < n; ++k) {
        const pairs both = pairs{} + twice[k];
        shorts other;
        __builtin_memcpy(&other, &both, sizeof other);
        for (std::size_t p = 0; p < packs; ++p) {
          if constexpr (width == 1)
            found[p] = static_cast<std::int16_t>(found[p] + (other < self[p] ? 1 : 0));
          else if constexpr (width == 8)
            found[p] = other < self[p] ? found[p] + std::int16_t{1} : found[p];  // one instruction
          else
            found[p] -= other < self[p];
        }
      }
      __builtin_memcpy(out, found, sizeof found);
    }
  };

  /// Places by the cuts of values. False if two cuts are equal or a value is missing.
  static bool places_by_cuts(const double* x, std::size_t n, bool largest_first, std::uint16_t* out) {
    constexpr std::size_t lane_count = width, at_once = cuts16::packs * cuts16::short_lanes;
    if (n < lane_count || n > most_by_cuts) return false;
    double low = 0, high = 0;
    reach(x, n, low, high);
    if (!(high - low > 0x1p-500 && high - low < 0x1p500)) return false;
    const cuts16 cuts(x, n, largest_first ? high : low, (largest_first ? -65535.0 : 65535.0) / (high - low));
    std::uint16_t found[most_by_cuts + at_once];
    for (std::size_t i = 0; i < n; i += at_once) cuts.count(n, i, found + i);
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += found[i];
    __builtin_memcpy(out, found, n * sizeof *found);
    return sum == n * (n + 1) / 2;
  }

  static void places(const double* x, std::size_t rows, std::size_t stride, std::size_t n, bool largest_first,
                     std::uint16_t* out, std::size_t out_stride) {
    const auto first = [](many self) __attribute__((always_inline)) { return -(self == self).m; };
    for (std::size_t r = 0; r < rows; ++r) {
      const double* row = x + r * stride;
      std::uint16_t* to = out + r * out_stride;
      if (places_by_cuts(row, n, largest_first, to)) continue;
      if (largest_first)
        count(
            row, n, to, first, [](many other, many self) __attribute__((always_inline)) { return self < other; });
      else
        count(
            row, n, to, first, [](many other, many self) __attribute__((always_inline)) { return other < self; });
    }
  }
  /// How far apart the two nearest values are, each of which has a place of its own; 0 where two share one.
  static double least_gap(const double* x, const std::uint16_t* places, std::size_t n) {
    constexpr std::size_t lane_count = width;
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += places[i];
    if (n > most_by_cuts || sum != n * (n + 1) / 2) return 0.0;  // who shares a place has the best one: the sum is less
    double sorted[most_by_cuts + 1];
    for (std::size_t i = 0; i < n; ++i) sorted[places[i] - 1] = x[i];
    many least = many::all(__builtin_huge_val());
    const auto look = [&](std::size_t i) __attribute__((always_inline)) {
      const many up = many::load(sorted + i + 1) - many::load(sorted + i), down = many::all(0.0) - up;
      const many gap = select(up < down, down, up);
      least = select(gap < least, gap, least);
    };
    std::size_t i = 0;
    for (; i + lane_count < n; i += lane_count) look(i);
    double all[lane_count];
    if (i + 1 < n && n > lane_count) look(n - 1 - lane_count), i = n;
    least.save(all);
    for (std::size_t l = 1; l < lane_count; ++l) all[0] = all[l] < all[0] ? all[l] : all[0];
    for (; i + 1 < n; ++i) {
      const double gap = __builtin_fabs(sorted[i + 1] - sorted[i]);
      all[0] = gap < all[0] ? gap : all[0];
    }
    return all[0];
  }
  static void equals(const double* x, std::size_t n, std::uint16_t* out) {
    count(
        x, n, out, [](many) __attribute__((always_inline)) { return marks{}; },
        [](many other, many self) __attribute__((always_inline)) { return self == other; });
  }

  static void cuts(const double* x, std::size_t n, double from, double scale, int bits, std::uint32_t* out) {
    using words = typename many::words;
    constexpr std::size_t lane_count = width;
    // 2^52 plus a number has its nearest whole number in the last bits.
    std::uint64_t numbers[lane_count];
    for (std::size_t l = 0; l < lane_count; ++l) numbers[l] = l;
    words at;
    __builtin_memcpy(&at, numbers, sizeof at);
    std::size_t i = 0;
    for (; i + lane_count <= n; i += lane_count) {
      const many cut = (many::load(x + i) - many::all(from)) * many::all(scale) + many::all(0x1p52);
      save_low<typename small_storage<width>::words32>((cut.bits() << bits) | at, out + i);
      at += std::uint64_t{lane_count};
    }
    for (; i < n; ++i) {
      const auto cut = typename lanes::one{(x[i] - from) * scale + 0x1p52};
      out[i] = static_cast<std::uint32_t>(cut.bits() << bits) | static_cast<std::uint32_t>(i);
    }
  }

  static std::size_t count_less(const std::uint16_t* a, const std::uint16_t* b, std::size_t n) {
    constexpr std::size_t block = 32768;  // counts of a block fit the width of the values
    std::size_t all = 0;
    for (std::size_t i = 0; i < n; i += block) {
      const std::size_t end = n - i < block ? n : i + block;
      std::uint16_t found = 0;
      for (std::size_t k = i; k < end; ++k) found = static_cast<std::uint16_t>(found + (a[k] < b[k] ? 1 : 0));
      all += found;
    }
    return all;
  }
};

}  // namespace quindex::kernel
