// Small linear programs: optimal with proof, infeasible with a witness, unbounded.
#include "quindex/numeric/linear_program.hpp"

#include <gtest/gtest.h>
#include <limits>
#include <optional>

#include "quindex/numeric/random.hpp"
#include "quindex/numeric/symmetric.hpp"

namespace linear_program_test {

using namespace quindex;
using namespace quindex::numeric;
using enum row_relation;
constexpr double inf = std::numeric_limits<double>::infinity();

/// The best vertex of {rows x <= right, x >= 0}, found by solving for every choice of n tight constraints.
std::optional<double> best_vertex(const linear_program& p) {
  const auto n = static_cast<Eigen::Index>(p.cost.size());
  const Eigen::Index m = p.rows.rows();
  std::optional<double> best;
  for (unsigned chosen = 0; chosen < (1U << static_cast<unsigned>(m + n)); ++chosen) {
    if (__builtin_popcount(chosen) != n) continue;
    matrix a = matrix::Zero(n, n);
    std::vector<double> b;
    for (Eigen::Index c = 0; c < m + n; ++c) {
      if ((chosen >> static_cast<unsigned>(c) & 1U) == 0) continue;
      const auto row = static_cast<Eigen::Index>(b.size());
      if (c < m)
        a.row(row) = p.rows.row(c);
      else
        a(row, c - m) = 1;
      b.push_back(c < m ? p.right[static_cast<std::size_t>(c)] : 0);
    }
    const auto x = numeric::solve(a, b);
    if (!x) continue;
    bool feasible = true;
    double value = 0;
    for (Eigen::Index j = 0; j < n; ++j) {
      feasible = feasible && (*x)[static_cast<std::size_t>(j)] >= -1e-9;
      value += p.cost[static_cast<std::size_t>(j)] * (*x)[static_cast<std::size_t>(j)];
    }
    for (Eigen::Index i = 0; i < m; ++i) {
      double left = 0;
      for (Eigen::Index j = 0; j < n; ++j) left += p.rows(i, j) * (*x)[static_cast<std::size_t>(j)];
      feasible = feasible && left <= p.right[static_cast<std::size_t>(i)] + 1e-9;
    }
    if (feasible && (!best || value < *best)) best = value;
  }
  return best;
}

TEST(linear_program, solves_a_textbook_case_with_its_duals) {
  // Max 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: 36 at (2, 6), shadow prices (0, 3/2, 1)
  // (Hillier and Lieberman, Introduction to Operations Research, the Wyndor Glass case).
  const linear_program p{
      {-3, -5}, (matrix(3, 2) << 1, 0, 0, 2, 3, 2).finished(), {at_most, at_most, at_most}, {4, 12, 18}};
  const program_solution s = solve(p);
  ASSERT_EQ(s.status, program_status::optimal);
  EXPECT_NEAR(s.value, -36, 1e-12);
  EXPECT_NEAR(s.x[0], 2, 1e-12);
  EXPECT_NEAR(s.x[1], 6, 1e-12);
  EXPECT_NEAR(s.duals[0], 0, 1e-12);
  EXPECT_NEAR(s.duals[1], -1.5, 1e-12);
  EXPECT_NEAR(s.duals[2], -1, 1e-12);
}

TEST(linear_program, does_not_cycle_where_the_plain_rule_does) {
  // Beale (1955): the largest-coefficient rule cycles here; the optimum is -1/20.
  const linear_program p{{-0.75, 150, -0.02, 6},
                         (matrix(3, 4) << 0.25, -60, -0.04, 9, 0.5, -90, -0.02, 3, 0, 0, 1, 0).finished(),
                         {at_most, at_most, at_most},
                         {0, 0, 1}};
  EXPECT_NEAR(solve(p).value, -0.05, 1e-12);
}

TEST(linear_program, keeps_to_bounds_of_both_kinds_and_free_variables) {
  // Min x + 2y - z with x + y + z = 4, x free, -1 <= y <= 3, z <= 2: z = 2, y = -1, x = 3, value -1.
  const linear_program p{{1, 2, -1}, (matrix(1, 3) << 1, 1, 1).finished(), {equal}, {4}, {-inf, -1, -inf}, {inf, 3, 2}};
  const program_solution s = solve(p);
  ASSERT_EQ(s.status, program_status::optimal);
  EXPECT_NEAR(s.value, -1, 1e-12);
  EXPECT_NEAR(s.x[0], 3, 1e-12);
  EXPECT_NEAR(s.x[1], -1, 1e-12);
  EXPECT_NEAR(s.x[2], 2, 1e-12);
  EXPECT_NEAR(s.duals[0], 1, 1e-12);
  EXPECT_NEAR(s.reduced_costs[2], -2, 1e-12);
}

TEST(linear_program, names_the_rows_that_contradict_each_other) {
  // x + y <= 1 against x + y >= 2; the third row has no part in it.
  const linear_program p{
      {1, 1}, (matrix(3, 2) << 1, 1, 1, 1, 1, 0).finished(), {at_most, at_least, at_most}, {1, 2, 9}};
  const program_solution s = solve(p);
  ASSERT_EQ(s.status, program_status::infeasible);
  EXPECT_NEAR(s.duals[0], -s.duals[1], 1e-12);
  EXPECT_GT(s.duals[1], 0);
  EXPECT_EQ(s.duals[2], 0);
}

TEST(linear_program, says_when_there_is_no_end) {
  const linear_program p{{-1, 0}, (matrix(1, 2) << 1, -1).finished(), {at_most}, {1}};
  EXPECT_EQ(solve(p).status, program_status::unbounded);
}

TEST(linear_program, works_without_rows_and_with_rows_of_zeros) {
  const linear_program bounds{{1, -1}, matrix(0, 2), {}, {}, {2, 0}, {5, 7}};
  EXPECT_EQ(solve(bounds).value, -5);
  const linear_program nothing{{1}, matrix::Zero(1, 1), {equal}, {0}};
  EXPECT_EQ(solve(nothing).value, 0);
  const linear_program never{{1}, matrix::Zero(1, 1), {equal}, {1}};
  EXPECT_EQ(solve(never).status, program_status::infeasible);
}

TEST(linear_program, agrees_with_all_vertices) {
  // Small whole numbers make ties and degenerate vertices common.
  const random_stream r(7, "linear_program.test");
  int bounded = 0;
  for (std::uint64_t c = 0; c < 300; ++c) {
    linear_program p{{}, matrix(4, 3), {at_most, at_most, at_most, at_most}, {}};
    std::uint64_t at = c * 100;
    for (Eigen::Index i = 0; i < 12; ++i) p.rows.data()[i] = static_cast<double>(r.below(7, at++)) - 2;
    for (int j = 0; j < 3; ++j) p.cost.push_back(static_cast<double>(r.below(9, at++)) - 4);
    for (int i = 0; i < 4; ++i) p.right.push_back(static_cast<double>(r.below(9, at++)) - 2);
    const program_solution s = solve(p);
    const std::optional<double> best = best_vertex(p);
    EXPECT_EQ(s.status == program_status::infeasible, !best.has_value()) << c;
    if (s.status != program_status::optimal) continue;
    ++bounded;
    EXPECT_NEAR(s.value, *best, 1e-9) << c;
  }
  EXPECT_GT(bounded, 100);
}

TEST(linear_program, is_not_moved_by_units_of_measurement) {
  // The same program with its columns in units of 1e-6 and 1e7 and its rows times 1e5.
  const linear_program plain{{2, 3}, (matrix(2, 2) << 1, 2, 3, 1).finished(), {at_least, at_least}, {4, 6}};
  const linear_program scaled{
      {2e6, 3e-7}, (matrix(2, 2) << 1e11, 2e-2, 3e6, 1e-7).finished(), {at_least, at_least}, {4e5, 6}};
  EXPECT_NEAR(solve(scaled).value / solve(plain).value, 1, 1e-12);
}

TEST(linear_program, is_not_blurred_by_a_bound_far_away) {
  // Min x + y with 3 x + y >= 1.1, x + 2 y >= 0.7: x = 0.3, y = 0.2. A third row asks for at most 1e12.
  const linear_program p{
      {1, 1}, (matrix(3, 2) << 3, 1, 1, 2, 1, 1).finished(), {at_least, at_least, at_most}, {1.1, 0.7, 1e12}};
  const program_solution s = solve(p);
  EXPECT_NEAR(s.x[0], 0.3, 1e-12);
  EXPECT_NEAR(s.x[1], 0.2, 1e-12);
}

TEST(linear_program, maximises_over_many_rows_through_the_dual) {
  const matrix rows = (matrix(3, 2) << 1, 0, 0, 2, 3, 2).finished();
  const program_solution s = maximise(rows, {4, 12, 18}, {3, 5});
  EXPECT_NEAR(s.value, 36, 1e-12);
  EXPECT_NEAR(s.x[0], 2, 1e-12);
  EXPECT_NEAR(s.x[1], 6, 1e-12);
  EXPECT_NEAR(s.duals[1], 1.5, 1e-12);
  EXPECT_EQ(maximise((matrix(1, 2) << 1, 0).finished(), {1}, {1, 1}).status, program_status::unbounded);
}

TEST(linear_program, refuses_what_it_cannot_read) {
  EXPECT_THROW((void)solve({{1, 2}, matrix(1, 1), {equal}, {0}}), numeric_error);
  EXPECT_THROW((void)solve({{missing_value}, matrix::Zero(1, 1), {equal}, {0}}), numeric_error);
  EXPECT_THROW((void)solve({{1}, matrix::Zero(1, 1), {equal}, {0}, {2}, {1}}), numeric_error);
}

}  // namespace linear_program_test
