// Methods that look at changes and at time.
#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;

// Case cyclical: counts deviations from the mean over time in mean absolute ones (1, 2, 3, 6)
TEST(Cyclical, counts_deviations_from_the_mean_over_time_in_mean_absolute_ones) {
  // 1, 2, 3, 6: mean 3, mean absolute deviation (2 + 1 + 0 + 3) / 4 = 1.5
  expect_near(scores(cyclical{}, {1, 2, none, 3, 6}), {100 - 4.0 / 3, 100 - 2.0 / 3, none, 100, 102});
  expect_near(scores(cyclical{.mean = 0}, {1, 2, 3, 6}, low_is_better()), {4.0 / 3, 2.0 / 3, 0, -2});
  EXPECT_EQ(
      refused<qx::data_error>([] {
        scores(cyclical{}, {4, 4});
      }),
      "indicators/x: cyclical needs at least two distinct values, found one (4); remove the indicator, or give it "
      "goalposts and a method that uses them");
}

// Case annual_difference: is the growth in per cent
TEST(AnnualDifference, is_the_growth_in_per_cent) {
  expect_near(scores(annual_difference{}, {1.05, 0.9, 1, none}), {5, -10, 0, none}, 1e-13);
  expect_near(scores(annual_difference{}, {1.05, 0.9, 1}, low_is_better()), {-5, 10, 0}, 1e-13);
  // 100 ln 2 = 69.31...: a doubling and a halving are opposites
  expect_near(scores(annual_difference{.form = change_scale::logarithm}, {2, 0.5}),
              {69.31471805599453, -69.31471805599453}, 1e-13);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              scores(annual_difference{.form = change_scale::logarithm}, {2, 0});
            }),
            "0 has no logarithm; values have to be above 0");
  EXPECT_EQ(
      refused<qx::spec_error>(
          [] { scores(annual_difference{}, {1}, qx::indicator("x", qx::direction::optimal_point(7))); }),
      "indicators/x: annual_difference looks at changes, the indicator has an optimum; say whether a rise is better "
      "('high') or worse ('low')");
}

// Case balance_of_opinions: is the share of better less the share of worse
TEST(BalanceOfOpinions, is_the_share_of_better_less_the_share_of_worse) {
  // OECD glossary of business and consumer surveys: of 200 answers 40 say better, 60 the same, 100 worse: -30
  std::vector<double> answers(40, 1);
  answers.insert(answers.end(), 60, 0);
  answers.insert(answers.end(), 100, -1);
  double balance = 0;
  for (const double z : scores(balance_of_opinions{}, answers)) balance += z / 200;
  EXPECT_NEAR(balance, -30, 1e-12);
}

TEST(BalanceOfOpinions, looks_at_the_sign_of_changes_only) {
  expect_near(scores(balance_of_opinions{}, {0.001, -7, 0, -0.0, 5e-324, none}), {100, -100, 0, 0, 100, none}, 0);
  expect_near(scores(balance_of_opinions{.threshold = 0.5, .high = 1}, {0.5, -0.5, 0.6, -0.6}), {0, 0, 1, -1}, 0);
  expect_near(scores(balance_of_opinions{}, {2, -2}, low_is_better()), {-100, 100}, 0);
  expect_near(scores(balance_of_opinions{}, {3}), {100}, 0);
}

// Case time_distance: is the time by which the reference is ahead (OECD and JRC (2008), box 8)
TEST(TimeDistance, is_the_time_by_which_the_reference_is_ahead) {
  // OECD and JRC (2008), box 8: women's life expectancy reached 75 years in Sweden in 1960, in the United Kingdom in
  // 1970
  const std::vector<std::pair<double, double>> sweden{{1950, 72}, {1960, 75}, {1970, 77}};
  const time_distance behind{.series = sweden, .at = 1970};
  expect_near(scores(behind, {75, 76, 77, none}), {-10, -5, 0, none}, 1e-12);
  expect_near(scores(time_distance{.series = sweden}, {75, 73.5}), {1960, 1955}, 1e-12);
}

TEST(TimeDistance, ends_with_the_series_unless_its_lines_go_on) {
  const time_distance level{.series = {{2000, 10}, {2010, 20}}};
  expect_near(scores(level, {5, 25}), {2000, 2010}, 0);
  time_distance on = level;
  on.extend = true;
  expect_near(scores(on, {5, 25}), {1995, 2015}, 1e-12);
  expect_near(scores(time_distance{.series = {{2000, 40}, {2010, 20}}, .at = 2010}, {40, 30, 20}, low_is_better()),
              {-10, -5, 0}, 1e-12);
}

TEST(TimeDistance, needs_one_time_for_each_level) {
  EXPECT_EQ(refused<qx::spec_error>([] { time_distance{}.check(qx::path("normalise")); }),
            "normalise.series: the reference needs at least two points, found 0; write pairs [time, level]");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (time_distance{.series = {{2010, 1}, {2000, 2}}}.check(qx::path("normalise")));
            }),
            "normalise.series: the time 2000 follows 2010; times have to ascend");
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(time_distance{.series = {{2000, 1}, {2010, 3}, {2020, 2}}}, {1, 2});
            }),
            "indicators/x: the reference is at 2 at the time 2020, no better than before (3); leave out the times at "
            "which it fell back, so that each level has one time");
}

}  // namespace
