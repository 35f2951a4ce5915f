// Transformations: the forms of the logarithm, Yeo-Johnson, and the log-odds of shares.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/treat/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::treat;
using qx::any_map;

const std::string code = "x";

any_map fitted_map(const auto& method, const std::vector<double>& x) { return method.fit(column{x, &code}); }
std::vector<double> treated(const auto& method, const std::vector<double>& x) {
  qx::scale fitted;
  fitted.map = fitted_map(method, x);
  return applied(fitted, x);
}

TEST(LogShift, has_the_forms_of_coinr) {
  // range 200, a hundredth of it 2
  const std::vector<double> x{5, 25, none, 205};
  expect_near(treated(log_shift{}, x), {std::log(2), std::log(22), none, std::log(202)}, 1e-14);
  expect_near(treated(log_shift{.form = log_form::log_ct_orig}, x), {0, std::log(21), none, std::log(201)}, 1e-14);
  expect_near(treated(log_shift{.form = log_form::log_gii}, x), {0, std::log(21.4), none, std::log(205)}, 1e-14);
}

TEST(LogShift, draws_in_the_tail_that_is_long) {
  const log_shift either{.form = log_form::log_ct_plus};
  expect_near(treated(either, {5, 25, 205}), treated(log_shift{}, {5, 25, 205}), 0);
  expect_near(treated(either, {-205, -25, -5}), {-std::log(202), -std::log(22), -std::log(2)}, 1e-14);
  // no skewness counts as none above 0, as in COINr
  expect_near(treated(either, {1, 2, 3}), {-std::log(2.02), -std::log(1.02), -std::log(0.02)}, 1e-13);
}

TEST(LogShift, refuses_a_shift_of_its_own_beside_a_form_and_small_values_for_the_innovation_index) {
  EXPECT_EQ(
      refused<qx::spec_error>([] { (log_shift{.shift = 1, .form = log_form::log_gii}.check(qx::path("prepare.0"))); }),
      "prepare.0.shift: 1 is given, the form takes its own from the data; leave out the shift or the form");
  EXPECT_EQ(
      refused<qx::numeric_error>([] {
        treated(log_shift{.form = log_form::log_gii}, {0, 0.5});
      }),
      "indicators/x: log_gii needs a largest value above 1, found 0.5; choose another form, or measure in smaller "
      "units");
}

TEST(YeoJohnson, takes_a_power) {
  // 2 (sqrt(x + 1) - 1), and -2/3 ((1 - x)^1.5 - 1) below 0
  expect_near(treated(yeo_johnson{.lambda = 0.5}, {-3, 0, 3, none}), {-14.0 / 3, 0, 2, none}, 1e-14);
  expect_near(treated(yeo_johnson{.lambda = 1}, {-3, 0, 3}), {-3, 0, 3}, 1e-14);
}

// Case yeo_johnson: finds the likeliest power
TEST(YeoJohnson, finds_the_likeliest_power) {
  const auto power_of = [](const std::vector<double>& x) {
    return fitted_map(yeo_johnson{}, x).as<qx::maps::yeo_johnson>()->lambda;
  };
  // the likelihood of Yeo and Johnson, equation 3.1, maximised by ternary search in 30 digits
  EXPECT_NEAR(power_of({2, 3, 5, 8, 13, 40}), -0.424192489744523, 1e-6);
  EXPECT_NEAR(power_of({-3, -1, 0, 1, none, 2, 7, 30}), 0.362882938637357, 1e-6);
  EXPECT_NEAR(power_of({-40, -13, -8, -5, -3, -2}), 2.424192489744523, 1e-6);  // x turned round is 2 - lambda
  EXPECT_TRUE(std::isfinite(power_of({0, 1e-9, 1e40})));
}

TEST(YeoJohnson, says_nothing_about_a_constant) {
  EXPECT_EQ(
      refused<qx::data_error>([] {
        treated(yeo_johnson{}, {4, 4});
      }),
      "indicators/x: yeo_johnson needs at least two distinct values, found one (4); remove the indicator, or treat "
      "it only where it is skewed");
  expect_near(treated(yeo_johnson{.lambda = 0}, {0, 0}), {0, 0}, 0);
}

TEST(BoxCox, is_yeo_johnson_of_values_one_smaller) {
  const std::vector<double> x{2, 3, 5, 8, 13, 40};
  std::vector<double> shifted = x;
  for (double& v : shifted) v -= 1;
  EXPECT_NEAR(fitted_map(box_cox{}, x).as<qx::maps::box_cox>()->lambda,
              fitted_map(yeo_johnson{}, shifted).as<qx::maps::yeo_johnson>()->lambda, 1e-6);
}

/// Scores from 0 to 100 over what a treatment leaves.
std::vector<double> spread_of(const auto& method, const std::vector<double>& x) {
  std::vector<double> y = treated(method, x);
  const auto [low, high] = std::minmax_element(y.begin(), y.end());
  const double first = *low;
  const double range = *high - *low;
  for (double& v : y) v = 100 * (v - first) / range;
  return y;
}
/// Powers of -5 of these are about 1e-15: one less them has no digit of theirs.
const std::vector<double> close_together{1010, 1012, 1013, 1015, 1020, 1022, 1040};

