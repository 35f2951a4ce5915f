// Methods that divide by the size of a column, and their non-linear kin.
#include <array>
#include <cmath>

#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;

/// Mean years of schooling in the technology achievement index: OECD and JRC (2008), table A.2.
const std::vector<double> schooling{10,  12,  11.4, 9.5, 10.8, 9.4, 9.4, 11.6, 10.9, 7.1, 10.2, 11.9,
                                    9.4, 9.3, 11.7, 8.4, 7.9,  9.6, 7.3, 7.2,  9.5,  9.1, 7.1};

std::string refusal(const auto& method, const std::vector<double>& x, const qx::node& indicator = about()) {
  try {
    (void)scores(method, x, indicator);
  } catch (const qx::error& e) {
    return e.what();
  }
  return "nothing was refused";
}

// Case vector: divides by the euclidean length
TEST(Vector, divides_by_the_euclidean_length) {
  expect_near(scores(vector{}, {3, none, 4}), {0.6, none, 0.8}, 1e-15);
  expect_near(scores(vector{}, {3, 4}, low_is_better()), {0.4, 0.2}, 1e-15);
  expect_near(scores(vector{.cost = cost_form::negative, .high = 100}, {3, 4}, low_is_better()), {-60, -80}, 1e-13);
  // 1/3 and 1/4 have the length 5/12
  expect_near(scores(vector{.cost = cost_form::reciprocal}, {3, 4}, low_is_better()), {0.8, 0.6}, 1e-15);
  expect_near(scores(vector{}, {-3, 4}), {-0.6, 0.8}, 1e-15);
}

TEST(Vector, adds_up_to_the_ratio_system_of_moora) {
  // Kracka, Brauers and Zavadskas (2010), Inzinerine Ekonomika 21(4): heating losses of a building
  const std::vector<std::vector<double>> losses{
      {33.95, 38.9, 37.59, 30.44, 36.21, 37.8},    {23.78, 4.17, 9.36, 37.59, 14.79, 8.55},
      {11.45, 6.32, 8.23, 13.91, 9.17, 7.97},      {39.97, 0.01, 4.35, 74.08, 17.77, 2.35},
      {29.44, 4.29, 10.22, 45.1, 17.06, 9.25},     {167.1, 132.52, 136.71, 198.34, 148.3, 134.83},
      {3.852, 25.184, 10.845, 2.186, 6.61, 11.935}};
  const std::array<bool, 7> is_cost{true, true, true, true, false, true, false};
  std::vector<double> ratio(6, 0);
  for (std::size_t j = 0; j < 7; ++j) {
    const std::vector<double> z =
        scores(vector{.cost = cost_form::negative}, losses[j], is_cost[j] ? low_is_better() : about());
    for (std::size_t i = 0; i < 6; ++i) ratio[i] += z[i];
  }
  expect_near(ratio, {-1.62447867, -0.25233889, -0.84635037, -2.23363519, -1.18698242, -0.77456208}, 1e-8);
}

TEST(Vector, takes_very_large_and_small_numbers_and_no_column_of_zeros) {
  expect_near(scores(vector{}, {3e200, 4e200}), {0.6, 0.8}, 1e-15);
  expect_near(scores(vector{}, {3e-200, 4e-200}), {0.6, 0.8}, 1e-15);
  expect_near(scores(vector{}, {5}), {1}, 0);
  expect_near(scores(vector{}, {7, 7, 7, 7}), {0.5, 0.5, 0.5, 0.5}, 1e-15);
  EXPECT_EQ(refusal(vector{}, {0, 0}),
            "indicators/x: vector divides by 0 here; use min_max or z_score, or measure in other units");
  EXPECT_EQ(refusal(vector{.cost = cost_form::reciprocal}, {1, 0}, low_is_better()),
            "indicators/x: vector needs values above 0, found 0; use min_max or z_score");
}

// Case sum: makes shares that add up
TEST(Sum, makes_shares_that_add_up) {
  expect_near(scores(sum{}, {1, 3, none, 4}), {0.125, 0.375, none, 0.5}, 0);
  // 1, 1/2 and 1/4 add up to 7/4
  expect_near(scores(sum{}, {1, 2, 4}, low_is_better()), {4.0 / 7, 2.0 / 7, 1.0 / 7}, 1e-15);
  expect_near(scores(sum{.cost = cost_form::complement}, {1, 3}, low_is_better()), {0.75, 0.25}, 0);
  expect_near(scores(sum{.cost = cost_form::negative, .high = 100}, {1, 3}, low_is_better()), {-25, -75}, 0);
  expect_near(scores(sum{}, {8}), {1}, 0);
}

