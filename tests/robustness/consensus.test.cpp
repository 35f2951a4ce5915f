// The most robust orders: against all orders there are, and where majorities go in circles.
#include "quindex/robustness/consensus.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "quindex/numeric/random.hpp"
#include "robustness/boards.hpp"
#include "robustness/questions.hpp"

namespace {

using namespace asked;

qx::matrix uneven_scores(Eigen::Index draws, Eigen::Index units, std::uint64_t seed, double spread) {
  const qx::numeric::random_stream noise(seed, "consensus test");
  qx::matrix out(draws, units);
  for (Eigen::Index r = 0; r < draws; ++r)
    for (Eigen::Index i = 0; i < units; ++i)
      out(r, i) = spread * static_cast<double>(i) + noise.normal(static_cast<std::uint64_t>(r * units + i));
  return out;
}

/// Pairs in another order, those tied in one of the two counting half.
double pairs_apart(const std::vector<double>& x, const std::vector<double>& y) {
  double out = 0;
  for (std::size_t a = 0; a < x.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      if ((x[a] < x[b] && y[a] > y[b]) || (x[a] > x[b] && y[a] < y[b])) out += 1;
      if ((x[a] == x[b]) != (y[a] == y[b])) out += 0.5;
    }
  return out;
}
std::vector<std::vector<double>> ranks_of_rows(const qx::matrix& scores) {
  std::vector<std::vector<double>> out;
  for (Eigen::Index r = 0; r < scores.rows(); ++r) {
    std::vector<double> row;
    for (Eigen::Index i = 0; i < scores.cols(); ++i) row.push_back(scores(r, i));
    out.push_back(qx::numeric::ranks(row, qx::ties::best, true));
  }
  return out;
}
double mean_apart(const std::vector<double>& order, const std::vector<std::vector<double>>& all) {
  double sum = 0;
  for (const auto& one : all) sum += pairs_apart(order, one);
  return sum / static_cast<double>(all.size());
}

TEST(Consensus, by_kemeny_is_the_best_of_all_orders) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Eigen::Index draws = seed % 2 == 0 ? 5 : 24;  // few replicates go in circles
    const qx::matrix scores = seed % 3 == 0 ? qx::matrix(uneven_scores(draws, 6, seed, 0.1).array().round())
                                            : uneven_scores(draws, 6, seed, 0.1);
    const rb::consensus_table found = rb::consensus(outcomes_of(scores));
    const auto all = ranks_of_rows(scores);
    std::vector<double> order(6);
    std::iota(order.begin(), order.end(), 1.0);
    double best = 1e9, ways = 0;
    do {
      const double here = mean_apart(order, all);
      if (here < best - 1e-9) best = here, ways = 0;
      if (here < best + 1e-9) ways += 1;
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_NEAR(found.kemeny.disagreement, best, 1e-12) << seed;
    EXPECT_EQ(found.kemeny_orders, ways) << seed;
    EXPECT_TRUE(found.kemeny.is_proved);
    if (ways == 1) {
      EXPECT_NEAR(mean_apart(found.kemeny.ranks, all), best, 1e-12);
    }
    for (const rb::robust_order* one : {&found.expected, &found.borda}) {
      EXPECT_NEAR(one->disagreement, mean_apart(one->ranks, all), 1e-12) << one->method;
      EXPECT_GE(one->disagreement, best - 1e-12);
      EXPECT_EQ(one->kendall, pairs_apart(one->ranks, all[0]));
    }
    EXPECT_NEAR(found.disagreement, mean_apart(all[0], all), 1e-12);
  }
}

TEST(Consensus, by_borda_counts_who_is_behind) {
  // u0 is ahead of either of the others in 2 of 3 replicates, u1 of u2 in 2, too.
  const rb::consensus_table found =
      rb::consensus(outcomes_of((qx::matrix(3, 3) << 9, 5, 1, 9, 1, 5, 1, 9, 5).finished()));
  EXPECT_NEAR(found.borda.value[0], 4.0 / 3, 1e-15);
  EXPECT_NEAR(found.borda.value[1], 1.0, 1e-15);
  EXPECT_NEAR(found.expected.value[0], 5.0 / 3, 1e-15);
  EXPECT_EQ(found.borda.ranks, (std::vector<double>{1, 2, 3}));
  EXPECT_EQ(found.kemeny.ranks, (std::vector<double>{1, 2, 3}));
  EXPECT_EQ(found.kemeny.kendall, 0);
}

