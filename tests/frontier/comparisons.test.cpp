// Malmquist, cross-efficiency and bootstrap: cases done by hand, and what has to hold.
#include "quindex/frontier/comparisons.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "quindex/frontier/data_envelopment.hpp"
#include "sample.hpp"

namespace comparisons_test {

using namespace quindex;
using namespace quindex::frontier;
using sample::named;
const roles one_each{{"x"}, {"y"}};

TEST(malmquist, splits_catching_up_from_the_movement_of_the_frontier) {
  // Output per input of A goes from 1 to 2, of B from 2 to 3. The best goes from 2 to 3: technical change 3/2 for both.
  // A catches up from 1/2 to 2/3: 4/3. The index is the growth of the ratio: 2 and 3/2.
  const table before = named((matrix(2, 2) << 2, 2, 1, 2).finished(), {"x", "y"});
  const table after = named((matrix(2, 2) << 1, 2, 3, 9).finished(), {"x", "y"});
  for (const orientation towards : {orientation::input, orientation::output}) {
    const malmquist_index found = malmquist(before, after, one_each, towards);
    EXPECT_NEAR(found.index[0], 2, 1e-9);
    EXPECT_NEAR(found.efficiency[0], 4.0 / 3, 1e-9);
    EXPECT_NEAR(found.technical[0], 1.5, 1e-9);
    EXPECT_NEAR(found.index[1], 1.5, 1e-9);
    EXPECT_NEAR(found.efficiency[1], 1, 1e-9);
  }
}

TEST(malmquist, is_one_where_nothing_changes_and_the_reciprocal_backwards) {
  const table a = sample::random_activities(20, 0, 1);
  const table b = sample::random_activities(20, 0, 2);
  const malmquist_index still = malmquist(a, a, sample::roles_of_random);
  const malmquist_index there = malmquist(a, b, sample::roles_of_random);
  const malmquist_index back = malmquist(b, a, sample::roles_of_random);
  for (std::size_t i = 0; i < 20; ++i) {
    EXPECT_NEAR(still.index[i], 1, 1e-9);
    EXPECT_NEAR(there.index[i] * back.index[i], 1, 1e-8);
  }
}

TEST(malmquist, names_the_units_without_an_index) {
  const table nothing = named((matrix(2, 2) << 1, 0, 2, 2).finished(), {"x", "y"});
  const table something = named((matrix(2, 2) << 1, 1, 2, 2).finished(), {"x", "y"});
  for (const orientation towards : {orientation::input, orientation::output}) {
    const malmquist_index found = malmquist(nothing, something, one_each, towards);
    EXPECT_TRUE(is_missing(found.index[0]));
    EXPECT_NEAR(found.index[1], 1, 1e-9);
    ASSERT_EQ(found.notes.size(), 1U);
    EXPECT_EQ(found.notes[0].where, "units/u0");
    EXPECT_EQ(found.notes[0].what, "no index: before, against the first frontier, its score is 0, as it makes nothing");
  }
  // In the second period nobody makes z, of which u0 made some.
  const table some_z = named((matrix(2, 3) << 1, 1, 1, 2, 2, 0).finished(), {"x", "y", "z"});
  const table no_z = named((matrix(2, 3) << 1, 1, 0, 2, 2, 0).finished(), {"x", "y", "z"});
  for (const orientation towards : {orientation::input, orientation::output}) {
    const malmquist_index found = malmquist(some_z, no_z, {{"x"}, {"y", "z"}}, towards);
    EXPECT_TRUE(is_missing(found.index[0]));
    ASSERT_EQ(found.notes.size(), 1U);
    EXPECT_EQ(found.notes[0].what,
              "no index: before, against the second frontier, it has no score, as it makes what nobody makes there");
  }
  EXPECT_TRUE(malmquist(something, something, one_each).notes.empty());
}

TEST(malmquist, wants_the_same_units) {
  EXPECT_THROW(
      (void)malmquist(sample::random_activities(3, 0, 1), sample::random_activities(4, 0, 1), sample::roles_of_random),
      data_error);
}

TEST(cross_efficiency, is_the_ratio_for_one_input_and_output) {
  const table data = named((matrix(3, 2) << 1, 1, 1, 2, 2, 1).finished(), {"x", "y"});
  const cross_scores found = cross_efficiency(data, one_each);
  for (Eigen::Index o = 0; o < 3; ++o) {
    EXPECT_NEAR(found.scores(o, 0), 0.5, 1e-9);
    EXPECT_NEAR(found.scores(o, 1), 1, 1e-9);
    EXPECT_NEAR(found.scores(o, 2), 0.25, 1e-9);
  }
  EXPECT_NEAR(found.mean[2], 0.25, 1e-9);
}

TEST(cross_efficiency, keeps_own_scores_and_attitudes) {
  const table data = sample::random_activities(15, 0, 3);
  const auto own = data_envelopment(data, sample::roles_of_random).scores;
  const cross_scores kind = cross_efficiency(data, sample::roles_of_random, attitude::benevolent);
  const cross_scores harsh = cross_efficiency(data, sample::roles_of_random, attitude::aggressive);
  double kind_sum = 0;
  double harsh_sum = 0;
  for (Eigen::Index i = 0; i < 15; ++i) {
    const auto unit = static_cast<std::size_t>(i);
    EXPECT_NEAR(kind.scores(i, i), own[unit], 1e-8);
    EXPECT_NEAR(harsh.scores(i, i), own[unit], 1e-8);
    EXPECT_LE(kind.scores.col(i).maxCoeff(), own[unit] + 1e-8);  // nobody sees a unit better than it sees itself
    kind_sum += kind.mean[unit];
    harsh_sum += harsh.mean[unit];
  }
  EXPECT_GT(kind_sum, harsh_sum);
}

TEST(bootstrap, expects_what_can_be_counted) {
  // Hardly smoothed, the scores 1/2 and 1 are drawn at even odds for each of two units: with probability 1/4 both are
  // moved to 1/2, the frontier moves by 2, and all scores double. The bias is a quarter of a score, with a standard
  // error of sqrt(3) / 4 / sqrt(replicates) of it; the quantiles of the replicates are the score and twice the score.
  const table data = named((matrix(2, 2) << 2, 1, 1, 1).finished(), {"x", "y"});
  for (const orientation towards : {orientation::input, orientation::output}) {
    const bootstrap_scores found =
        bootstrap(data, one_each,
                  {.scale = returns::constant, .towards = towards, .replicates = 4000, .seed = 3, .bandwidth = 1e-9});
    for (std::size_t i = 0; i < 2; ++i) {
      const double score = i == 0 ? 0.5 : 1;
      EXPECT_EQ(found.scores[i], score);
      EXPECT_NEAR(found.bias[i], score / 4, 4 * score * std::sqrt(3.0) / 4 / std::sqrt(4000.0));
      EXPECT_NEAR(found.corrected[i], score - found.bias[i], 1e-12);
      EXPECT_NEAR(found.low[i], 0, 1e-6);
      EXPECT_NEAR(found.high[i], score, 1e-6);
    }
  }
}

TEST(bootstrap, moves_all_scores_alike_where_the_frontier_is_one_line) {
  // With one input and one output, constant returns have one frontier: a replicate multiplies all scores by one factor.
  const table data = named((matrix(5, 2) << 1, 1, 2, 1.5, 3, 1.4, 2, 1.9, 4, 2.5).finished(), {"x", "y"});
  const bootstrap_scores found = bootstrap(data, one_each, {.scale = returns::constant, .replicates = 200, .seed = 1});
  EXPECT_GT(found.bandwidth, 0);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_GT(found.bias[i], 0);
    EXPECT_NEAR(found.bias[i] / found.scores[i], found.bias[0], 1e-9);
    EXPECT_NEAR(found.low[i] / found.scores[i], found.low[0], 1e-9);
    EXPECT_LT(found.low[i], found.high[i]);
  }
}

