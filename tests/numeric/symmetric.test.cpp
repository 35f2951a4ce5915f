// Symmetric matrices: eigenvalues by hand, and what multiplied together has to give the matrix again.
#include "quindex/numeric/symmetric.hpp"

#include <gtest/gtest.h>

#include "methods.hpp"

namespace {

namespace qx = quindex;
using qx::matrix;

/// A square matrix, written row by row.
matrix square(const std::vector<double>& rows) {
  const auto m = static_cast<Eigen::Index>(std::sqrt(static_cast<double>(rows.size())));
  matrix a(m, m);
  for (Eigen::Index i = 0; i < m; ++i)
    for (Eigen::Index j = 0; j < m; ++j) a(i, j) = rows[static_cast<std::size_t>(i * m + j)];
  return a;
}
matrix correlations() { return square({1, 0.8, 0.3, -0.2, 0.8, 1, 0.4, 0.1, 0.3, 0.4, 1, 0.5, -0.2, 0.1, 0.5, 1}); }

TEST(SymmetricEigen, of_two_by_two_is_the_sum_and_the_difference) {
  const auto e = qx::numeric::symmetric_eigen(square({1, 0.6, 0.6, 1}));
  trial::expect_near(e.values, {1.6, 0.4}, 1e-15);
  EXPECT_NEAR(e.vectors(0, 0), std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(e.vectors(0, 1), std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(e.vectors(1, 1), -std::sqrt(0.5), 1e-15);
}

TEST(SymmetricEigen, gives_the_matrix_again_with_vectors_at_right_angles) {
  const matrix a = correlations();
  const auto e = qx::numeric::symmetric_eigen(a);
  matrix values = matrix::Zero(4, 4);
  for (int k = 0; k < 4; ++k) values(k, k) = e.values[static_cast<std::size_t>(k)];
  EXPECT_LT((e.vectors * values * e.vectors.transpose() - a).cwiseAbs().maxCoeff(), 1e-14);
  EXPECT_LT((e.vectors.transpose() * e.vectors - matrix::Identity(4, 4)).cwiseAbs().maxCoeff(), 1e-14);
  EXPECT_TRUE(std::is_sorted(e.values.rbegin(), e.values.rend()));
}

TEST(SymmetricEigen, takes_matrices_without_full_rank_and_diagonal_ones) {
  const auto ones = qx::numeric::symmetric_eigen(matrix::Ones(5, 5));
  EXPECT_NEAR(ones.values[0], 5, 1e-14);
  EXPECT_NEAR(ones.values[4], 0, 1e-14);
  const auto zero = qx::numeric::symmetric_eigen(matrix::Zero(3, 3));
  EXPECT_EQ(zero.values, (std::vector<double>{0, 0, 0}));
  EXPECT_TRUE(qx::numeric::symmetric_eigen(matrix(0, 0)).values.empty());
}

TEST(SymmetricEigen, refuses_what_is_not_square_or_not_finite) {
  EXPECT_EQ(trial::refused<qx::numeric_error>([] { (void)qx::numeric::symmetric_eigen(matrix::Zero(2, 3)); }),
            "symmetric_eigen: the matrix is 2 by 3; it has to be square");
  matrix a = correlations();
  a(1, 2) = trial::none;
  EXPECT_EQ(trial::refused<qx::numeric_error>([&] { (void)qx::numeric::symmetric_eigen(a); }),
            "symmetric_eigen: row 1, column 2 is missing; all values have to be finite");
}

TEST(Cholesky, solves_inverts_and_has_the_determinant) {
  const matrix a = square({4, 2, 2, 3});
  const auto l = qx::numeric::cholesky::of(a);
  ASSERT_TRUE(l);
  trial::expect_near(l->solve(std::vector<double>{8, 7}), {1.25, 1.5}, 1e-15);
  EXPECT_LT((l->inverse() * a - matrix::Identity(2, 2)).cwiseAbs().maxCoeff(), 1e-15);
  EXPECT_NEAR(l->log_determinant(), std::log(8.0), 1e-15);
  EXPECT_LT((l->lower() * l->lower().transpose() - a).cwiseAbs().maxCoeff(), 1e-15);
}

TEST(Cholesky, knows_a_matrix_that_is_not_positive_definite) {
  EXPECT_FALSE(qx::numeric::cholesky::of(matrix::Ones(3, 3)));
  EXPECT_FALSE(qx::numeric::cholesky::of(square({1, 2, 2, 1})));
}

TEST(Solve, exchanges_rows_and_knows_a_singular_matrix) {
  const matrix a = square({0, 2, 3, 1});
  trial::expect_near(qx::numeric::solve(a, {4, 5}).value(), {1, 2}, 1e-15);
  EXPECT_FALSE(qx::numeric::solve(matrix::Ones(2, 2), {1, 2}));
}

}  // namespace
