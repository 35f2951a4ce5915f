/// A sum without any rounding until it is read: the order of the values, threads and machines cannot matter.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The exact sum of any doubles, mergeable; about 2 ns a value.
///
/// A number as wide as the range of a double, in overlapping pieces, so that carries are rare.
/// A missing value makes the sum missing; so do inf and -inf together; one of them alone is the sum.
/// Idea: R. M. Neal (2015), Fast exact summation using small and large superaccumulators, arXiv:1505.05571.
class exact_sum {
 public:
  exact_sum() = default;

  /// Adds one value.
  exact_sum& add(double x) noexcept;
  /// Adds all values.
  exact_sum& add(column_view x) noexcept;
  /// Adds another sum, as if its values had been added one by one.
  exact_sum& operator+=(const exact_sum& other) noexcept;

  /// The double next to the exact sum, ties to even; infinite if the sum is too large for a double.
  [[nodiscard]] double value() const noexcept;

  /// Everything there is to know, for storing; equal sums have equal states.
  [[nodiscard]] std::vector<std::int64_t> state() const;
  /// The sum that had this state; throws `data_error` if it is none.
  [[nodiscard]] static exact_sum from_state(std::span<const std::int64_t> state);

  /// Are the exact sums the same (and not merely their roundings)?
  friend bool operator==(const exact_sum& a, const exact_sum& b) noexcept { return a.is_same(b); }

 private:
  // Piece i counts multiples of 2^(32 i - 1074). The last ones are room for carries.
  static constexpr std::size_t piece_count = 68;
  static constexpr int additions_between_carries = 1023;
  static constexpr std::int64_t seen_nan = 1, seen_plus = 2, seen_minus = 4;
  using pieces = std::array<std::int64_t, piece_count>;

  void add_bits(std::uint64_t bits) noexcept;
  static void carry(pieces& p) noexcept;
  [[nodiscard]] pieces carried() const noexcept;
  [[nodiscard]] bool is_same(const exact_sum& other) const noexcept;

  pieces pieces_{};
  int room_ = additions_between_carries;
  std::int64_t special_ = 0;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/exact_sum.ipp"
#endif
