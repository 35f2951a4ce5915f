/// How columns go together: covariance and the correlations of Pearson, Spearman and Kendall.
#pragma once

#include <span>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Which rows count for a pair of columns.
enum class rows_used {
  complete,  ///< Rows without a missing value in any column, the same for all pairs.
  pairwise,  ///< Rows where both columns of the pair have a value.
};

/// Pearson's correlation of two columns over the rows where both have a value.
/// Missing if fewer than two such rows exist or one column is constant on them.
[[nodiscard]] double pearson(column_view x, column_view y);
/// Spearman's rank correlation: Pearson's of the ranks, ties averaged, over the rows where both have a value.
[[nodiscard]] double spearman(column_view x, column_view y);
/// Kendall's tau-b, (concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y)), in O(n log n) steps;
/// Knight (1966).
[[nodiscard]] double kendall(column_view x, column_view y);

/// Columns of the same length, side by side.
using columns_span = std::span<const column_view>;

/// Pearson's correlations of all columns (m by m, symmetric, ones on the diagonal; missing where undefined).
[[nodiscard]] matrix pearson(columns_span x, rows_used rows = rows_used::pairwise);
/// The same for the columns of a matrix.
[[nodiscard]] matrix pearson(const matrix& x, rows_used rows = rows_used::pairwise);
/// Spearman's correlations of all columns; ranks are taken anew on the rows of each pair.
[[nodiscard]] matrix spearman(columns_span x, rows_used rows = rows_used::pairwise);
/// The same for the columns of a matrix.
[[nodiscard]] matrix spearman(const matrix& x, rows_used rows = rows_used::pairwise);
/// Kendall's tau-b of all columns.
[[nodiscard]] matrix kendall(columns_span x, rows_used rows = rows_used::pairwise);
/// The same for the columns of a matrix.
[[nodiscard]] matrix kendall(const matrix& x, rows_used rows = rows_used::pairwise);
/// Covariances of all columns, divided by the number of rows of the pair minus `ddof`.
[[nodiscard]] matrix covariance(columns_span x, rows_used rows = rows_used::pairwise, int ddof = 1);
/// The same for the columns of a matrix.
[[nodiscard]] matrix covariance(const matrix& x, rows_used rows = rows_used::pairwise, int ddof = 1);
/// How many rows the pairs of columns rest on.
[[nodiscard]] matrix rows_per_pair(columns_span x, rows_used rows = rows_used::pairwise);
/// The same for the columns of a matrix.
[[nodiscard]] matrix rows_per_pair(const matrix& x, rows_used rows = rows_used::pairwise);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/association.ipp"
#endif
