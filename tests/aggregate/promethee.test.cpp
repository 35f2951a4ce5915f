// PROMETHEE I and II: published flows, all six preference functions, and the sorted sums against the pairs.
#include <cmath>
#include <gtest/gtest.h>

#include "printed_table.hpp"
#include "quindex/aggregate/promethee_1.hpp"
#include "quindex/aggregate/promethee_2.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::spec_error;
using enum preference_function;

// Case promethee_2: ranks the power stations of Brans Vincke and Mareschal 1986
// Case promethee_1: ranks the power stations of Brans Vincke and Mareschal 1986
TEST(Promethee, ranks_the_power_stations_of_Brans_Vincke_and_Mareschal_1986) {
  // European Journal of Operational Research 24(2): one criterion for each of the six functions.
  const printed_table table({{80, 90, 6, 5.4, 8, 5},
                             {65, 58, 2, 9.7, 1, 1},
                             {83, 60, 4, 7.2, 4, 7},
                             {40, 80, 10, 7.5, 7, 10},
                             {52, 72, 6, 2, 3, 8},
                             {94, 96, 7, 3.6, 5, 6}},
                            {0.16666666666666666, 0.16666666666666666, 0.16666666666666666, 0.16666666666666666,
                             0.16666666666666666, 0.16666666666666666},
                            {-1, 1, -1, -1, -1, 1});
  const promethee_1 method{
      .functions = {{"c1", u_shape}, {"c2", v_shape}, {"c3", linear}, {"c4", level}, {"c6", gaussian}},
      .indifferences = {{"c1", 10}, {"c3", 0.5}, {"c4", 1}},
      .preferences = {{"c2", 30}, {"c3", 5}, {"c4", 6}},
      .spreads = {{"c6", 5}}};
  expect_close(measured(method, table, "positive_flow"), {0.22, 0.396, 0.247, 0.329, 0.455, 0.3}, 0.0015);
  expect_close(measured(method, table, "negative_flow"), {0.366, 0.379, 0.336, 0.349, 0.162, 0.355}, 0.0015);
  expect_close(method.scores(table.view()), {-0.146, 0.017, -0.09, -0.02, 0.293, -0.055}, 0.0015);
  EXPECT_EQ(ranks_of(method.scores(table.view())), (std::vector<int>{6, 2, 5, 3, 1, 4}));
}

TEST(Promethee, scores_the_table_of_Papathanasiou_and_Ploskas_2018) {
  // Multiple Criteria Decision Aid, Springer, chapter on PROMETHEE; linear, q = 1, p = 2.
  const printed_table table({{8, 7, 2, 1}, {5, 3, 7, 5}, {7, 5, 6, 4}, {9, 9, 7, 3}, {11, 10, 3, 7}, {6, 9, 5, 4}},
                            {0.4, 0.3, 0.1, 0.2});
  const promethee_2 method{.function = linear, .indifference = 1, .preference = 2};
  expect_close(method.scores(table.view()), {-0.26, -0.52, -0.22, 0.36, 0.7, -0.06}, 0.006);
}

