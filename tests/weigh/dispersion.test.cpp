// Weights by dispersion: standard deviation, coefficient of variation, angle, Gini coefficient.
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/weigh/angular.hpp"
#include "quindex/weigh/coefficient_of_variation.hpp"
#include "quindex/weigh/gini.hpp"
#include "quindex/weigh/standard_deviation.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::table;
namespace qx = quindex;

const weighing::rows xu{{30, 30, 38, 29}, {19, 54, 86, 29}, {19, 15, 85, 28.9}, {68, 70, 60, 29}};

/// The incomes of R's package ineq 0.2-13, beside the numbers one to five, twice.
const weighing::rows ineq{{541, 1},  {1463, 1}, {2445, 2}, {3438, 2},  {4437, 3},
                          {5401, 3}, {6392, 4}, {8304, 4}, {11904, 5}, {22261, 5}};

// Case standard_deviation: is that of jahan and edwards (Jahan and Edwards (2013), Materials & Design 49, 1000-1008)
TEST(StandardDeviation, is_that_of_jahan_and_edwards) {
  // Jahan and Edwards (2013), Materials & Design 49, 1000-1008: scores from 0 to 1, weights with two decimals.
  const table t({{0, 0, 0},
                 {0.39, 0.3, 0.77},
                 {0.17, 0.36, 0.8},
                 {0.35, 0.29, 0.93},
                 {0.3, 0.4, 0.94},
                 {0.84, 0.71, 1},
                 {1, 1, 0.99}});
  expect_near(standard_deviation{}.fit(t), {0.35, 0.31, 0.34}, 0.006);
}

TEST(StandardDeviation, scales_raw_columns_if_asked) {
  // (1, 2, 3) and (10, 20, 90): deviations 1 and sqrt(1900), after scaling 1/2 and sqrt(1900)/80.
  const table t({{1, 10}, {2, 20}, {3, 90}});
  const double wide = std::sqrt(1900.0);
  expect_near(standard_deviation{}.fit(t), {1 / (1 + wide), wide / (1 + wide)});
  expect_near(standard_deviation{.scale = scaling::min_max}.fit(t),
              {0.5 / (0.5 + wide / 80), wide / 80 / (0.5 + wide / 80)});
}

TEST(StandardDeviation, needs_ddof_only_where_children_miss_different_units) {
  const table whole({{1, 10}, {2, 20}, {3, 90}});
  expect_near(standard_deviation{.ddof = 0}.fit(whole), standard_deviation{}.fit(whole), 1e-15);
  // (0, 2) and (0, 3, 6): squared deviations 2 of 2 units and 18 of 3.
  const table gaps({{0, 0}, {2, 3}, {none, 6}});
  expect_near(standard_deviation{}.fit(gaps), {std::sqrt(2.0) / (std::sqrt(2.0) + 3), 3 / (std::sqrt(2.0) + 3)});
  expect_near(standard_deviation{.ddof = 0}.fit(gaps),
              {1 / (1 + std::sqrt(6.0)), std::sqrt(6.0) / (1 + std::sqrt(6.0))});
  // Complete units alone: (0, 2) and (0, 3).
  expect_near(standard_deviation{.rows = rows_used::complete}.fit(gaps), {0.4, 0.6});
}

// Case coefficient_of_variation: is that of shuai et al (Shuai et al. (2012), CCDC 2012, 3889-3892)
TEST(CoefficientOfVariation, is_that_of_shuai_et_al) {
  // Shuai et al. (2012), CCDC 2012, 3889-3892.
  expect_near(coefficient_of_variation{}.fit(table(xu)), {0.4258, 0.361, 0.2121, 0.0011}, 1e-4);
  // R's ineq 0.2-13: 0.9169581829 (over n) for its incomes; √2 / 3 for one to five, twice.
  const double incomes = 0.9169581829, twice = std::sqrt(2.0) / 3;
  expect_near(coefficient_of_variation{.ddof = 0}.fit(table(ineq)),
              {incomes / (incomes + twice), twice / (incomes + twice)}, 1e-10);
}

TEST(CoefficientOfVariation, refuses_a_mean_of_zero) {
  EXPECT_EQ(refused<qx::data_error>(coefficient_of_variation{}, table({{1, -1}, {2, 1}})),
            "weigh/g/c2: the mean of the scores is 0; coefficient_of_variation divides by it; use standard_deviation");
}

