/// The factor model with one factor, by maximum likelihood, with gaps in the data.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// x_ij = mean_j + loading_j f_i + e_ij with f normal (0, 1) and e_ij normal (0, error_j).
struct one_factor {
  std::vector<double> mean;
  std::vector<double> loading;
  std::vector<double> error;  ///< Variances.
  std::size_t steps = 0;      ///< Iterations that were needed.
};

/// What came of fitting a one-factor model.
struct one_factor_fit {
  one_factor model;
  bool converged = false;
  /// The variable whose error vanishes (a Heywood case), or the number of variables.
  std::size_t without_error = 0;
};

/// Fits the model to columns (n rows each, at least one value in each, standardised to a variance near 1) over every
/// value present.
///
/// Parameter-expanded expectation maximisation (Liu, Rubin and Wu 1998, Biometrika 85(4)) on the sums of each pattern
/// of gaps, until no parameter moves by more than 1e-13. The loadings sum to 0 or more.
[[nodiscard]] one_factor_fit fit_one_factor(const std::vector<column_view>& x);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/one_factor.ipp"
#endif
