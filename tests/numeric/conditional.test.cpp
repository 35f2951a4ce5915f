#include "quindex/numeric/conditional.hpp"

#include <gtest/gtest.h>
#include <vector>

namespace {

using quindex::matrix;
using quindex::missing_value;
using quindex::numeric::conditional;
using quindex::numeric::conditioner;
using quindex::numeric::missing_patterns;
using positions = std::vector<std::size_t>;

TEST(MissingPatterns, stand_in_the_order_of_their_first_rows) {
  const std::vector<double> a{1, missing_value, 3, 4};
  const std::vector<double> b{missing_value, 2, missing_value, 4};
  const std::vector<quindex::column_view> columns{a, b};
  const auto found = missing_patterns(columns);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].missing, positions{1});
  EXPECT_EQ(found[0].observed, positions{0});
  EXPECT_EQ(found[0].rows, (positions{0, 2}));
  EXPECT_EQ(found[1].rows, positions{1});
  EXPECT_EQ(found[2].missing, positions{});
}

// For two variables the slope is s12 / s11 and what is left s22 − s12² / s11.
TEST(Conditioner, regresses_one_variable_on_another) {
  const conditioner c((matrix(2, 2) << 4, 6, 6, 25).finished());
  const conditional found = c.given(positions{0}, positions{1});
  EXPECT_NEAR(found.slope(0, 0), 1.5, 1e-14);
  EXPECT_NEAR(found.covariance(0, 0), 16, 1e-13);
}

// x3 = x1 + 2 x2 + e with independent x1, x2 of variances 1 and 4 and var e = 3: the covariance is
// [1 0 1; 0 4 8; 1 8 20], and the regression gives 1, 2 and 3 back.
TEST(Conditioner, finds_the_coefficients_that_made_a_variable) {
  const conditioner c((matrix(3, 3) << 1, 0, 1, 0, 4, 8, 1, 8, 20).finished());
  const conditional found = c.given(positions{0, 1}, positions{2});
  EXPECT_NEAR(found.slope(0, 0), 1, 1e-13);
  EXPECT_NEAR(found.slope(0, 1), 2, 1e-13);
  EXPECT_NEAR(found.covariance(0, 0), 3, 1e-12);
  // Given x1 alone, (x2, x3) have slopes (0, 1) and covariance [4 8; 8 19].
  const conditional two = c.given(positions{0}, positions{1, 2});
  EXPECT_NEAR(two.slope(0, 0), 0, 1e-13);
  EXPECT_NEAR(two.slope(1, 0), 1, 1e-13);
  EXPECT_NEAR((two.covariance - (matrix(2, 2) << 4, 8, 8, 19).finished()).cwiseAbs().maxCoeff(), 0, 1e-12);
}

TEST(Conditioner, of_everything_given_nothing_is_the_covariance) {
  const matrix s = (matrix(2, 2) << 4, 6, 6, 25).finished();
  EXPECT_NEAR((conditioner(s).given(positions{}, positions{0, 1}).covariance - s).cwiseAbs().maxCoeff(), 0, 1e-12);
}

TEST(Conditioner, leaves_out_what_the_others_determine) {
  // x2 = 2 x1: the covariance has no inverse; x3 depends on x1 alone, with slope 3 and nothing left.
  const conditioner c((matrix(3, 3) << 1, 2, 3, 2, 4, 6, 3, 6, 9).finished());
  const conditional found = c.given(positions{0, 1}, positions{2});
  EXPECT_NEAR(found.slope(0, 0), 3, 1e-12);
  EXPECT_EQ(found.slope(0, 1), 0);
  EXPECT_EQ(found.covariance(0, 0), 0);
}

TEST(Conditioner, learns_nothing_from_a_constant) {
  const conditioner c((matrix(2, 2) << 0, 0, 0, 9).finished());
  const conditional found = c.given(positions{0}, positions{1});
  EXPECT_EQ(found.slope(0, 0), 0);
  EXPECT_EQ(found.covariance(0, 0), 9);
}

TEST(RootOf, is_a_triangular_root_even_where_nothing_is_left) {
  const matrix a = (matrix(3, 3) << 4, 2, 6, 2, 1, 3, 6, 3, 10).finished();
  const matrix root = quindex::numeric::root_of(a);
  EXPECT_NEAR((root * root.transpose() - a).cwiseAbs().maxCoeff(), 0, 1e-12);
  EXPECT_EQ(root(1, 1), 0);
  EXPECT_EQ(root(0, 2), 0);
}

}  // namespace
