// Imputations from a model of all indicators: regressions and the normal distribution.
#include <cmath>

#include "impute/support.hpp"
#include "quindex/impute/expectation_maximisation.hpp"
#include "quindex/impute/iterative.hpp"
#include "quindex/impute/regression.hpp"
#include "quindex/impute/stochastic_regression.hpp"

namespace {

using namespace trial;
using namespace quindex::impute;
using gaps::frame;

// Among the first four units b has the regression 1.5 + 0.8 a on a: means 2.5 and 3.5, S_ab = 4, S_aa = 5, S_bb = 5.
const frame monotone({{1, 2, 3, 4, 5, 9}, {2, 3, 5, 4, none, none}});

// Case expectation_maximisation: finds the closed form for monotone gaps
// With monotone gaps the likelihood factors (Anderson 1957): a alone gives its mean and variance, the complete units
// the regression of b on a. Mean of b: 3.5 + 0.8 (4 − 2.5) = 4.7; with var a = 40/6 the covariance is 0.8 · 40/6, and
// var b = (5 − 0.8 · 4)/4 + 0.8² · 40/6.
TEST(ExpectationMaximisation, finds_the_closed_form_for_monotone_gaps) {
  const quindex::fills::normal found = expectation_maximisation{.tolerance = 1e-11}.fit(monotone.seen());
  EXPECT_NEAR(found.means[0].second, 4, 1e-9);
  EXPECT_NEAR(found.means[1].second, 4.7, 1e-8);
  EXPECT_NEAR(found.covariance[0][0], 40.0 / 6, 1e-9);
  EXPECT_NEAR(found.covariance[1][0], 0.8 * 40 / 6, 1e-8);
  EXPECT_NEAR(found.covariance[1][1], 0.45 + 0.64 * 40 / 6, 1e-8);
}

TEST(ExpectationMaximisation, fills_in_what_the_regression_expects) {
  expect_near(gaps::imputed(expectation_maximisation{.tolerance = 1e-11}, monotone)[1], {2, 3, 5, 4, 5.5, 8.7}, 1e-8);
}

// Without gaps the most likely parameters are mean and covariance with divisor n.
TEST(ExpectationMaximisation, of_a_complete_table_is_mean_and_covariance) {
  const auto found = expectation_maximisation{}.fit(frame({{1, 2, 3, 6}, {2, 1, 5, 4}}).seen());
  EXPECT_NEAR(found.means[0].second, 3, 1e-12);
  EXPECT_NEAR(found.covariance[0][0], 14.0 / 4, 1e-12);
  EXPECT_NEAR(found.covariance[0][1], 7.0 / 4, 1e-12);  // (−2)(−1) + (−1)(−2) + 0 · 2 + 3 · 1, the means being 3
}

TEST(ExpectationMaximisation, says_how_far_it_got_when_it_does_not_converge) {
  const std::string text =
      refused<qx::numeric_error>([] { (void)expectation_maximisation{.rounds = 2}.fit(monotone.seen()); });
  EXPECT_EQ(
      text.rfind("prepare.0: expectation-maximisation has not converged after 2 rounds; the last one still moved a "
                 "mean or covariance by 0.",
                 0),
      0U)
      << text;
}

TEST(ExpectationMaximisation, fills_a_constant_with_itself_and_learns_nothing_from_it) {
  const gaps::columns found = gaps::imputed(expectation_maximisation{}, frame({{7, 7, none, 7}, {1, none, 3, 5}}));
  expect_near(found[0], {7, 7, 7, 7});
  EXPECT_NEAR(found[1][1], 3, 1e-9);
}

TEST(ExpectationMaximisation, gives_a_unit_without_any_value_the_means) {
  const gaps::columns found = gaps::imputed(expectation_maximisation{}, frame({{1, 3, none, 2}, {2, 6, none, 4.5}}));
  EXPECT_NEAR(found[0][2], 2, 1e-6);
}

TEST(ExpectationMaximisation, has_its_ridge_in_units) {
  // Two units, z = ±1 for both: with a ridge of 2 the correlation of 1 becomes (2 · 1 + 0) / (2 + 2).
  const auto found = expectation_maximisation{.ridge = 2}.fit(frame({{1, 3}, {10, 30}}).seen());
  EXPECT_NEAR(found.covariance[0][1], 0.5 * 1 * 10, 1e-9);
  EXPECT_NEAR(found.covariance[0][0], 1, 1e-9);
}

// Case regression: predicts by the complete units
TEST(Regression, predicts_by_the_complete_units) {
  expect_near(gaps::imputed(regression{}, monotone)[1], {2, 3, 5, 4, 5.5, 8.7});
}

// c = 1 + 2 a − b without error: any gap is found exactly, whichever indicator has it.
TEST(Regression, has_one_equation_for_each_pattern) {
  const gaps::columns found =
      gaps::imputed(regression{}, frame({{1, 2, 3, 5, 0, none, 4}, {4, 1, 0, 2, 2, 3, none}, {-1, 4, 7, 9, -1, 8, 3}}));
  EXPECT_NEAR(found[0][5], 5, 1e-9);
  EXPECT_NEAR(found[1][6], 6, 1e-9);
}

TEST(Regression, needs_more_complete_units_than_indicators) {
  EXPECT_EQ(
      refused<qx::data_error>([] {
        (void)regression{}.fit(frame({{1, 2, 3, none}, {2, 3, 5, 4}}).seen());
      }),
      "prepare.0: 3 units have a value of all 2 indicators; regress on fewer indicators, so that 4 units or more are "
      "complete, or use expectation_maximisation");
}

TEST(Regression, refuses_an_indicator_without_values) {
  EXPECT_EQ(refused<qx::data_error>([] {
              (void)regression{}.fit(frame({{1, 2}, {none, none}}).seen());
            }),
            "indicators/b: all values are missing; remove the indicator, or impute it from another source");
}

// Case stochastic_regression: scatters like the residuals (4000 units like the fifth one)
// 4000 units like the fifth one: what is drawn has mean 5.5 and the residual variance (5 − 0.8 · 4)/3 = 0.6. Five
// standard errors are not left by chance, and the numbers are always the same.
TEST(StochasticRegression, scatters_like_the_residuals) {
  frame many = monotone;
  constexpr std::size_t extra = 4000;
  for (std::size_t i = 0; i < extra; ++i) {
    many.x[0].push_back(5);
    many.x[1].push_back(none);
    many.units.push_back("v" + std::to_string(i));
  }
  const std::vector<double> b = gaps::imputed(stochastic_regression{}, many)[1];
  double sum = 0;
  double squares = 0;
  for (std::size_t i = 6; i < b.size(); ++i) sum += b[i] - 5.5, squares += (b[i] - 5.5) * (b[i] - 5.5);
  EXPECT_NEAR(sum / extra, 0, 5 * std::sqrt(0.6 / extra));
  EXPECT_NEAR(squares / extra, 0.6, 5 * 0.6 * std::sqrt(2.0 / extra));
}

TEST(StochasticRegression, draws_by_seed_unit_and_indicator_whatever_else_is_in_the_table) {
  const auto fill = stochastic_regression{}.fit(monotone.seen());
  const double alone = gaps::filled(fill, frame({{9}, {none}}, {"u5"}))[1][0];
  EXPECT_EQ(gaps::filled(fill, monotone)[1][5], alone);
  EXPECT_NE(gaps::filled(fill, frame({{9}, {none}}, {"u6"}))[1][0], alone);
  EXPECT_NE(gaps::filled(fill, monotone, {.seed = 2})[1][5], alone);
  EXPECT_EQ(gaps::filled(fill, monotone, {.seed = 1})[1][5], alone);
  EXPECT_NE(gaps::filled(fill, monotone, {.seed = 1, .replicate = 1})[1][5], alone);
}

// Case iterative: is the regression where one indicator has gaps
TEST(Iterative, is_the_regression_where_one_indicator_has_gaps) {
  expect_near(gaps::imputed(iterative{.ridge = 0}, monotone)[1], {2, 3, 5, 4, 5.5, 8.7}, 1e-9);
}

struct line {
  double intercept, slope;
};
/// Least squares of y on x over the rows where `seen` has a value.
line least_squares(const std::vector<double>& y, const std::vector<double>& x, const std::vector<double>& seen) {
  double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (std::isnan(seen[i])) continue;
    n += 1, sx += x[i], sy += y[i], sxx += x[i] * x[i], sxy += x[i] * y[i];
  }
  const double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  return {(sy - slope * sx) / n, slope};
}

