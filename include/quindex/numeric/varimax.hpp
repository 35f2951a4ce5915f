/// Varimax: the orthogonal rotation that makes loadings as large or as small as possible.
#pragma once

#include <cstddef>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Loadings after a rotation.
struct rotation {
  matrix loadings;         ///< m × k: the loadings given, times `turn`.
  matrix turn;             ///< k × k, orthogonal.
  std::size_t sweeps = 0;  ///< Passes over all pairs of factors that were needed.
};

/// The orthogonal rotation of the loadings (m variables × k factors) with the largest sum, over the factors, of the
/// variances of the squared loadings; Kaiser (1958), Psychometrika 23(3).
///
/// Pairs of factors are turned by the angle that is best for them until none moves. `normalise` gives every variable
/// the same say by dividing its loadings by the root of its communality (Kaiser's normal varimax, the default of R,
/// SPSS and SAS); without it the loadings are taken as they are (raw varimax). Factors keep their order; each is
/// turned so that its loadings sum to 0 or more. Throws `numeric_error` for values that are not finite, or without
/// convergence.
[[nodiscard]] rotation varimax(const matrix& loadings, bool normalise = true);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/varimax.ipp"
#endif
