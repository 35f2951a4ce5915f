#include "quindex/numeric/association.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/numeric/order.hpp"
#include "sample.hpp"

using namespace quindex;
using numeric::rows_used;

namespace {

using column = std::vector<double>;
constexpr double absent = missing_value;

matrix sample_matrix(Eigen::Index rows, Eigen::Index columns, double missing, bool is_tied = false) {
  matrix out(rows, columns);
  const column common = sample::column(static_cast<std::size_t>(rows), sample::shape::even, 0, 99);
  for (Eigen::Index j = 0; j < columns; ++j) {
    const column own =
        sample::column(static_cast<std::size_t>(rows), sample::shape::even, missing, static_cast<std::uint64_t>(j));
    for (Eigen::Index i = 0; i < rows; ++i) {
      const auto r = static_cast<std::size_t>(i);
      const double x = 1000 + common[r] * (j % 3 == 0 ? -1 : 1) + own[r];
      out(i, j) = is_tied ? std::round(4 * x) : x;
    }
  }
  return out;
}

// The textbook formula in a longer arithmetic, over the rows where both have a value.
double pearson_by_definition(column_view x, column_view y) {
  long double n = 0, mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i])) ++n, mx += x[i], my += y[i];
  mx /= n, my /= n;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i]))
      xx += (x[i] - mx) * (x[i] - mx), yy += (y[i] - my) * (y[i] - my), xy += (x[i] - mx) * (y[i] - my);
  return static_cast<double>(xy / std::sqrt(xx * yy));
}

double kendall_by_definition(column_view x, column_view y) {
  double difference = 0, in_x = 0, in_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (is_missing(x[i] + y[i] + x[k] + y[k])) continue;
      const double dx = x[i] - x[k], dy = y[i] - y[k];
      difference += dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0;
      in_x += dx != 0 ? 1 : 0;
      in_y += dy != 0 ? 1 : 0;
    }
  return difference / std::sqrt(in_x * in_y);
}

}  // namespace

TEST(Pearson, is_exact_on_a_line) {
  const column x{1, 2, 3, 4}, up{2, 4, 6, 8}, down{8, 6, 4, 2};
  EXPECT_DOUBLE_EQ(numeric::pearson(x, up), 1);
  EXPECT_DOUBLE_EQ(numeric::pearson(x, down), -1);
  EXPECT_DOUBLE_EQ(numeric::pearson(x, column{1, 3, 2, 4}), 0.8);
}

TEST(Pearson, is_missing_without_spread_or_rows) {
  EXPECT_TRUE(is_missing(numeric::pearson(column{1, 2, 3}, column{0.1, 0.1, 0.1})));
  EXPECT_TRUE(is_missing(numeric::pearson(column{1, absent}, column{2, 3})));
  EXPECT_TRUE(is_missing(numeric::pearson(column{}, column{})));
}

TEST(Pearson, leaves_out_rows_with_a_missing_value) {
  EXPECT_DOUBLE_EQ(numeric::pearson(column{1, absent, 2, 3, 4}, column{1, 7, 3, 2, 4}), 0.8);
}

TEST(Spearman, is_pearson_of_the_ranks) {
  EXPECT_DOUBLE_EQ(numeric::spearman(column{1, 2, 3, 4}, column{1, 100, 1000, 1e6}), 1);
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5).
  EXPECT_DOUBLE_EQ(numeric::spearman(column{1, 5, 5, 9}, column{1, 2, 3, 4}), 4.5 / std::sqrt(22.5));
}

TEST(Kendall, counts_pairs) {
  EXPECT_DOUBLE_EQ(numeric::kendall(column{1, 2, 3, 4}, column{1, 3, 2, 4}), 4.0 / 6);
  // Five pairs agree, none disagrees, one is tied in x.
  EXPECT_DOUBLE_EQ(numeric::kendall(column{1, 5, 5, 9}, column{1, 2, 3, 4}), 5 / std::sqrt(5.0 * 6));
  EXPECT_TRUE(is_missing(numeric::kendall(column{1, 1}, column{1, 2})));
}

