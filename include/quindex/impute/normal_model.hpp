/// What the imputations share that take the indicators for jointly normal.
#pragma once

#include <vector>

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// Means and covariance of all indicators.
struct normal_parameters {
  std::vector<double> means;
  matrix covariance;
};

/// How long expectation-maximisation goes on.
struct em_limits {
  double tolerance = 1e-8;  ///< The largest change of a mean or covariance, in standard deviations of the indicators.
  int rounds = 1000;        ///< After how many it gives up.
  double ridge = 0;         ///< The weight, in units, of a prior without correlations.
};

/// Maximum-likelihood means and covariance of columns with missing values; divisor n. Throws numeric_error without
/// convergence, with the last change.
[[nodiscard]] normal_parameters expectation_maximisation_of(const matrix& z, const em_limits& limits,
                                                            const numeric::executor& how, const std::string& where);
/// Means and covariance (divisor n − 1) of the rows without a missing value. Throws data_error unless there are more of
/// them than indicators, by two or more.
[[nodiscard]] normal_parameters complete_rows_of(const matrix& z, const std::string& where);

/// Parameters of standardised indicators as a fill of the indicators themselves.
[[nodiscard]] fills::normal normal_fill(const indicators& all, const standardised& scale,
                                        const normal_parameters& found);

}  // namespace impute
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/impute/impl/normal_model.ipp"
#endif
