// Methods that look at ranks only.
#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::normalise;
using qx::ties;

const std::vector<double> tied{10, 20, 20, 30, none};

// Case rank: by hand
TEST(Rank, gives_the_worst_1_and_the_best_as_many_as_there_are) {
  expect_near(scores(rank{}, tied), {1, 2.5, 2.5, 4, none}, 0);
  expect_near(scores(rank{}, tied, low_is_better()), {4, 2.5, 2.5, 1, none}, 0);
}

TEST(Rank, reads_tie_rules_from_the_best) {
  expect_near(scores(rank{.ties = ties::best}, tied), {1, 3, 3, 4, none}, 0);
  expect_near(scores(rank{.ties = ties::worst}, tied), {1, 2, 2, 4, none}, 0);
  expect_near(scores(rank{.ties = ties::dense}, tied), {1, 2, 2, 3, none}, 0);
  EXPECT_EQ(
      refused<qx::spec_error>([] { (rank{.ties = ties::ordinal}.check(qx::path("normalise"))); }),
      "normalise.ties: 'ordinal' gives equal values different ranks; choose 'best', 'worst', 'average' or 'dense'");
}

TEST(Rank, counts_down_from_the_number_of_distinct_values_under_dense) {
  expect_near(scores(rank{.ties = ties::dense}, {1, 1, 1, 2, 3}), {1, 1, 1, 2, 3}, 0);
  expect_near(scores(rank{.ties = ties::dense}, {1, 1, 1, 2, 3}, low_is_better()), {3, 3, 3, 2, 1}, 0);
}

TEST(Rank, turns_round_in_two_ways_that_differ_for_ties) {
  expect_near(scores(rank{.ties = ties::best}, tied, low_is_better()), {4, 3, 3, 1, none}, 0);
  expect_near(scores(rank{.ties = ties::best, .reversal = reversal::complement}, tied, low_is_better()),
              {4, 2, 2, 1, none}, 0);
}

TEST(Rank, places_new_values_between_their_neighbours) {
  expect_near(applied(fitted(rank{}, tied), {15, 5, 99, 20}), {1.75, 1, 4, 2.5}, 0);
}

TEST(Rank, says_nothing_about_a_constant) {
  EXPECT_EQ(refused<qx::data_error>([] {
              scores(rank{}, {3, 3});
            }),
            "indicators/x: rank needs at least two distinct values, found one (3); remove the indicator, or give it "
            "goalposts and a method that uses them");
}

// Case percentile_rank: by hand
TEST(PercentileRank, is_the_share_of_smaller_values_among_the_others) {
  expect_near(scores(percentile_rank{.high = 1}, tied), {0, 1.0 / 3, 1.0 / 3, 1, none});
}

TEST(PercentileRank, complements_as_the_social_vulnerability_index_does) {
  // income per head: 1 - (number smaller) / (n - 1), so tied values share the higher percentile
  const percentile_rank complemented{.reversal = reversal::complement, .high = 1};
  expect_near(scores(complemented, tied, low_is_better()), {1, 2.0 / 3, 2.0 / 3, 0, none});
  expect_near(scores(percentile_rank{.high = 1}, tied, low_is_better()), {1, 1.0 / 3, 1.0 / 3, 0, none});
}

TEST(PercentileRank, knows_the_common_formulas) {
  const auto by = [](percentile_formula formula, ties rule) {
    return scores(percentile_rank{.formula = formula, .ties = rule, .high = 1}, {10, 20, 20, 30});
  };
  expect_near(by(percentile_formula::hazen, ties::average), {0.125, 0.5, 0.5, 0.875});
  expect_near(by(percentile_formula::weibull, ties::average), {0.2, 0.5, 0.5, 0.8});
  expect_near(by(percentile_formula::share, ties::best), {0.25, 0.75, 0.75, 1});
}

TEST(PercentileRank, rounds_before_scores_are_added_when_asked_to) {
  expect_near(scores(percentile_rank{.high = 1, .decimals = 2}, {1, 2, 3, 4}), {0, 0.33, 0.67, 1}, 0);
}

// Case exponential_rank: by hand, from the formula of the deprivation indices
TEST(ExponentialRank, spreads_out_the_top) {
  // -23 ln(1 - R (1 - exp(-100/23))) for R = 1/4, 1/2, 3/4, 1
  const std::vector<double> by_hand{6.517733263680379, 15.646790072602894, 31.009143532807215, 100};
  expect_near(scores(exponential_rank{}, {1, 2, 3, 4}), by_hand);
  expect_near(scores(exponential_rank{}, {4, 3, 2, 1}, low_is_better()), by_hand);
  expect_near(scores(exponential_rank{}, {1, 2, 2, 4}), {by_hand[0], by_hand[2], by_hand[2], 100});
}

}  // namespace
