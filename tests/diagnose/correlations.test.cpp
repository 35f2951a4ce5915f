// Correlations, what they rest on, and which pairs call for a look.
#include "quindex/diagnose/correlations.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

TEST(Correlations, have_number_probability_and_interval) {
  // x = 1 … 5, y = 2, 1, 4, 3, 5: r = 8/10. t = 0.8 √3 / 0.6 = 2.3094 with 3 degrees of freedom, of which the tail is
  // closed: P(T > t) = 1/2 − (atan(t/√3) + (t/√3) / (1 + t²/3)) / π. z = ln 9 / 2 = 1.0986, half width 1.95996 / √2.
  const auto found = dx::correlations(table_of({"x", "y"}, {{1, 2, 3, 4, 5}, {2, 1, 4, 3, 5}}));
  EXPECT_NEAR(found.r(0, 1), 0.8, 1e-15);
  EXPECT_EQ(found.n(0, 1), 5);
  const double s = 0.8 / 0.6;
  EXPECT_NEAR(found.p(0, 1), 1 - 2 * (std::atan(s) + s / (1 + s * s)) / std::acos(-1.0), 1e-12);
  const double half = 1.959963984540054 / std::sqrt(2.0);
  EXPECT_NEAR(found.low(0, 1), std::tanh(std::log(9.0) / 2 - half), 1e-14);
  EXPECT_NEAR(found.high(1, 0), std::tanh(std::log(9.0) / 2 + half), 1e-14);
  EXPECT_EQ(found.r(0, 0), 1);
  EXPECT_TRUE(std::isnan(found.p(0, 0)));
}

TEST(Correlations, of_kendall_are_exact_without_ties_and_normal_with_them) {
  // Handbook (2008), box 7: heights and weights of eight people, P = 22 concordant pairs of 28: tau = 2·22/28 − 1.
  const std::vector<double> height{1, 2, 3, 4, 5, 6, 7, 8}, weight{3, 4, 1, 2, 5, 7, 8, 6};
  const dx::correlation_options tau{.kind = dx::correlation::kendall};
  const auto exact = dx::correlations(table_of({"height", "weight"}, {height, weight}), tau);
  EXPECT_NEAR(exact.r(0, 1), 16.0 / 28, 1e-15);
  // Orders of eight things with at most 6 inversions: 1 + 7 + 27 + 76 + 174 + 343 + 602 = 1230 of 40320 (Kendall 1970,
  // table 1: P(S ≥ 16) = 0.031).
  EXPECT_NEAR(exact.p(0, 1), 2 * 1230.0 / 40320, 1e-14);
  // x = 1 1 2 2, y = 1 2 2 3: 3 concordant, none discordant, of 6 pairs 2 tied in x and 1 in y: tau-b = 3 / √20.
  // Variance: (4·3·13 − 2·(2·1·9) − 2·1·9) / 18 + (4 · 2) / (2 · 4 · 3), without triples: 102/18 + 1/3 = 6.
  const auto tied = dx::correlations(table_of({"x", "y"}, {{1, 1, 2, 2}, {1, 2, 2, 3}}), tau);
  EXPECT_NEAR(tied.r(0, 1), 3 / std::sqrt(20.0), 1e-15);
  EXPECT_NEAR(tied.p(0, 1), std::erfc(3 / std::sqrt(6.0) / std::sqrt(2.0)), 1e-14);
}

TEST(Correlations, of_ranks_have_wider_intervals) {
  const qx::table data = table_of({"x", "y"}, {{1, 2, 3, 4, 5}, {2, 1, 4, 3, 50}});
  const auto found = dx::correlations(data, {.kind = dx::correlation::spearman});
  EXPECT_NEAR(found.r(0, 1), 0.8, 1e-15);
  const double half = 1.959963984540054 * std::sqrt((1 + 0.32) / 2);
  EXPECT_NEAR(found.low(0, 1), std::tanh(std::log(9.0) / 2 - half), 1e-14);
}

