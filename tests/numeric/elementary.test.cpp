#include "quindex/numeric/elementary.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "sample.hpp"

using namespace quindex;

namespace {

// How far a double is from the true value, in units of its last digit.
double error(double found, long double truth) {
  const double size = std::abs(static_cast<double>(truth));
  const long double unit = std::nextafter(size, HUGE_VAL) - size;
  return static_cast<double>(std::abs(found - truth) / unit);
}

constexpr double bound = 1.0;  // what the headers promise, in units of the last digit

}  // namespace

TEST(Log, is_within_one_unit_of_the_truth) {
  sample::numbers draw;
  for (int i = 0; i < 300000; ++i) {
    const double scale = std::ldexp(1.0, static_cast<int>(draw.bits() % 2098) - 1074);
    const double anywhere = scale * (1 + draw.share()), near_one = 0.5 + 1.5 * draw.share();
    ASSERT_LE(error(numeric::log(anywhere), std::log(static_cast<long double>(anywhere))), bound) << anywhere;
    ASSERT_LE(error(numeric::log(near_one), std::log(static_cast<long double>(near_one))), bound) << near_one;
  }
}

TEST(Exp, is_within_one_unit_of_the_truth) {
  sample::numbers draw;
  for (int i = 0; i < 300000; ++i) {
    const double x = 1417 * draw.share() - 708, small = 2 * draw.share() - 1;
    ASSERT_LE(error(numeric::exp(x), std::exp(static_cast<long double>(x))), bound) << x;
    ASSERT_LE(error(numeric::exp(small), std::exp(static_cast<long double>(small))), bound) << small;
  }
}

TEST(Pow, is_within_one_unit_of_the_truth) {
  sample::numbers draw;
  for (int i = 0; i < 300000; ++i) {
    const double x = std::exp(20 * draw.share() - 10), p = 60 * draw.share() - 30;
    ASSERT_LE(error(numeric::pow(x, p), std::pow(static_cast<long double>(x), static_cast<long double>(p))), bound)
        << x << '^' << p;
  }
}

TEST(Log, knows_its_special_cases) {
  EXPECT_EQ(numeric::log(1.0), 0.0);
  EXPECT_EQ(numeric::log(0.0), -HUGE_VAL);
  EXPECT_EQ(numeric::log(-0.0), -HUGE_VAL);
  EXPECT_EQ(numeric::log(HUGE_VAL), HUGE_VAL);
  EXPECT_TRUE(std::isnan(numeric::log(-1.0)));
  EXPECT_TRUE(std::isnan(numeric::log(-HUGE_VAL)));
  EXPECT_TRUE(std::isnan(numeric::log(missing_value)));
  EXPECT_DOUBLE_EQ(numeric::log(0x1p-1074), -744.4400719213812);
  EXPECT_DOUBLE_EQ(numeric::log(0x1.fffffffffffffp+1023), 709.782712893384);
}

TEST(Exp, knows_its_special_cases) {
  EXPECT_EQ(numeric::exp(0.0), 1.0);
  EXPECT_EQ(numeric::exp(HUGE_VAL), HUGE_VAL);
  EXPECT_EQ(numeric::exp(-HUGE_VAL), 0.0);
  EXPECT_EQ(numeric::exp(710.0), HUGE_VAL);
  EXPECT_EQ(numeric::exp(-746.0), 0.0);
  EXPECT_TRUE(std::isnan(numeric::exp(missing_value)));
  EXPECT_EQ(numeric::exp(-744.5), 0x1p-1074);
  EXPECT_LT(numeric::exp(709.78), HUGE_VAL);
  // Among the denormals a double has fewer digits; the last one is still right to within one.
  EXPECT_NEAR(numeric::exp(-740.0), std::exp(-740.0), 0x1p-1074);
}

TEST(Pow, knows_the_special_cases_of_c) {
  const double values[] = {0.0,  -0.0, 1.0,   -1.0,   2.0,      -2.0,      0.5,           -0.5,
                           3e10, -8.0, 1e300, 1e-300, HUGE_VAL, -HUGE_VAL, missing_value, 0x1p-1070};
  const double powers[] = {
      0.0,   -0.0,   1.0,      -1.0,      2.0,          3.0, -3.0, 0.5, -0.5, 1e10, 9007199254740991.0,
      1e300, -1e300, HUGE_VAL, -HUGE_VAL, missing_value};
  for (const double x : values)
    for (const double p : powers) {
      const double expected = std::pow(x, p), found = numeric::pow(x, p);
      if (std::isnan(expected)) {
        EXPECT_TRUE(std::isnan(found)) << x << '^' << p << " = " << found;
      } else {
        EXPECT_EQ(std::signbit(found), std::signbit(expected)) << x << '^' << p;
        EXPECT_DOUBLE_EQ(found, expected) << x << '^' << p;
      }
    }
}

TEST(Elementary, columns_have_the_bits_of_single_values) {
  for (const std::size_t n : {0u, 1u, 7u, 8u, 33u, 1000u}) {
    std::vector<double> x = sample::column(n, sample::shape::heavy_tailed, 0.1);
    if (n > 3) x[1] = 0, x[2] = HUGE_VAL, x[3] = -HUGE_VAL;
    std::vector<double> logs(n), exps(n), powers(n), expected(n);
    numeric::log(x, logs);
    numeric::exp(x, exps);
    for (std::size_t i = 0; i < n; ++i) expected[i] = numeric::log(x[i]);
    EXPECT_TRUE(sample::same_bits(logs, expected));
    for (std::size_t i = 0; i < n; ++i) expected[i] = numeric::exp(x[i]);
    EXPECT_TRUE(sample::same_bits(exps, expected));
    for (const double p : {2.0, -1.5, 3.0, 0.0}) {
      numeric::pow(x, p, powers);
      for (std::size_t i = 0; i < n; ++i) expected[i] = numeric::pow(x[i], p);
      EXPECT_TRUE(sample::same_bits(powers, expected));
    }
  }
}
