/// Many replicates at once: random numbers, ranks, and counts of ranks.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/base/ties.hpp"
#include "quindex/base/types.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Writes `out[r][d]` = `stream.in_replicate(first_replicate + r).uniform(first_draw + d)` for as many replicates as
/// `out` has rows of `draws` numbers: the same numbers on every machine.
void uniforms(const random_stream& stream, std::uint32_t first_replicate, std::uint64_t first_draw, std::size_t draws,
              std::span<double> out) noexcept;

/// Writes `out[r][d]` = `stream.in_replicate(first_replicate + r).uniform_pair(d / 2)[d % 2]` for as many replicates as
/// `out` has rows of `numbers` numbers: twice as many from the same draws.
void uniform_pairs(const random_stream& stream, std::uint32_t first_replicate, std::size_t numbers,
                   std::span<double> out) noexcept;

/// A rank as it is stored in large numbers: the rank number from 1, twice the rank for `ties::average`, 0 where the
/// value is missing. `std::uint16_t` holds up to 65535 of them, 32767 for `ties::average`.
template <class Place>
concept StoredRank = std::same_as<Place, std::uint16_t> || std::same_as<Place, std::uint32_t>;

/// The rank that a stored one stands for; missing for 0.
[[nodiscard]] constexpr double rank_of(std::uint32_t stored, ties rule) noexcept {
  if (stored == 0) return missing_value;
  return rule == ties::average ? 0.5 * stored : static_cast<double>(stored);
}
/// How a rank is stored; 0 for a missing one.
[[nodiscard]] inline std::uint32_t stored_rank(double rank, ties rule) noexcept {
  return is_missing(rank) ? 0 : static_cast<std::uint32_t>(rule == ties::average ? 2 * rank : rank);
}
/// How many different stored ranks `n` values can have, 0 included.
[[nodiscard]] constexpr std::size_t stored_ranks(std::size_t n, ties rule) noexcept {
  return (rule == ties::average ? 2 * n : n) + 1;
}

/// Rows of equally many numbers, `stride` apart.
struct rows_view {
  const double* first = nullptr;  ///< The first number of the first row.
  std::size_t rows = 0;           ///< How many.
  std::size_t columns = 0;        ///< Numbers in each.
  std::size_t stride = 0;         ///< From one row's first number to the next's.
  [[nodiscard]] column_view row(std::size_t r) const { return {first + r * stride, columns}; }
};

/// Ranks rows of numbers with the results of `numeric::ranks`; keeps its memory, so one per thread is enough.
class batch_ranker {
 public:
  /// Writes the stored ranks of each row, row after row. `largest_first` gives rank 1 to the largest.
  template <StoredRank Place>
  void ranks(const rows_view& scores, ties rule, bool largest_first, std::span<Place> out);
  /// The same of numbers of which only those that are more than `apart` of their row from each other are known to be in
  /// order; an `apart` below 0 says that the row's numbers are what is to be ranked. Rows that this leaves open, or
  /// that lack a number, are added to `open`; what is written for them means nothing.
  template <StoredRank Place>
  void ranks(const rows_view& scores, std::span<const double> apart, ties rule, bool largest_first,
             std::span<Place> out, std::vector<std::size_t>& open);

 private:
  /// How a row is to be ranked.
  struct order {
    ties rule = ties::best;
    bool largest_first = true;
    double apart = exact;  ///< How far apart values have to be that are in order for certain.
    [[nodiscard]] std::uint32_t scale() const { return rule == ties::average ? 2 : 1; }
    [[nodiscard]] bool is_exact() const { return apart < 0; }
    /// How many steps two cuts may differ by if they do not say which value comes first.
    [[nodiscard]] std::uint32_t nearest() const { return is_exact() ? 0 : 1; }
  };
  static constexpr double exact = -1.0;

  template <StoredRank Place>
  void rank_few(const rows_view& scores, ties rule, bool largest_first, Place* out);
  template <StoredRank Place>
  void rank_row(column_view x, const order& how, Place* out);
  template <StoredRank Place>
  bool rank_rough(column_view x, const order& how, Place* out);
  template <StoredRank Place>
  double least_gap(column_view x, const Place* places);
  template <StoredRank Place>
  bool rank_by_cuts(column_view x, const order& how, Place* out);
  template <StoredRank Place>
  bool rank_by_digits(column_view x, const extent& reach, const order& how, Place* out);
  void cut(column_view x, const extent& reach, bool largest_first, int index_bits);
  bool sort_by_buckets(column_view x, const extent& reach, bool largest_first, int index_bits);
  template <StoredRank Place>
  bool repair(column_view x, const order& how, int index_bits, std::size_t near, Place* out);
  template <StoredRank Place>
  bool repair_run(column_view x, const order& how, std::size_t from, std::size_t to, std::uint32_t mask, Place* out);

  ranker general_;
  std::vector<std::uint32_t> entries_, sorted_, places_, digits_, near_cuts_;
  std::vector<std::uint16_t> small_, equal_, buckets_;
  std::vector<double> wide_;
};

/// Adds rows of stored ranks to `counts`: how often unit `first_unit + u` had the stored rank k stands at
/// `counts[u * kinds + k]`, for as many units as `counts` has rows of `kinds`. Different units may be counted by
/// different threads. `ranks` has rows of `columns` stored ranks, all below `kinds`.
template <StoredRank Place>
void count_ranks(std::span<const Place> ranks, std::size_t columns, std::size_t kinds, std::size_t first_unit,
                 std::span<std::uint32_t> counts);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/batch.ipp"
#include "quindex/numeric/impl/batch_order.ipp"
#endif
