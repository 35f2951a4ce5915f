/// Factor analysis of a correlation matrix: extraction, and oblique rotations.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// What is made small when factors are extracted.
enum class extraction {
  minres,              ///< The squared residual correlations off the diagonal; Harman and Jones (1966).
  maximum_likelihood,  ///< The distance of Wishart's likelihood; Lawley (1940), Jöreskog (1967).
};

/// Factors of m variables.
struct factor_solution {
  matrix loadings;                 ///< m × k; the factors that explain most first, each summing to 0 or more.
  std::vector<double> uniqueness;  ///< Variance of each variable that no factor explains, from 0.005 to 1.
  double objective =
      missing_value;         ///< What was made small: minres half the sum of squares, likelihood its distance F.
  std::size_t steps = 0;     ///< Iterations that were needed.
  std::size_t at_bound = 0;  ///< Variables whose uniqueness is at its lower bound (Heywood cases).
};

/// Extracts `k` factors from a correlation matrix, unrotated.
///
/// Both are functions of the uniquenesses alone and are minimised over them within [0.005, 1] by Gauss–Newton steps
/// with the eigenvectors of the matrix (Jöreskog 1977), halved until the function falls. Throws numeric_error for k
/// of 0 or above the number of factors that has (m − k)² ≥ m + k, for a singular matrix with `maximum_likelihood`, and
/// without convergence, saying how far it came.
[[nodiscard]] factor_solution extract_factors(const matrix& correlations, std::size_t k,
                                              extraction how = extraction::minres);
/// The largest number of factors that m variables determine: (m − k)² ≥ m + k.
[[nodiscard]] std::size_t most_factors(std::size_t m);

/// Loadings after an oblique rotation.
struct oblique_rotation {
  matrix pattern;       ///< m × k: regression of the variables on the factors.
  matrix structure;     ///< m × k: correlations of the variables with the factors.
  matrix correlations;  ///< k × k: of the factors.
  std::size_t steps = 0;
};

/// Promax: varimax, then the oblique rotation that is nearest to its loadings raised to `power`, their signs kept;
/// Hendrickson and White (1964). The rows are normalised for varimax, as in SPSS and SAS (R's `promax` after
/// `varimax`). Throws numeric_error unless power > 1.
[[nodiscard]] oblique_rotation promax(const matrix& loadings, double power = 4);

/// Direct oblimin: the oblique rotation with the least Σ over pairs of factors of Σ a²b² − gamma / m Σa² Σb² (a and b
/// being their loadings); Jennrich and Sampson (1966), Bernaards and Jennrich (2005). gamma 0 is quartimin, the usual
/// one; above 0 factors correlate more, and gamma is at most 0.5. Throws numeric_error without convergence.
[[nodiscard]] oblique_rotation oblimin(const matrix& loadings, double gamma = 0);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/factor.ipp"
#include "quindex/numeric/impl/oblique.ipp"
#endif
