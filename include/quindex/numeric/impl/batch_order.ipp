/// Bodies of numeric/batch.hpp: ranks.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "quindex/error.hpp"
#include "quindex/numeric/batch.hpp"
#include "quindex/numeric/impl/radix.ipp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Up to this many values, counting better ones beats sorting.
inline constexpr std::size_t few_in_batch = 110;
// Up to this many, a number and a cut fit 32 bits with little chance that cuts are equal.
inline constexpr std::size_t many_in_batch = 16384;
// Up to this many, buckets for twice as many stay in the nearest cache with the keys.
inline constexpr std::size_t few_for_buckets = 4096;

inline std::uint32_t stored_rank(std::size_t first, std::size_t last, std::size_t own, ties rule) {
  switch (rule) {
    case ties::best:
    case ties::dense:  // without the ties before, which the caller takes off
      return static_cast<std::uint32_t>(first);
    case ties::worst:
      return static_cast<std::uint32_t>(last);
    case ties::average:
      return static_cast<std::uint32_t>(first + last);
    case ties::ordinal:
      return static_cast<std::uint32_t>(own);
  }
  return 0;
}

/// Throws where the ranks of so many values need larger numbers.
template <StoredRank Place>
void check_room(std::size_t columns, ties rule) {
  if (stored_ranks(columns, rule) - 1 > std::numeric_limits<Place>::max())
    throw numeric_error(
        {"ranks", std::to_string(columns) + " values are too many for so small numbers", "store ranks in 32 bits"});
}

}  // namespace detail

template <StoredRank Place>
void batch_ranker::ranks(const rows_view& scores, ties rule, bool largest_first, std::span<Place> out) {
  detail::check_room<Place>(scores.columns, rule);
  if (scores.columns <= detail::few_in_batch && rule != ties::dense && rule != ties::ordinal)
    return rank_few(scores, rule, largest_first, out.data());
  for (std::size_t r = 0; r < scores.rows; ++r)
    rank_row(scores.row(r), {rule, largest_first}, out.data() + r * scores.columns);
}

template <StoredRank Place>
void batch_ranker::ranks(const rows_view& scores, std::span<const double> apart, ties rule, bool largest_first,
                         std::span<Place> out, std::vector<std::size_t>& open) {
  const std::size_t n = scores.columns;
  detail::check_room<Place>(n, rule);
  for (std::size_t r = 0; r < scores.rows; ++r) {
    const std::span<Place> row = out.subspan(r * n, n);
    if (apart[r] < 0)
      ranks<Place>({scores.row(r).data(), 1, n, n}, rule, largest_first, row);
    else if (!rank_rough(scores.row(r), {rule, largest_first, apart[r]}, row.data()))
      open.push_back(r);
  }
}

// Where no two values are near, there are no ties, and all rules are one.
template <StoredRank Place>
bool batch_ranker::rank_rough(column_view x, const order& how, Place* out) {
  const std::size_t n = x.size();
  if (n <= detail::few_in_batch) {
    const kernels& loops = active_kernels();
    small_.resize(n);
    loops.places(x.data(), 1, n, n, how.largest_first, small_.data(), n);
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<Place>(how.scale() * small_[i]);
    return loops.least_gap(x.data(), small_.data(), n) > how.apart;
  }
  if (n <= detail::many_in_batch && rank_by_cuts(x, how, out)) return true;
  rank_row(x, {ties::best, how.largest_first}, out);
  if (!(least_gap(x, out) > how.apart)) return false;
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<Place>(how.scale() * out[i]);
  return true;
}

// How far apart the two nearest values are, all of which are in places of their own; 0 where they are not.
template <StoredRank Place>
double batch_ranker::least_gap(column_view x, const Place* places) {
  const std::size_t n = x.size();
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += places[i];
  if (sum != std::uint64_t{n} * (n + 1) / 2)
    return 0.0;  // values that share a place have the best one: the sum is less
  wide_.resize(n);
  for (std::size_t i = 0; i < n; ++i) wide_[places[i] - 1u] = x[i];
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < n; ++i) least = std::min(least, std::abs(wide_[i] - wide_[i - 1]));
  return least;
}

