/// Distance correlation: dependence of any form between two columns.
#pragma once

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The distance correlation of two columns over the rows where both have a value, from 0 (independent) to 1.
///
/// dCor² = dCov²(x, y) / sqrt(dCov²(x, x) dCov²(y, y)) with the means of doubly centred distances over all n² pairs;
/// Szekely, Rizzo and Bakirov (2007). In O(n log n) steps, after Huo and Szekely (2016). Missing if fewer than two such
/// rows exist or one column is constant on them.
[[nodiscard]] double distance_correlation(column_view x, column_view y);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/distance_correlation.ipp"
#endif
