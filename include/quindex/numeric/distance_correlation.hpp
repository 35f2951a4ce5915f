/// Distance correlation: dependence of any form between two columns.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The distance correlation of two columns over the rows where both have a value, from 0 (independent) to 1.
///
/// dCor² = dCov²(x, y) / sqrt(dCov²(x, x) dCov²(y, y)) with the means of doubly centred distances over all n² pairs;
/// Szekely, Rizzo and Bakirov (2007). In O(n log n) steps, after Huo and Szekely (2016). Missing if fewer than two such
/// rows exist or one column is constant on them.
[[nodiscard]] double distance_correlation(column_view x, column_view y);

/// What the distance correlations of a column with others have in common.
struct distance_profile {
  std::vector<double> centred;      ///< The values less their mean.
  std::vector<std::size_t> order;   ///< Positions from the smallest value to the largest.
  std::vector<std::size_t> higher;  ///< For each value how many are larger.
  std::vector<double> distances;    ///< For each value the sum of its distances to all.
  double variance = 0;              ///< n² times the squared distance variance; 0 for a constant column.
};

/// The profile of a column without missing values.
[[nodiscard]] distance_profile distance_profile_of(column_view x);
/// The distance correlation of two columns of the same length, given their profiles.
[[nodiscard]] double distance_correlation(const distance_profile& x, const distance_profile& y);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/distance_correlation.ipp"
#endif
