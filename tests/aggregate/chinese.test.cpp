// Methods customary in Chinese studies: the rank-sum ratio and fuzzy comprehensive evaluation.
#include <gtest/gtest.h>

#include "decision.hpp"
#include "quindex/aggregate/fuzzy_evaluation.hpp"
#include "quindex/aggregate/fuzzy_main_factor.hpp"
#include "quindex/aggregate/rank_sum_ratio.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;

// Ten hospitals by three indicators, the last two worse when high; ratios and fitted values printed to three decimals
// in the book on mathematical models at zhjx19.github.io/mathmodels-book, chapter on the rank-sum ratio, as is the
// regression: ratio = -0.60855 + 0.22169 probit.
const decision hospitals{{{99.54, 60.27, 16.15},
                          {96.52, 59.67, 20.1},
                          {99.36, 43.91, 15.6},
                          {92.83, 58.99, 17.04},
                          {91.71, 35.4, 15.01},
                          {95.35, 44.71, 13.93},
                          {96.09, 49.81, 17.43},
                          {99.27, 31.69, 13.89},
                          {94.76, 22.91, 19.87},
                          {84.8, 81.49, 23.63}},
                         {1, 1, 1},
                         {1, -1, -1}};
const std::vector<double> ratios{0.6, 0.4, 0.767, 0.4, 0.6, 0.667, 0.5, 0.9, 0.567, 0.1};
const std::vector<double> fits{0.585, 0.35, 0.784, 0.35, 0.585, 0.686, 0.444, 0.934, 0.5, 0.216};

// Case rank_sum_ratio: reproduces ten hospitals
TEST(RankSumRatio, reproduces_ten_hospitals) {
  expect_near(scores_of(rank_sum_ratio{}, hospitals), ratios, 6e-4);
  expect_near(measure_of(rank_sum_ratio{}, hospitals, "fitted"), fits, 6e-4);
  expect_near(scores_of(rank_sum_ratio{.fitted = true}, hospitals), fits, 6e-4);
  const std::vector<double> probit = measure_of(rank_sum_ratio{}, hospitals, "probit");
  const std::vector<double> fitted = measure_of(rank_sum_ratio{}, hospitals, "fitted");
  const double slope = (fitted[7] - fitted[9]) / (probit[7] - probit[9]);
  EXPECT_NEAR(slope, 0.22169, 6e-6);
  EXPECT_NEAR(fitted[7] - slope * probit[7], -0.60855, 6e-6);
}

TEST(RankSumRatio, has_the_probits_of_tables) {
  // Shares 0.1, 0.25, 0.4, 0.5, 0.65, 0.8, 0.9 and 0.975; standard normal quantiles to ten digits.
  const std::vector<double> z{0.3853204664,  -0.6744897502, 1.2815515655,
                              -0.6744897502, 0.3853204664,  0.8416212336,
                              -0.2533471031, 1.9599639845,  0,
                              -1.2815515655};
  std::vector<double> found = measure_of(rank_sum_ratio{}, hospitals, "probit");
  for (double& p : found) p -= 5;
  expect_near(found, z, 1e-9);
  // one tie-free criterion of 300 units: shares 1/300, 2/300 and 1 - 1/1200, beyond the central formula
  decision many{{}, {1}};
  for (int i = 1; i <= 300; ++i) many.rows.push_back({static_cast<double>(i)});
  found = measure_of(rank_sum_ratio{}, many, "probit");
  EXPECT_NEAR(found[0] - 5, -2.7130518885, 1e-9);
  EXPECT_NEAR(found[1] - 5, -2.4747396492, 1e-9);
  EXPECT_NEAR(found[299] - 5, 3.1439802871, 1e-9);
}

TEST(RankSumRatio, puts_units_into_bands) {
  // Three bands cut at probits 4 and 6: only 0.9 and 0.975 are above 6, only 0.1 is below 4.
  EXPECT_EQ(measure_of(rank_sum_ratio{}, hospitals, "band"), (std::vector<double>{2, 2, 1, 2, 2, 2, 2, 1, 2, 3}));
  EXPECT_EQ(measure_of(rank_sum_ratio{.bands = 4}, hospitals, "band"),
            (std::vector<double>{2, 3, 2, 3, 2, 2, 3, 1, 2, 3}));
  EXPECT_EQ(measure_of(rank_sum_ratio{.bands = 5}, hospitals, "band"),
            (std::vector<double>{3, 4, 2, 4, 3, 2, 3, 1, 3, 4}));
}

TEST(RankSumRatio, can_keep_distances) {
  const rank_sum_ratio method{.form = rank_form::non_integer};
  expect_near(scores_of(method, {{{1, 9}, {2, 8}, {5, 5}}, {0.5, 0.5}, {1, -1}}), {1 / 3.0, (1 + 2 * 0.25) / 3, 1},
              1e-15);
}

TEST(RankSumRatio, has_no_regression_without_two_ratios) {
  const decision same{{{3}, {3}}, {1}};
  EXPECT_EQ(scores_of(rank_sum_ratio{.fitted = true}, same), (std::vector<double>{0.75, 0.75}));
  EXPECT_TRUE(std::isnan(measure_of(rank_sum_ratio{}, same, "fitted")[0]));
  EXPECT_TRUE(std::isnan(measure_of(rank_sum_ratio{}, same, "band")[1]));
}