TEST(Promethee, scores_the_heating_of_Ziemba_2019) {
  // Sustainability 11(6): twelve criteria with thresholds of their own.
  const printed_table table({{38723, 33207, 0, 3375, 11.36, -320.9, 203.7, 0, 0, 1, 21.5, 0},
                             {34913, 32085, 0.2, 3127, 12.78, -148.4, 463, 11.7, 4.9, 1, 47.9, 3.7},
                             {25596, 2123, 5, 3547, 12.78, -148.4, 356.2, 44.8, 10.7, 1, 27.7, 4.5},
                             {34842, 32095, 0.2, 3115, 12.86, -9.9, 552.5, 11.7, 5.4, 3.5, 39.7, 10.3},
                             {22570, 1445, 0.2, 3090, 12.86, -9.9, 295, 95.9, 11.2, 4, 1.5, 11.5},
                             {39773, 17485, 0.2, 4135, 17, 0, 383, 95.9, 11.2, 4, 22.7, 11.5},
                             {19500, 868, 99, 3160, 12.86, -9.9, 264, 116.8, 11.2, 4, 2.7, 11.3},
                             {34525, 16958, 99, 4295, 17, 0, 352, 116.8, 11.2, 4, 23.9, 11.3},
                             {16486, 958, 99, 3653, 12.86, -9.9, 264, 164.9, 11.2, 4, 1, 11.4}},
                            {0.05554999999999999, 0.027783333333333327, 0.027783333333333327, 0.05554999999999999,
                             0.04166666666666666, 0.12499999999999999, 0.16666666666666663, 0.16666666666666663,
                             0.06666666666666667, 0.03333333333333333, 0.06666666666666667, 0.16666666666666663},
                            {-1, -1, 1, -1, 1, 1, -1, 1, 1, -1, -1, 1});
  const promethee_2 method{.function = linear,
                           .indifferences = {{"c1", 420},
                                             {"c2", 1000},
                                             {"c3", 10},
                                             {"c4", 40},
                                             {"c5", 1},
                                             {"c6", 7},
                                             {"c7", 50},
                                             {"c8", 20},
                                             {"c9", 1},
                                             {"c10", 1},
                                             {"c11", 4.6},
                                             {"c12", 1}},
                           .preferences = {{"c1", 2100},
                                           {"c2", 5000},
                                           {"c3", 50},
                                           {"c4", 200},
                                           {"c5", 5},
                                           {"c6", 20},
                                           {"c7", 100},
                                           {"c8", 80},
                                           {"c9", 4},
                                           {"c10", 2},
                                           {"c11", 23},
                                           {"c12", 3}}};
  expect_close(method.scores(table.view()),
               {-0.4143, -0.5056, -0.2317, -0.2892, 0.3313, 0.0619, 0.4296, 0.1626, 0.4554}, 6e-5);
}

TEST(Promethee, scores_high_what_others_have_with_the_sign_turned) {
  // The example of the tests of JMcDM 0.8.3, which asserts phi- less phi+; two decimals are printed.
  const printed_table table({{42, 35, 43, 51},
                             {89, 72, 92, 85},
                             {14, 85, 17, 40},
                             {57, 60, 45, 80},
                             {48, 32, 43, 40},
                             {71, 45, 60, 85},
                             {69, 40, 72, 55},
                             {64, 35, 70, 60}},
                            {0.25, 0.35, 0.22, 0.18});
  const promethee_2 method{.function = linear,
                           .functions = {{"c2", v_shape}},
                           .indifferences = {{"c1", 49}, {"c3", 45}, {"c4", 30}},
                           .preferences = {{"c1", 100}, {"c2", 98}, {"c3", 95}, {"c4", 80}}};
  expect_close(method.scores(table.view()), {-0.07, 0.15, 0.06, 0.05, -0.1, 0, -0.03, -0.06}, 0.006);
}

/// The definition, pair by pair: positive flows, then negative ones.
std::vector<double> flows_by_pairs(const alternatives& all, const std::vector<preference>& preferences) {
  const std::size_t n = all.size();
  std::vector<double> out(2 * n, 0.0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j < all.columns.size(); ++j) {
        const double lead = (all.better_when_high[j] ? 1 : -1) * (all.columns[j][i] - all.columns[j][k]);
        out[i] += all.weights[j] * preferences[j].of(lead) / static_cast<double>(n - 1);
        out[n + i] += all.weights[j] * preferences[j].of(-lead) / static_cast<double>(n - 1);
      }
  return out;
}

/// Rows with ties within and between scales, on a level far from 0.
printed_table many_rows(double level, double step) {
  std::vector<std::vector<double>> rows;
  unsigned long long state = 20240229;
  const auto next = [&] {
    state = state * 16807 % 2147483647;
    return static_cast<double>(state) / 2147483647.0;
  };
  for (int i = 0; i < 150; ++i) {
    rows.push_back({level + step * std::floor(20 * next()), level + 10 * step * next(),
                    level + step * std::floor(5 * next()), -level + step * next()});
    if (i % 10 == 0) rows.push_back(rows.back());
  }
  return {rows, {4, 3, 2, 1}, {1, -1, -1, 1}};
}

