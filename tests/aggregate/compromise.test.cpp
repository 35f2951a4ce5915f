// Methods that compare units with the best and the worst: TOPSIS and its modified form, VIKOR, SPOTIS.
#include <cmath>
#include <gtest/gtest.h>

#include "printed_table.hpp"
#include "quindex/aggregate/modified_topsis.hpp"
#include "quindex/aggregate/spotis.hpp"
#include "quindex/aggregate/topsis.hpp"
#include "quindex/aggregate/vikor.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::numeric_error;
using quindex::spec_error;

// Case topsis: ranks the mountains of Opricovic and Tzeng 2004
TEST(Topsis, ranks_the_mountains_of_Opricovic_and_Tzeng_2004) {
  // European Journal of Operational Research 156(2), the mountain climbing example; min-max scaling.
  const printed_table table({{1, 3000}, {2, 3750}, {5, 4500}}, {0.5, 0.5}, {-1, 1});
  expect_close(topsis{.scale = raw_scale::min_max}.scores(table.view()), {0.5, 0.617, 0.5}, 0.0005);
}

TEST(Topsis, scores_the_equipment_of_Ersoy_2021) {
  // LogForum 17(3); two decimals are printed.
  const printed_table table({{256, 8, 41, 1.6, 1.77, 7347.16},
                             {256, 8, 32, 1, 1.8, 6919.99},
                             {256, 8, 53, 1.6, 1.9, 8400},
                             {256, 8, 41, 1, 1.75, 6808.9},
                             {512, 8, 35, 1.6, 1.7, 8479.99},
                             {256, 4, 35, 1.6, 1.7, 7499.99}},
                            {0.405, 0.221, 0.134, 0.199, 0.007, 0.034}, {1, 1, 1, 1, -1, -1});
  expect_close(topsis{}.scores(table.view()), {0.31, 0.25, 0.33, 0.26, 0.86, 0.19}, 0.006);
}

TEST(Topsis, scores_an_example_with_weights_that_do_not_sum_to_1) {
  // The example of the tests of JMcDM 0.8.3, weights 4, 2, 6, 8.
  const printed_table table({{9, 7, 6, 7}, {8, 7, 9, 6}, {7, 8, 6, 6}}, {4, 2, 6, 8});
  expect_close(topsis{}.scores(table.view()), {0.387687, 0.6503238, 0.0834767}, 1e-6);
}

TEST(Topsis, measures_distance_in_other_ways) {
  // Min-max scores of the mountains: (1, 0), (0.75, 0.5), (0, 1), weights one half each.
  const printed_table table({{1, 3000}, {2, 3750}, {5, 4500}}, {0.5, 0.5}, {-1, 1});
  const topsis manhattan{.scale = raw_scale::min_max, .distance = ideal_metric::manhattan};
  expect_close(manhattan.scores(table.view()), {0.5, 0.625, 0.5}, 1e-15);
  expect_close(measured(manhattan, table, "distance_to_best"), {0.5, 0.375, 0.5}, 1e-15);
  const topsis chebyshev{.scale = raw_scale::min_max, .distance = ideal_metric::chebyshev};
  expect_close(chebyshev.scores(table.view()), {0.5, 0.6, 0.5}, 1e-15);  // 0.375 / (0.25 + 0.375)
}

TEST(Topsis, scales_in_other_ways) {
  // Ratios to the best: (1, 2/3), (0.5, 5/6), (0.2, 1); best (1, 1), worst (0.2, 2/3); taxicab distances in sixtieths.
  const printed_table table({{1, 3000}, {2, 3750}, {5, 4500}}, {0.5, 0.5}, {-1, 1});
  const topsis linear{.scale = raw_scale::linear, .distance = ideal_metric::manhattan};
  expect_close(linear.scores(table.view()), {48.0 / 68, 28.0 / 68, 20.0 / 68}, 1e-15);
  // Shares: (1/8, 12/45), (2/8, 15/45), (5/8, 18/45); best (1/8, 18/45), worst (5/8, 12/45); range 1/2 + 6/45.
  const topsis sum{.scale = raw_scale::sum, .distance = ideal_metric::manhattan};
  expect_close(sum.scores(table.view()), {45.0 / 57, 39.75 / 57, 12.0 / 57}, 1e-15);
}

