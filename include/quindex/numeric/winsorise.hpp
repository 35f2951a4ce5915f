/// How far the extreme values of a column have to be drawn in before its shape is acceptable.
#pragma once

#include <cstddef>
#include <limits>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// When a column is acceptable, and how much may be done to make it so.
struct winsorise_rule {
  double skewness = 2.0;  ///< Acceptable if |G1| is below this ...
  double kurtosis = 3.5;  ///< ... or the excess kurtosis G2 is below this.
  std::size_t most = 5;   ///< Stop when this many values have been moved; tied values move together and may exceed it.
  bool both = false;      ///< Acceptable only if both are below.
  /// For `most`: no end but the shape.
  static constexpr std::size_t unlimited = std::numeric_limits<std::size_t>::max();
  friend bool operator==(const winsorise_rule&, const winsorise_rule&) = default;
};

/// Between which limits a column has to be kept, and what that does to it.
struct winsorised {
  double low, high;           ///< The limits; the range of the column if nothing moved, missing if it is empty.
  std::size_t moved_low;      ///< Values below the lower limit.
  std::size_t moved_high;     ///< Values above the upper limit.
  double skewness, kurtosis;  ///< G1 and G2 of the column kept within the limits.
  bool
      is_acceptable;  ///< Does it meet the rule now? A column without a shape (fewer than 3 values, or all equal) does.
  friend bool operator==(const winsorised&, const winsorised&) = default;
};

/// Finds the limits by which a column becomes acceptable: as long as it is not, all values equal to the largest become
/// the next smaller one, or, where the skewness is negative, all equal to the smallest the next larger one.
///
/// Missing values are skipped. The treated column is `x` kept within `low` and `high`.
/// Source: Becker, Caperna, Del Sorbo, Norlen, Papadimitriou and Saisana (2022), COINr, JOSS 7(78), 4567.
[[nodiscard]] winsorised winsorise(column_view x, const winsorise_rule& rule = {});

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/winsorise.ipp"
#endif