TEST(Sum, refuses_what_is_no_share) {
  EXPECT_EQ(refusal(sum{}, {-1, 3}), "indicators/x: sum needs values of 0 or more, found -1; use min_max or z_score");
  EXPECT_EQ(refusal(sum{}, {0, 0}),
            "indicators/x: sum divides by 0 here; use min_max or z_score, or measure in other units");
  EXPECT_EQ(refusal(sum{}, {0, 1}, low_is_better()),
            "indicators/x: sum needs values above 0, found 0; use min_max or z_score");
  EXPECT_EQ(refusal(sum{}, {6, 8}, qx::indicator("x", qx::direction::optimal_point(7))),
            "indicators/x: sum does not go with an optimum: the best deviation is 0; use min_max or goalposts");
}

// Case max: is the share of the leader (OECD and JRC (2008), table 15)
TEST(Max, is_the_share_of_the_leader) {
  // OECD and JRC (2008), table 15: distance to the best country, printed with two digits
  expect_near(scores(max{}, schooling), {0.83, 1.00, 0.95, 0.79, 0.90, 0.78, 0.78, 0.97, 0.91, 0.59, 0.85, 0.99,
                                         0.78, 0.78, 0.98, 0.70, 0.66, 0.80, 0.61, 0.60, 0.79, 0.76, 0.59},
              0.0051);
}

TEST(Max, has_three_forms_for_costs) {
  const std::vector<double> x{2, 5, 10};
  expect_near(scores(max{}, x, low_is_better()), {0.8, 0.5, 0}, 1e-15);
  expect_near(scores(max{.cost = cost_form::reciprocal}, x, low_is_better()), {1, 0.4, 0.2}, 1e-15);
  expect_near(scores(max{.cost = cost_form::negative}, x, low_is_better()), {-0.2, -0.5, -1}, 1e-15);
  expect_near(scores(max{.high = 100}, {0, 5, 10}), {0, 50, 100}, 0);
  EXPECT_EQ(refusal(max{}, {-1, 3}), "indicators/x: max needs values of 0 or more, found -1; use min_max or z_score");
  EXPECT_EQ(refusal(max{}, {0, 0}),
            "indicators/x: max divides by 0 here; use min_max or z_score, or measure in other units");
}

// Case linear: goes by the names of its authors
TEST(Linear, goes_by_the_names_of_its_authors) {
  const std::vector<double> x{2, 5, 10};
  const auto by = [&](linear_form form, const qx::node& indicator) {
    return scores(linear{.form = form}, x, indicator);
  };
  expect_near(by(linear_form::weitendorf, about()), {0, 0.375, 1}, 0);
  expect_near(by(linear_form::weitendorf, low_is_better()), {1, 0.625, 0}, 0);
  expect_near(by(linear_form::voogd, about()), {0.2, 0.5, 1}, 0);
  expect_near(by(linear_form::voogd, low_is_better()), {0.8, 0.5, 0}, 1e-15);
  expect_near(by(linear_form::stopp, about()), {0.2, 0.5, 1}, 0);
  expect_near(by(linear_form::stopp, low_is_better()), {1, 0.4, 0.2}, 1e-15);
  expect_near(by(linear_form::juttler_korth, about()), {0.2, 0.5, 1}, 0);
  expect_near(by(linear_form::juttler_korth, low_is_better()), {1, -0.5, -3}, 0);
  expect_near(by(linear_form::lai_hwang, about()), {0.25, 0.625, 1.25}, 0);
  expect_near(by(linear_form::lai_hwang, low_is_better()), {-0.25, -0.625, -1.25}, 0);
}

TEST(Linear, is_the_same_as_the_methods_it_names) {
  for (const qx::node& indicator : {about(), low_is_better()}) {
    expect_near(scores(linear{.high = 100}, schooling, indicator), scores(min_max{}, schooling, indicator), 0);
    expect_near(scores(linear{.form = linear_form::voogd}, schooling, indicator), scores(max{}, schooling, indicator),
                0);
    expect_near(scores(linear{.form = linear_form::stopp, .high = 100}, schooling, indicator),
                scores(share_of_best{}, schooling, indicator), 1e-13);
    expect_near(scores(linear{.form = linear_form::juttler_korth}, schooling, indicator),
                scores(zavadskas_turskis{}, schooling, indicator), 0);
  }
}

TEST(Linear, refuses_what_its_form_cannot_take) {
  EXPECT_EQ(refusal(linear{}, {4, 4}),
            "indicators/x: linear needs at least two distinct values, found one (4); remove the indicator, or give it "
            "goalposts and a method that uses them");
  EXPECT_EQ(refusal(linear{.form = linear_form::stopp}, {-4, 4}),
            "indicators/x: linear needs values of 0 or more, found -4; use min_max or z_score");
  EXPECT_EQ(refusal(linear{.form = linear_form::juttler_korth}, {0, 4}, low_is_better()),
            "indicators/x: linear needs values above 0, found 0; use min_max or z_score");
}