TEST(Topsis, is_in_the_middle_where_there_is_nothing_to_tell) {
  EXPECT_EQ(topsis{}.scores(printed_table({{3, 4}, {3, 4}}, {1, 1}).view()), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(topsis{}.scores(printed_table({{3, 0}}, {1, 1}).view()), std::vector<double>{0.5});
  // A criterion that is the same for all, be it 0, changes nothing.
  expect_close(topsis{}.scores(printed_table({{-3, 0}, {4, 0}, {-3, 0}}, {1, 1}).view()), {0, 1, 0}, 0);
}

TEST(Topsis, names_the_value_that_a_scale_does_not_allow) {
  const printed_table table({{3, 1}, {3, 0}}, {1, 1}, {1, -1});
  EXPECT_EQ(error_of<numeric_error>([&] { (void)topsis{.scale = raw_scale::linear}.scores(table.view()); }),
            "groups/all/u2/c2: topsis needs values above 0, this is 0; normalise to a positive "
            "range, for instance min_max with low = 1");
  const printed_table negative({{3, 1}, {-3, 2}}, {1, 1});
  EXPECT_EQ(error_of<numeric_error>([&] { (void)topsis{.scale = raw_scale::sum}.scores(negative.view()); }),
            "groups/all/u2/c1: topsis needs values of 0 or more, this is -3; normalise to a range that starts at 0, "
            "for instance min_max");
}

// Case modified_topsis: is TOPSIS where weights are equal
TEST(ModifiedTopsis, is_TOPSIS_where_weights_are_equal) {
  const printed_table table({{1, 3000}, {2, 3750}, {5, 4500}}, {0.5, 0.5}, {-1, 1});
  expect_close(modified_topsis{}.scores(table.view()), topsis{}.scores(table.view()), 1e-15);
  expect_close(modified_topsis{.scale = raw_scale::min_max}.scores(table.view()), {0.5, 0.617, 0.5}, 0.0005);
}

TEST(ModifiedTopsis, counts_a_weight_once) {
  // Min-max scores (1, 0), (0.75, 0.5), (0, 1) and weights 0.8 and 0.2. D+^2 = 0.2, 0.8/16 + 0.2/4, 0.8 and
  // D-^2 = 0.8, 0.8 * 9/16 + 0.2/4, 0.2; so the first and last scores are 2/3 and 1/3; those of TOPSIS are 4/5 and 1/5.
  const printed_table table({{1, 3000}, {2, 3750}, {5, 4500}}, {0.8, 0.2}, {-1, 1});
  const modified_topsis method{.scale = raw_scale::min_max};
  const double middle = std::sqrt(0.5) / (std::sqrt(0.1) + std::sqrt(0.5));
  expect_close(method.scores(table.view()), {2.0 / 3, middle, 1.0 / 3}, 1e-15);
  expect_close(measured(method, table, "distance_to_worst"), {std::sqrt(0.8), std::sqrt(0.5), std::sqrt(0.2)}, 1e-15);
}

// Case vikor: finds the compromise of Opricovic and Tzeng 2007
TEST(Vikor, finds_the_compromise_of_Opricovic_and_Tzeng_2007) {
  // European Journal of Operational Research 178(2), hydropower on the Drina, two sets of weights.
  const printed_table equal({{4184.3, 2914, 407.2, 251, 195, 244, 15, 2.41},
                             {5211.9, 3630, 501.7, 308.3, 282, 346, 21, 1.41},
                             {5021.3, 3920.5, 504, 278.6, 12, 56, 3, 4.42},
                             {5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36},
                             {5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04},
                             {4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36}},
                            {0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.125}, {1, -1, 1, 1, -1, -1, -1, 1});
  expect_close(measured(vikor{}, equal, "Q"), {0.991, 1, 0.473, 0.67, 0, 0.578}, 0.0015);
  expect_close(measured(vikor{}, equal, "S"), {0.692, 0.7, 0.29, 0.423, 0.28, 0.346}, 0.0015);
  expect_close(measured(vikor{}, equal, "R"), {0.125, 0.125, 0.121, 0.125, 0.067, 0.125}, 0.0015);
  EXPECT_EQ(ranks_of(vikor{}.scores(equal.view())), (std::vector<int>{5, 6, 2, 4, 1, 3}));
  EXPECT_EQ(measured(vikor{}, equal, "compromise"), (std::vector<double>{0, 0, 0, 0, 1, 0}));
  const printed_table economic({{4184.3, 2914, 407.2, 251, 195, 244, 15, 2.41},
                                {5211.9, 3630, 501.7, 308.3, 282, 346, 21, 1.41},
                                {5021.3, 3920.5, 504, 278.6, 12, 56, 3, 4.42},
                                {5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36},
                                {5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04},
                                {4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36}},
                               {0.16666666666666666, 0.16666666666666666, 0.16666666666666666, 0.16666666666666666,
                                0.08333333333333333, 0.08333333333333333, 0.08333333333333333, 0.08333333333333333},
                               {1, -1, 1, 1, -1, -1, -1, 1});
  expect_close(measured(vikor{}, economic, "Q"), {1, 0.533, 0.552, 0.563, 0, 0.686}, 0.0015);
  expect_close(measured(vikor{}, economic, "S"), {0.701, 0.6, 0.386, 0.365, 0.317, 0.459}, 0.0015);
  expect_close(measured(vikor{}, economic, "R"), {0.167, 0.114, 0.161, 0.167, 0.089, 0.167}, 0.0015);
  EXPECT_EQ(measured(vikor{}, economic, "compromise"), (std::vector<double>{0, 0, 0, 0, 1, 0}));
  EXPECT_EQ(ranks_of(vikor{}.scores(economic.view())), (std::vector<int>{6, 2, 3, 4, 1, 5}));
}

TEST(Vikor, scores_the_table_of_Papathanasiou_and_Ploskas_2018) {
  // Multiple Criteria Decision Aid, Springer, chapter on VIKOR; v = 0.625.
  const printed_table table({{8, 7, 2, 1}, {5, 3, 7, 5}, {7, 5, 6, 4}, {9, 9, 7, 3}, {11, 10, 3, 7}, {6, 9, 5, 4}},
                            {0.4, 0.3, 0.1, 0.2});
  const vikor method{.strategy = 0.625};
  expect_close(measured(method, table, "Q"), {0.64, 1.0, 0.693, 0.271, 0.0, 0.694}, 0.0006);
  expect_close(method.scores(table.view()), {0.36, 0, 0.307, 0.729, 1, 0.306}, 0.0006);
}

TEST(Vikor, scores_the_table_of_Yang_and_Wu_2020) {
  // IEEE Access 8.
  const printed_table table({{78, 56, 34, 6}, {4, 45, 3, 97}, {18, 2, 50, 63}, {9, 14, 11, 92}, {85, 9, 100, 29}},
                            {0.25, 0.25, 0.25, 0.25});
  expect_close(measured(vikor{}, table, "Q"), {0.5679, 0.7667, 1, 0.7493, 0}, 6e-5);
}

TEST(Vikor, scores_an_example_of_eight_criteria) {
  // The example of the tests of JMcDM 0.8.3, which prints two decimals, cut: 0.74 for 0.749.
  const printed_table table({{100, 92, 10, 2, 80, 70, 95, 80},
                             {80, 70, 8, 4, 100, 80, 80, 90},
                             {90, 85, 5, 0, 75, 95, 70, 70},
                             {70, 88, 20, 18, 60, 90, 95, 85}},
                            {0.11, 0.035, 0.379, 0.384, 0.002, 0.002, 0.01, 0.077});
  expect_close(measured(vikor{}, table, "Q"), {0.74, 0.73, 1, 0}, 0.01);
}

TEST(Vikor, widens_the_compromise_where_the_lead_is_small_or_unstable) {
  // S = 0.5, 0.5, 0.45 and R = 0.5, 0.5, 0.3 for shares (1, 0), (0, 1), (0.4, 0.7): the third leads by the most
  // possible, so it stands alone.
  const printed_table clear({{1, 0}, {0, 1}, {0.4, 0.7}}, {1, 1});
  EXPECT_EQ(measured(vikor{}, clear, "compromise"), (std::vector<double>{0, 0, 1}));
  // Four units: a lead of at least 1/3 is needed. S = R = 0.3, 0.35, 0.5, 0.5, so Q = 0, 0.25, 1, 1.
  const printed_table close({{0.4, 0.8}, {0.3, 0.8}, {0, 0.8}, {1, 0}}, {1, 1});
  expect_close(measured(vikor{}, close, "Q"), {0, 0.25, 1, 1}, 1e-12);
  EXPECT_EQ(measured(vikor{}, close, "compromise"), (std::vector<double>{1, 1, 0, 0}));
  // S = 1.05, 1, 1.2, 1, 1 and R = 0.45, 1, 0.4, 1, 1 thirds: the first leads by 0.29, which is more than 1/4, but is
  // first neither by S nor by R; so the second, unit 3, joins it.
  const printed_table unstable({{0.55, 0.55, 0.85}, {0, 1, 1}, {0.6, 0.6, 0.6}, {1, 0, 1}, {1, 1, 0}}, {1, 1, 1});
  const vikor method{.strategy = 0.45};
  expect_close(measured(method, unstable, "Q"), {0.45 / 4 + 0.55 / 12, 0.55, 0.45, 0.55, 0.55}, 1e-12);
  EXPECT_EQ(measured(method, unstable, "compromise"), (std::vector<double>{1, 0, 1, 0, 0}));
}

TEST(Vikor, is_best_for_all_where_there_is_nothing_to_tell) {
  EXPECT_EQ(vikor{}.scores(printed_table({{3, 4}, {3, 4}}, {1, 1}).view()), (std::vector<double>{1, 1}));
  EXPECT_EQ(vikor{}.scores(printed_table({{3}}, {1}).view()), std::vector<double>{1});
  EXPECT_EQ(measured(vikor{}, printed_table({{3}}, {1}), "compromise"), std::vector<double>{1});
  EXPECT_EQ(vikor{}.scores(printed_table({{-3, 0}, {4, 0}, {-3, 0}}, {1, 1}).view()), (std::vector<double>{0, 1, 0}));
}

// Case spotis: scores the examples of Dezert et al 2020
TEST(Spotis, scores_the_examples_of_Dezert_et_al_2020) {
  // FUSION 2020, examples 1 and 2, the second with an expected solution point.
  const printed_table table({{10.5, -3.1, 1.7}, {-4.7, 0, 3.4}, {8.1, 0.3, 1.3}, {3.2, 7.3, -5.3}}, {0.2, 0.3, 0.5},
                            {1, -1, 1});
  const spotis first{.bounds = {{"c1", {-5, 12}}, {"c2", {-6, 10}}, {"c3", {-8, 5}}}};
  expect_close(measured(first, table, "distance"), {0.1989, 0.3705, 0.3063, 0.7491}, 6e-5);
  expect_close(first.scores(table.view()), {0.8011, 0.6295, 0.6937, 0.2509}, 6e-5);
  const printed_table cars(
      {{15000, 4.3, 99, 42, 737}, {15290, 5, 116, 42, 892}, {15350, 5, 114, 45, 952}, {15490, 5.3, 123, 45, 1120}},
      {0.29411764705882354, 0.23529411764705882, 0.23529411764705882, 0.058823529411764705, 0.17647058823529413},
      {-1, -1, -1, 1, 1});
  const spotis second{
      .bounds = {{"c1", {14000, 16000}}, {"c2", {3, 8}}, {"c3", {80, 140}}, {"c4", {35, 60}}, {"c5", {650, 1300}}},
      .expected = {{"c1", 15300}, {"c2", 4}, {"c3", 115}, {"c4", 50}, {"c5", 900}}};
  expect_close(measured(second, cars, "distance"), {0.1841, 0.0734, 0.0842, 0.192}, 2e-4);
}

TEST(Spotis, does_not_depend_on_which_units_there_are) {
  const std::vector<double> both = spotis{}.scores(printed_table({{20, 60}, {90, 10}}, {1, 3}).view());
  EXPECT_EQ(spotis{}.scores(printed_table({{20, 60}}, {1, 3}).view())[0], both[0]);
  expect_close(both, {0.5, 0.3}, 1e-15);  // means of 20 and 60, of 90 and 10, with weights 1 and 3
}

TEST(Spotis, names_what_lies_outside_and_bounds_that_are_none) {
  const printed_table table({{20, 60}, {120, 10}}, {1, 3});
  EXPECT_EQ(error_of<numeric_error>([&] { (void)spotis{}.scores(table.view()); }),
            "groups/all/u2/c1: 120 is outside the bounds 0 and 100; give bounds for 'c1' that hold every value");
  EXPECT_EQ(error_of<spec_error>([&] {
              (void)spotis{.bounds = {{"c3", {0, 1}}}}.scores(table.view());
            }),
            "groups/all.bounds: there is no criterion 'c3'; did you mean 'c1'?");
  EXPECT_EQ(error_of<spec_error>([] { spotis{.low = 5, .high = 5}.check(quindex::path("aggregate")); }),
            "aggregate: the bounds are 5 and 5; the lower bound comes first and is below the upper one");
}

}  // namespace