// Counting gives the best of the ranks that equal values could have; there is more to do only where there are such.
template <StoredRank Place>
void batch_ranker::rank_few(const rows_view& scores, ties rule, bool largest_first, Place* out) {
  const std::size_t n = scores.columns;
  const kernels& loops = active_kernels();
  constexpr std::size_t rows_at_once = 16;
  small_.resize(rows_at_once * n);
  equal_.resize(n);
  for (std::size_t r = 0; r < scores.rows; r += rows_at_once) {
    const std::size_t here = std::min(rows_at_once, scores.rows - r);
    std::uint16_t* best = small_.data();
    if constexpr (sizeof(Place) == 2) best = out + r * n;
    loops.places(scores.first + r * scores.stride, here, scores.stride, n, largest_first, best, n);
    for (std::size_t k = 0; k < here; ++k, best += n) {
      Place* row = out + (r + k) * n;
      if constexpr (sizeof(Place) != 2) std::copy_n(best, n, row);
      if (rule == ties::best) continue;
      std::uint32_t sum = 0, present = 0;
      for (std::size_t i = 0; i < n; ++i) sum += best[i], present += best[i] != 0 ? 1 : 0;
      if (sum == present * (present + 1) / 2) {  // no ties
        if (rule == ties::average)
          for (std::size_t i = 0; i < n; ++i) row[i] = static_cast<Place>(2 * row[i]);
        continue;
      }
      loops.equals(scores.first + (r + k) * scores.stride, n, equal_.data());
      for (std::size_t i = 0; i < n; ++i)
        if (row[i] != 0) row[i] = static_cast<Place>(detail::stored_rank(row[i], row[i] + equal_[i] - 1u, 0, rule));
    }
  }
}

template <StoredRank Place>
void batch_ranker::rank_row(column_view x, const order& how, Place* out) {
  if (how.rule != ties::dense && x.size() <= detail::many_in_batch && rank_by_cuts(x, how, out)) return;
  wide_.resize(x.size());
  general_.ranks(x, how.rule, how.largest_first, wide_);
  for (std::size_t i = 0; i < x.size(); ++i)
    out[i] = is_missing(wide_[i]) ? Place{0} : static_cast<Place>(how.scale() * wide_[i]);
}

// Sorts by cuts of equal steps and puts right what lies within one step. False if too much does, and when something is
// missing or infinite.
template <StoredRank Place>
bool batch_ranker::rank_by_cuts(column_view x, const order& how, Place* out) {
  const extent reach = range(x);
  const double width = reach.high - reach.low;
  if (reach.n < x.size() || !(width > 0x1p-500 && width < 0x1p500)) return false;
  const auto index_bits = static_cast<int>(std::bit_width(x.size() - 1));
  // Cuts that differ by 2 are of values that differ by a step.
  if (2 * how.apart >= std::ldexp(width, index_bits - 32)) return false;
  if (x.size() > detail::few_for_buckets || !sort_by_buckets(x, reach, how.largest_first, index_bits))
    return rank_by_digits(x, reach, how, out);
  const std::uint32_t mask = (1u << index_bits) - 1;
  near_cuts_.resize(x.size());
  const std::size_t near =
      active_kernels().settle(entries_.data(), x.size(), index_bits, how.nearest(), near_cuts_.data());
  for (std::size_t i = 0; i < x.size(); ++i)
    out[entries_[i] & mask] = static_cast<Place>(how.scale() * static_cast<std::uint32_t>(i + 1));
  return near == 0 || repair(x, how, index_bits, near, out);
}

// Cuts of as many steps as there are bits beside the values' numbers.
QUINDEX_INLINE void batch_ranker::cut(column_view x, const extent& reach, bool largest_first, int index_bits) {
  const double steps = static_cast<double>((std::uint64_t{1} << (32 - index_bits)) - 1);
  entries_.resize(x.size() + kernel::key_room);
  sorted_.resize(x.size() + kernel::key_room);
  active_kernels().cuts(x.data(), x.size(), largest_first ? reach.high : reach.low,
                        (largest_first ? -steps : steps) / (reach.high - reach.low), index_bits, entries_.data());
}

// Entries nearly in order: by the first bits of their cuts, of which there are so many that few entries have the same.
// False where many have: there digits are faster.
QUINDEX_INLINE bool batch_ranker::sort_by_buckets(column_view x, const extent& reach, bool largest_first,
                                                  int index_bits) {
  cut(x, reach, largest_first, index_bits);
  const int bucket_bits = std::max(index_bits + 1, 6);
  places_.resize(entries_.size());
  buckets_.resize(std::size_t{1} << bucket_bits);
  if (!active_kernels().spread({entries_.data(), x.size(), bucket_bits, places_.data(), buckets_.data()},
                               sorted_.data()))
    return false;
  entries_.swap(sorted_);
  return true;
}

