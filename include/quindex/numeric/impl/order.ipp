/// Bodies of numeric/order.hpp: range, sorting and ranks.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>
#include <utility>

#include "quindex/error.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Unsigned numbers in the order of the doubles; 0 and -0 get the same.
inline std::uint64_t order_key(double x, bool largest_first) noexcept {
  const auto bits = std::bit_cast<std::uint64_t>(x + 0.0);
  const std::uint64_t key = (bits >> 63) != 0 ? ~bits : bits | (std::uint64_t{1} << 63);
  return largest_first ? ~key : key;
}

// Up to this many values, counting smaller ones without branches beats sorting.
inline constexpr std::size_t few_values = 80;
// Up to this many entries are sorted by comparing.
inline constexpr std::size_t few_entries = 48;

// One pass of a radix sort on `Bits` bits; false if all entries have the same digit, so that nothing was moved.
template <int Bits>
bool radix_pass(const std::uint64_t* from, std::uint64_t* to, std::size_t count, std::uint32_t* histogram, int at) {
  constexpr std::uint64_t mask = (std::uint64_t{1} << Bits) - 1;
  if (histogram[(from[0] >> at) & mask] == count) return false;
  std::uint32_t sum = 0;
  for (std::size_t d = 0; d <= mask; ++d) sum += std::exchange(histogram[d], sum);
  for (std::size_t i = 0; i < count; ++i) to[histogram[(from[i] >> at) & mask]++] = from[i];
  return true;
}

// Sorts by bits 32 to 32 + `used`, lowest digit first; equal ones stay in order.
template <int Bits, int Passes>
void radix_sort(std::uint64_t* entries, std::uint64_t* spare, std::size_t count, int used) {
  constexpr std::size_t bins = std::size_t{1} << Bits;
  std::array<std::uint32_t, bins * Passes> histograms;
  const int passes = std::min(Passes, (used + Bits - 1) / Bits);
  std::fill_n(histograms.begin(), bins * static_cast<std::size_t>(passes), 0u);
  for (std::size_t i = 0; i < count; ++i)
    for (int p = 0; p < passes; ++p)
      ++histograms[static_cast<std::size_t>(p) * bins + ((entries[i] >> (32 + Bits * p)) & (bins - 1))];
  std::uint64_t *from = entries, *to = spare;
  for (int p = 0; p < passes; ++p)
    if (radix_pass<Bits>(from, to, count, histograms.data() + static_cast<std::size_t>(p) * bins, 32 + Bits * p))
      std::swap(from, to);
  if (from != entries) std::copy_n(from, count, entries);
}

}  // namespace detail

QUINDEX_INLINE extent range(column_view x) noexcept {
  const kernel::column_extent found = active_kernels().extent(x.data(), x.size());
  return {found.low, found.high, found.n};
}

QUINDEX_INLINE bool ranker::is_tied(std::uint64_t a, std::uint64_t b) const noexcept {
  return (a >> 32) == (b >> 32) && keys_[a & 0xFFFFFFFFu] == keys_[b & 0xFFFFFFFFu];
}

// An entry is a position in its low half; the high half is for as much of the key as fits. The keys of these entries
// are brought as close to 32 bits as their range allows, sorted by that, and put right where that was not enough.
QUINDEX_INLINE void ranker::sort_entries(std::uint64_t* entries, std::size_t count) {
  const auto key_of = [this](std::uint64_t e) { return keys_[e & 0xFFFFFFFFu]; };
  std::uint64_t low = ~std::uint64_t{0}, high = 0;
  for (std::size_t i = 0; i < count; ++i) {
    low = std::min(low, key_of(entries[i]));
    high = std::max(high, key_of(entries[i]));
  }
  const int width = static_cast<int>(std::bit_width(high - low));
  const int shift = std::max(0, width - 32);
  for (std::size_t i = 0; i < count; ++i)
    entries[i] = (((key_of(entries[i]) - low) >> shift) << 32) | (entries[i] & 0xFFFFFFFFu);
  if (count <= detail::few_entries) {
    std::sort(entries, entries + count);
  } else if (count < 1500 || count > 300000) {
    detail::radix_sort<8, 4>(entries, spare_.data(), count, std::min(width, 32));
  } else {
    detail::radix_sort<11, 3>(entries, spare_.data(), count, std::min(width, 32));
  }
  if (shift > 0) repair(entries, count);
}

