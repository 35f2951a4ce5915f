// Regression indices from given data.
#include "quindex/robustness/regression_indices.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/random.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

qx::matrix normal_sample(Eigen::Index rows, Eigen::Index columns) {
  const qx::numeric::random_stream stream(3, "test.regression");
  qx::matrix x(rows, columns);
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = stream.normal(static_cast<std::uint64_t>(k));
  return x;
}

double sd(qx::column_view x) { return qx::numeric::moments(x).sd(); }

TEST(Regression, is_exact_for_a_line) {
  const qx::matrix x = normal_sample(40, 3);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < 40; ++k) y.push_back(5 + x(k, 0) - 2 * x(k, 1) + 0.5 * x(k, 2));
  const auto found = rb::regression({"a", "b", "c"}, x, y);
  const std::vector<double> c{1, -2, 0.5};
  for (Eigen::Index i = 0; i < 3; ++i) {
    const auto at = static_cast<std::size_t>(i);
    EXPECT_NEAR(found.standardised.value[at], c[at] * sd(qx::column_of(x, i)) / sd(y), 1e-12);
    EXPECT_NEAR(found.partial.value[at], c[at] > 0 ? 1 : -1, 1e-6) << "the root of 1 less R² keeps half the digits";
  }
  EXPECT_NEAR(found.r_squared, 1, 1e-12);
  EXPECT_TRUE(found.notes.empty());
}

TEST(Regression, partial_correlation_of_two_factors_by_its_formula) {
  qx::matrix x = normal_sample(60, 3);
  x.col(1) += 0.7 * x.col(0);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < 60; ++k) y.push_back(std::exp(x(k, 0) + x(k, 1)) + x(k, 2));
  const auto found = rb::regression({"a", "b"}, x.leftCols(2), y);
  const auto formula = [](double ay, double by, double ab) {
    return (ay - by * ab) / std::sqrt((1 - by * by) * (1 - ab * ab));
  };
  const auto a = qx::column_of(x, 0), b = qx::column_of(x, 1);
  const double ay = qx::numeric::pearson(a, y), by = qx::numeric::pearson(b, y), ab = qx::numeric::pearson(a, b);
  EXPECT_NEAR(found.partial.value[0], formula(ay, by, ab), 1e-12);
  EXPECT_NEAR(found.partial.value[1], formula(by, ay, ab), 1e-12);
  EXPECT_NEAR(found.standardised.value[0], (ay - by * ab) / (1 - ab * ab), 1e-12);
  EXPECT_NEAR(found.r_squared, (ay * ay + by * by - 2 * ay * by * ab) / (1 - ab * ab), 1e-12);
  const double ra = qx::numeric::spearman(a, y), rb_ = qx::numeric::spearman(b, y), rab = qx::numeric::spearman(a, b);
  EXPECT_NEAR(found.ranks_partial.value[0], formula(ra, rb_, rab), 1e-12);
  EXPECT_LT(found.standardised.low[0], found.standardised.value[0]);
  EXPECT_GT(found.ranks_standardised.high[1], found.ranks_standardised.value[1]);
}

TEST(Regression, ranks_see_what_is_monotone) {
  const qx::matrix x = normal_sample(100, 1);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < 100; ++k) y.push_back(std::exp(4 * x(k, 0)));
  const auto found = rb::regression({"a"}, x, y);
  EXPECT_NEAR(found.ranks_r_squared, 1, 1e-12);
  EXPECT_LT(found.r_squared, 0.6);
}

TEST(Regression, gives_no_influence_to_a_factor_that_has_none_where_the_others_explain_everything) {
  const qx::matrix x = normal_sample(300, 4);
  std::vector<double> y;
  for (Eigen::Index k = 0; k < x.rows(); ++k) y.push_back(3 + 0.7 * x(k, 0) - 0.1 * x(k, 2));
  const auto found = rb::regression({"a", "idle", "c", "too"}, x, y);
  EXPECT_NEAR(found.partial.value[0], 1, 1e-9);
  EXPECT_NEAR(found.partial.value[2], -1, 1e-9);
  for (const std::size_t idle : {1U, 3U}) {
    EXPECT_NEAR(found.partial.value[idle], 0, 1e-6) << "rounding over rounding";
    EXPECT_NEAR(found.partial.low[idle], 0, 1e-6);
    EXPECT_NEAR(found.partial.high[idle], 0, 1e-6);
  }
}

TEST(Regression, has_dummy_variables_for_options_without_order) {
  // Effects of three options that no line has: 0, 5, 1. A binary option keeps its coefficient.
  constexpr Eigen::Index n = 240;
  qx::matrix x(n, 3);
  x.col(0) = normal_sample(n, 1);
  const double effect[] = {0, 5, 1};
  std::vector<double> y;
  for (Eigen::Index k = 0; k < n; ++k) {
    x(k, 1) = static_cast<double>(k % 3);
    x(k, 2) = static_cast<double>(k / 3 % 2);
    y.push_back(x(k, 0) + effect[k % 3] + 2 * x(k, 2));
  }
  const qx::labels names{"number", "three", "two"};
  const auto found = rb::regression(names, x, y, {}, {1, 2});
  EXPECT_NEAR(found.r_squared, 1, 1e-12);
  EXPECT_LT(rb::regression(names, x, y).r_squared, 0.8) << "as numbers 0, 1, 2";
  EXPECT_TRUE(std::isnan(found.standardised.value[1]) && std::isnan(found.partial.value[1]));
  EXPECT_TRUE(std::isnan(found.ranks_standardised.value[1]) && std::isnan(found.ranks_partial.value[1]));
  EXPECT_NEAR(found.standardised.value[0], sd(qx::column_of(x, 0)) / sd(y), 1e-12);
  EXPECT_NEAR(found.standardised.value[2], 2 * sd(qx::column_of(x, 2)) / sd(y), 1e-12);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].what,
            "factors without coefficients, since their options have no order; dummy variables stand for them: 'three'");
  for (Eigen::Index k = 0; k < n; ++k) x(k, 1) = static_cast<double>(k % 30);
  EXPECT_EQ(rb::regression(names, x, y, {}, {1}).notes.at(0).what,
            "factors left out because they have more than 20 options without order: 'three'");
}

TEST(Regression, leaves_out_what_does_not_vary_and_what_others_determine) {
  qx::matrix x = normal_sample(30, 4);
  x.col(1).setConstant(3);
  x.col(3) = x.col(0) - 2 * x.col(2);
  const std::vector<double> y(x.data(), x.data() + 30);
  const auto found = rb::regression({"a", "flat", "c", "twin"}, x, y);
  EXPECT_TRUE(std::isnan(found.standardised.value[1]) && std::isnan(found.standardised.value[3]));
  EXPECT_NEAR(found.standardised.value[0], 1, 1e-12);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_EQ(found.notes[0].what, "factors left out because they do not vary or others determine them: 'flat', 'twin'");
  const std::vector<double> constant(30, 1.0);
  EXPECT_EQ(rb::regression({"a", "flat", "c", "twin"}, x, constant).notes.at(0).what,
            "the output is constant: nothing explains it, no indices");
}

}  // namespace