TEST(bootstrap, counts_what_is_below_0) {
  const table data = named((matrix(5, 2) << 1, 1, 2, 3, 4, 4, 9, 3, 12, 3.5).finished(), {"x", "y"});
  const bootstrap_scores found = bootstrap(data, one_each, {.replicates = 200, .seed = 1});
  const auto below = [](const std::vector<double>& x) {
    return static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [](double v) { return v < 0; }));
  };
  ASSERT_GT(below(found.low), 0U);
  const auto at = std::find_if(found.notes.begin(), found.notes.end(), [](const note& n) { return n.where == "low"; });
  ASSERT_NE(at, found.notes.end());
  EXPECT_EQ(at->count, below(found.low));
  EXPECT_EQ(at->what,
            "lower ends below 0: " + std::to_string(at->count) + "; the units are too few for the correction");
  const table steady = named((matrix(3, 2) << 1, 1, 2, 3, 4, 4).finished(), {"x", "y"});
  EXPECT_TRUE(bootstrap(steady, one_each, {.scale = returns::constant, .replicates = 50, .seed = 1}).notes.empty());
}

TEST(bootstrap, is_the_same_for_the_same_seed) {
  const table data = sample::random_activities(15, 0, 6);
  const auto run = [&](std::uint64_t seed) {
    return bootstrap(data, sample::roles_of_random, {.replicates = 20, .seed = seed}).corrected;
  };
  EXPECT_EQ(run(1), run(1));
  EXPECT_NE(run(1), run(2));
}

TEST(bootstrap, refuses_what_leaves_nothing_to_smooth) {
  EXPECT_THROW((void)bootstrap(named(matrix::Ones(3, 2), {"x", "y"}), one_each), data_error);
  EXPECT_THROW((void)bootstrap(sample::random_activities(9, 0, 1), sample::roles_of_random, {.replicates = 1}),
               spec_error);
}

}  // namespace comparisons_test
