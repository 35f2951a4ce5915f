/// Bodies of numeric/order.hpp: range, sorting and ranks.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/impl/radix.ipp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Up to this many values, counting smaller ones without branches beats sorting.
inline constexpr std::size_t few_values = 110;

}  // namespace detail

QUINDEX_INLINE extent range(column_view x) noexcept {
  const kernel::column_extent found = active_kernels().extent(x.data(), x.size());
  return {found.low, found.high, found.n};
}

// An entry is a position in its low half and some leading part of the value, a cut, in its high half.
// `next(i, cut, position)` gives both for the i-th value; 0 if it is to be left out, 1 otherwise.
template <class Radix, class Next>
std::size_t ranker::sort_entries(std::uint64_t* entries, std::size_t count, Radix& radix, Next next) {
  std::size_t taken = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t cut = 0, position = 0;
    const std::uint32_t is_taken = next(i, cut, position);
    entries[taken] = cut << 32 | position;
    taken += is_taken;
    radix.count(cut, is_taken);
  }
  if (taken > 0) radix.sort(entries, spare_.data(), taken);
  return taken;
}

// The true key of an entry.
inline std::uint64_t ranker::key_of(std::uint64_t entry) const noexcept {
  return detail::order_key(source_[entry & 0xFFFFFFFFu], largest_first_);
}

// Sorts each run of equal high halves by the true keys.
QUINDEX_INLINE void ranker::repair(std::uint64_t* entries, std::size_t count) {
  for (std::size_t from = 0, to = 1; from < count; from = to++) {
    while (to < count && (entries[to] >> 32) == (entries[from] >> 32)) ++to;
    if (to - from > 1) repair_run(entries + from, to - from);
  }
}

QUINDEX_INLINE void ranker::repair_run(std::uint64_t* entries, std::size_t count) {
  if (count <= detail::few_entries) {
    for (std::size_t i = 1; i < count; ++i) {
      const std::uint64_t entry = entries[i], key = key_of(entry);
      std::size_t at = i;
      for (; at > 0 && key < key_of(entries[at - 1]); --at) entries[at] = entries[at - 1];
      entries[at] = entry;
    }
    return;
  }
  std::uint64_t low = ~std::uint64_t{0}, high = 0;
  for (std::size_t i = 0; i < count; ++i) {
    low = std::min(low, key_of(entries[i]));
    high = std::max(high, key_of(entries[i]));
  }
  if (low == high) return;  // ties are in order already
  // The high halves get a part of the key that tells these apart.
  detail::with_radix(count, false, [&](auto radix) {
    const int shift = std::max(0, static_cast<int>(std::bit_width(high - low)) - radix.width);
    sort_entries(entries, count, radix, [&](std::size_t i, std::uint64_t& cut, std::uint64_t& position) {
      position = entries[i] & 0xFFFFFFFFu;
      cut = (key_of(position) - low) >> shift;
      return 1u;
    });
    if (shift > 0) repair(entries, count);
    return count;
  });
}

template <class Radix>
std::size_t ranker::sort_by_value(column_view x, bool largest_first, const extent& reach, Radix& radix) {
  // From the end that comes first; rounding keeps the order of values, but may make them equal.
  const double from = largest_first ? -reach.high : reach.low;
  const double scale = (std::ldexp(1.0, Radix::width) - 1) / (reach.high - reach.low);
  return sort_entries(entries_.data(), x.size(), radix,
                      [&](std::size_t i, std::uint64_t& cut, std::uint64_t& position) {
                        const double v = x[i];
                        position = i;
                        const double at = v == v ? ((largest_first ? -v : v) - from) * scale : 0.0;
                        cut = static_cast<std::uint64_t>(static_cast<std::int64_t>(at));
                        return v == v ? 1u : 0u;
                      });
}