TEST(BoxCox, keeps_the_digits_of_powers_much_smaller_than_1) {
  // (x^-5 - 1) / -5 in fractions, spread over 0 to 100.
  const std::vector<double> exact{
      0, 7.2293109611657576, 10.811936517080508, 17.913861684532822, 35.30598951883755, 42.120730113363194, 100};
  expect_near(spread_of(box_cox{}, close_together), exact, 1e-6);  // as good as lambda -5 is found
  expect_near(spread_of(box_cox{.lambda = -5}, close_together), exact, 1e-10);
  const any_map fitted = fitted_map(box_cox{.lambda = -5}, close_together);
  EXPECT_NEAR(fitted.as<qx::maps::box_cox>()->reference, 1018.8, 0.1);  // the geometric mean
  EXPECT_EQ(fitted_map(box_cox{.lambda = -1}, close_together), any_map(qx::maps::box_cox{.lambda = -1}));
}

TEST(YeoJohnson, keeps_the_digits_of_powers_much_smaller_than_1) {
  const std::vector<double> exact{
      0, 7.2287465720802135, 10.811123936064126, 17.912619226562054, 35.3040467434873, 42.11865102520465, 100};
  expect_near(spread_of(yeo_johnson{.lambda = -5}, close_together), exact, 1e-10);
  std::vector<double> turned = close_together;
  for (double& v : turned) v = -v;
  std::vector<double> other = spread_of(yeo_johnson{.lambda = 7}, turned);
  for (double& v : other) v = 100 - v;
  expect_near(other, exact, 1e-10);
  // Values on both sides of 0 and a power that hides nothing are left to the ordinary formula.
  EXPECT_EQ(fitted_map(yeo_johnson{.lambda = -5}, {-1, 1000, 1010}), any_map(qx::maps::yeo_johnson{.lambda = -5}));
  EXPECT_EQ(fitted_map(yeo_johnson{.lambda = 0.5}, close_together), any_map(qx::maps::yeo_johnson{.lambda = 0.5}));
}

TEST(BoxCox, remarks_on_a_power_at_the_end_of_the_search) {
  const auto remarks = [](const auto& method, const std::vector<double>& x) {
    return method.remarks(fitted_map(method, x));
  };
  EXPECT_EQ(remarks(box_cox{}, close_together),
            std::vector<std::string>{"box_cox is most likely at the end of its search, lambda -5: one outlier may "
                                     "decide it; look at the column, or give lambda"});
  EXPECT_EQ(remarks(yeo_johnson{}, close_together),
            std::vector<std::string>{"yeo_johnson is most likely at the end of its search, lambda -5: one outlier may "
                                     "decide it; look at the column, or give lambda"});
  EXPECT_TRUE(remarks(box_cox{.lambda = -5}, close_together).empty());
  EXPECT_TRUE(remarks(box_cox{}, {2, 3, 5, 8, 13, 40}).empty());
  EXPECT_TRUE(remarks(box_cox{.when = when::skewed}, {1, 2, 3, 4}).empty());
}

// Case logit: is the logarithm of the odds
TEST(Logit, is_the_logarithm_of_the_odds) {
  expect_near(treated(logit{}, {0.1, 0.5, 0.75, none}), {-std::log(9), 0, std::log(3), none}, 1e-14);
  expect_near(treated(logit{.high = 100}, {10, 50, 75}), {-std::log(9), 0, std::log(3)}, 1e-14);
}

TEST(Logit, squeezes_shares_where_one_is_nothing_or_all) {
  // (x (n - 1) + 1/2) / n for n = 5: 0.1, 0.5 and 0.9
  expect_near(treated(logit{}, {0, 0.5, none, 1, 0.5, 0.5}), {-std::log(9), 0, none, std::log(9), 0, 0}, 1e-14);
}

TEST(Logit, may_keep_shares_a_margin_away_or_refuse_them) {
  expect_near(treated(logit{.high = 100, .edges = share_edges::margin, .margin = 0.1}, {0, 5, 10, 50, 100}),
              {-std::log(9), -std::log(9), -std::log(9), 0, std::log(9)}, 1e-14);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              treated(logit{.edges = share_edges::refuse}, {0.5, 1});
            }),
            "indicators/x: logit needs values between 0 and 1, found 1; give the bounds as low and high (0 and 100 for "
            "percentages), or choose other edges");
  EXPECT_EQ(
      refused<qx::numeric_error>([] {
        treated(logit{}, {0.5, 1.2});
      }),
      "indicators/x: logit needs values between 0 and 1, found 1.2; give the bounds as low and high (0 and 100 for "
      "percentages), or choose other edges");
  EXPECT_EQ(refused<qx::numeric_error>([] { treated(logit{}, {1}); }),
            "indicators/x: logit needs values between 0 and 1, found 1; give the bounds as low and high (0 and 100 for "
            "percentages), or choose other edges");
  EXPECT_EQ(refused<qx::spec_error>([] { (logit{.low = 1, .high = 1}.check(qx::path("prepare.0"))); }),
            "prepare.0: low (1) must be below high (1)");
  EXPECT_EQ(
      refused<qx::spec_error>([] { (logit{.edges = share_edges::margin, .margin = 0}.check(qx::path("prepare.0"))); }),
      "prepare.0.margin: 0 keeps nothing away from the bounds; choose a margin above 0");
}

}  // namespace
