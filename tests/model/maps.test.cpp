#include "quindex/model/maps.hpp"

#include <gtest/gtest.h>

#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::maps;
using quindex::describe::value;

TEST(Affine, is_a_straight_line) {
  const affine line{.origin = 10, .range = 20, .base = 1, .span = 4};
  expect_near(applied({.map = line}, {10, 30, 20, 50, none}), {1, 5, 3, 9, none}, 0);
  expect_near(applied({.map = affine{}}, {3.25, -7e300}), {3.25, -7e300}, 0);
}

TEST(Affine, may_be_cut_off_at_both_ends) {
  const affine falling{.origin = 0, .range = 10, .base = 100, .span = -100, .clip = true};
  expect_near(applied({.map = falling}, {-5, 5, 15}), {100, 50, 0}, 0);
}

TEST(Affine, takes_logarithms_and_powers_first) {
  expect_near(applied({.map = affine{.before = transform::log}}, {1, 10}), {0, 2.302585092994046}, 1e-15);
  expect_near(applied({.map = affine{.before = transform::power, .exponent = -1}}, {4, none}), {0.25, none}, 0);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              applied({.map = affine{.before = transform::log}}, {1, 0});
            }),
            "0 has no logarithm; values have to be above 0");
  EXPECT_EQ(
      refused<qx::numeric_error>([] { applied({.map = affine{.before = transform::power, .exponent = 0.5}}, {-1}); }),
      "-1 has no power; values must not be below 0");
}

TEST(Exponential, grows_by_its_rate_over_its_range) {
  const exponential curve{.origin = 2, .range = 10, .base = 60, .rate = 0.5108256237659907};  // ln(5/3)
  expect_near(applied({.map = curve}, {2, 12, 22, none}), {60, 100, 500.0 / 3, none});
  exponential cut = curve;
  cut.clip = true;
  expect_near(applied({.map = cut}, {-8, 22}), {60, 100});
}

TEST(PiecewiseLinear, hits_its_points_and_stays_level_outside) {
  const piecewise_linear curve{.points = {{0, 0}, {0.1, 0.3}, {0.7, 0.9}}};
  expect_near(applied({.map = curve}, {0, 0.1, 0.7, -1, 2, 0.05}), {0, 0.3, 0.9, 0, 0.9, 0.15}, 1e-16);
  expect_near(applied({.map = piecewise_linear{.points = {{5, 42}}, .extend = true}}, {1, 9}), {42, 42}, 0);
}

TEST(Clamp, lets_missing_values_pass) {
  expect_near(applied({.map = clamp{0, 1}}, {-1, 0.5, none, 2}), {0, 0.5, none, 1}, 0);
}

TEST(BoxCox, joins_the_logarithm_smoothly) {
  for (const double lambda : {1e-3, 4.4e-4, 1e-5, -1e-4}) {
    const double exact = std::expm1(lambda * std::log(9.5)) / lambda;
    expect_near(applied({.map = box_cox{.lambda = lambda, .shift = 0.5}}, {9}), {exact}, 1e-12);
  }
}

TEST(BoxCox, is_0_at_its_reference) {
  expect_near(applied({.map = box_cox{.lambda = -1, .reference = 2}}, {1, 2, 4, none}), {-0.5, 0, 0.25, none}, 1e-15);
  expect_near(applied({.map = box_cox{.lambda = 0, .shift = 1, .reference = 2}}, {1, 3}), {0, std::log(2)}, 1e-15);
  // 1e60 to the power of -5 beside 1e3 to it, where exp(-5 ln 1e57) is far below all numbers, and the other way round.
  expect_near(applied({.map = box_cox{.lambda = -5, .reference = 1e3}}, {1e90}), {2e-16}, 1e-28);
  EXPECT_NEAR(applied({.map = box_cox{.lambda = -5, .reference = 1e90}}, {1e3})[0] / -2e-16, 1, 1e-12);
}

TEST(PiecewiseLinear, gives_many_values_among_many_points_the_scores_they_get_one_by_one) {
  piecewise_linear curve;
  for (int k = 0; k < 20000; ++k) curve.points.emplace_back(k, k % 7);
  std::vector<double> x;
  for (int i = 0; i < 20000; ++i) x.push_back(i % 11 == 0 ? none : (i * 7919 % 21000) - 500 + 0.25 * (i % 4));
  for (const bool extend : {false, true}) {
    curve.extend = extend;
    const std::vector<double> together = applied({.map = curve}, x);
    std::vector<double> apart;
    for (const double v : x) apart.push_back(applied({.map = curve}, {v})[0]);
    expect_near(together, apart, 0);
    curve.apply(x, x);
    expect_near(x, apart, 0);
  }
}

TEST(KeepBetween, takes_values_beyond_the_limits_away) {
  expect_near(applied({.map = keep_between{0, 1}}, {-1, 0, 0.5, 1, 2, none}), {none, 0, 0.5, 1, none, none}, 0);
}

TEST(Logarithm, is_that_of_a_straight_line) {
  expect_near(applied({.map = logarithm{.slope = 2, .shift = 4, .factor = 3}}, {3, -1.5, none}),
              {3 * 2.302585092994046, 0, none}, 1e-14);
  expect_near(applied({.map = logarithm{.slope = -1, .shift = 11, .factor = -1}}, {1, 10}), {-2.302585092994046, 0},
              1e-14);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              applied({.map = logarithm{.slope = 2, .shift = 4}}, {3, -2});
            }),
            "-2 has no logarithm after 2 x + 4; choose a larger shift");
}

