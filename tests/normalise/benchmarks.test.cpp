// Methods that measure by values from outside the data: goalposts, targets, curves.
#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;

qx::node with_goalposts(double low, double high, qx::direction better = {}) {
  return about({.better = better, .goalposts = {{low, high}}});
}
qx::node with_target(double target, qx::direction better = {}) { return about({.better = better, .target = target}); }

// Case goalposts: by hand
TEST(Goalposts, map_fixed_values_whatever_was_observed) {
  // life expectancy in the Human Development Index: 20 and 85 years
  expect_near(scores(goalposts{}, {72.5, 20, 85, 90, 10}, with_goalposts(20, 85)), {52.5 / 65, 0, 1, 1, 0});
  expect_near(scores(goalposts{.clip = false}, {150, -50}, with_goalposts(0, 100)), {1.5, -0.5});
  expect_near(scores(goalposts{.low = 70, .high = 130}, {5, 0, 10}, with_goalposts(0, 10)), {100, 70, 130});
}

TEST(Goalposts, change_places_where_low_is_better) {
  expect_near(scores(goalposts{}, {0, 25, 100}, with_goalposts(0, 100, qx::direction::worse_when_high)), {1, 0.75, 0});
}

TEST(Goalposts, around_an_optimum_stand_for_the_larger_deviation) {
  const auto acidity = [](double low, double high) {
    return with_goalposts(low, high, qx::direction::optimal_point(7));
  };
  expect_near(scores(goalposts{}, {7, 8.5, 10, 5.5, 4, 3}, acidity(4, 10)), {1, 0.5, 0, 0.5, 0, 0});
  expect_near(scores(goalposts{.high = 100}, {7, 8, 10}, acidity(4, 9)), {100, 200.0 / 3, 0});
  expect_near(scores(goalposts{}, {7, 8.5, 10}, acidity(7, 10)), {1, 0.5, 0});
  expect_near(scores(efficacy{}, {7, 8.5, 10, 4}, acidity(4, 10)), {100, 80, 60, 60});
  expect_near(scores(reference_ideal{}, {7, 8.5, 10, 4}, acidity(4, 10)), {1, 0.5, 0, 0});
  expect_near(scores(distance_to_target{}, {7, 8.5, 10}, acidity(4, 10)), {100, 50, 0});
  const qx::direction interval = qx::direction::optimal_interval(6.5, 8.5);
  expect_near(scores(goalposts{}, {7, 10, 5}, with_goalposts(4.5, 11.5, interval)), {1, 0.5, 0.5});
}

TEST(Goalposts, may_be_logarithms_or_powers) {
  // income in the Human Development Index: (ln 10000 - ln 100) / (ln 75000 - ln 100)
  expect_near(scores(goalposts{.transform = qx::maps::transform::log}, {10000, 50, 100000}, with_goalposts(100, 75000)),
              {0.6956373505726995, 0, 1}, 1e-15);
  expect_near(
      scores(goalposts{.transform = qx::maps::transform::power, .exponent = 0.5}, {25, 100}, with_goalposts(0, 100)),
      {0.5, 1});
}

TEST(Goalposts, refuse_what_they_cannot_measure) {
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(goalposts{}, {1, 2});
            }),
            "indicators/x: goalposts is asked for, the indicator has none; write its goalposts as [low, high]");
  const goalposts logarithmic{.transform = qx::maps::transform::log};
  EXPECT_EQ(refused<qx::numeric_error>([&] {
              scores(logarithmic, {1, 2}, with_goalposts(0, 5));
            }),
            "indicators/x: the goalpost 0 has no logarithm; goalposts have to be above 0");
  const qx::scale income = fitted(logarithmic, {1, 2}, with_goalposts(1, 5));
  EXPECT_EQ(refused<qx::numeric_error>([&] {
              applied(income, {1, -3});
            }),
            "-3 has no logarithm; values have to be above 0");
  const std::vector<double> later{1, none, -3, 0};
  EXPECT_EQ(income.first_refused(later), 2U);
  EXPECT_EQ(
      refused<qx::spec_error>([] { (goalposts{.exponent = 2}.check(qx::path("normalise"))); }),
      "normalise.exponent: 2 is given, the transform is no power; set transform to 'power', or leave the exponent out");
}

// Case efficacy: by hand, 60 and 100 at the two ends
TEST(Efficacy, gives_60_to_the_unacceptable_and_100_to_the_satisfactory_value) {
  expect_near(scores(efficacy{}, {6, 12, 9}, with_goalposts(6, 12)), {60, 100, 80});
  expect_near(scores(efficacy{}, {6, 12, 9}, with_goalposts(6, 12, qx::direction::worse_when_high)), {100, 60, 80});
}

