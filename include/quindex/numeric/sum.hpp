/// Sums and means whose bits do not depend on the machine.
#pragma once

#include <cstddef>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// A sum and how many values are in it.
struct tally {
  std::size_t n;
  double sum;
  /// The mean; missing when nothing was there.
  [[nodiscard]] double mean() const noexcept { return n == 0 ? missing_value : sum / static_cast<double>(n); }
  friend bool operator==(const tally&, const tally&) = default;
};

/// The sum of the values present, compensated: as good as one in twice the precision, rounded once.
///
/// Always added in the same order, in eight lanes, each with the errors collected aside (Neumaier 1974).
[[nodiscard]] tally total(column_view x) noexcept;

/// The sum of all values; missing if one of them is. 0 for no values.
[[nodiscard]] double sum(column_view x) noexcept;

/// The mean of all values; missing if one of them is or when there are none. `total(x).mean()` skips missing values.
[[nodiscard]] double mean(column_view x) noexcept;

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/sum.ipp"
#endif