template <class Radix>
std::size_t ranker::sort_by_key(column_view x, bool largest_first, const extent& reach, Radix& radix) {
  const std::uint64_t low = detail::order_key(largest_first ? reach.high : reach.low, largest_first);
  const std::uint64_t high = detail::order_key(largest_first ? reach.low : reach.high, largest_first);
  const int shift = std::max(0, static_cast<int>(std::bit_width(high - low)) - Radix::width);
  return sort_entries(entries_.data(), x.size(), radix,
                      [&](std::size_t i, std::uint64_t& cut, std::uint64_t& position) {
                        const double v = x[i];
                        position = i;
                        cut = v == v ? (detail::order_key(v, largest_first) - low) >> shift : 0;
                        return v == v ? 1u : 0u;
                      });
}

// Leaves the positions of the values present in entries_, sorted but for runs of equal high halves; how many they are.
QUINDEX_INLINE std::size_t ranker::sort_roughly(column_view x, bool largest_first) {
  if (x.size() > 0xFFFFFFFFu)
    throw numeric_error({"ranks", std::to_string(x.size()) + " values are too many", "at most 4294967295"});
  source_ = x;
  largest_first_ = largest_first;
  entries_.resize(x.size());
  spare_.resize(x.size());
  const extent reach = range(x);
  if (reach.n == 0) return 0;
  const double width = reach.high - reach.low;
  const bool is_even = detail::is_spread_evenly(x, reach.low, width);
  return detail::with_radix(x.size(), is_even, [&](auto radix) {
    return is_even ? sort_by_value(x, largest_first, reach, radix) : sort_by_key(x, largest_first, reach, radix);
  });
}

QUINDEX_INLINE std::size_t ranker::sort(column_view x, bool largest_first) {
  const std::size_t taken = sort_roughly(x, largest_first);
  repair(entries_.data(), taken);
  return taken;
}

// Equal keys have equal high halves, because a key is cut the same way within a run.
inline bool ranker::is_tied(std::uint64_t a, std::uint64_t b) const noexcept {
  return (a >> 32) == (b >> 32) && key_of(a) == key_of(b);
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

// The ranks of entries `from` to `to` - 1, which share a high half and so may be tied.
QUINDEX_INLINE void ranker::rank_run(std::size_t from, std::size_t to, ties rule, double& distinct,
                                     std::span<double> out) {
  repair_run(entries_.data() + from, to - from);
  while (from < to) {
    std::size_t end = from + 1;
    while (end < to && is_tied(entries_[from], entries_[end])) ++end;
    ++distinct;
    const double first = static_cast<double>(from + 1), last = static_cast<double>(end);
    const double shared = rule == ties::best    ? first
                          : rule == ties::worst ? last
                          : rule == ties::dense ? distinct
                                                : 0.5 * (first + last);
    for (std::size_t i = from; i < end; ++i)
      out[entries_[i] & 0xFFFFFFFFu] = rule == ties::ordinal ? static_cast<double>(i + 1) : shared;
    from = end;
  }
}

QUINDEX_INLINE void ranker::ranks(column_view x, ties rule, bool largest_first, std::span<double> out) {
  if (rank_few(x, rule, largest_first, out)) return;
  if (out.data() < x.data() + x.size() && x.data() < out.data() + out.size()) {
    values_.assign(x.begin(), x.end());  // the values decide ties to the end
    x = values_;
  }
  const std::size_t present = sort_roughly(x, largest_first);
  if (present < x.size())
    for (std::size_t i = 0; i < x.size(); ++i) out[i] = is_missing(x[i]) ? missing_value : out[i];
  const std::uint64_t* entries = entries_.data();
  double distinct = 0;  // values so far, equal ones counted once
  for (std::size_t from = 0; from < present;) {
    const std::uint64_t half = entries[from] >> 32;
    std::size_t to = from + 1;
    if (to == present || entries[to] >> 32 != half) {
      ++distinct;
      out[entries[from] & 0xFFFFFFFFu] = rule == ties::dense ? distinct : static_cast<double>(to);
    } else {
      while (to < present && entries[to] >> 32 == half) ++to;
      rank_run(from, to, rule, distinct, out);
    }
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