TEST(Efficacy, does_not_cut_off_unless_asked_to) {
  expect_near(scores(efficacy{}, {5.81}, with_goalposts(6, 12)), {58.73333333333333});
  expect_near(scores(efficacy{.clip = true}, {5.81, 13}, with_goalposts(6, 12)), {60, 100});
}

TEST(Efficacy, takes_the_observed_ends_without_goalposts) {
  expect_near(scores(efficacy{.base = 0.1, .gain = 0.9}, {2, 3, 4}), {0.1, 0.55, 1});
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(efficacy{}, {3, 3});
            }),
            "indicators/x: efficacy needs at least two distinct values, found one (3); remove the indicator, or give "
            "it goalposts and a method that uses them");
}

TEST(Efficacy, may_be_exponential) {
  const efficacy curved{.form = efficacy_form::exponential};
  expect_near(scores(curved, {0, 10, 5}, with_goalposts(0, 10)), {60, 100, 77.45966692414834});
  const efficacy from_nothing{.form = efficacy_form::exponential, .base = 0};
  EXPECT_EQ(refused<qx::spec_error>([&] { from_nothing.check(qx::path("normalise")); }),
            "normalise.base: 0 is given, the form is exponential; an exponential curve needs a base above 0");
}

// Case distance_to_target: by hand
TEST(DistanceToTarget, is_the_way_covered_from_the_worst_value) {
  expect_near(scores(distance_to_target{}, {10, 20, 40, none}, with_target(30)), {0, 50, 150, none});
  expect_near(scores(distance_to_target{.clip = true}, {10, 20, 40}, with_target(30)), {0, 50, 100});
  expect_near(scores(distance_to_target{}, {10, 2, 4}, with_target(2, qx::direction::worse_when_high)), {0, 100, 75});
  const qx::node from_goalposts = about({.target = 30, .goalposts = {{0, 100}}});
  expect_near(scores(distance_to_target{}, {10, 20}, from_goalposts), {100.0 / 3, 200.0 / 3});
}

TEST(DistanceToTarget, may_be_a_ratio) {
  const distance_to_target ratio{.form = target_form::ratio};
  expect_near(scores(ratio, {15, 30, 45}, with_target(30)), {50, 100, 150});
  expect_near(scores(ratio, {15, 30, 60}, with_target(30, qx::direction::worse_when_high)), {200, 100, 50});
}

TEST(DistanceToTarget, gives_two_cities_their_shares_of_the_standard) {
  // A textbook's modernisation of two cities against standards (777doc.com, document 4138128). Inputs and shares have
  // one decimal; a share follows its inputs' roundings, up to 0.4 points for 256.4 over 65.4.
  const std::vector<double> standard{7993.3, 28.9, 65.4, 5832, 81.2, 59.2, 164},
      a{12561.1, 36.4, 90.4, 5018, 111.5, 186.3, 240}, b{18353, 50, 256.4, 7277, 139.2, 344.8, 394},
      printed_a{157.1, 126, 138.2, 86, 137.2, 314.6, 146.3}, printed_b{229.6, 173, 392.2, 124.8, 171.3, 582.3, 240.2};
  double mean_a = 0, mean_b = 0;
  for (std::size_t j = 0; j < standard.size(); ++j) {
    const auto share = scores(distance_to_target{.form = target_form::ratio}, {a[j], b[j]}, with_target(standard[j]));
    const auto open = [&](double x) { return 0.05 + 100 * x / standard[j] * (0.05 / x + 0.05 / standard[j]); };
    EXPECT_NEAR(share[0], printed_a[j], open(a[j])) << j;
    EXPECT_NEAR(share[1], printed_b[j], open(b[j])) << j;
    mean_a += share[0] / 7;
    mean_b += share[1] / 7;
  }
  EXPECT_NEAR(mean_a, 157.9, 0.1);  // both means are cut rather than rounded
  EXPECT_NEAR(mean_b, 273.3, 0.1);
}

TEST(DistanceToTarget, is_the_optimum_where_there_is_one) {
  const qx::node ph = qx::indicator("x", qx::direction::optimal_point(7));
  expect_near(scores(distance_to_target{}, {7, 9, 6}, ph), {100, 0, 50});
}

TEST(DistanceToTarget, refuses_targets_that_mean_nothing) {
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(distance_to_target{}, {1, 2});
            }),
            "indicators/x: distance_to_target is asked for, the indicator has no target; write its target");
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(distance_to_target{}, {8, 9}, with_target(7));
            }),
            "indicators/x: the target 7 is not better than the worst value 8; check target and direction, or give the "
            "indicator "
            "goalposts");
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(distance_to_target{.form = target_form::ratio}, {8, 9}, with_target(0));
            }),
            "indicators/x: the target is 0, a ratio needs one above 0; use the form 'range'");
}

