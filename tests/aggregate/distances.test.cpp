// Distances and grids: Wroclaw taxonomic, DP2, COMET.
#include <gtest/gtest.h>

#include "decision.hpp"
#include "quindex/aggregate/comet.hpp"
#include "quindex/aggregate/dp2.hpp"
#include "quindex/aggregate/wroclaw.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;

// Case wroclaw: measures distance from the pattern (By hand)
// By hand: one criterion 0, 2, 4 with sd s = sqrt(8/3); distances 4/s, 2/s, 0 with mean 2/s and sd 1, so that the
// measure is 4/(2 + 2s), 2/(2 + 2s), 0; with n - 1 s = 2 and the sd of the distances is 1, too.
TEST(Wroclaw, measures_distance_from_the_pattern) {
  const decision d{{{0}, {2}, {4}}, {1}};
  const double s = std::sqrt(8.0 / 3);
  expect_near(measure_of(wroclaw{}, d, "distance"), {4 / (2 + 2 * s), 2 / (2 + 2 * s), 0}, 1e-14);
  expect_near(scores_of(wroclaw{}, d), {1 - 4 / (2 + 2 * s), 1 - 2 / (2 + 2 * s), 1}, 1e-14);
  expect_near(measure_of(wroclaw{.ddof = 1}, d, "distance"), {4.0 / 6, 2.0 / 6, 0}, 1e-14);
}

// Pattern (4, 1): in sds (sqrt(8/3) and sqrt(6)) gaps (4, 0), (2, 3), (0, 6) over those; squares 6, 3, 0 times a half
// each for the first, 0, 9/6, 36/6 for the second.
TEST(Wroclaw, turns_costs_and_weighs_squares) {
  const std::vector<double> d{std::sqrt(3.0), std::sqrt(0.75 + 0.75), std::sqrt(3.0)};
  const double mean = (d[0] + d[1] + d[2]) / 3;
  const double sd = std::sqrt(2.0 / 9) * (d[0] - d[1]);
  expect_near(measure_of(wroclaw{}, {{{0, 1}, {2, 4}, {4, 7}}, {0.5, 0.5}, {1, -1}}, "distance"),
              {d[0] / (mean + 2 * sd), d[1] / (mean + 2 * sd), d[2] / (mean + 2 * sd)}, 1e-14);
}

// Case dp2: adds what is not explained (Two criteria with sds sqrt(1.25), correlated 0.8)
// Two criteria with sds sqrt(1.25), correlated 0.8: the second adds 1 - 0.64 of its distance.
TEST(Dp2, adds_what_is_not_explained) {
  const decision d{{{1, 1}, {2, 3}, {3, 2}, {4, 4}}, {0.5, 0.5}};
  const double sd = std::sqrt(1.25);
  expect_near(scores_of(dp2{}, d), {0, (1 + 0.36 * 2) / sd, (2 + 0.36) / sd, (3 + 0.36 * 3) / sd}, 1e-12);
  expect_near(measure_of(dp2{}, d, "frechet"), {0, 3 / sd, 3 / sd, 6 / sd}, 1e-12);
  // weights 0.2 and 0.8 multiply by 0.4 and 1.6, and the heavier criterion comes first
  const decision heavy{d.rows, {0.2, 0.8}};
  expect_near(scores_of(dp2{}, heavy),
              {0, (1.6 * 2 + 0.36 * 0.4) / sd, (1.6 + 0.36 * 0.4 * 2) / sd, (1.6 * 3 + 0.36 * 0.4 * 3) / sd}, 1e-12);
}

// Six units, three criteria: three rounds, computed from the definition with least squares in NumPy (np.linalg.lstsq).
TEST(Dp2, orders_criteria_in_rounds) {
  const decision d{{{6, 8, 2}, {9, 4, 3}, {4, 9, 2}, {4, 8, 5}, {2, 2, 9}, {8, 7, 4}}, {1, 1, 1}};
  expect_near(scores_of(dp2{}, d),
              {1.7931234603906296, 1.9624603783781125, 1.6450484857836136, 2.703012831845473, 2.9052007482375135,
               2.7712557916369356},
              1e-12);
}

TEST(Dp2, counts_what_is_said_twice_once) {
  const decision once{{{1, 1}, {2, 3}, {3, 2}, {4, 4}}, {1, 1}};
  const decision twice{{{1, 1, 10}, {2, 3, 12}, {3, 2, 14}, {4, 4, 16}}, {1, 1, 1}};
  expect_near(scores_of(dp2{}, twice), scores_of(dp2{}, once), 1e-12);
  const decision turned{{{1, 1, 7}, {2, 3, 7}, {3, 2, 7}, {4, 4, 7}}, {1, 1, 1}, {1, 1, -1}};
  expect_near(scores_of(dp2{}, turned), scores_of(dp2{}, once), 1e-12);
}

