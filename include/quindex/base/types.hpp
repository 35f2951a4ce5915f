/// The words everyone speaks: matrices, columns, missing values.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <limits>
#include <span>

#include "quindex/config.hpp"

QUINDEX_BEGIN

/// Units in rows, indicators or nodes in columns; column-major.
using matrix = Eigen::MatrixXd;
/// One indicator over the units, or the scores of one unit; never owns.
using column_view = std::span<const double>;

/// A value that is not there. Arithmetic carries it on.
inline constexpr double missing_value = std::numeric_limits<double>::quiet_NaN();
/// Is the value absent?
[[nodiscard]] inline bool is_missing(double x) noexcept { return std::isnan(x); }

/// Column `j` of a matrix.
[[nodiscard]] inline column_view column_of(const matrix& m, Eigen::Index j) {
  return {m.data() + j * m.rows(), static_cast<std::size_t>(m.rows())};
}
/// Column `j` of a matrix, to be written.
[[nodiscard]] inline std::span<double> column_of(matrix& m, Eigen::Index j) {
  return {m.data() + j * m.rows(), static_cast<std::size_t>(m.rows())};
}

QUINDEX_END
