// Methods that look at the ends of what was observed, and at its mean.
#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;

// Case min_max: by hand
TEST(MinMax, maps_the_observed_range) {
  expect_near(scores(min_max{}, {10, 20, 25, 30, none}), {0, 50, 75, 100, none}, 0);
  expect_near(scores(min_max{.low = 1, .high = 5}, {10, 20, 30}), {1, 3, 5}, 0);
}

TEST(MinMax, turns_round_where_low_is_better) {
  expect_near(scores(min_max{}, {10, 20, 25, 30}, low_is_better()), {100, 50, 25, 0}, 0);
}

TEST(MinMax, measures_the_distance_from_an_optimum) {
  const qx::node ph = qx::indicator("x", qx::direction::optimal_interval(6.5, 7.5));
  expect_near(scores(min_max{}, {6.5, 7, 9, 5, 8.25}, ph), {100, 100, 0, 0, 50}, 0);
  const qx::node never_reached = qx::indicator("x", qx::direction::optimal_point(10));
  expect_near(scores(min_max{}, {12, 14}, never_reached), {50, 0}, 0);
}

TEST(MinMax, scores_other_tables_by_the_range_it_was_fitted_to) {
  expect_near(applied(fitted(min_max{}, {10, 30}), {0, 20, 40}), {-50, 50, 150}, 0);
}

TEST(MinMax, refuses_what_has_no_range) {
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(min_max{}, {7, 7, none});
            }),
            "indicators/x: min_max needs at least two distinct values, found one (7); remove the indicator, or give it "
            "goalposts and a method that uses them");
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(min_max{}, {none, none});
            }),
            "indicators/x: all values are missing; remove the indicator, or impute it from another source");
  EXPECT_EQ(refused<qx::spec_error>([] { (min_max{.low = 100, .high = 1}.check(qx::path("normalise"))); }),
            "normalise: low (100) must be below high (1)");
}

TEST(MinMax, takes_values_that_differ_by_rounding_only_as_one) {
  // Quotients that are all 0.1 on paper.
  const std::vector<double> x{0.1 / 1, 0.3 / 3, 0.7 / 7, 0.6 / 6};
  ASSERT_NE(x[0], x[1]);
  const auto message = [](const std::string& method) {
    return "indicators/x: " + method +
           " needs at least two distinct values, found ones that differ by rounding only (about "
           "0.09999999999999999); remove the indicator, or give it goalposts and a method that uses them";
  };
  EXPECT_EQ(refused<qx::data_error>([&] { scores(min_max{}, x); }), message("min_max"));
  EXPECT_EQ(refused<qx::data_error>([&] { scores(z_score{}, x); }), message("z_score"));
  EXPECT_EQ(refused<qx::data_error>([&] { scores(percentile_rank{}, x); }), message("percentile_rank"));
  expect_near(scores(min_max{}, {1e6, 1e6 + 1e-8}), {0, 100}, 0);  // 86 roundings apart
}

// Case z_score: by hand
TEST(ZScore, counts_standard_deviations_from_the_mean) {
  // mean 5; population standard deviation 2
  expect_near(scores(z_score{.ddof = 0}, {2, 4, 4, 4, 5, 5, 7, 9}), {-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2});
  expect_near(scores(z_score{}, {1, 2, 3, none}), {-1, 0, 1, none});
}

TEST(ZScore, has_a_mean_and_a_spread_of_choice) {
  expect_near(scores(z_score{.mean = 50, .sd = 10}, {1, 2, 3}), {40, 50, 60});
  expect_near(scores(z_score{.mean = 50, .sd = 10}, {1, 2, 3}, low_is_better()), {60, 50, 40});
  EXPECT_EQ(z_score{.mean = 50}.mirror(), 100);
}

TEST(ZScore, refuses_deviations_that_are_all_the_same) {
  const qx::node indicator = qx::indicator("x", qx::direction::optimal_point(5));
  EXPECT_EQ(refused<qx::data_error>([&] {
              scores(z_score{}, {2, 8}, indicator);
            }),
            "indicators/x: z_score needs at least two distinct values, found one (3); remove the indicator, or give it "
            "goalposts and a method that uses them");
}

// Case distance_to_best: by hand
TEST(DistanceToBest, is_a_share_of_the_range_or_of_the_best) {
  expect_near(scores(distance_to_best{}, {10, 20, 50}), {0, 25, 100});
  expect_near(scores(distance_to_best{.form = best_form::relative}, {10, 20, 50}), {20, 40, 100});
  // twice the best scores 0, five times the best scores -300
  expect_near(scores(distance_to_best{.form = best_form::relative}, {10, 20, 50}, low_is_better()), {100, 0, -300});
  expect_near(scores(distance_to_best{.form = best_form::relative, .high = 1}, {-10, -5}), {0, 1});
}

TEST(DistanceToBest, refuses_a_best_value_of_nothing) {
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(distance_to_best{.form = best_form::relative}, {0, 5}, low_is_better());
            }),
            "indicators/x: the best value is 0, nothing is relative to it; use the form 'range'");
}

// Case share_of_best: by hand
TEST(ShareOfBest, keeps_proportions) {
  expect_near(scores(share_of_best{}, {0, 20, 50, none}), {0, 40, 100, none});
  expect_near(scores(share_of_best{}, {10, 20, 50}, low_is_better()), {100, 50, 20});
  expect_near(scores(share_of_best{.high = 1}, {7, 7}), {1, 1});
}

TEST(ShareOfBest, needs_a_natural_zero) {
  EXPECT_EQ(refused<qx::numeric_error>([] {
              scores(share_of_best{}, {-1, 20});
            }),
            "indicators/x: share_of_best needs values of 0 or more, found -1; use min_max");
  EXPECT_EQ(refused<qx::numeric_error>([] {
              scores(share_of_best{}, {0, 20}, low_is_better());
            }),
            "indicators/x: share_of_best needs a best value above 0, found 0; use min_max");
  EXPECT_EQ(
      refused<qx::spec_error>([] {
        scores(share_of_best{}, {1, 2}, qx::indicator("x", qx::direction::optimal_point(1)));
      }),
      "indicators/x: share_of_best does not go with an optimum: the best deviation is 0; use min_max or goalposts");
}

}  // namespace
