// Elementary effects.
#include "quindex/robustness/morris.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "robustness/boards.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

// Case morris: mu and mu* of a linear function are its coefficients, sigma is 0.
TEST(Morris, is_exact_for_a_line) {
  const model m = line({1, -2, 3, 4});
  const auto found = rb::morris(m.f, m.distributions, 10);
  EXPECT_EQ(found.trajectories, 10U);
  const std::vector<double> c{1, -2, 3, 4};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(found.mu.value[i], c[i], 1e-13);
    EXPECT_NEAR(found.mu_star.value[i], std::abs(c[i]), 1e-13);
    EXPECT_NEAR(found.sigma.value[i], 0, 1e-13);
    EXPECT_NEAR(found.mu.low[i], c[i], 1e-13);
  }
}

TEST(Morris, tells_curves_and_interactions_from_lines) {
  const auto f = [](std::span<const double> x) { return x[0] * x[1] + 4 * x[2] * x[2] + 0 * x[3]; };
  const auto found = rb::morris(f, std::vector<between>(4), 50);
  EXPECT_GT(found.sigma.value[0], 0.1);
  EXPECT_GT(found.sigma.value[2], 0.1);
  EXPECT_EQ(found.mu_star.value[3], 0);
  EXPECT_EQ(found.sigma.value[3], 0);
  // The effect of x2 from level l to l + 1/2 is 4 ((l + 1/2)² − l²) / (1/2) = 8 l + 2 with l = 1/8 or 3/8: 3 or 5.
  for (Eigen::Index t = 0; t < found.effects.rows(); ++t)
    EXPECT_TRUE(std::abs(found.effects(t, 2) - 3) < 1e-12 || std::abs(found.effects(t, 2) - 5) < 1e-12);
}

TEST(Morris, trajectories_change_one_factor_at_a_time_by_half_the_levels) {
  const auto design = rb::make_morris_design(5, 8, 6, 3);
  ASSERT_EQ(design.points.rows(), 8 * 6);
  for (Eigen::Index r = 0; r < design.points.rows(); ++r) {
    if (r % 6 == 0) {
      EXPECT_EQ(design.changed[static_cast<std::size_t>(r)], rb::morris_design::none);
      continue;
    }
    int changed = 0;
    for (Eigen::Index i = 0; i < 5; ++i) {
      const double step = std::abs(design.points(r, i) - design.points(r - 1, i));
      if (step == 0) continue;
      ++changed;
      EXPECT_NEAR(step, 0.5, 1e-15);
      EXPECT_EQ(design.changed[static_cast<std::size_t>(r)], static_cast<std::size_t>(i));
    }
    EXPECT_EQ(changed, 1);
  }
  EXPECT_GT(design.points.minCoeff(), 0);
  EXPECT_LT(design.points.maxCoeff(), 1);
}

TEST(Morris, failed_runs_cost_their_trajectory_only) {
  const model m = line({1, 2});
  const auto design = rb::make_morris_design(2, 5);
  std::vector<double> y;
  for (Eigen::Index r = 0; r < design.points.rows(); ++r) y.push_back(design.points(r, 0) + 2 * design.points(r, 1));
  y[4] = qx::missing_value;
  const auto found = rb::morris_from_runs({"a", "b"}, design, y);
  EXPECT_EQ(found.trajectories, 4U);
  EXPECT_EQ(found.dropped, 1U);
  EXPECT_NEAR(found.mu.value[1], 2, 1e-13);
  EXPECT_EQ(refused<qx::spec_error>([] { (void)rb::make_morris_design(2, 5, 3); }),
            "morris.levels: found 3; give an even number, such as 4");
  EXPECT_EQ(refused<qx::spec_error>([] { (void)rb::make_morris_design(2, 0); }),
            "morris.trajectories: found 0; give 2 or more, such as 20");
}

TEST(Morris, makes_designs_in_short_steps_and_the_same_on_any_executor) {
  boards::counted_rounds rounds;
  const qx::numeric::executor watched = rounds.executor();
  const auto whole = rb::make_morris_design(3, 10'000, 4, 5);
  const auto stepped = rb::make_morris_design(3, 10'000, 4, 5, watched);
  EXPECT_GT(rounds.done, 100U);
  EXPECT_EQ(stepped.points, whole.points);
  EXPECT_EQ(stepped.changed, whole.changed);
  std::vector<double> y(whole.changed.size());
  for (std::size_t r = 0; r < y.size(); ++r) y[r] = std::sin(static_cast<double>(r));
  const auto effects = rb::morris_from_runs({"a", "b", "c"}, whole, y);
  rounds.done = 0;
  EXPECT_EQ(rb::morris_from_runs({"a", "b", "c"}, whole, y, {.executor = watched}).effects, effects.effects);
  EXPECT_GT(rounds.done, 300U);
  rounds.done = 0, rounds.most = 3;
  EXPECT_THROW((void)rb::make_morris_design(3, 10'000, 4, 5, watched), boards::counted_rounds::given_up);
}

}  // namespace