// Case piecewise_linear: by hand
TEST(PiecewiseLinear, joins_points_exactly) {
  // an air quality index: 35, 75 and 115 micrograms are worth 50, 100 and 150
  const piecewise_linear air{.points = {{0, 0}, {35, 50}, {75, 100}, {115, 150}}};
  expect_near(scores(air, {35, 55, 115, 200, none}), {50, 75, 150, 150, none}, 0);
  const piecewise_linear on{.points = {{0, 0}, {10, 50}, {20, 60}}, .extend = true};
  expect_near(scores(on, {-1, 25}), {-5, 65}, 1e-12);
  EXPECT_EQ(air.mirror(), 150);
}

TEST(PiecewiseLinear, may_rise_and_fall_but_not_against_the_direction) {
  expect_near(scores(piecewise_linear{.points = {{0, 0}, {5, 100}, {10, 0}}}, {2.5, 7.5}), {50, 50}, 0);
  EXPECT_EQ(
      refused<qx::spec_error>([] {
        scores(piecewise_linear{.points = {{0, 0}, {1, 1}}}, {1, 2}, low_is_better());
      }),
      "indicators/x: the curve only rises with the value, low values are better; turn the scores of the points, or the "
      "indicator's direction");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (piecewise_linear{.points = {{1, 0}, {1, 9}}}.check(qx::path("normalise")));
            }),
            "normalise.points: the value 1 follows 1; values have to ascend");
  EXPECT_EQ(refused<qx::spec_error>([] { piecewise_linear{}.check(qx::path("normalise")); }),
            "normalise.points: a curve needs at least two points, found 0; write pairs [value, score]");
}

// Case categorical_scale: by hand
TEST(CategoricalScale, scores_the_values_it_knows) {
  const categorical_scale stars{.scores = {{1, 0}, {2, 40}, {3, 100}}};
  expect_near(scores(stars, {3, 1, 2, none}), {100, 0, 40, none}, 0);
  EXPECT_EQ(refused<qx::data_error>([&] {
              scores(stars, {1, 4});
            }),
            "4 is none of the categories; there are '1', '2', '3'");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (categorical_scale{.scores = {{1, 0}, {1, 4}}}.check(qx::path("normalise")));
            }),
            "normalise.scores: the value 1 stands twice; keep one of them");
}

// Case identity: the definition
TEST(Identity, keeps_values_and_refuses_to_guess_a_direction) {
  expect_near(scores(identity{}, {3, none, -7}), {3, none, -7}, 0);
  EXPECT_EQ(refused<qx::spec_error>([] {
              scores(identity{}, {1, 2}, low_is_better());
            }),
            "indicators/x: identity keeps values as they are, low ones are better; use min_max, goalposts or "
            "piecewise_linear for "
            "this indicator");
}

// Case fixed: the scale it holds
TEST(Fixed, scores_as_the_scale_it_holds) {
  const qx::scale before = fitted(min_max{}, {10, 30});
  expect_near(scores(fixed{.scale = before}, {20, 40}, low_is_better()), {50, 150}, 0);
}

TEST(Custom, calls_a_function_of_the_users) {
  const custom halved = custom_function("halved", [](qx::column_view x, const qx::node& about) {
    EXPECT_EQ(about.code, "x");
    std::vector<double> out(x.begin(), x.end());
    for (double& v : out) v = std::isnan(v) ? 0 : v / 2;
    return out;
  });
  expect_near(scores(halved, {4, none}), {2, none}, 0);
  EXPECT_EQ(fitted(halved, {4}), fitted(halved, {5}));
  EXPECT_EQ(refused<qx::spec_error>([] { scores(custom{.name = "ours"}, {1}); }),
            "the custom function 'ours' is not there; pass it in `extensions`");
  const auto returns = [](std::vector<double> scores) {
    return custom_function("ours", [scores](qx::column_view, const qx::node&) { return scores; });
  };
  EXPECT_EQ(refused<qx::spec_error>([&] {
              scores(returns({1}), {1, 2});
            }),
            "the custom function 'ours' returned 1 values for 2; return one for each");
  EXPECT_EQ(refused<qx::spec_error>([&] {
              scores(returns({1, HUGE_VAL}), {1, 2});
            }),
            "the custom function 'ours' returned inf for 2; return finite values, or NaN for a missing score");
}

}  // namespace