// The orders that this table goes through, 2 of them in a circle, were found by the definition in NumPy.
TEST(Dp2, says_when_the_order_goes_in_a_circle) {
  const decision circling{{{6, 1, 9}, {2, 4, 7}, {5, 6, 6}, {2, 1, 9}, {8, 2, 7}, {5, 7, 2}}, {1, 1, 1}};
  EXPECT_EQ(measure_of(dp2{}, circling, "settled"), std::vector<double>(6, 0));
  for (const double score : scores_of(dp2{}, circling)) EXPECT_GE(score, 0);
  EXPECT_EQ(measure_of(dp2{}, {{{1, 1}, {2, 3}, {3, 2}}, {1, 1}}, "settled"), std::vector<double>(3, 1));
}

// Two criteria, two values each: the sums of weights 0, 0.25, 0.75, 1 become preferences 0, 1/3, 2/3, 1.
const comet grid{.characteristic_values = {{"c1", {0, 1}}, {"c2", {0, 1}}}};
const decision points{{{0, 0}, {0.2, 0.6}, {0.5, 0.5}, {1, 1}}, {0.75, 0.25}};

// Case comet: interpolates between characteristic objects
TEST(Comet, interpolates_between_characteristic_objects) {
  const double mixed = 0.8 * 0.6 / 3 + 0.2 * 0.4 * 2 / 3 + 0.2 * 0.6;
  expect_near(scores_of(grid, points), {0, mixed, 0.5, 1}, 1e-15);
}

TEST(Comet, follows_an_experts_judgements) {
  comet method = grid;
  method.judgements = {{0.5, 0, 0, 0}, {1, 0.5, 0, 0}, {1, 1, 0.5, 0}, {1, 1, 1, 0.5}};
  expect_near(scores_of(method, points), scores_of(grid, points), 1e-15);
  // objects 01 and 10 alike: preferences 0, 0.5, 0.5, 1
  method.judgements = {{0.5, 0, 0, 0}, {1, 0.5, 0.5, 0}, {1, 0.5, 0.5, 0}, {1, 1, 1, 0.5}};
  expect_near(scores_of(method, points), {0, 0.5 * (0.8 * 0.6 + 0.2 * 0.4) + 0.2 * 0.6, 0.5, 1}, 1e-15);
}

TEST(Comet, makes_its_own_grid_of_lowest_mean_and_highest) {
  // one cost with values 0, 1, 5: mean 2, preferences 1, 0.5, 0 at 0, 2, 5
  expect_near(scores_of(comet{}, {{{0}, {1}, {5}}, {1}, {-1}}), {1, 0.75, 0}, 1e-15);
}

TEST(Comet, does_not_reverse_ranks_with_a_given_grid) {
  decision fewer = points;
  fewer.rows.pop_back();
  std::vector<double> expected = scores_of(grid, points);
  expected.pop_back();
  EXPECT_EQ(scores_of(grid, fewer), expected);
}

TEST(Comet, refuses_what_does_not_fit) {
  EXPECT_EQ(refused_value<qx::data_error>(comet{.characteristic_values = {{"c1", {0, 5}}}}, 9),
            "groups/index/a1/c1: 9 is outside the characteristic values of comet; they go from 0 to 5");
  const qx::path where("aggregate");
  const auto refusal = [&](const comet& method) { return refused<qx::spec_error>([&] { method.check(where); }); };
  EXPECT_EQ(refusal({.characteristic_values = {{"c1", {0, 0}}}}),
            "aggregate.characteristic_values.c1: 0 is not above 0; give them rising, each once");
  EXPECT_EQ(refusal({.judgements = {{0.5, 1}, {1, 0.5}}}),
            "aggregate.judgements.1: against object 0 it is 1, the other way round 1; the two of a pair sum to 1");
  EXPECT_EQ(refusal({.judgements = {{0.5, 1}}}),
            "aggregate.judgements.0: it has 2 numbers for 1 objects; the matrix has as many columns as rows");
  EXPECT_EQ(refused_value<qx::spec_error>(comet{.judgements = {{0.5}}}, 1),
            "groups/index.judgements: there are 1 rows for 9 characteristic objects; give one for every combination of "
            "characteristic values, those of the last criterion changing fastest");
  decision wide{{std::vector<double>(13, 0), std::vector<double>(13, 1), std::vector<double>(13, 5)},
                std::vector<double>(13, 1)};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)scores_of(comet{}, wide); }),
            "groups/index: comet makes more than 1048576 characteristic objects of 13 criteria; give fewer "
            "characteristic values, or split the group");
}

TEST(MethodsOfDistance, are_sound_at_the_edges) {
  expect_sound_at_the_edges(wroclaw{});
  expect_sound_at_the_edges(dp2{});
  expect_sound_at_the_edges(comet{});
}

}  // namespace
