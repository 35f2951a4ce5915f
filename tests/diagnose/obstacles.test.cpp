// Obstacle degrees, worked by hand.
#include "quindex/diagnose/obstacles.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "quindex/compute/compute.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

TEST(Obstacles, are_shares_of_the_weighted_gaps) {
  // Weights 1/2, 1/4, 1/4; gaps of the first unit 0.2, 0.5, 1: 0.1 + 0.125 + 0.25 = 0.475.
  const auto found = dx::obstacles(table_of({"a", "b", "c"}, {{0.8, 1, 0.5}, {0.5, 1, gap}, {0, 1, 0.5}}), {2, 1, 1});
  EXPECT_NEAR(found.sum[0], 0.475, 1e-15);
  EXPECT_NEAR(found.gap(0, 2), 0.25, 1e-15);
  EXPECT_NEAR(found.degree(0, 0), 0.1 / 0.475, 1e-15);
  EXPECT_NEAR(found.degree(0, 1) + found.degree(0, 0) + found.degree(0, 2), 1, 1e-15);
  EXPECT_EQ(found.sum[1], 0);
  EXPECT_EQ(found.degree(1, 0), 0) << "no goal is missed";
  EXPECT_NEAR(found.degree(2, 0), 2.0 / 3, 1e-15) << "weights 2 and 1 are left";
  EXPECT_TRUE(std::isnan(found.degree(2, 1)));
  EXPECT_NEAR(found.sum[2], 0.5, 1e-15);
}

TEST(Obstacles, are_refused_outside_the_scale) {
  EXPECT_EQ(refused<qx::data_error>([] { (void)dx::obstacles(table_of({"a"}, {{1.2}}), {1}); }),
            "obstacles.a.u1: found 1.2; give values normalised to [0, 1], 1 being the goal");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)dx::obstacles(table_of({"a"}, {{1}}), {1, 2});
            }),
            "obstacles.weights: there are 2 for 1 indicators; give one per indicator");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::obstacles(table_of({"a"}, {{1}}), {0}); }),
            "obstacles.weights: all are 0; give one indicator a weight");
}

TEST(Obstacles, of_a_result_use_effective_weights_and_sum_up_in_blocks) {
  const qx::framework tree =
      qx::group("index", {qx::indicator("a"), qx::group("g", {qx::indicator("b"), qx::indicator("c")})});
  const qx::table data = table_of({"a", "b", "c"}, {{0, 5, 10}, {0, 10, 5}, {10, 0, 5}});
  const auto r = qx::compute({.framework = tree, .normalise = qx::normalise::min_max{.low = 0, .high = 100}}, data);
  const auto found = dx::obstacles(r, 0, 100);
  // Second unit: gaps 1/2 · 1/2, 1/4 · 0, 1/4 · 1.
  EXPECT_NEAR(found.degree(1, 0), 0.5, 1e-15);
  EXPECT_NEAR(found.degree(1, 2), 0.5, 1e-15);
  EXPECT_NEAR(1 - found.sum[1], r.scores("index")[1] / 100, 1e-15) << "what lacks is what the score lacks";
  qx::labels groups;
  const qx::matrix blocks = dx::block_obstacles(found, tree, groups);
  EXPECT_EQ(groups.codes(), (std::vector<std::string>{"index", "g"}));
  EXPECT_NEAR(blocks(0, 1), 0.25 / 0.75, 1e-15);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)dx::obstacles(r, 1, 1); }),
            "obstacles: the range of the normalised values is [1, 1]; low has to be below high");
}

}  // namespace
