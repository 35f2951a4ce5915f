#include "methods.hpp"

#include <gtest/gtest.h>
#include <numeric>

#include "quindex/treat/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::treat;
using qx::any_map;

const std::string code = "x";

any_map fitted_map(const auto& method, const std::vector<double>& x) { return method.fit(column{x, &code}); }
std::vector<double> treated(const auto& method, std::vector<double> x) {
  qx::scale{.map = fitted_map(method, x)}.apply(x, x);
  return x;
}
/// 1 to 19 and two more; with 500 and 900 skewness is 3.41 and kurtosis 11.5, with 500 twice 2.97 and 7.53.
std::vector<double> with_outliers(double a, double b) {
  std::vector<double> x(19);
  std::iota(x.begin(), x.end(), 1);
  x.push_back(a);
  x.push_back(b);
  return x;
}

// Case winsorise: by hand, a column with one outlier
TEST(Winsorise, moves_the_outlier_to_the_next_value) {
  // skewness 3.12 and kurtosis 9.80, then -0.15 and -1.36
  expect_near(treated(winsorise{}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 100, none}), {1, 2, 3, 4, 5, 6, 7, 8, 9, 9, none}, 0);
  expect_near(treated(winsorise{}, {-100, 2, 3, 4, 5, 6, 7, 8, 9, 10}), {2, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0);
}

TEST(Winsorise, goes_on_until_the_shape_is_acceptable) {
  expect_near(treated(winsorise{}, with_outliers(500, 900)), with_outliers(19, 19), 0);
}

TEST(Winsorise, leaves_an_acceptable_column_alone) {
  EXPECT_EQ(fitted_map(winsorise{}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(winsorise{}, {7, 7, 7}), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(winsorise{}, {none, none}), any_map(qx::maps::affine{}));
}

TEST(Winsorise, stops_at_max_points_and_keeps_or_undoes_what_it_did) {
  expect_near(treated(winsorise{.max_points = 1}, with_outliers(500, 900)), with_outliers(500, 500), 0);
  expect_near(treated(winsorise{.max_points = 1, .all_or_nothing = true}, with_outliers(500, 900)),
              with_outliers(500, 900), 0);
  expect_near(treated(winsorise{.max_points = std::nullopt}, with_outliers(500, 900)), with_outliers(19, 19), 0);
}

TEST(Winsorise, limits_one_side_only_for_later_tables) {
  std::vector<double> later{-50, 5, 50};
  qx::scale{.map = fitted_map(winsorise{}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 100})}.apply(later, later);
  expect_near(later, {-50, 5, 9}, 0);
}

TEST(Winsorise, may_go_by_quantiles) {
  std::vector<double> x(101);
  std::iota(x.begin(), x.end(), 0);
  const any_map expected = qx::maps::clamp{10, 90};
  EXPECT_EQ(fitted_map(winsorise{.rule = outlier_rule::quantiles, .low_quantile = 0.1, .high_quantile = 0.9}, x),
            expected);
  const winsorise reversed{.low_quantile = 0.9, .high_quantile = 0.1};
  EXPECT_EQ(refused<qx::spec_error>([&] { reversed.check(qx::path("prepare.0")); }),
            "prepare.0: low_quantile (0.9) must be below high_quantile (0.1)");
}

// Case log_shift: by hand, from the formula
TEST(LogShift, makes_the_smallest_value_a_hundredth_of_the_range) {
  expect_near(treated(log_shift{}, {0, 10, 100, none}), {0, 2.3978952727983707, 4.61512051684126, none},
              1e-14);  // ln 1, 11, 101
}

TEST(LogShift, takes_a_shift) {
  expect_near(treated(log_shift{.shift = 0}, {1, 10}), {0, 2.302585092994046}, 1e-15);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              treated(log_shift{.shift = 1}, {-1, 10});
            }),
            "indicators/x: the smallest value -1 plus the shift 1 has no logarithm; choose a larger shift, or none");
  EXPECT_EQ(refused<qx::data_error>([] {
              treated(log_shift{}, {4, 4});
            }),
            "indicators/x: log_shift needs at least two distinct values, found one (4); remove the indicator, or treat "
            "it only "
            "where it is skewed");
}

TEST(LogShift, may_be_for_skewed_columns_only) {
  const log_shift where_needed{.when = when::skewed};
  EXPECT_EQ(fitted_map(where_needed, {1, 2, 3, 4}), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(where_needed, {4, 4}), any_map(qx::maps::affine{}));
  EXPECT_EQ(fitted_map(where_needed, with_outliers(500, 900)), fitted_map(log_shift{}, with_outliers(500, 900)));
}

// Case box_cox: by hand, from the formula
TEST(BoxCox, takes_a_power) {
  expect_near(treated(box_cox{.lambda = 2}, {1, 3, none}), {0, 4, none}, 1e-14);
  expect_near(treated(box_cox{.lambda = 0.5, .shift = 1}, {0, 8}), {0, 4}, 1e-14);
  expect_near(treated(box_cox{.lambda = 0}, {1, 10}), {0, 2.302585092994046}, 1e-15);
  // (x^p - 1) / p for p = 1e-6: ln x + p (ln x)^2 / 2 + ...
  expect_near(treated(box_cox{.lambda = 1e-6}, {10}), {2.302585092994046 + 2.650949055239199e-6}, 1e-11);
}

// Case box_cox: the likelihood on a grid of powers
TEST(BoxCox, finds_the_likeliest_power) {
  const auto power_of = [](const std::vector<double>& x) {
    return fitted_map(box_cox{}, x).as<qx::maps::box_cox>()->lambda;
  };
  EXPECT_NEAR(power_of({2, 3, 5, 8, 13, 40}), -0.277212691, 1e-6);              // maximised by ternary search
  EXPECT_NEAR(power_of({0.125, 0.5, 1, 2, 8}), 0, 1e-6);                        // logarithms symmetric about 0
  EXPECT_NEAR(power_of({2e5, 3e5, 5e5, 8e5, 13e5, 40e5}), -0.277212691, 1e-6);  // no matter in what unit
}

TEST(BoxCox, refuses_values_without_a_logarithm) {
  EXPECT_EQ(refused<qx::numeric_error>([] {
              treated(box_cox{}, {0, 10});
            }),
            "indicators/x: box_cox needs values above 0, found 0; choose a larger shift");
  EXPECT_EQ(
      refused<qx::data_error>([] {
        treated(box_cox{}, {4, 4});
      }),
      "indicators/x: box_cox needs at least two distinct values, found one (4); remove the indicator, or treat it only "
      "where it is skewed");
  std::vector<double> later{-2};
  EXPECT_EQ(refused<qx::numeric_error>([&] {
              qx::scale{.map = fitted_map(box_cox{.shift = 1}, {0, 10})}.apply(later, later);
            }),
            "box_cox needs values above -1, found -2; choose a larger shift");
}

// Case clip: by hand
TEST(Clip, keeps_values_within_given_limits) {
  expect_near(treated(clip{.low = 0, .high = 18}, {-3, 12, 23, none}), {0, 12, 18, none}, 0);
  expect_near(treated(clip{.high = 18}, {-3, 23}), {-3, 18}, 0);
  EXPECT_EQ(refused<qx::spec_error>([] { (clip{.low = 5, .high = 5}.check(qx::path("prepare.0"))); }),
            "prepare.0: low (5) must be below high (5)");
}

}  // namespace