TEST(Association, matrices_hold_the_pairs) {
  for (const double missing : {0.0, 0.02, 0.1, 0.4})
    for (const bool is_tied : {false, true}) {
      const matrix x = sample_matrix(300, 11, missing, is_tied);
      const matrix r = numeric::pearson(x), s = numeric::spearman(x), t = numeric::kendall(x);
      for (Eigen::Index j = 0; j < x.cols(); ++j)
        for (Eigen::Index i = 0; i < j; ++i) {
          EXPECT_NEAR(r(i, j), pearson_by_definition(column_of(x, i), column_of(x, j)), 1e-13);
          EXPECT_NEAR(s(i, j), numeric::spearman(column_of(x, i), column_of(x, j)), 1e-13);
          EXPECT_NEAR(t(i, j), kendall_by_definition(column_of(x, i), column_of(x, j)), 1e-13);
          EXPECT_EQ(r(i, j), r(j, i));
        }
      EXPECT_EQ(r.diagonal(), Eigen::VectorXd::Ones(11));
      EXPECT_EQ(s.diagonal(), Eigen::VectorXd::Ones(11));
      EXPECT_EQ(t.diagonal(), Eigen::VectorXd::Ones(11));
    }
}

TEST(Association, long_matrices_are_no_different) {
  for (const double missing : {0.0, 0.05}) {
    const matrix x = sample_matrix(3001, 17, missing);
    const matrix r = numeric::pearson(x);
    for (Eigen::Index j = 0; j < x.cols(); ++j)
      for (Eigen::Index i = 0; i < j; ++i)
        EXPECT_NEAR(r(i, j), pearson_by_definition(column_of(x, i), column_of(x, j)), 1e-13);
  }
}

TEST(Association, complete_rows_are_the_same_for_all_pairs) {
  matrix x(5, 3);
  x << 1, 1, 5, 2, 3, absent, 3, 2, 1, 4, 4, 2, 5, 9, 7;
  matrix without(4, 3);
  without << 1, 1, 5, 3, 2, 1, 4, 4, 2, 5, 9, 7;
  EXPECT_EQ(numeric::pearson(x, rows_used::complete), numeric::pearson(without));
  EXPECT_EQ(numeric::spearman(x, rows_used::complete), numeric::spearman(without));
  EXPECT_EQ(numeric::kendall(x, rows_used::complete), numeric::kendall(without));
  EXPECT_EQ(numeric::rows_per_pair(x, rows_used::complete), matrix::Constant(3, 3, 4.0));
  matrix pairs(3, 3);
  pairs << 5, 5, 4, 5, 5, 4, 4, 4, 4;
  EXPECT_EQ(numeric::rows_per_pair(x), pairs);
}

TEST(Association, a_column_without_spread_has_no_correlations) {
  matrix x = sample_matrix(40, 3, 0);
  x.col(1).setConstant(0.1);
  const matrix r = numeric::pearson(x);
  EXPECT_TRUE(is_missing(r(0, 1)) && is_missing(r(1, 1)) && is_missing(r(2, 1)));
  EXPECT_EQ(r(0, 0), 1);
  EXPECT_FALSE(is_missing(r(0, 2)));
}

// A column may vary as a whole and be constant on the rows that a partner has.
TEST(Association, spread_is_judged_on_the_rows_of_the_pair) {
  matrix x(4, 2);
  x << 0.1, 1, 0.1, 2, 0.1, 4, 9, absent;
  EXPECT_TRUE(is_missing(numeric::pearson(x)(0, 1)));
  EXPECT_EQ(numeric::pearson(x)(0, 0), 1);
}

TEST(Covariance, divides_by_rows_minus_degrees_of_freedom) {
  matrix x(4, 2);
  x << 1, 2, 2, 4, 3, 6, 4, absent;
  const matrix c = numeric::covariance(x);
  EXPECT_NEAR(c(0, 0), 5.0 / 3, 1e-15);
  EXPECT_NEAR(c(0, 1), 2, 1e-15);
  EXPECT_NEAR(c(1, 1), 4, 1e-15);
  EXPECT_NEAR(numeric::covariance(x, rows_used::complete, 0)(0, 0), 2.0 / 3, 1e-15);
}