/// A worked composition: weights 0.3, 0.3, 0.3, 0.1, memberships of four criteria in three grades.
std::vector<double> composed(fuzzy::operators by) {
  const std::vector<double> w{0.3, 0.3, 0.3, 0.1};
  const std::vector<std::vector<double>> r{{0.8, 0.7, 0.6, 0.7}, {0.1, 0.2, 0.2, 0.1}, {0.1, 0.1, 0.2, 0.2}};
  std::vector<double> out;
  for (const auto& grade : r) {
    out.push_back(0);
    for (std::size_t j = 0; j < w.size(); ++j) out.back() = fuzzy::composed(by, out.back(), w[j], grade[j]);
  }
  return out;
}

// Case fuzzy_evaluation: composes by four operators
// The first is printed in the same book, chapter on fuzzy evaluation, and scores 82 with grades worth 90, 75 and 50;
// the others follow by hand.
TEST(FuzzyEvaluation, composes_by_four_operators) {
  const std::vector<double> b = composed(fuzzy::operators::product_sum);
  expect_near(b, {0.70, 0.16, 0.14}, 1e-15);
  EXPECT_NEAR(90 * b[0] + 75 * b[1] + 50 * b[2], 82, 1e-12);
  expect_near(composed(fuzzy::operators::minimum_maximum), {0.3, 0.2, 0.2}, 1e-15);
  expect_near(composed(fuzzy::operators::product_maximum), {0.24, 0.06, 0.06}, 1e-15);
  expect_near(composed(fuzzy::operators::minimum_sum), {1, 0.6, 0.5}, 1e-15);
}

TEST(FuzzyEvaluation, shares_values_between_neighbouring_grades) {
  // 70 is half grade 1, half grade 2; the cost 3 is half grade 2, half grade 3; 10 is below all grades
  const fuzzy_evaluation method{.grades = {50, 75, 90}, .thresholds = {{"c1", {60, 80, 100}}, {"c2", {8, 4, 2}}}};
  const decision d{{{70, 3}, {10, 1}}, {0.6, 0.4}, {1, -1}};
  expect_near(measure_of(method, d, "grade_1"), {0.3, 0.6}, 1e-15);
  expect_near(measure_of(method, d, "grade_2"), {0.5, 0}, 1e-15);
  expect_near(measure_of(method, d, "grade_3"), {0.2, 0.4}, 1e-15);
  EXPECT_EQ(measure_of(method, d, "grade"), (std::vector<double>{2, 1}));
  expect_near(scores_of(method, d), {0.3 * 50 + 0.5 * 75 + 0.2 * 90, 0.6 * 50 + 0.4 * 90}, 1e-12);
}

// Case fuzzy_main_factor: lets heavy criteria decide
// Weights 0.6 and 0.4, memberships (0.5, 0.5, 0) and (0, 0.5, 0.5): (0.5, 0.5, 0.4), (0.3, 0.3, 0.2), (0.5, 0.9, 0.4).
TEST(FuzzyMainFactor, lets_heavy_criteria_decide) {
  const decision d{{{70, 3}, {60, 8}}, {0.6, 0.4}, {1, -1}};
  const auto score = [&](main_factor by) {
    return scores_of(
        fuzzy_main_factor{
            .grades = {50, 75, 90}, .thresholds = {{"c1", {60, 80, 100}}, {"c2", {8, 4, 2}}}, .compose_by = by},
        d)[0];
  };
  EXPECT_NEAR(score(main_factor::minimum_maximum), (25 + 37.5 + 36) / 1.4, 1e-12);
  EXPECT_NEAR(score(main_factor::product_maximum), (15 + 22.5 + 18) / 0.8, 1e-12);
  EXPECT_NEAR(score(main_factor::minimum_sum), (25 + 67.5 + 36) / 1.8, 1e-12);
}

TEST(FuzzyEvaluation, spreads_grades_over_the_units_where_there_are_no_thresholds) {
  expect_near(scores_of(fuzzy_evaluation{}, {{{4, 10}, {6, 30}, {8, 20}}, {0.5, 0.5}, {1, -1}}), {50, 25, 75}, 1e-12);
}

TEST(FuzzyEvaluation, refuses_grades_and_thresholds_that_make_no_sense) {
  const qx::path where("aggregate");
  const auto refusal = [&](const fuzzy_evaluation& method) {
    return refused<qx::spec_error>([&] { method.check(where); });
  };
  EXPECT_EQ(refusal({.grades = {1}}), "aggregate.grades: there are 1; give two or more");
  EXPECT_EQ(refusal({.grades = {1, 1}}), "aggregate.grades: 1 is not above 1; give the worst grade first");
  EXPECT_EQ(refusal({.grades = {1, 2}, .thresholds = {{"c1", {3}}}}),
            "aggregate.thresholds.c1: there are 1 thresholds for 2 grades; give one for each");
  EXPECT_EQ(refusal({.grades = {1, 2, 3}, .thresholds = {{"c1", {3, 5, 4}}}}),
            "aggregate.thresholds.c1: 5 is followed by 4; thresholds go one way, from the worst grade to the best");
  EXPECT_EQ(refused_value<qx::spec_error>(fuzzy_evaluation{.grades = {1, 2}, .thresholds = {{"c1", {5, 3}}}}, 4),
            "groups/index.thresholds.c1: they fall although high is good; give them from the worst grade to the best");
}

TEST(ChineseMethods, are_sound_at_the_edges) {
  expect_sound_at_the_edges(rank_sum_ratio{});
  expect_sound_at_the_edges(rank_sum_ratio{.form = rank_form::non_integer, .fitted = true});
  expect_sound_at_the_edges(fuzzy_evaluation{});
  for (const auto by : {main_factor::minimum_maximum, main_factor::product_maximum, main_factor::minimum_sum})
    expect_sound_at_the_edges(fuzzy_main_factor{.compose_by = by});
}

}  // namespace
