/// How many things columns measure: principal components with parallel analysis, and factors with rotations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/model/table.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/factor.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// How components are found.
struct component_options {
  numeric::rows_used rows = numeric::rows_used::complete;  ///< Which rows count when values are missing.
  std::size_t replicates = 100;  ///< Tables of random numbers for parallel analysis; 0 leaves it out.
  double quantile = 0.95;        ///< An eigenvalue has to be above this quantile of the random ones.
  std::uint64_t seed = 1;        ///< Where the random tables come from.
};

/// The principal components of standardised columns.
struct component_report {
  labels columns;
  double n = 0;
  std::vector<double> eigenvalues;  ///< The largest first; they sum to the number of columns.
  std::vector<double> share;        ///< Of the variance.
  std::vector<double> cumulative;
  matrix vectors;   ///< Columns × components, of length 1, each component's entries summing to 0 or more.
  matrix loadings;  ///< Correlations of columns and components: vector × √eigenvalue.
  std::vector<double> random_mean, random_quantile;  ///< Eigenvalues of random numbers; empty without replicates.
  std::size_t above_one = 0;                         ///< Eigenvalues above 1 (Kaiser's rule, which retains too many).
  std::size_t retained = 0;  ///< By parallel analysis: the first ones above the random quantile.
};

/// Principal components of the correlations, and how many are more than chance.
///
/// Parallel analysis (Horn 1965; the quantile is that of Glorfeld 1995): as many rows and columns of independent normal
/// numbers, looked up by the seed, so that the answer is the same on every machine. Throws data_error for fewer than
/// two columns or three rows, and for constant columns.
[[nodiscard]] component_report components(const table& data, const component_options& how = {});

/// How factors are turned.
enum class rotation { none, varimax, promax, oblimin };

/// How factors are found.
struct factor_options {
  std::size_t factors = 0;  ///< 0 means as many as parallel analysis of the components retains.
  numeric::extraction extraction = numeric::extraction::minres;  ///< How loadings are found.
  diagnose::rotation rotation = diagnose::rotation::varimax;     ///< How they are turned afterwards.
  double power = 4;                                              ///< Of promax.
  double gamma = 0;                                              ///< Of oblimin.
  component_options components{};                                ///< Of the parallel analysis, and which rows count.
};

/// Factors of columns.
struct factor_report {
  labels columns;
  double n = 0;
  matrix loadings;      ///< Columns × factors; the pattern after an oblique rotation.
  matrix structure;     ///< Correlations of columns and factors.
  matrix correlations;  ///< Of the factors; the identity without an oblique rotation.
  std::vector<double> uniqueness, communality;
  std::vector<double> variance;     ///< What each factor explains; their sum is that of the communalities.
  std::vector<double> share;        ///< Of the variance of all columns.
  double residual = missing_value;  ///< Root mean square of the correlations that remain.
  double chi_square = missing_value, df = missing_value, p = missing_value;  ///< That no more factors are needed.
  std::vector<std::string> without_error;  ///< Columns whose uniqueness is at its lower bound (Heywood cases).
};

/// Factor analysis of the correlations.
///
/// χ² is Bartlett's (n − 1 − (2m + 5) / 6 − 2k / 3) F and given for maximum likelihood alone. Throws data_error as
/// `components` does and numeric_error as `extract_factors` does.
[[nodiscard]] factor_report factors(const table& data, const factor_options& how = {});

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/components.ipp"
#endif