// Case angular: is that of shuai et al (Shuai et al. (2012), CCDC 2012, 3889-3892)
TEST(Angular, is_that_of_shuai_et_al) {
  // Shuai et al. (2012), CCDC 2012, 3889-3892.
  const table t({{30, 30, 38, 29}, {19, 54, 86, 29}, {19, 15, 85, 29.1}, {68, 70, 60, 29}});
  expect_near(angular{}.fit(t), {0.415, 0.3612, 0.2227, 0.0012}, 1e-4);
}

TEST(Angular, is_the_angle_between_vectors) {
  // cos = 6 / sqrt(3 * 14) and 60 / sqrt(3 * 5000).
  const table t({{1, 0}, {2, 10}, {3, 70}});
  const double a = std::acos(6 / std::sqrt(42.0)), b = std::acos(80 / std::sqrt(15000.0));
  expect_near(angular{}.fit(t), {a / (a + b), b / (a + b)});
}

// Case gini: is that of li and chi (Sums of |differences| over all ordered pairs)
TEST(Gini, is_that_of_li_and_chi) {
  // Sums of |differences| over all ordered pairs: 6, 4.4, 8; means 29/6, 5.7, 8; n = 3.
  const double a = 6 / (18 * 29.0 / 6), b = 4.4 / (18 * 5.7), c = 8 / (18 * 8.0);
  expect_near(gini{}.fit(table({{5, 6, 7}, {5.5, 6.1, 8}, {4, 5, 9}})),
              {a / (a + b + c), b / (a + b + c), c / (a + b + c)});
  // The same example as printed with four decimals by pymcdm 1.4.0, tests of weights.
  expect_near(gini{}.fit(table({{5, 6, 7}, {5.5, 6.1, 8}, {4, 5, 9}})), {0.412, 0.2562, 0.3319}, 1e-4);
}

TEST(Gini, weighs_by_coefficients_that_are_known) {
  // Of equal values 0, of one to five 4/15, of one that has all (n - 1) / n.
  expect_near(gini{}.fit(table({{7, 1, 0}, {7, 2, 0}, {7, 3, 0}, {7, 4, 0}, {7, 5, 1}})),
              {0, (4.0 / 15) / (4.0 / 15 + 0.8), 0.8 / (4.0 / 15 + 0.8)}, 1e-15);
  // The example of R's package ineq 0.2-13, ten incomes with 0.4620911303, beside one to five taken twice.
  const double incomes = 0.4620911303, twice = 4.0 / 15;
  expect_near(gini{}.fit(table(ineq)), {incomes / (incomes + twice), twice / (incomes + twice)}, 1e-10);
}

TEST(Gini, refuses_what_lies_below_zero) {
  EXPECT_EQ(refused<qx::data_error>(gini{}, table({{1, -1}, {2, 1}})),
            "weigh/g/c2: a score is -1; gini needs scores of 0 or more; scale the children to such a range first");
}

template <class M>
class Dispersion : public testing::Test {};
using dispersion_methods = testing::Types<standard_deviation, coefficient_of_variation, angular, gini>;
TYPED_TEST_SUITE(Dispersion, dispersion_methods);

TYPED_TEST(Dispersion, gives_a_constant_child_exactly_nothing) {
  expect_near(TypeParam{}.fit(table({{0.1, 1}, {0.1, 2}, {0.1, 4}})), {0, 1}, 0);
  expect_near(TypeParam{}.fit(table({{0, 1}, {0, 2}, {0, 4}})), {0, 1}, 0);
}

TYPED_TEST(Dispersion, refuses_a_group_in_which_nothing_differs) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 2}, {1, 2}})),
            "weigh/g: no child differs from unit to unit, so all weights would be 0; leave the group's weights equal");
}

TYPED_TEST(Dispersion, gives_an_only_child_everything) {
  expect_near(TypeParam{}.fit(table(weighing::only_child)), {1}, 0);
}

TYPED_TEST(Dispersion, refuses_a_single_unit) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, 2}})),
            "weigh/g/c1: 1 unit has a score; " + std::string(TypeParam::info.name) + " needs 2");
  EXPECT_EQ(refused<qx::data_error>(TypeParam{.rows = rows_used::complete}, table({{1, none}, {none, 2}, {3, 4}})),
            "weigh/g: 1 unit has a score for every child; " + std::string(TypeParam::info.name) +
                " needs 2; fill the gaps, or use what there is");
}

TYPED_TEST(Dispersion, refuses_infinity_and_ragged_columns) {
  EXPECT_EQ(refused<qx::data_error>(TypeParam{}, table({{1, INFINITY}, {2, 3}})),
            "weigh/g/c2: unit 1 of 2 has the score inf; give a number, or nothing where there is none");
}

}  // namespace
