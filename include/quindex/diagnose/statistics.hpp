/// What each column looks like: range, middle, spread, shape, and what calls for a look.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// When a column is flagged. Shares are of all units.
struct statistics_limits {
  double least_present = 0.65;  ///< Below it a column is scarce.
  double least_non_zero = 0.5;  ///< Below it a column is mostly zero.
  double least_distinct = 0.5;  ///< Below it a column is repetitive.
  double most_skewness = 2;     ///< With an absolute skewness above it,
  double most_kurtosis = 3.5;   ///< and an excess kurtosis above this, a column has outliers.
  friend bool operator==(const statistics_limits&, const statistics_limits&) = default;
};

/// The statistics of one column, over the values present; missing where undefined.
struct column_statistics {
  std::string column;
  std::size_t units = 0, present = 0, distinct = 0, zeros = 0;
  double minimum = missing_value, maximum = missing_value, mean = missing_value, sd = missing_value;
  double q05 = missing_value, q25 = missing_value, median = missing_value, q75 = missing_value, q95 = missing_value;
  double iqr = missing_value;        ///< q75 − q25; quantiles are of type 7.
  double variation = missing_value;  ///< sd / |mean|; missing for a mean of 0.
  double skewness = missing_value;   ///< Type 2, as in Excel.
  double kurtosis = missing_value;   ///< Excess, type 2, as in Excel.
  bool is_constant = false;          ///< No two different values.
  bool is_scarce = false, is_mostly_zero = false, is_repetitive = false, has_outliers = false;
};

/// The statistics of every column of a table. Nothing is refused: a column without values has its counts.
[[nodiscard]] std::vector<column_statistics> statistics(const table& data, const statistics_limits& limits = {});

/// The weighted coefficient of variation of what units have per head (差异系数): √(Σ pᵢ (aᵢ/pᵢ − A/P)² / P) / (A/P)
/// with amounts a, sizes p and totals A, P; 0 when all have the same. China's supervision of balanced compulsory
/// education refuses counties above 0.65 (primary) and 0.55 (junior) since 2012, per indicator 0.5 and 0.45 since 2017.
/// Units without amount or size are left out. Throws data_error for sizes that are not above 0, and for amounts that
/// sum to 0.
[[nodiscard]] double disparity(column_view amounts, column_view sizes);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/statistics.ipp"
#endif