TEST(Promethee, sorts_to_what_its_pairs_give) {
  // Thresholds at differences that occur, so that rounding would show.
  for (const preference_function function : {usual, u_shape, v_shape, level, linear, gaussian})
    for (const double scale : {1.0, 0.1, 1e-4, 1e6})
      for (const double at : {0.0, 100.0, 1e7}) {
        const printed_table table = many_rows(at * scale, scale);
        const preference p{function, 2 * scale, 6 * scale, 3 * scale};
        const std::vector<preference> preferences(4, p);
        const preference_flows flows = flows_of(table.view(), preferences);
        std::vector<double> found = flows.positive;
        found.insert(found.end(), flows.negative.begin(), flows.negative.end());
        SCOPED_TRACE(static_cast<int>(function));
        expect_close(found, flows_by_pairs(table.view(), preferences), 1e-12);
      }
}

TEST(Promethee, gives_equal_units_the_same_bits) {
  const printed_table table = many_rows(3, 0.1);  // every tenth row comes twice, next to itself
  for (const preference_function function : {usual, u_shape, v_shape, level, linear, gaussian}) {
    const promethee_2 method{.function = function, .indifference = 0.2, .preference = 0.6};
    const std::vector<double> scores = method.scores(table.view());
    for (std::size_t i = 0; i < scores.size(); i += 11) EXPECT_EQ(scores[i], scores[i + 1]);
  }
}

TEST(Promethee, has_no_preference_up_to_q_and_beyond_p_a_full_one) {
  const auto of = [](preference_function f, double d) { return preference{f, 1, 3, 2}.of(d); };
  for (const preference_function f : {usual, u_shape, v_shape, level, linear, gaussian}) EXPECT_EQ(of(f, 0), 0);
  EXPECT_EQ(of(usual, 1e-300), 1);
  EXPECT_EQ(of(u_shape, 1), 0);
  EXPECT_EQ(of(u_shape, 1.5), 1);
  EXPECT_EQ(of(v_shape, 1.5), 0.5);
  EXPECT_EQ(of(level, 1), 0);
  EXPECT_EQ(of(level, 3), 0.5);
  EXPECT_EQ(of(level, 3.5), 1);
  EXPECT_EQ(of(linear, 2), 0.5);
  EXPECT_EQ(of(linear, 3), 1);
  EXPECT_NEAR(of(gaussian, 2), 1 - std::exp(-0.5), 1e-15);
}

TEST(Promethee, knows_its_edges) {
  EXPECT_EQ(promethee_2{}.scores(printed_table({{3, 4}}, {1, 1}).view()), std::vector<double>{0});
  EXPECT_EQ(promethee_2{}.scores(printed_table({{3}, {3}}, {1}).view()), (std::vector<double>{0, 0}));
  EXPECT_EQ(promethee_2{}.scores(printed_table({{-1}, {0}, {2}}, {1}).view()), (std::vector<double>{-1, 0, 1}));
}

TEST(Promethee, refuses_thresholds_out_of_order_and_codes_that_are_not_there) {
  EXPECT_EQ(error_of<spec_error>([] {
              promethee_2{.function = linear, .indifference = 2, .preference = 2}.check(quindex::path("aggregate"));
            }),
            "aggregate.preference: linear has the preference threshold 2, not above 2; give a preference threshold in "
            "the criterion's unit");
  const printed_table table({{3, 4}, {1, 2}}, {1, 1});
  const promethee_2 half{.functions = {{"c1", v_shape}}};
  EXPECT_EQ(error_of<spec_error>([&] { (void)half.scores(table.view()); }),
            "groups/all/c1: v_shape has the preference threshold 0, not above 0; give a preference threshold in the "
            "criterion's unit");
  const promethee_1 unknown{.spreads = {{"c3", 1}}};
  EXPECT_EQ(error_of<spec_error>([&] { (void)unknown.scores(table.view()); }),
            "groups/all.spreads: there is no criterion 'c3'; did you mean 'c1'?");
}

}  // namespace