TEST(Logistic, tends_to_both_ends) {
  const logistic curve{.origin = 5, .range = 2, .base = 10, .span = 80};
  // 10 + 80 / (1 + 1 / 3) at 5 + 2 ln 3
  expect_near(applied({.map = curve}, {5, 5 + 2 * 1.0986122886681098, -1e300, 1e300, none}), {50, 70, 10, 90, none},
              1e-13);
}

TEST(Logit, is_the_logarithm_of_the_odds) {
  expect_near(applied({.map = logit{}}, {0.1, 0.5, 0.75, none}), {-2.1972245773362196, 0, 1.0986122886681098, none},
              1e-14);
  expect_near(applied({.map = logit{.high = 100, .margin = 10}}, {0, 10, 97}),
              {-2.1972245773362196, -2.1972245773362196, 2.1972245773362196}, 1e-14);
  EXPECT_EQ(refused<qx::numeric_error>([] {
              applied({.map = logit{}}, {0.5, 1});
            }),
            "logit needs values between 0 and 1, found 1; choose other bounds, or a margin");
}

TEST(YeoJohnson, bends_both_sides_of_0) {
  // 2 (sqrt(x + 1) - 1), and -2/3 ((1 - x)^1.5 - 1) below 0
  expect_near(applied({.map = yeo_johnson{.lambda = 0.5}}, {-3, -1, 0, 3, 8, none}),
              {-14.0 / 3, -1.218951416497460, 0, 2, 4, none}, 1e-14);
  expect_near(applied({.map = yeo_johnson{.lambda = 1}}, {-3.5, 1e-12, 7}), {-3.5, 1e-12, 7}, 1e-14);
  expect_near(applied({.map = yeo_johnson{.lambda = 0}}, {9}), {2.302585092994046}, 1e-15);
  expect_near(applied({.map = yeo_johnson{.lambda = 2}}, {-9}), {-2.302585092994046}, 1e-15);
  expect_near(applied({.map = yeo_johnson{.lambda = 0}}, {1e-12}), {1e-12}, 1e-24);
  // Less its value at the reference, on either side of 0: 2 (sqrt(x + 1) - 1) is 2 at 3, and -14/3 at -3.
  expect_near(applied({.map = yeo_johnson{.lambda = 0.5, .reference = 3}}, {-3, 0, 3, 8, none}),
              {-14.0 / 3 - 2, -2, 0, 2, none}, 1e-14);
  expect_near(applied({.map = yeo_johnson{.lambda = 0.5, .reference = -3}}, {-3, 0, 3, -3 - 1e-9}),
              {0, 14.0 / 3, 14.0 / 3 + 2, -2e-9}, 1e-14);
}

TEST(Scale, scores_the_distance_from_an_optimum) {
  const qx::scale ph{.optimum = {{6.5, 7.5}}, .map = affine{.origin = 2, .range = -2, .span = 100}};
  expect_near(applied(ph, {7, 6.5, 8.5, 5.5, 9.5, none}), {100, 100, 50, 50, 0, none}, 0);
}

TEST(Scale, may_write_over_its_input) {
  std::vector<double> x{1, 2, none};
  qx::scale{.optimum = {{2, 2}}, .map = affine{.before = transform::power, .exponent = 2}}.apply(x, x);
  expect_near(x, {1, 0, none}, 0);
}

TEST(Scale, says_which_value_it_refuses) {
  const qx::scale logarithm{.map = affine{.before = transform::log}};
  EXPECT_EQ(logarithm.first_refused(std::vector<double>({none, 3, 0})), 2U);
  EXPECT_EQ(logarithm.first_refused(std::vector<double>({none, 3})), std::nullopt);
  const qx::scale known{.map = categories{{{1, 5}}}};
  EXPECT_EQ(known.first_refused(std::vector<double>({1, 2})), 1U);
}

TEST(Scale, is_the_same_after_writing_and_reading) {
  const auto same = [](const qx::scale& scale) {
    using codec = qx::describe::codec<qx::scale>;
    EXPECT_EQ(codec::read(codec::write(scale), qx::path("scale"), {}, {}), scale) << scale.map.name();
  };
  same(
      {.optimum = {{6.5, 7.5}}, .map = affine{.before = transform::power, .exponent = 0.5, .range = -3, .clip = true}});
  same({.map = exponential{.rate = 0.51}});
  same({.map = piecewise_linear{{{0, 1}, {2, 3}}, true}});
  same({.map = categories{{{1, 5}, {2, 7}}}});
  same({.map = clamp{.low = 3}});
  same({.map = box_cox{.lambda = 0.5, .shift = 1}});
  same({.map = box_cox{.lambda = -5, .shift = 1, .reference = 1000}});
  same({.map = yeo_johnson{.lambda = -5, .reference = 1000}});
}

TEST(Maps, refuse_parameters_that_make_no_map) {
  const auto text = [](const value& map) {
    return refused<qx::spec_error>([&] { (void)qx::any_map::read(map, qx::path("map")); });
  };
  EXPECT_EQ(text(value::object{{"method", "affine"}, {"range", 0}}),
            "map.range: the range is 0; expected a number other than 0");
  EXPECT_EQ(text(value::object{{"method", "clamp"}, {"low", 2}, {"high", 1}}),
            "map: low (2) must not be above high (1)");
  EXPECT_EQ(text("piecewise_linear"), "map.points: there are no points; give at least one");
  EXPECT_EQ(text("categories"), "map.scores: there are no categories; give at least one");
  EXPECT_EQ(text(value::object{{"method", "custom"}, {"name", "ours"}}),
            "map.method: 'ours' is custom; pass it in `extensions`");
}

}  // namespace