TEST(Consensus, of_condorcets_circle_is_a_tie) {
  const rb::consensus_table found =
      rb::consensus(outcomes_of((qx::matrix(3, 3) << 3, 2, 1, 1, 3, 2, 2, 1, 3).finished()));
  EXPECT_EQ(found.kemeny_orders, 3);
  EXPECT_EQ(found.kemeny.ranks, (std::vector<double>{2, 2, 2}));
  EXPECT_NEAR(found.kemeny.disagreement, 4.0 / 3, 1e-14);  // 0, 2 and 2 pairs
}

TEST(Consensus, leaves_out_units_without_ranks) {
  qx::matrix scores = uneven_scores(20, 5, 7, 0.5);
  for (Eigen::Index r = 0; r < 20; ++r) scores(r, 2) = gap;
  const rb::consensus_table found = rb::consensus(outcomes_of(scores));
  EXPECT_TRUE(std::isnan(found.kemeny.ranks[2]) && std::isnan(found.expected.ranks[2]) &&
              std::isnan(found.borda.value[2]));
  EXPECT_EQ(*std::max_element(found.borda.ranks.begin() + 3, found.borda.ranks.end()), 2);
}

TEST(Consensus, of_a_large_circle_is_improved_and_says_that_it_is_not_proved) {
  // 24 units, each turned ranking as often as any other: everybody beats the next twelve or so.
  const Eigen::Index n = 24;
  qx::matrix scores(n, n);
  for (Eigen::Index r = 0; r < n; ++r)
    for (Eigen::Index i = 0; i < n; ++i) scores(r, i) = static_cast<double>((i + r * 7) % n) + (i == r ? 5.5 : 0);
  const rb::consensus_table found = rb::consensus(outcomes_of(scores));
  EXPECT_FALSE(found.kemeny.is_proved);
  EXPECT_TRUE(std::isnan(found.kemeny_orders));
  const auto all = ranks_of_rows(scores);
  EXPECT_NEAR(found.kemeny.disagreement, mean_apart(found.kemeny.ranks, all), 1e-12);
  EXPECT_LE(found.kemeny.disagreement, found.borda.disagreement);
  // No unit can be moved to a better place.
  for (std::size_t unit = 0; unit < 24; ++unit)
    for (int place = 0; place <= 24; ++place) {
      std::vector<double> moved = found.kemeny.ranks;
      moved[unit] = place + 0.5;
      EXPECT_GE(mean_apart(moved, all), found.kemeny.disagreement - 1e-12);
    }
}

TEST(Consensus, is_found_in_short_steps_and_can_be_given_up) {
  boards::counted_rounds rounds;
  const qx::numeric::executor watched = rounds.executor();
  // Each of 18 units leads once, the next ones behind it: all beat one another in circles.
  const Eigen::Index n = 18;
  qx::matrix scores(n, n);
  for (Eigen::Index r = 0; r < n; ++r)
    for (Eigen::Index i = 0; i < n; ++i) scores(r, i) = static_cast<double>((i + r) % n);
  const rb::outcomes all = outcomes_of(scores);
  const rb::consensus_table alone = rb::consensus(all), stepped = rb::consensus(all, {}, watched);
  EXPECT_TRUE(stepped.kemeny.is_proved);
  EXPECT_EQ(stepped.kemeny.value, alone.kemeny.value);
  EXPECT_EQ(stepped.kemeny.disagreement, alone.kemeny.disagreement);
  EXPECT_EQ(stepped.kemeny_orders, alone.kemeny_orders);
  EXPECT_GE(rounds.done, 32U);  // 2^18 sets of units placed first, forth and back
  rounds.most = rounds.done - 3, rounds.done = 0;
  EXPECT_THROW((void)rb::consensus(all, {}, watched), boards::counted_rounds::given_up);
}

TEST(Consensus, needs_pairs_or_scores) {
  EXPECT_EQ(
      message_of([] { (void)rb::consensus(outcomes_of(uneven_scores(5, 3, 1, 1), false)); }),
      "pairs: the design counts no pairs and the scores of the replicates were not kept; run it with pairs = true, "
      "or with keep = true");
}

}  // namespace
