// Methods that keep outliers from taking the scale for themselves.
#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;

// Case robust_z: is not moved by outliers (median 3, median absolute deviation 1; quartiles 2 and 4)
TEST(RobustZ, is_not_moved_by_outliers) {
  // median 3, median absolute deviation 1; quartiles 2 and 4
  const double unit = 1.482602218505602;
  const std::vector<double> expected{-2 / unit, -1 / unit, none, 0, 1 / unit, 97 / unit};
  const std::vector<double> x{1, 2, none, 3, 4, 100};
  expect_near(scores(robust_z{}, x), expected);
  expect_near(scores(robust_z{.spread = robust_spread::interquartile_range}, x), expected);
  expect_near(scores(robust_z{.as_normal = false, .mean = 50, .sd = 10}, x, low_is_better()),
              {70, 60, none, 50, 40, -920});
  expect_near(scores(robust_z{.spread = robust_spread::interquartile_range, .as_normal = false}, x),
              {-1, -0.5, none, 0, 0.5, 48.5});
}

TEST(RobustZ, says_when_too_many_values_are_equal) {
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(robust_z{}, {0, 0, 0, 0, 9});
            }),
            "indicators/x: robust_z: half of the values or more equal the median 0, the median deviation is 0; use the "
            "interquartile range, z_score or rank");
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(robust_z{.spread = robust_spread::interquartile_range}, {0, 0, 0, 0, 9});
            }),
            "indicators/x: robust_z: both quartiles are 0, the interquartile range is 0; use z_score or rank");
  EXPECT_EQ(
      refused<qx::data_error>([] { scores(robust_z{}, {5}); }),
      "indicators/x: robust_z needs at least two distinct values, found one (5); remove the indicator, or give it "
      "goalposts and a method that uses them");
}

// Case logistic: bends z scores into its range (mean 4, deviation sqrt(50 / 4): 100 / (1 + exp(-z)) in 30 digits)
TEST(Logistic, bends_z_scores_into_its_range) {
  // mean 4, deviation sqrt(50 / 4): 100 / (1 + exp(-z)) in 30 digits
  expect_near(scores(logistic{}, {1, 2, 3, 4, 10, none}),
              {29.97417054096626, 36.22329853874055, 42.97569854495890, 50, 84.51498763094969, none}, 1e-12);
  expect_near(scores(logistic{.low = 1, .high = 0 + 2}, {1, 10}, low_is_better()),
              {1.669761549326567, 1.330238450673433}, 1e-12);
}

TEST(Logistic, may_take_the_median_for_the_middle) {
  // median 3, median absolute deviation 1, which is 1.4826... deviations of a normal distribution
  expect_near(scores(logistic{.centre = logistic_centre::median}, {1, 2, 3, 4, 10}),
              {20.60372610766291, 33.74922407484907, 50, 66.25077592515093, 99.11760998486380}, 1e-12);
}

TEST(Logistic, never_leaves_its_range_however_far_out_a_value_is) {
  const qx::scale curve = fitted(logistic{.steepness = 5}, {1, 2, 3});
  expect_near(applied(curve, {-1e308, 1e308, 2, none}), {0, 100, 50, none}, 1e-12);
  EXPECT_EQ(refused<qx::spec_error>([] { (logistic{.low = 5, .high = 5}.check(qx::path("normalise"))); }),
            "normalise: low (5) must be below high (5)");
}

}  // namespace
