#include "quindex/numeric/winsorise.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include "quindex/numeric/moments.hpp"
#include "sample.hpp"

using namespace quindex;
using numeric::winsorise;
using numeric::winsorise_rule;
using numeric::winsorised;

namespace {

using column = std::vector<double>;

// The rule read word by word, with all moments anew after every step.
winsorised word_by_word(column x, const winsorise_rule& rule) {
  winsorised out{};
  for (;;) {
    const numeric::moments m{column_view(x)};
    out.low = m.minimum, out.high = m.maximum;
    out.skewness = m.skewness(2), out.kurtosis = m.excess_kurtosis(2);
    const bool leans = std::abs(out.skewness) >= rule.skewness, is_peaked = !(out.kurtosis < rule.kurtosis);
    out.is_acceptable = is_missing(out.skewness) ||
                        !(rule.both ? leans || (is_peaked && !is_missing(out.kurtosis)) : leans && is_peaked);
    if (out.is_acceptable || out.moved_low + out.moved_high >= rule.most) return out;
    const bool is_high = out.skewness >= 0;
    const double from = is_high ? m.maximum : m.minimum;
    double to = is_high ? -HUGE_VAL : HUGE_VAL;
    for (const double v : x)
      if (!is_missing(v) && v != from) to = is_high ? std::max(to, v) : std::min(to, v);
    std::size_t moved = 0;
    for (double& v : x)
      if (v == from) v = to, ++moved;
    (is_high ? out.moved_high : out.moved_low) = moved;
  }
}

}  // namespace

TEST(Winsorise, leaves_an_acceptable_column_alone) {
  const winsorised w = winsorise(column{1, 2, missing_value, 3, 4, 5});
  EXPECT_TRUE(w.is_acceptable);
  EXPECT_EQ(w.low, 1);
  EXPECT_EQ(w.high, 5);
  EXPECT_EQ(w.moved_low + w.moved_high, 0u);
}

TEST(Winsorise, draws_in_one_outlier) {
  const winsorised w = winsorise(column{1, 2, 3, 4, 5, 6, 7, 8, 9, 1000});
  EXPECT_EQ(w.high, 9);
  EXPECT_EQ(w.low, 1);
  EXPECT_EQ(w.moved_high, 1u);
  EXPECT_EQ(w.moved_low, 0u);
  EXPECT_TRUE(w.is_acceptable);
  const winsorised low = winsorise(column{-1000, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  EXPECT_EQ(low.low, 2);
  EXPECT_EQ(low.moved_low, 1u);
}

TEST(Winsorise, moves_tied_values_together_beyond_the_limit) {
  column x(60, 0.0);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = 0.01 * static_cast<double>(i);
  x[3] = x[17] = x[41] = 500;
  const winsorised w = winsorise(x, {2.0, 3.5, 1});
  EXPECT_EQ(w.moved_high, 3u);
  EXPECT_EQ(w.high, 0.59);
}

TEST(Winsorise, stops_at_the_limit_acceptable_or_not) {
  column x(100, 0.0);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::pow(1.5, static_cast<double>(i));
  const winsorised w = winsorise(x, {2.0, 3.5, 2});
  EXPECT_EQ(w.moved_high, 2u);
  EXPECT_EQ(w.high, x[97]);
  EXPECT_FALSE(w.is_acceptable);
  const winsorised none = winsorise(x, {2.0, 3.5, 0});
  EXPECT_EQ(none.high, x[99]);
  EXPECT_FALSE(none.is_acceptable);
  EXPECT_TRUE(winsorise(x, {2.0, 3.5, winsorise_rule::unlimited}).is_acceptable);
}

TEST(Winsorise, has_nothing_to_do_without_a_shape) {
  EXPECT_TRUE(winsorise({}).is_acceptable);
  EXPECT_TRUE(winsorise(column{missing_value}).is_acceptable);
  EXPECT_TRUE(winsorise(column{1, 1000}).is_acceptable);
  EXPECT_TRUE(winsorise(column(20, 3.0)).is_acceptable);
}

TEST(Winsorise, follows_the_rule_word_by_word) {
  std::size_t treated = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const sample::shape kind = sample::all_shapes[seed % 6];
    column x = sample::column(4 + seed % 150, kind, seed % 2 == 0 ? 0.1 : 0, seed);
    if (seed % 5 == 0)
      for (double& v : x) v = -v;
    for (const std::size_t most : {std::size_t{1}, std::size_t{5}, std::size_t{40}, winsorise_rule::unlimited})
      for (const winsorise_rule& rule :
           {winsorise_rule{2.0, 3.5, most}, winsorise_rule{0.3, -0.5, most}, winsorise_rule{1.0, 2.0, most, true}}) {
        const winsorised found = winsorise(x, rule), expected = word_by_word(x, rule);
        EXPECT_TRUE(sample::same_bits(column{found.low, found.high}, column{expected.low, expected.high})) << seed;
        EXPECT_EQ(found.moved_low, expected.moved_low) << seed;
        EXPECT_EQ(found.moved_high, expected.moved_high) << seed;
        EXPECT_EQ(found.is_acceptable, expected.is_acceptable) << seed;
        treated += found.moved_low + found.moved_high > 0 ? 1 : 0;
      }
  }
  EXPECT_GT(treated, 500u);  // or this test would have tested nothing
}
