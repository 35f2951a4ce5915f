// Rules that say which values are outliers, and what becomes of them.
#include <gtest/gtest.h>
#include <numeric>

#include "methods.hpp"
#include "quindex/treat/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::treat;
using qx::any_map;

const std::string code = "x";

any_map fitted_map(const auto& method, const std::vector<double>& x) { return method.fit(column{x, &code}); }
std::vector<double> treated(const auto& method, const std::vector<double>& x) {
  return applied({.map = fitted_map(method, x)}, x);
}
/// 1 to 19 and two more; with 500 and 900 skewness is 3.41 and kurtosis 11.5, with 500 twice 2.97 and 7.53.
std::vector<double> with_outliers(double a, double b) {
  std::vector<double> x(19);
  std::iota(x.begin(), x.end(), 1);
  x.push_back(a);
  x.push_back(b);
  return x;
}

TEST(Winsorise, by_fences_draws_in_what_lies_far_outside_the_quartiles) {
  // quartiles 3 and 7, so that fences stand at 3 - 6 and 7 + 6
  const std::vector<double> x{-20, 2, 3, 4, 5, 6, 7, 8, 50, none};
  expect_near(treated(winsorise{.rule = outlier_rule::fences}, x), {-3, 2, 3, 4, 5, 6, 7, 8, 13, none}, 0);
  expect_near(treated(winsorise{.rule = outlier_rule::fences, .multiple = 5}, x), {-17, 2, 3, 4, 5, 6, 7, 8, 27, none},
              0);
}

TEST(Winsorise, by_median_deviation_draws_in_what_lies_far_from_the_median) {
  // median 5, median absolute deviation 2: limits 5 ± 3 · 1.4826 · 2
  const std::vector<double> x{-20, 2, 3, 4, 5, 6, 7, 8, 50};
  const double reach = 3 * 1.482602218505602 * 2;
  expect_near(treated(winsorise{.rule = outlier_rule::median_deviation}, x),
              {5 - reach, 2, 3, 4, 5, 6, 7, 8, 5 + reach}, 1e-14);
  const double half = 0.5 * 1.482602218505602;  // median 2, median absolute deviation 1
  expect_near(treated(winsorise{.rule = outlier_rule::median_deviation, .multiple = 0.5}, {1, 2, 3}),
              {2 - half, 2, 2 + half}, 0);
}

TEST(Winsorise, leaves_a_column_without_spread_alone) {
  const std::vector<double> mostly_zero{0, 0, 0, 0, 0, 0, 0, 9};
  EXPECT_EQ(fitted_map(winsorise{.rule = outlier_rule::fences}, mostly_zero), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(winsorise{.rule = outlier_rule::median_deviation}, mostly_zero), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(winsorise{.rule = outlier_rule::fences}, {none, none}), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(winsorise{.rule = outlier_rule::median_deviation}, {none, none}), any_map(qx::maps::affine{}));
}

TEST(Winsorise, may_take_outliers_away) {
  const std::vector<double> x{-20, 2, 3, 4, 5, 6, 7, 8, 50};
  expect_near(treated(winsorise{.rule = outlier_rule::fences, .action = outlier_action::remove}, x),
              {none, 2, 3, 4, 5, 6, 7, 8, none}, 0);
  expect_near(treated(winsorise{.action = outlier_action::remove}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 100}),
              {1, 2, 3, 4, 5, 6, 7, 8, 9, none}, 0);
}

TEST(Winsorise, treats_values_in_another_unit_alike_by_every_rule) {
  const std::vector<double> x = with_outliers(500, 900);
  std::vector<double> other = x;
  for (double& v : other) v = 32 + 1.8 * v;
  for (const auto rule :
       {outlier_rule::moments, outlier_rule::quantiles, outlier_rule::fences, outlier_rule::median_deviation})
    for (const auto action : {outlier_action::limit, outlier_action::remove}) {
      const winsorise how{.rule = rule, .action = action};
      std::vector<double> expected = treated(how, x);
      EXPECT_FALSE(expected == x);
      for (double& v : expected) v = 32 + 1.8 * v;
      expect_near(treated(how, other), expected, 1e-12 * 1000);
    }
}