// Case zavadskas_turskis: takes off the relative distance to the best (by hand)
TEST(ZavadskasTurskis, takes_off_the_relative_distance_to_the_best) {
  // by hand: 1 - |2 - 10| / 10; costs: 1 - |10 - 2| / 2 = -3
  expect_near(scores(zavadskas_turskis{}, {2, 5, 10, none}), {0.2, 0.5, 1, none}, 1e-15);
  expect_near(scores(zavadskas_turskis{}, {2, 4, 10, none}, low_is_better()), {1, 0, -3, none}, 1e-15);
  expect_near(scores(zavadskas_turskis{}, schooling, low_is_better()),
              scores(distance_to_best{.form = best_form::relative, .high = 1}, schooling, low_is_better()), 1e-15);
  EXPECT_EQ(refusal(zavadskas_turskis{}, {0, 2}, low_is_better()),
            "indicators/x: zavadskas_turskis needs values above 0, found 0; use min_max or z_score");
}

// Case nonlinear: squares benefits and cubes costs
TEST(Nonlinear, squares_benefits_and_cubes_costs) {
  expect_near(scores(nonlinear{}, {2, 5, 10, none}), {0.04, 0.25, 1, none}, 1e-15);
  expect_near(scores(nonlinear{}, {2, 4, 10}, low_is_better()), {1, 0.125, 0.008}, 1e-15);
  expect_near(scores(nonlinear{.benefit_exponent = 1, .cost_exponent = 1, .high = 100}, schooling),
              scores(share_of_best{}, schooling), 1e-12);
  expect_near(scores(nonlinear{}, {0, 4}), {0, 1}, 0);
}

TEST(Nonlinear, refuses_what_has_no_share_of_the_best) {
  EXPECT_EQ(refusal(nonlinear{}, {-2, 5}),
            "indicators/x: nonlinear needs values of 0 or more, found -2; use min_max or z_score");
  EXPECT_EQ(refusal(nonlinear{}, {0, 0}),
            "indicators/x: nonlinear divides by 0, the best value to the power of 2; use min_max, or measure in other "
            "units");
  EXPECT_EQ(refusal(nonlinear{}, {0, 5}, low_is_better()),
            "indicators/x: nonlinear needs values above 0, found 0; use min_max or z_score");
}

// Case logarithmic: shares out the logarithm of the product (ln x over ln 2700 for 3, 5, 9 and 20)
TEST(Logarithmic, shares_out_the_logarithm_of_the_product) {
  // ln x over ln 2700 for 3, 5, 9 and 20; 1 less that, over 3, for costs: in 30 digits
  expect_near(scores(logarithmic{}, {3, 5, none, 9, 20}),
              {0.139047121643951623, 0.203700351340433702, none, 0.278094243287903246, 0.379158283727711429}, 1e-15);
  expect_near(scores(logarithmic{}, {3, 5, none, 9, 20}, low_is_better()),
              {0.286984292785349459, 0.265433216219855433, none, 0.240635252237365585, 0.206947238757429524}, 1e-15);
  expect_near(scores(logarithmic{}, {6, 6}), {0.5, 0.5}, 1e-15);
}

TEST(Logarithmic, refuses_where_it_would_turn_the_order_round) {
  EXPECT_EQ(refusal(logarithmic{}, {0, 5}),
            "indicators/x: logarithmic needs values above 0, found 0; use min_max or z_score");
  EXPECT_EQ(
      refusal(logarithmic{}, {0.5, 2}),
      "indicators/x: logarithmic needs values with a product above 1, its logarithm is 0; measure in smaller units");
  EXPECT_EQ(refusal(logarithmic{}, {5}, low_is_better()),
            "indicators/x: logarithmic shares a cost among the other units, there is only one unit; use min_max with "
            "goalposts");
}

// Case enhanced_accuracy: takes off the share in all distances (2.6, 0.9 and 0 from the best add up to 3.5)
TEST(EnhancedAccuracy, takes_off_the_share_in_all_distances) {
  // 2.6, 0.9 and 0 from the best add up to 3.5
  expect_near(scores(enhanced_accuracy{}, {2.9, 1.2, 0.3}, low_is_better()), {0.9 / 3.5, 2.6 / 3.5, 1}, 1e-15);
  // 0.17, 1.14 and 0 add up to 1.31
  expect_near(scores(enhanced_accuracy{}, {2.31, 1.34, none, 2.48}), {1.14 / 1.31, 0.17 / 1.31, none, 1}, 1e-14);
  expect_near(scores(enhanced_accuracy{.high = 100}, {6, 7, 9}, qx::indicator("x", qx::direction::optimal_point(7))),
              {200.0 / 3, 100, 100.0 / 3}, 1e-13);
  EXPECT_EQ(refusal(enhanced_accuracy{}, {4, 4}),
            "indicators/x: enhanced_accuracy needs at least two distinct values, found one (4); remove the indicator, "
            "or give it goalposts and a method that uses them");
}

}  // namespace
