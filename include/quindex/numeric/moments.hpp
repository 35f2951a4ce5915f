/// Mean, variance, skewness and kurtosis of a column in one pass, mergeable.
#pragma once

#include <cstddef>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The moments of the values present and their range; the same bits on every machine.
///
/// Where a statistic is undefined (too few values, no spread) it is missing.
struct moments {
  std::size_t n = 0;  ///< Values present.
  double mean = missing_value;
  double m2 = 0.0;  ///< Sum of squared deviations from the mean; exactly 0 if all values are equal.
  double m3 = 0.0;  ///< Sum of cubed deviations.
  double m4 = 0.0;  ///< Sum of fourth powers of deviations.
  double minimum = missing_value;
  double maximum = missing_value;

  moments() = default;
  /// The moments of a column; missing values are skipped.
  explicit moments(column_view x) noexcept;

  /// Takes in the values of another; Chan, Golub and LeVeque (1979), Pebay (2008).
  moments& operator+=(const moments& other) noexcept;
  friend moments operator+(moments a, const moments& b) noexcept { return a += b; }

  /// m2 / (n - ddof); missing unless n > ddof.
  [[nodiscard]] double variance(std::size_t ddof = 1) const noexcept;
  /// The square root of the variance.
  [[nodiscard]] double sd(std::size_t ddof = 1) const noexcept;
  /// Skewness. Type 1: g1 = sqrt(n) m3 / m2^1.5. Type 2: G1 = g1 sqrt(n (n - 1)) / (n - 2), as in Excel and SAS;
  /// needs 3 values. Type 3: b1 = g1 ((n - 1) / n)^1.5, as in Minitab. Joanes and Gill (1998).
  [[nodiscard]] double skewness(int type = 2) const;
  /// Excess kurtosis. Type 1: g2 = n m4 / m2^2 - 3. Type 2: G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3)), as in
  /// Excel and SAS; needs 4 values. Type 3: b2 = (g2 + 3) (1 - 1/n)^2 - 3. Joanes and Gill (1998).
  [[nodiscard]] double excess_kurtosis(int type = 2) const;

  friend bool operator==(const moments&, const moments&) = default;
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/moments.ipp"
#endif
