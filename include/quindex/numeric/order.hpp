/// Everything that depends on the order of values: ranks, quantiles, range, sorting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/base/ties.hpp"
#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The smallest and largest value present, and how many are present; both missing if none is.
struct extent {
  double low, high;
  std::size_t n;
  /// Do the values differ by no more than a few roundings, so that they count as equal? Up to 8 units in the last
  /// place of the larger end: the difference of quotients and of short sums that are equal on paper.
  [[nodiscard]] bool is_flat() const noexcept {
    const double slack = 8 * 0x1p-52 * (high > -low ? high : -low);
    return low == high || (high - low <= slack && slack <= 1e300);
  }
  friend bool operator==(const extent&, const extent&) = default;
};

/// The range of a column; missing values are skipped.
[[nodiscard]] extent range(column_view x) noexcept;

/// Sorts and ranks columns; keeps its memory between calls, so one per thread is enough for any number of columns.
class ranker {
 public:
  /// Writes the rank of each value, from 1; missing values stay missing and are not counted.
  /// `largest_first` gives rank 1 to the largest. `out` has the length of `x` and may be `x`.
  void ranks(column_view x, ties rule, bool largest_first, std::span<double> out);

  /// Positions from the smallest (or largest) value to the other end; equal values in order of appearance, missing
  /// ones last. Valid until the next call.
  [[nodiscard]] std::span<const std::size_t> order(column_view x, bool largest_first);

 private:
  std::size_t sort_roughly(column_view x, bool largest_first);
  std::size_t sort(column_view x, bool largest_first);
  void rank_run(std::size_t from, std::size_t to, ties rule, double& distinct, std::span<double> out);
  template <class Radix, class Next>
  std::size_t sort_entries(std::uint64_t* entries, std::size_t count, Radix& radix, Next next);
  template <class Radix>
  std::size_t sort_by_value(column_view x, bool largest_first, const extent& reach, Radix& radix);
  template <class Radix>
  std::size_t sort_by_key(column_view x, bool largest_first, const extent& reach, Radix& radix);
  void repair(std::uint64_t* entries, std::size_t count);
  void repair_run(std::uint64_t* entries, std::size_t count);
  bool rank_few(column_view x, ties rule, bool largest_first, std::span<double> out);
  [[nodiscard]] std::uint64_t key_of(std::uint64_t entry) const noexcept;
  [[nodiscard]] bool is_tied(std::uint64_t a, std::uint64_t b) const noexcept;

  column_view source_;  // what is being sorted, during a call
  bool largest_first_ = false;
  std::vector<std::uint64_t> entries_, spare_;
  std::vector<double> values_, below_, equal_;
  std::vector<std::size_t> order_;
};

/// Writes the rank of each value; see `ranker::ranks`.
void ranks(column_view x, ties rule, bool largest_first, std::span<double> out);
/// The rank of each value; see `ranker::ranks`.
[[nodiscard]] std::vector<double> ranks(column_view x, ties rule = ties::average, bool largest_first = false);
/// The positions in sorted order; see `ranker::order`.
[[nodiscard]] std::vector<std::size_t> order(column_view x, bool largest_first = false);

/// The value below which a share `p` of the values present lies; missing if none is present.
///
/// Types 1 to 9 are those of Hyndman and Fan (1996) and of R's `quantile`: 7 is the default of R, NumPy and Excel
/// (PERCENTILE.INC), 6 that of Minitab, SPSS and PERCENTILE.EXC, 2 that of SAS. Throws `numeric_error` unless
/// 0 <= p <= 1 and the type exists.
[[nodiscard]] double quantile(column_view x, double p, int type = 7);
/// Several quantiles of one column at the price of one sort.
[[nodiscard]] std::vector<double> quantiles(column_view x, std::span<const double> p, int type = 7);
/// The middle value, or the mean of the two in the middle; missing values are skipped.
[[nodiscard]] double median(column_view x);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/order.ipp"
#include "quindex/numeric/impl/quantile.ipp"
#endif