TEST(Iterative, ends_where_every_gap_is_what_the_others_predict) {
  const frame data({{1, 2, 3, none, 5, 9, none}, {2, 3, none, 4, none, 8, 7}});
  const gaps::columns found = gaps::imputed(iterative{.tolerance = 1e-12, .ridge = 0}, data);
  const line a = least_squares(found[0], found[1], data.x[0]);
  const line b = least_squares(found[1], found[0], data.x[1]);
  for (const std::size_t i : {3U, 6U}) EXPECT_NEAR(found[0][i], a.intercept + a.slope * found[1][i], 1e-9);
  for (const std::size_t i : {2U, 4U}) EXPECT_NEAR(found[1][i], b.intercept + b.slope * found[0][i], 1e-9);
}

TEST(Iterative, solves_for_all_gaps_of_a_unit_together) {
  const quindex::fills::equations fill{.intercepts = {{"a", 1}, {"b", 2}}, .coefficients = {{0, 0.5}, {0.25, 0}}};
  // a = 1 + b/2 and b = 2 + a/4 meet at a = 16/7, b = 18/7.
  const gaps::columns found = gaps::filled(fill, frame({{none, none}, {none, 4}}));
  EXPECT_NEAR(found[0][0], 16.0 / 7, 1e-12);
  EXPECT_NEAR(found[1][0], 18.0 / 7, 1e-12);
  EXPECT_NEAR(found[0][1], 3, 1e-12);
}

