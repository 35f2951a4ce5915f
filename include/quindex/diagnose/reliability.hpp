/// Whether columns measure one thing: Cronbach's alpha with its interval, Guttman's lambdas, McDonald's omega.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "quindex/model/table.hpp"
#include "quindex/numeric/association.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// How reliability is assessed.
struct reliability_options {
  numeric::rows_used rows = numeric::rows_used::complete;  ///< Which rows count when values are missing.
  double level = 0.95;                                     ///< Of alpha's interval.
  std::size_t omega_factors = 1;                           ///< 1, or 3 or more: group factors below a general one.
};

/// What one column does to the whole.
struct item_reliability {
  std::string column;
  double alpha_if_dropped = missing_value;
  double standardised_alpha_if_dropped = missing_value;
  double item_total = missing_value;               ///< Correlation with the sum of the others.
  double standardised_item_total = missing_value;  ///< The same for columns of equal variance.
  double explained = missing_value;  ///< Squared multiple correlation with the others; missing where they are singular.
};

/// The reliability of the sum (or mean) of columns, all turned so that high is better.
struct reliability_report {
  double n = 0;                  ///< Rows it rests on; the fewest of any pair for pairwise rows.
  double alpha = missing_value;  ///< Of the columns as they are: m/(m − 1) (1 − Σ variances / variance of the sum).
  double alpha_low = missing_value, alpha_high = missing_value;  ///< Feldt's interval.
  double standardised_alpha = missing_value;  ///< Of columns of equal variance: m r̄ / (1 + (m − 1) r̄).
  double average_correlation = missing_value;
  std::array<double, 6>
      lambda{};  ///< Guttman's lambda 1 to 6 of columns of equal variance; lambda 3 is standardised alpha.
  bool lambda4_is_exact =
      true;  ///< Up to 20 columns every split is tried; beyond, columns are exchanged until none helps.
  double omega = missing_value;               ///< McDonald's omega (total), from minres factors of the correlations.
  double omega_hierarchical = missing_value;  ///< The general factor's part of it; missing with one factor.
  std::vector<item_reliability> items;
};

/// Alpha, its interval, what dropping a column does, lambdas and omega. Cronbach (1951), Guttman (1945), McDonald
/// (1999); omega with group factors by oblimin and Schmid and Leiman (1957).
///
/// Alpha of columns in different units of measurement means little: give scores, or read the standardised one. Throws
/// data_error for fewer than two columns or three rows, and for constant columns; spec_error for a level outside (0, 1)
/// and for two factors, which do not determine a general one. Omega is missing with fewer than three columns.
[[nodiscard]] reliability_report reliability(const table& data, const reliability_options& how = {});

/// Feldt's (1965) interval of an alpha of `m` columns on `n` rows: 1 − (1 − alpha) F with n − 1 and (n − 1) (m − 1)
/// degrees of freedom.
[[nodiscard]] std::pair<double, double> feldt_interval(double alpha, double n, std::size_t m, double level = 0.95);

/// Whether the columns are fit for factor analysis.
struct adequacy_report {
  double n = 0;
  double kmo = missing_value;  ///< Kaiser–Meyer–Olkin, from 0 to 1; below 0.5 unacceptable, from 0.8 meritorious.
  std::vector<double> kmo_columns;  ///< Of each column.
  double bartlett = missing_value;  ///< Bartlett's χ² that no columns correlate: −(n − 1 − (2m + 5) / 6) ln |R|.
  double df = missing_value, p = missing_value;
};
/// Kaiser–Meyer–Olkin (Kaiser and Rice 1974) and Bartlett's (1951) test of sphericity. Throws data_error for fewer than
/// two columns, for constant columns, and where a column follows from those before it, naming it.
[[nodiscard]] adequacy_report adequacy(const table& data, numeric::rows_used rows = numeric::rows_used::complete);

/// The variance inflation factor of each column: 1 / (1 − R²) of its regression on all others; above 5 or 10 it hardly
/// says anything the others do not. Throws data_error as `adequacy` does.
[[nodiscard]] std::vector<double> variance_inflation(const table& data,
                                                     numeric::rows_used rows = numeric::rows_used::complete);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/adequacy.ipp"
#include "quindex/diagnose/impl/reliability.ipp"
#endif
