/// Symmetric matrices: eigenvalues, factors and linear equations, whose bits do not depend on the machine.
#pragma once

#include <optional>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Eigenvalues and eigenvectors of a symmetric matrix.
struct eigen_system {
  std::vector<double> values;  ///< m of them, the largest first.
  matrix vectors;              ///< m × m; column k has length 1 and belongs to `values[k]`.
};

/// The eigenvalues and eigenvectors of a symmetric matrix; only the part on and above the diagonal is read.
///
/// Cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, section 8.5). The sign of a vector is such that
/// its components sum to 0 or more, its first nonzero one being positive where they sum to 0. Throws `numeric_error`
/// for a matrix that is not square or has a value that is not finite, or without convergence.
[[nodiscard]] eigen_system symmetric_eigen(const matrix& a);

/// A positive definite matrix as L L'; solves equations with it.
class cholesky {
 public:
  /// Factors a symmetric matrix, of which the part on and below the diagonal is read; nothing where it is not positive
  /// definite, a pivot of less than `tolerance` times its diagonal value counting as 0.
  [[nodiscard]] static std::optional<cholesky> of(const matrix& a, double tolerance = 1e-12);

  /// L, lower triangular with zeros above.
  [[nodiscard]] const matrix& lower() const { return lower_; }
  /// x with A x = b.
  [[nodiscard]] std::vector<double> solve(column_view b) const;
  /// The inverse of A.
  [[nodiscard]] matrix inverse() const;
  /// The natural logarithm of the determinant of A.
  [[nodiscard]] double log_determinant() const;

 private:
  explicit cholesky(matrix lower) : lower_(std::move(lower)) {}
  matrix lower_;
};

/// x with A x = b for any square matrix, by elimination with row exchanges; nothing where A is singular (a pivot of
/// less than 1e-14 times the largest value of A).
[[nodiscard]] std::optional<std::vector<double>> solve(matrix a, std::vector<double> b);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/symmetric.ipp"
#endif