TEST(Winsorise, knows_a_multiple_only_of_a_spread) {
  EXPECT_EQ(
      refused<qx::spec_error>([] { winsorise{.multiple = 3}.check(qx::path("prepare.0")); }),
      "prepare.0.multiple: 3 is given, the rule knows no spread; choose the rule 'fences' or 'median_deviation', or "
      "leave it out");
}

// As spreadsheets have it, skewness 0 and excess kurtosis 3.159.
const std::vector<double> long_tails{-60, -50, 1, 1, 1, 2, 2, 2, -1, -1, -1, -2, -2, -2, 50, 60, 0, 0, 0, 0};
// Skewness 1.398 and excess kurtosis 1.052.
const std::vector<double> leaning{0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 5, 9};

TEST(ShapeTest, passes_when_one_of_the_two_is_within_its_limit_or_only_when_both_are) {
  EXPECT_FALSE(is_skewed(long_tails, 2, 3));
  EXPECT_TRUE(is_skewed(long_tails, 2, 3, pass_rule::both));
  EXPECT_FALSE(is_skewed(leaning, 1, 3.5));
  EXPECT_TRUE(is_skewed(leaning, 1, 3.5, pass_rule::both));
  EXPECT_FALSE(is_skewed(leaning, 2, 3.5, pass_rule::both));
  // three values have no kurtosis, so there is no test to fail
  EXPECT_FALSE(is_skewed(std::vector<double>{0, 0, 9}, 1, 1, pass_rule::both));
}

TEST(ShapeTest, decides_for_every_treatment_that_looks_at_the_shape) {
  const any_map untouched = qx::maps::affine{};
  EXPECT_EQ(fitted_map(winsorise{.kurtosis = 3}, long_tails), untouched);
  EXPECT_NE(fitted_map(winsorise{.kurtosis = 3, .accept = pass_rule::both}, long_tails), untouched);
  EXPECT_EQ(fitted_map(log_shift{.when = when::skewed, .kurtosis = 3}, long_tails), untouched);
  EXPECT_NE(fitted_map(log_shift{.when = when::skewed, .kurtosis = 3, .accept = pass_rule::both}, long_tails),
            untouched);
  EXPECT_EQ(fitted_map(yeo_johnson{.when = when::skewed, .kurtosis = 3}, long_tails), untouched);
  EXPECT_NE(fitted_map(yeo_johnson{.when = when::skewed, .kurtosis = 3, .accept = pass_rule::both}, long_tails),
            untouched);
  EXPECT_EQ(fitted_map(box_cox{.shift = 61, .when = when::skewed, .kurtosis = 3}, long_tails), untouched);
  EXPECT_NE(
      fitted_map(box_cox{.shift = 61, .when = when::skewed, .kurtosis = 3, .accept = pass_rule::both}, long_tails),
      untouched);
}

TEST(Winsorise, may_be_forced_on_a_column_that_passes) {
  const winsorise forced{.skewness = 0, .kurtosis = -10, .max_points = 2};
  expect_near(treated(forced, {1, 2, 3, 4, 6, 9}), {1, 2, 3, 4, 4, 4}, 0);
}

TEST(TreatmentsInTurn, keep_a_winsorised_column_that_passes_and_take_logarithms_of_the_original_otherwise) {
  // the order of COINr: winsorise, test, transform the original
  const auto in_turn = [](std::vector<double> x, int points) {
    x = treated(winsorise{.max_points = points, .all_or_nothing = true}, x);
    return treated(log_shift{.when = when::skewed}, x);
  };
  expect_near(in_turn(with_outliers(500, 900), 2), with_outliers(19, 19), 0);
  expect_near(in_turn(with_outliers(500, 900), 1), treated(log_shift{}, with_outliers(500, 900)), 0);
  expect_near(in_turn({1, 2, 3, 4}, 1), {1, 2, 3, 4}, 0);
}

}  // namespace
