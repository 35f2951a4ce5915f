/// Keys in order, by buckets of which few hold more than one, and by exchanging neighbours.
#pragma once

#include "quindex/numeric/batch_table.hpp"
#include "quindex/numeric/impl/eight_lanes.ipp"

namespace quindex::kernel {

// Keys as many as a register holds, and the same as pairs.
template <int Width>
struct key_storage {
  using keys = std::uint32_t;
  using pairs = std::uint64_t;
  using counts = std::uint16_t;
};
#if defined(__GNUC__)
template <>
struct key_storage<2> {
  typedef std::uint32_t keys __attribute__((vector_size(16)));
  typedef std::uint64_t pairs __attribute__((vector_size(16)));
  typedef std::uint16_t counts __attribute__((vector_size(16)));
};
template <>
struct key_storage<4> {
  typedef std::uint32_t keys __attribute__((vector_size(32)));
  typedef std::uint64_t pairs __attribute__((vector_size(32)));
  typedef std::uint16_t counts __attribute__((vector_size(32)));
};
template <>
struct key_storage<8> {
  typedef std::uint32_t keys __attribute__((vector_size(64)));
  typedef std::uint64_t pairs __attribute__((vector_size(64)));
  typedef std::uint16_t counts __attribute__((vector_size(64)));
};
#endif

template <class Isa>
struct key_buckets {
  static constexpr int width = Isa::width;
  using keys = typename key_storage<width>::keys;
  using pairs = typename key_storage<width>::pairs;
  static constexpr std::size_t at_once = sizeof(keys) / sizeof(std::uint32_t);
  static_assert(at_once <= key_room);

  [[gnu::always_inline]] static keys load(const std::uint32_t* from) {
    keys out;
    __builtin_memcpy(&out, from, sizeof out);
    return out;
  }

  /// Is any bit set?
  [[gnu::always_inline]] static bool is_any(keys some) {
    std::uint64_t words[sizeof(keys) / sizeof(std::uint64_t)], all = 0;
    __builtin_memcpy(words, &some, sizeof words);
    for (const std::uint64_t word : words) all |= word;
    return all != 0;
  }

  /// Exchanges the keys of pairs that are not in order: those at 0 and 1, at 2 and 3, and so on. Were there any?
  [[gnu::always_inline]] static bool exchange(std::uint32_t* key, std::size_t n) {
    if constexpr (width == 1) {
      std::uint32_t moved = 0;
      for (std::size_t i = 0; i < n; i += 2) {
        const std::uint32_t a = key[i], b = key[i + 1], low = b < a ? b : a, high = b < a ? a : b;
        moved |= a ^ low;
        key[i] = low;
        key[i + 1] = high;
      }
      return moved != 0;
    } else {
      std::uint32_t every_other[at_once];
      for (std::size_t l = 0; l < at_once; ++l) every_other[l] = l % 2 == 0 ? ~std::uint32_t{0} : 0;
      const keys first = load(every_other);
      keys moved{};
      for (std::size_t i = 0; i < n; i += at_once) {
        const keys own = load(key + i);
        pairs both;
        __builtin_memcpy(&both, &own, sizeof both);
        both = (both << 32) | (both >> 32);  // each beside its partner
        keys other;
        __builtin_memcpy(&other, &both, sizeof other);
        const keys low = own < other ? own : other, high = own < other ? other : own;
        const keys sorted = (low & first) | (high & ~first);
        moved |= sorted ^ own;
        __builtin_memcpy(key + i, &sorted, sizeof sorted);
      }
      return is_any(moved);
    }
  }

  // Buckets lie in rows of so many that do not follow each other: sums over all that come before are sums of columns.
  static constexpr std::size_t columns = 32;
  using counts = typename key_storage<width>::counts;
  static constexpr std::size_t counts_at_once = sizeof(counts) / sizeof(std::uint16_t),
                               parts = columns / counts_at_once;

  /// Replaces the counts of buckets by the number of keys in buckets before. False where a count is 32 or more.
  static bool sum_before(std::uint16_t* count, std::size_t buckets) {
    counts before[parts] = {}, seen{};
    for (std::size_t i = 0; i < buckets; i += columns)
      for (std::size_t p = 0; p < parts; ++p) {
        counts here;
        __builtin_memcpy(&here, count + i + p * counts_at_once, sizeof here);
        __builtin_memcpy(count + i + p * counts_at_once, &before[p], sizeof here);
        before[p] += here;
        seen |= here;
      }
    std::uint16_t any[counts_at_once], all = 0, start[columns], sum = 0;
    __builtin_memcpy(any, &seen, sizeof any);
    for (const std::uint16_t one : any) all |= one;
    if (all >= 32) return false;
    __builtin_memcpy(start, before, sizeof start);
    for (std::uint16_t& column : start) {
      const std::uint16_t own = column;
      column = sum;
      sum = static_cast<std::uint16_t>(sum + own);
    }
    __builtin_memcpy(before, start, sizeof start);
    for (std::size_t i = 0; i < buckets; i += columns)
      for (std::size_t p = 0; p < parts; ++p) {
        counts here;
        __builtin_memcpy(&here, count + i + p * counts_at_once, sizeof here);
        here += before[p];
        __builtin_memcpy(count + i + p * counts_at_once, &here, sizeof here);
      }
    return true;
  }

  static bool spread(const key_job& job, std::uint32_t* sorted) {
    const std::size_t n = job.n, buckets = std::size_t{1} << job.bucket_bits;
    const int shift = 32 - job.bucket_bits, row_bits = job.bucket_bits - 5;
    const auto row_mask = static_cast<std::uint32_t>(buckets / columns - 1);
    for (std::size_t i = 0; i < n; i += at_once) {
      const keys bucket = load(job.keys + i) >> shift;
      const keys place = ((bucket & row_mask) << 5) | (bucket >> row_bits);
      __builtin_memcpy(job.places + i, &place, sizeof place);
    }
    __builtin_memset(job.counts, 0, buckets * sizeof *job.counts);
    for (std::size_t i = 0; i < n; ++i) ++job.counts[job.places[i]];
    if (!sum_before(job.counts, buckets)) return false;
    for (std::size_t i = 0; i < n; ++i) sorted[job.counts[job.places[i]]++] = job.keys[i];
    for (std::size_t i = n; i < n + key_room; ++i) sorted[i] = ~std::uint32_t{0};
    return true;
  }

  static std::size_t settle(std::uint32_t* key, std::size_t n, int bits, std::uint32_t near, std::uint32_t* places) {
    bool moves = n > 1;
    while (moves) {
      const bool even = exchange(key, n), odd = exchange(key + 1, n - 1);
      moves = even || odd;
    }
    std::size_t found = 0, i = 0;
    const auto list = [&](std::size_t end) {
      for (; i < end; ++i)
        if ((key[i + 1] >> bits) - (key[i] >> bits) <= near) places[found++] = static_cast<std::uint32_t>(i + 1);
    };
    if constexpr (width > 1) {
      const keys most = keys{} + near;
      while (i + at_once < n) {
        const keys close = static_cast<keys>(((load(key + i + 1) >> bits) - (load(key + i) >> bits)) <= most);
        if (is_any(close))
          list(i + at_once);
        else
          i += at_once;
      }
    }
    list(n == 0 ? 0 : n - 1);
    return found;
  }
};

}  // namespace quindex::kernel