// The same in two passes of digits.
template <StoredRank Place>
bool batch_ranker::rank_by_digits(column_view x, const extent& reach, const order& how, Place* out) {
  const std::size_t n = x.size();
  const int digit_bits = n < 2500 ? 8 : 9, index_bits = 32 - 2 * digit_bits;
  const std::uint32_t bins = 1u << digit_bits, mask = bins - 1;
  cut(x, reach, how.largest_first, index_bits);
  digits_.assign(2 * bins, 0);
  std::uint32_t *entries = entries_.data(), *sorted = sorted_.data(), *low = digits_.data(), *high = low + bins;
  for (std::size_t i = 0; i < n; ++i) {
    ++low[(entries[i] >> index_bits) & mask];
    ++high[entries[i] >> (index_bits + digit_bits)];
  }
  std::uint32_t before_low = 0, before_high = 0;
  for (std::uint32_t d = 0; d < bins; ++d) {
    before_low += std::exchange(low[d], before_low);
    before_high += std::exchange(high[d], before_high);
  }
  for (std::size_t i = 0; i < n; ++i) sorted[low[(entries[i] >> index_bits) & mask]++] = entries[i];
  const std::uint32_t index_mask = (1u << index_bits) - 1;
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t entry = sorted[i], at = high[entry >> (index_bits + digit_bits)]++;
    entries[at] = entry;
    out[entry & index_mask] = static_cast<Place>(how.scale() * (at + 1));
  }
  // Where near cuts meet is not to be foretold, so that they are listed without a branch.
  near_cuts_.resize(n);
  std::size_t near = 0;
  for (std::size_t i = 1; i < n; ++i) {
    near_cuts_[near] = static_cast<std::uint32_t>(i);
    near += (entries[i] >> index_bits) - (entries[i - 1] >> index_bits) <= how.nearest() ? 1u : 0u;
  }
  return repair(x, how, index_bits, near, out);
}

// Gives the entries whose cuts say too little their ranks by the values themselves. False if there are too many of
// them, and if values are too near.
template <StoredRank Place>
bool batch_ranker::repair(column_view x, const order& how, int index_bits, std::size_t near, Place* out) {
  const std::uint32_t mask = (1u << index_bits) - 1;
  const std::size_t most = x.size() / (how.is_exact() ? 8 : 2) + 8;
  constexpr std::size_t longest = 48;
  if (near > most) return false;
  for (std::size_t k = 0; k < near;) {
    const std::size_t from = near_cuts_[k] - 1;
    std::size_t to = from + 2;
    for (++k; k < near && near_cuts_[k] == to; ++k) ++to;
    if (to - from > longest || !repair_run(x, how, from, to, mask, out)) return false;
  }
  return true;
}

template <StoredRank Place>
bool batch_ranker::repair_run(column_view x, const order& how, std::size_t from, std::size_t to, std::uint32_t mask,
                              Place* out) {
  std::uint32_t* entries = entries_.data();
  const auto value_of = [&](std::uint32_t entry) { return how.largest_first ? -x[entry & mask] : x[entry & mask]; };
  for (std::size_t i = from + 1; i < to; ++i) {  // equal values stay in order
    const std::uint32_t entry = entries[i];
    const double value = value_of(entry);
    std::size_t at = i;
    for (; at > from && value < value_of(entries[at - 1]); --at) entries[at] = entries[at - 1];
    entries[at] = entry;
  }
  for (std::size_t first = from; first < to;) {
    std::size_t last = first + 1;
    while (last < to && value_of(entries[last]) == value_of(entries[first])) ++last;
    if (!how.is_exact() &&
        (last - first > 1 || (last < to && value_of(entries[last]) - value_of(entries[first]) <= how.apart)))
      return false;
    for (std::size_t i = first; i < last; ++i)
      out[entries[i] & mask] = static_cast<Place>(detail::stored_rank(first + 1, last, i + 1, how.rule));
    first = last;
  }
  return true;
}

#ifdef QUINDEX_COMPILED
template void batch_ranker::ranks(const rows_view&, ties, bool, std::span<std::uint16_t>);
template void batch_ranker::ranks(const rows_view&, ties, bool, std::span<std::uint32_t>);
template void batch_ranker::ranks(const rows_view&, std::span<const double>, ties, bool, std::span<std::uint16_t>,
                                  std::vector<std::size_t>&);
template void batch_ranker::ranks(const rows_view&, std::span<const double>, ties, bool, std::span<std::uint32_t>,
                                  std::vector<std::size_t>&);
#endif

}  // namespace numeric
QUINDEX_END
