/// Sensitivity from any sample of inputs and outputs by regression: for outputs that are nearly linear or monotone.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/model/note.hpp"
#include "quindex/robustness/resampling.hpp"

QUINDEX_BEGIN
namespace robustness {

/// Regression of one output on all factors; of the values and of their ranks (ties averaged).
struct regression_indices {
  labels factors{};
  std::size_t rows = 0;     ///< That count.
  std::size_t dropped = 0;  ///< Rows left out because a value or the output is missing.
  estimates standardised{};  ///< Standardised regression coefficients (SRC): b · sd(x) / sd(y), −1 to 1 if independent.
  estimates partial{};       ///< Partial correlations (PCC): the output with the factor, all others held.
  estimates ranks_standardised{};    ///< Standardised coefficients of the ranks (SRRC).
  estimates ranks_partial{};         ///< Partial correlations of the ranks (PRCC).
  double r_squared = missing_value;  ///< Share of the variance that the linear model explains: how far to trust it.
  double ranks_r_squared = missing_value;  ///< The same for the ranks.
  std::vector<note> notes{};
};

/// Regression indices from given data; Saltelli and Marivoet (1990), Helton and Davis (2003). For independent factors
/// of a linear output the squares of the standardised coefficients are the Sobol' indices.
///
/// `x` is rows × factors. `unordered` lists the columns whose numbers only tell things apart, such as the positions of
/// options: one of three values or more takes part by dummy variables, and since no single coefficient is its own, its
/// numbers are missing and a note says so; R² and the numbers of the others have it in the model. One of more than 20
/// values is left out. Factors without spread, and factors that others determine, are left out, their numbers are
/// missing and a note says so. A constant output has no indices. Intervals resample rows; ranks are taken once. Throws
/// data_error for lengths that do not fit. Where nearly everything is explained, an unexplained share of the variance
/// below 1e-12 counts as 1e-12, so that a factor that does nothing has a partial correlation near 0.
[[nodiscard]] regression_indices regression(const labels& factors, const matrix& x, column_view y,
                                            const interval_options& how = {},
                                            const std::vector<std::size_t>& unordered = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/regression_indices.ipp"
#endif