TEST(Iterative, refuses_an_indicator_that_too_few_units_have) {
  // Four coefficients on four units: the fit is exact, and its predictions are anything.
  const frame few({{7, 9, 13, 8, none, 11, 12}, {1, 4, 2, 8, 5, 7, 3}, {3, 1, 4, 1, 5, 9, 2}, {2, 7, 1, 8, 2, 8, 4}});
  EXPECT_NO_THROW((void)iterative{}.fit(few.seen()));  // six units for four indicators
  frame fewer = few;
  fewer.x[0][5] = none;
  EXPECT_EQ(refused<qx::data_error>([&] { (void)iterative{}.fit(fewer.seen()); }),
            "indicators/a: 5 units have a value, too few for a regression on 3 other indicators; impute fewer "
            "indicators together, so that 6 units or more have a value of each, or use expectation_maximisation");
  // A constant is no predictor, and without gaps there is nothing to fill.
  fewer.x[3].assign(7, 2.0);
  EXPECT_NO_THROW((void)iterative{}.fit(fewer.seen()));
  EXPECT_NO_THROW((void)iterative{}.fit(frame({{1, 2, 4}, {2, 3, 1}}).seen()));
}

TEST(Iterative, says_how_far_it_got_when_it_does_not_settle) {
  const frame data({{1, 2, 3, none, 5, 9, none}, {2, 3, none, 4, none, 8, 7}});
  EXPECT_EQ(
      refused<qx::numeric_error>([&] {
        (void)iterative{.rounds = 1}.fit(data.seen());
      }).rfind("prepare.0: the regressions have not settled after 1 rounds; the last one still moved a value by ", 0),
      0U);
}

TEST(JointFill, needs_the_indicators_it_was_fitted_to) {
  const auto fill = regression{}.fit(monotone.seen());
  EXPECT_EQ(
      refused<qx::spec_error>([&] {
        (void)gaps::filled(fill, frame({{1, none}}));
      }),
      "prepare.0: the fitted imputation needs 'b', which the step is not for; let the step be for the indicators it "
      "was fitted to");
}

TEST(JointFill, reads_what_it_writes) {
  for (const qx::joint_fill& fill :
       {qx::joint_fill(regression{}.fit(monotone.seen())), qx::joint_fill(iterative{}.fit(monotone.seen()))})
    EXPECT_EQ(qx::joint_fill::read(fill.write(), qx::path("fill")), fill);
}

TEST(JointFill, is_checked) {
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)qx::joint_fill::read(qx::joint_fill(qx::fills::normal{{{"a", 1.0}}, {}}).write(), qx::path("fill"));
            }),
            "fill.covariance: there are 0 lists; expected 1, one for each indicator");
  EXPECT_EQ(refused<qx::spec_error>([] {
              qx::fills::normal{{{"a", 1.0}, {"b", 1.0}}, {{1, 2}, {3, 1}}}.check(qx::path("fill"));
            }),
            "fill.covariance.1: the covariances with 'a' differ: 3 and 2; write both alike");
}

}  // namespace
