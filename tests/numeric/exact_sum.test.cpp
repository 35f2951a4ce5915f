#include "quindex/numeric/exact_sum.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/error.hpp"
#include "sample.hpp"

using quindex::numeric::exact_sum;

namespace {

double exactly(const std::vector<double>& x) { return exact_sum().add(x).value(); }

// Numbers of random size and sign whose sums were computed with Python's math.fsum.
std::vector<double> wild(sample::numbers& draw, std::size_t n, int low, std::uint64_t span) {
  std::vector<double> out(n);
  for (double& x : out) {
    const std::uint64_t r = draw.bits();
    const int exponent = low + static_cast<int>(draw.bits() % span);
    x = std::ldexp(static_cast<double>((r >> 11) | 1u), exponent - 52);
    if ((r & 1u) != 0) x = -x;
  }
  return out;
}

}  // namespace

TEST(ExactSum, rounds_once_and_to_even) {
  EXPECT_EQ(exactly({}), 0.0);
  EXPECT_EQ(exactly({1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50}), 1e-100);
  EXPECT_EQ(exactly({0x1p53, -0.5, -0x1p-54}), 0x1p53 - 1.0);
  EXPECT_EQ(exactly({0x1p53, 1.0, 0x1p-100}), 0x1p53 + 2.0);
  EXPECT_EQ(exactly({0x1p53, 1.0}), 0x1p53);
  EXPECT_EQ(exactly({0x1p53 + 2, 1.0}), 0x1p53 + 4.0);
  EXPECT_EQ(exactly({0x1p53 + 10.0, 1.0, 0x1p-100}), 0x1p53 + 12.0);
  EXPECT_EQ(exactly({0x1p53 - 4.0, 0.5, 0x1p-54}), 0x1p53 - 3.0);
  EXPECT_EQ(exactly({1e16, 1.0, 1e-16}), 10000000000000002.0);
}

TEST(ExactSum, telescopes_without_residue) {
  std::vector<double> x;
  for (int i = 0; i < 1000; ++i) x.push_back(std::pow(1.7, i + 1) - std::pow(1.7, i));
  x.push_back(-std::pow(1.7, 1000));
  EXPECT_EQ(exactly(x), -1.0);
}

TEST(ExactSum, equals_fsum_of_the_harmonic_series) {
  std::vector<double> x, alternating;
  for (int i = 1; i <= 1000; ++i) {
    x.push_back(1.0 / i);
    alternating.push_back((i % 2 != 0 ? -1.0 : 1.0) / i);
  }
  EXPECT_EQ(exactly(x), 0x1.df11f45f4e61ap+2);
  EXPECT_EQ(exactly(alternating), -0x1.62a2af1bd3624p-1);
}

TEST(ExactSum, equals_fsum_on_numbers_of_all_sizes) {
  sample::numbers draw;
  EXPECT_EQ(exactly(wild(draw, 1000, -300, 600)), 0x1.b80bfd05cf062p+297);
  EXPECT_EQ(exactly(wild(draw, 5000, -1074, 1900)), -0x1.df7ea686aded6p+821);
  EXPECT_EQ(exactly(wild(draw, 3, -40, 60)), 0x1.5b7ec1edebfa5p+11);
  EXPECT_EQ(exactly(wild(draw, 100000, -30, 60)), 0x1.5b1eb01c5ee16p+31);
}

TEST(ExactSum, reaches_both_ends_of_the_range) {
  const double tiny = 0x1p-1074, huge = 0x1.fffffffffffffp+1023;
  EXPECT_EQ(exactly({tiny}), tiny);
  EXPECT_EQ(exactly({-tiny, tiny, tiny, tiny}), 2 * tiny);
  EXPECT_EQ(exactly({huge, -huge, 0x1p-1022, -tiny}), 0x1p-1022 - tiny);
  EXPECT_EQ(exactly({huge, huge, -huge}), huge);
  EXPECT_EQ(exactly({-huge, -huge}), -HUGE_VAL);
  EXPECT_EQ(exactly(std::vector<double>(5000, huge)), HUGE_VAL);
  EXPECT_FALSE(std::signbit(exactly({-0.0})));
}

TEST(ExactSum, follows_the_rule_for_what_is_no_number) {
  EXPECT_TRUE(std::isnan(exactly({1.0, quindex::missing_value})));
  EXPECT_TRUE(std::isnan(exactly({HUGE_VAL, -HUGE_VAL})));
  EXPECT_EQ(exactly({HUGE_VAL, 1.0, HUGE_VAL}), HUGE_VAL);
}

TEST(ExactSum, does_not_depend_on_order_or_partition) {
  sample::numbers draw(11);
  std::vector<double> x = wild(draw, 4000, -200, 400);
  const exact_sum whole = exact_sum().add(x);
  std::reverse(x.begin(), x.end());
  EXPECT_EQ(exact_sum().add(x), whole);
  exact_sum merged;
  for (std::size_t from = 0; from < x.size(); from += 333) {
    exact_sum part;
    for (std::size_t i = from; i < std::min(x.size(), from + 333); ++i) part.add(x[i]);
    merged += part;
  }
  EXPECT_EQ(merged, whole);
  EXPECT_EQ(merged.state(), whole.state());
}

TEST(ExactSum, distinguishes_sums_that_round_to_the_same) {
  const exact_sum a = exact_sum().add(1e16).add(1e-3), b = exact_sum().add(1e16).add(2e-3);
  EXPECT_EQ(a.value(), b.value());
  EXPECT_NE(a, b);
}

TEST(ExactSum, comes_back_from_its_state) {
  const exact_sum before = exact_sum().add(std::vector{-3.25, 1e300, -1e-300});
  exact_sum after = exact_sum::from_state(before.state());
  EXPECT_EQ(after, before);
  EXPECT_EQ(after.add(-1e300).value(), -3.25);
  EXPECT_THROW((void)exact_sum::from_state(std::vector<std::int64_t>(3)), quindex::data_error);
  std::vector<std::int64_t> spoilt = before.state();
  spoilt[2] = -1;
  EXPECT_THROW((void)exact_sum::from_state(spoilt), quindex::data_error);
}