TEST(Correlations, use_the_rows_of_each_pair_or_the_complete_ones) {
  const qx::table data = table_of({"a", "b", "c"}, {{1, 2, 3, 4, gap}, {1, 2, 4, 3, 5}, {gap, 1, 2, 3, 4}});
  const auto pairwise = dx::correlations(data);
  EXPECT_EQ(pairwise.n(0, 1), 4);
  EXPECT_EQ(pairwise.n(1, 2), 4);
  EXPECT_EQ(pairwise.n(0, 2), 3);
  EXPECT_NEAR(pairwise.r(0, 1), 0.8, 1e-15);
  const auto complete = dx::correlations(data, {.rows = qx::numeric::rows_used::complete});
  EXPECT_EQ(complete.n(0, 1), 3);
  EXPECT_NEAR(complete.r(0, 1), 0.5, 1e-15);  // 2 3 4 with 2 4 3
}

TEST(Correlations, are_missing_where_they_are_undefined) {
  const auto constant = dx::correlations(table_of({"x", "one"}, {{1, 2, 3}, {1, 1, 1}}));
  EXPECT_TRUE(std::isnan(constant.r(0, 1)) && std::isnan(constant.p(0, 1)) && std::isnan(constant.low(0, 1)));
  const auto single = dx::correlations(table_of({"x", "y"}, {{1}, {2}}));
  EXPECT_TRUE(std::isnan(single.r(0, 1)));
  const auto line = dx::correlations(table_of({"x", "y"}, {{1, 2, 3, 4}, {2, 4, 6, 8}}));
  EXPECT_NEAR(line.p(0, 1), 0, 1e-15);
  EXPECT_NEAR(line.low(0, 1), 1, 1e-7) << "a last bit below 1 moves the end of the interval by the root of it";
  const auto few = dx::correlations(table_of({"x", "y"}, {{1, 2, 4}, {1, 3, 2}}));
  EXPECT_TRUE(std::isnan(few.low(0, 1))) << "three rows have no interval";
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::correlations(table_of({"x"}, {{1}}), {.level = 95}); }),
            "correlations.level: found 95; give a number above 0 and below 1");
}

TEST(Links, match_units_by_label) {
  const qx::table data = table_of({"score"}, {{1, 2, 3, 4, 5}});
  qx::matrix values(4, 1);
  for (int i = 0; i < 4; ++i) values(i, 0) = std::vector<double>{5, 3, 4, 1}[static_cast<std::size_t>(i)];
  const qx::table outside({"u5", "u4", "u3", "u1"}, {"income"}, values);
  const auto found = dx::links(data, outside);
  EXPECT_EQ(found.n(0, 0), 4);
  // Scores 5 4 3 1 with 5 3 4 1, in the order of the outside table: 7.75 / 8.75.
  EXPECT_NEAR(found.r(0, 0), 7.75 / 8.75, 1e-15);
  EXPECT_EQ(refused<qx::data_error>([&] { (void)dx::links(data, qx::table({"v"}, {"x"}, qx::matrix::Zero(1, 1))); }),
            "links: the two tables have no unit in common; label the units of both in the same way");
}

TEST(Flagged_pairs, are_the_collinear_and_then_the_negative_ones) {
  const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8}, nearly{1, 2, 3, 4, 5, 6, 8, 7}, against{8, 6, 7, 5, 4, 3, 2, 1};
  const std::vector<double> noise{3, 1, 4, 1, 5, 9, 2, 6};
  const auto found = dx::correlations(table_of({"x", "noise", "against", "nearly"}, {x, noise, against, nearly}));
  const auto flagged = dx::flagged_pairs(found);
  ASSERT_EQ(flagged.size(), 3U);
  EXPECT_EQ(flagged[0].first + " " + flagged[0].second, "x nearly");
  EXPECT_TRUE(flagged[0].is_collinear);
  EXPECT_EQ(flagged[1].first + " " + flagged[1].second, "x against");
  EXPECT_FALSE(flagged[1].is_collinear);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)dx::flagged_pairs(found, {.collinear = 2}); }),
            "flagged_pairs: the limit is 2; give a correlation, from -1 to 1");
}

}  // namespace