// Sorts each run of equal high halves by the true keys.
QUINDEX_INLINE void ranker::repair(std::uint64_t* entries, std::size_t count) {
  for (std::size_t from = 0; from < count;) {
    std::size_t to = from + 1;
    while (to < count && (entries[to] >> 32) == (entries[from] >> 32)) ++to;
    const std::uint64_t first = keys_[entries[from] & 0xFFFFFFFFu];
    bool is_all_tied = true;
    for (std::size_t i = from + 1; i < to && is_all_tied; ++i) is_all_tied = keys_[entries[i] & 0xFFFFFFFFu] == first;
    if (!is_all_tied) {
      // The high half only has to be the same within ties from here on, so its old value may be lost.
      if (to - from <= detail::few_entries) {
        std::sort(entries + from, entries + to, [this](std::uint64_t a, std::uint64_t b) {
          const std::uint64_t ka = keys_[a & 0xFFFFFFFFu], kb = keys_[b & 0xFFFFFFFFu];
          return ka != kb ? ka < kb : a < b;
        });
      } else {
        sort_entries(entries + from, to - from);
      }
    }
    from = to;
  }
}

// Leaves the positions of the values present in sorted order in entries_; how many they are.
QUINDEX_INLINE std::size_t ranker::sort(column_view x, bool largest_first) {
  if (x.size() > 0xFFFFFFFFu)
    throw numeric_error({"ranks", std::to_string(x.size()) + " values are too many", "at most 4294967295"});
  keys_.resize(x.size());
  entries_.resize(x.size());
  spare_.resize(x.size());
  std::size_t present = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    keys_[i] = detail::order_key(x[i], largest_first);
    entries_[present] = i;
    present += is_missing(x[i]) ? 0 : 1;
  }
  sort_entries(entries_.data(), present);
  return present;
}

// Ranks by counting; false if there are too many values or the rule needs them sorted.
QUINDEX_INLINE bool ranker::rank_few(column_view x, ties rule, bool largest_first, std::span<double> out) {
  if (x.size() > detail::few_values || rule == ties::dense || rule == ties::ordinal) return false;
  values_.resize(x.size());
  below_.resize(x.size());
  equal_.assign(x.size(), 1.0);
  std::size_t n = 0;
  for (const double v : x) {
    values_[n] = largest_first ? -v : v;
    n += is_missing(v) ? 0 : 1;
  }
  const kernels& loops = active_kernels();
  loops.count_below(values_.data(), n, below_.data());
  // Without ties the counts are 0 to n - 1; each pair of equal values lowers their sum by one.
  const double sum = std::accumulate(below_.begin(), below_.begin() + static_cast<std::ptrdiff_t>(n), 0.0);
  if (sum != 0.5 * static_cast<double>(n) * (static_cast<double>(n) - 1))
    loops.count_equal(values_.data(), n, equal_.data());
  std::size_t next = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (is_missing(x[i])) {
      out[i] = missing_value;
      continue;
    }
    const double below = below_[next], equal = equal_[next];
    ++next;
    out[i] = rule == ties::best ? below + 1 : rule == ties::worst ? below + equal : below + 0.5 * (equal + 1);
  }
  return true;
}

QUINDEX_INLINE void ranker::ranks(column_view x, ties rule, bool largest_first, std::span<double> out) {
  if (rank_few(x, rule, largest_first, out)) return;
  const std::size_t present = sort(x, largest_first);
  if (present < x.size())
    for (std::size_t i = 0; i < x.size(); ++i) out[i] = is_missing(x[i]) ? missing_value : out[i];
  double distinct = 0;
  for (std::size_t from = 0; from < present;) {
    std::size_t to = from + 1;
    while (to < present && is_tied(entries_[from], entries_[to])) ++to;
    ++distinct;
    const double first = static_cast<double>(from + 1), last = static_cast<double>(to);
    const double shared = rule == ties::best    ? first
                          : rule == ties::worst ? last
                          : rule == ties::dense ? distinct
                                                : 0.5 * (first + last);
    for (std::size_t i = from; i < to; ++i)
      out[entries_[i] & 0xFFFFFFFFu] = rule == ties::ordinal ? static_cast<double>(i + 1) : shared;
    from = to;
  }
}

QUINDEX_INLINE std::span<const std::size_t> ranker::order(column_view x, bool largest_first) {
  const std::size_t present = sort(x, largest_first);
  order_.clear();
  order_.reserve(x.size());
  for (std::size_t i = 0; i < present; ++i) order_.push_back(entries_[i] & 0xFFFFFFFFu);
  for (std::size_t i = 0; present < x.size() && i < x.size(); ++i)
    if (is_missing(x[i])) order_.push_back(i);
  return order_;
}

QUINDEX_INLINE void ranks(column_view x, ties rule, bool largest_first, std::span<double> out) {
  ranker().ranks(x, rule, largest_first, out);
}

QUINDEX_INLINE std::vector<double> ranks(column_view x, ties rule, bool largest_first) {
  std::vector<double> out(x.size());
  ranks(x, rule, largest_first, out);
  return out;
}

QUINDEX_INLINE std::vector<std::size_t> order(column_view x, bool largest_first) {
  ranker sorter;
  const std::span<const std::size_t> found = sorter.order(x, largest_first);
  return {found.begin(), found.end()};
}

}  // namespace numeric
QUINDEX_END
