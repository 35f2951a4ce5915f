#include "quindex/numeric/varimax.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/numeric/symmetric.hpp"

namespace {

namespace qx = quindex;
using qx::matrix;

/// The sum over the factors of the variances of the squared loadings, after dividing by communalities if asked.
double criterion(matrix l, bool normalise) {
  double out = 0;
  for (Eigen::Index j = 0; normalise && j < l.rows(); ++j) l.row(j) /= l.row(j).norm();
  for (Eigen::Index f = 0; f < l.cols(); ++f) {
    double squares = 0, fourths = 0;
    for (Eigen::Index j = 0; j < l.rows(); ++j) squares += std::pow(l(j, f), 2), fourths += std::pow(l(j, f), 4);
    const double m = static_cast<double>(l.rows());
    out += fourths / m - squares * squares / (m * m);
  }
  return out;
}

const matrix example{{0.8, 0.3}, {0.7, 0.4}, {0.6, -0.5}, {0.5, -0.6}, {0.9, 0.1}};

TEST(Varimax, finds_the_angle_that_a_search_over_all_angles_finds) {
  for (const bool normalise : {true, false}) {
    const qx::numeric::rotation found = qx::numeric::varimax(example, normalise);
    double best = 0;
    for (int step = 0; step < 36000; ++step) {
      const double angle = step * 1e-4;
      const matrix turn{{std::cos(angle), -std::sin(angle)}, {std::sin(angle), std::cos(angle)}};
      best = std::max(best, criterion(example * turn, normalise));
    }
    EXPECT_NEAR(criterion(found.loadings, normalise), best, 1e-8);
    EXPECT_GE(criterion(found.loadings, normalise), best);
  }
}

TEST(Varimax, turns_without_bending) {
  const qx::numeric::rotation found = qx::numeric::varimax(example);
  EXPECT_LT((found.turn.transpose() * found.turn - matrix::Identity(2, 2)).cwiseAbs().maxCoeff(), 1e-15);
  EXPECT_LT((example * found.turn - found.loadings).cwiseAbs().maxCoeff(), 1e-15);
  for (Eigen::Index f = 0; f < 2; ++f) EXPECT_GE(found.loadings.col(f).sum(), 0);
}

TEST(Varimax, brings_back_a_simple_structure_that_was_turned_away) {
  const matrix simple{{0.9, 0, 0}, {0.8, 0, 0}, {0, 0.7, 0}, {0, 0.6, 0}, {0, 0, 0.9}, {0, 0, 0.5}};
  const double c = std::cos(0.4), s = std::sin(0.4);
  const matrix turn = matrix{{c, -s, 0}, {s, c, 0}, {0, 0, 1}} * matrix{{1, 0, 0}, {0, c, -s}, {0, s, c}};
  EXPECT_LT((qx::numeric::varimax(simple * turn).loadings - simple).cwiseAbs().maxCoeff(), 1e-13);
}

TEST(Varimax, leaves_one_factor_alone) {
  const matrix one{{0.3}, {0.4}};
  EXPECT_EQ(qx::numeric::varimax(one).loadings, one);
}

TEST(Varimax, takes_a_variable_without_any_loading) {
  const matrix zero{{0.9, 0.1}, {0, 0}, {0.1, 0.8}};
  const matrix found = qx::numeric::varimax(zero).loadings;
  EXPECT_EQ(found(1, 0), 0);
  EXPECT_EQ(found(1, 1), 0);
}

TEST(Varimax, refuses_what_is_no_number) {
  const matrix bad{{0.9, 0.1}, {NAN, 0}};
  EXPECT_THROW((void)qx::numeric::varimax(bad), qx::numeric_error);
}

}  // namespace
