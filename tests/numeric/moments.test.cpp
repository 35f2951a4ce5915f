#include "quindex/numeric/moments.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/error.hpp"
#include "sample.hpp"

using namespace quindex;
using numeric::moments;

namespace {
// Mean 4, deviations -3 -2 -1 0 6.
const std::vector<double> five{1, 2, missing_value, 3, 4, 10};
}  // namespace

TEST(Moments, are_sums_of_powers_of_deviations) {
  const moments m{column_view(five)};
  EXPECT_EQ(m.n, 5u);
  EXPECT_DOUBLE_EQ(m.mean, 4.0);
  EXPECT_DOUBLE_EQ(m.m2, 50.0);
  EXPECT_DOUBLE_EQ(m.m3, 180.0);
  EXPECT_DOUBLE_EQ(m.m4, 1394.0);
  EXPECT_EQ(m.minimum, 1.0);
  EXPECT_EQ(m.maximum, 10.0);
  EXPECT_DOUBLE_EQ(m.variance(), 12.5);
  EXPECT_DOUBLE_EQ(m.variance(0), 10.0);
  EXPECT_DOUBLE_EQ(m.sd(), std::sqrt(12.5));
}

TEST(Moments, skewness_comes_in_three_types) {
  const moments m{column_view(five)};
  EXPECT_DOUBLE_EQ(m.skewness(1), 180 * std::sqrt(5.0) / std::pow(50, 1.5));
  EXPECT_DOUBLE_EQ(m.skewness(2), 12 / std::sqrt(50.0));
  EXPECT_DOUBLE_EQ(m.skewness(3), 180 * std::sqrt(5.0) / std::pow(50, 1.5) * std::pow(0.8, 1.5));
  EXPECT_THROW((void)m.skewness(4), numeric_error);
}

TEST(Moments, kurtosis_comes_in_three_types) {
  const moments m{column_view(five)};
  EXPECT_NEAR(m.excess_kurtosis(1), -0.212, 1e-14);
  EXPECT_NEAR(m.excess_kurtosis(2), 3.152, 1e-14);
  EXPECT_NEAR(m.excess_kurtosis(3), -1.21568, 1e-14);
  EXPECT_THROW((void)m.excess_kurtosis(0), numeric_error);
}

TEST(Moments, are_missing_where_they_are_undefined) {
  EXPECT_TRUE(is_missing(moments{column_view{}}.mean));
  const std::vector<double> one{3.0}, two{3.0, 4.0}, three{1.0, 2.0, 4.0}, equal{0.1, 0.1, 0.1, 0.1, 0.1};
  EXPECT_TRUE(is_missing(moments{column_view(one)}.variance()));
  EXPECT_TRUE(is_missing(moments{column_view(two)}.skewness()));
  EXPECT_FALSE(is_missing(moments{column_view(three)}.skewness()));
  EXPECT_TRUE(is_missing(moments{column_view(three)}.excess_kurtosis()));
  EXPECT_EQ(moments{column_view(equal)}.m2, 0.0);
  EXPECT_EQ(moments{column_view(equal)}.mean, 0.1);
  EXPECT_TRUE(is_missing(moments{column_view(equal)}.skewness()));
}

TEST(Moments, agree_with_a_longer_arithmetic) {
  for (const sample::shape kind : sample::all_shapes) {
    const std::vector<double> x = sample::column(10000, kind, 0.05);
    const moments m{column_view(x)};
    long double n = 0, sum = 0, rest = 0, m2 = 0, m3 = 0, m4 = 0, size3 = 0;
    for (const double v : x)
      if (!is_missing(v)) n += 1, sum += v;
    const long double near = sum / n;
    for (const double v : x)
      if (!is_missing(v)) rest += v - near;
    for (const double v : x) {
      if (is_missing(v)) continue;
      const long double d = (v - near) - rest / n;
      m2 += d * d, m3 += d * d * d, m4 += d * d * d * d, size3 += std::abs(d * d * d);
    }
    EXPECT_NEAR(m.mean, static_cast<double>(near + rest / n), 1e-15 * (std::abs(m.mean) + m.sd()));
    EXPECT_NEAR(m.m2, static_cast<double>(m2), 1e-13 * static_cast<double>(m2));
    EXPECT_NEAR(m.m3, static_cast<double>(m3), 1e-13 * static_cast<double>(size3));
    EXPECT_NEAR(m.m4, static_cast<double>(m4), 1e-13 * static_cast<double>(m4));
  }
}

TEST(Moments, merge_as_if_seen_together) {
  const std::vector<double> x = sample::column(501, sample::shape::skewed, 0.1);
  const column_view all(x);
  const moments whole(all);
  const moments parts = moments(all.first(200)) + moments(all.subspan(200)) + moments();
  EXPECT_EQ(parts.n, whole.n);
  EXPECT_EQ(parts.minimum, whole.minimum);
  EXPECT_EQ(parts.maximum, whole.maximum);
  EXPECT_NEAR(parts.mean, whole.mean, 1e-14 * whole.mean);
  EXPECT_NEAR(parts.skewness(), whole.skewness(), 1e-12);
  EXPECT_NEAR(parts.excess_kurtosis(), whole.excess_kurtosis(), 1e-12);
}

TEST(Moments, of_values_far_from_zero_keep_their_digits) {
  const std::vector<double> x{1e9 + 1, 1e9 + 2, 1e9 + 3};
  EXPECT_EQ(moments{column_view(x)}.variance(), 1.0);
}
