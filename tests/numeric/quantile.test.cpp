#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/numeric/order.hpp"
#include "sample.hpp"

using namespace quindex;
using numeric::quantile;

namespace {
const std::vector<double> to_five{4, 2, 5, missing_value, 1, 3};
}

// Places by the formulas of Hyndman and Fan (1996), table 1, worked out by hand for 1 to 5: the value is the place.
TEST(Quantile, has_nine_types) {
  const double at_30[] = {2, 2, 2, 1.5, 2, 1.8, 2.2, 29.0 / 15, 1.95};
  const double at_40[] = {2, 2.5, 2, 2, 2.5, 2.4, 2.6, 37.0 / 15, 2.475};
  for (int type = 1; type <= 9; ++type) {
    EXPECT_NEAR(quantile(to_five, 0.3, type), at_30[type - 1], 1e-15) << type;
    EXPECT_NEAR(quantile(to_five, 0.4, type), at_40[type - 1], 1e-15) << type;
  }
}

TEST(Quantile, type_three_takes_the_nearest_even_place) {
  EXPECT_EQ(quantile(to_five, 0.5, 3), 2);  // 2.5 is as far from 2 as from 3
  EXPECT_EQ(quantile(to_five, 0.7, 3), 4);  // so is 3.5
  EXPECT_EQ(quantile(to_five, 0.1, 3), 1);
}

TEST(Quantile, ends_are_the_extremes_whatever_the_type) {
  for (int type = 1; type <= 9; ++type) {
    EXPECT_EQ(quantile(to_five, 0, type), 1) << type;
    EXPECT_EQ(quantile(to_five, 1, type), 5) << type;
  }
}

// 0.1 * 30 is 3.0000000000000004 in binary; a quantile must not jump for that.
TEST(Quantile, is_not_misled_by_rounding) {
  std::vector<double> x(30);
  for (std::size_t i = 0; i < 30; ++i) x[i] = static_cast<double>(i + 1);
  EXPECT_EQ(quantile(x, 0.1, 1), 3);
  EXPECT_EQ(quantile(x, 0.1, 2), 3.5);
}

TEST(Quantile, refuses_what_it_cannot_mean) {
  EXPECT_THROW((void)quantile(to_five, -0.1), numeric_error);
  EXPECT_THROW((void)quantile(to_five, 1.1), numeric_error);
  EXPECT_THROW((void)quantile(to_five, missing_value), numeric_error);
  EXPECT_THROW((void)quantile(to_five, 0.5, 10), numeric_error);
  EXPECT_TRUE(is_missing(quantile({}, 0.5)));
}

TEST(Median, is_the_middle_or_the_mean_of_the_two_there) {
  EXPECT_EQ(numeric::median(to_five), 3);
  EXPECT_EQ(numeric::median(std::vector{4.0, 1.0, 3.0, 2.0}), 2.5);
  EXPECT_EQ(numeric::median(std::vector{7.0}), 7);
  EXPECT_TRUE(is_missing(numeric::median(std::vector{missing_value})));
}

TEST(Quantile, agrees_with_sorting_on_every_shape_and_size) {
  for (const sample::shape kind : sample::all_shapes)
    for (const std::size_t n : {1u, 2u, 50u, 199u, 200u, 1000u, 1999u, 2000u, 5001u, 100000u})
      for (const double missing : {0.0, 0.2}) {
        const std::vector<double> x = sample::column(n, kind, missing, n + 1);
        std::vector<double> sorted;
        for (const double v : x)
          if (!is_missing(v)) sorted.push_back(v);
        std::sort(sorted.begin(), sorted.end());
        if (sorted.empty()) continue;
        const std::size_t m = sorted.size();
        EXPECT_EQ(numeric::median(x), 0.5 * sorted[(m - 1) / 2] + 0.5 * sorted[m / 2]) << n;
        for (const std::size_t k : {std::size_t{1}, m / 10 + 1, m - m / 100, m})
          EXPECT_EQ(quantile(x, (static_cast<double>(k) - 0.5) / static_cast<double>(m), 1), sorted[k - 1]) << n;
      }
}

TEST(Quantiles, are_those_taken_one_by_one) {
  const std::vector<double> x = sample::column(777, sample::shape::skewed, 0.1), shares{0.9, 0, 0.25, 0.5, 1};
  for (int type = 1; type <= 9; ++type) {
    const std::vector<double> found = numeric::quantiles(x, shares, type);
    for (std::size_t i = 0; i < shares.size(); ++i) EXPECT_EQ(found[i], quantile(x, shares[i], type));
  }
  // One or two of them are selected rather than sorted for, where they are near the ends.
  for (const std::size_t n : {1u, 2u, 3u, 9u, 40u, 100u, 777u})
    for (const sample::shape kind : sample::all_shapes)
      for (const std::vector<double>& few :
           std::vector<std::vector<double>>{{0.025, 0.975}, {0.99, 0.01}, {0, 1}, {0.4, 0.995}, {0.03}, {0.97}}) {
        const std::vector<double> column = sample::column(n, kind, 0.1, n);
        const std::vector<double> found = numeric::quantiles(column, few);
        for (std::size_t i = 0; i < few.size(); ++i)
          EXPECT_TRUE(found[i] == quantile(column, few[i]) ||
                      (is_missing(found[i]) && is_missing(quantile(column, 0))));
      }
  EXPECT_TRUE(is_missing(numeric::quantiles({}, shares).front()));
}
