// Weights that people state child by child: ranks, steps, levels, points, ratings.
#include <gtest/gtest.h>

#include "judged.hpp"
#include "quindex/weigh/budget_allocation.hpp"
#include "quindex/weigh/delphi.hpp"
#include "quindex/weigh/fucom.hpp"
#include "quindex/weigh/lbwa.hpp"
#include "quindex/weigh/rank_order_centroid.hpp"
#include "quindex/weigh/rank_reciprocal.hpp"
#include "quindex/weigh/rank_sum_weights.hpp"
#include "quindex/weigh/smart.hpp"
#include "quindex/weigh/swara.hpp"
#include "quindex/weigh/swing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
namespace qx = quindex;

const by_code five{{"a", 1}, {"b", 2}, {"c", 3}, {"d", 4}, {"e", 5}};

// Case rank_order_centroid: Barron and Barrett (1996), closed form for five criteria.
TEST(RankOrderCentroid, is_the_centre_of_what_the_ranking_leaves) {
  expect_near(rank_order_centroid{.ranks = five}.fit(judged::letters(5)), {0.456667, 0.256667, 0.156667, 0.09, 0.04},
              1e-6);
}

// Case rank_sum_weights: Stillwell, Seaver and Edwards (1981), closed form for five criteria.
TEST(RankSumWeights, fall_in_equal_steps) {
  expect_near(rank_sum_weights{.ranks = five}.fit(judged::letters(5)),
              {5 / 15.0, 4 / 15.0, 3 / 15.0, 2 / 15.0, 1 / 15.0}, 1e-15);
  expect_near(rank_sum_weights{.ranks = five, .exponent = 0}.fit(judged::letters(5)), {0.2, 0.2, 0.2, 0.2, 0.2}, 1e-15);
  expect_near(rank_sum_weights{.ranks = five, .exponent = 2}.fit(judged::letters(5)),
              {25 / 55.0, 16 / 55.0, 9 / 55.0, 4 / 55.0, 1 / 55.0}, 1e-14);
}

// Case rank_reciprocal: Stillwell, Seaver and Edwards (1981), closed form for five criteria.
TEST(RankReciprocal, falls_like_one_over_the_rank) {
  expect_near(rank_reciprocal{.ranks = five}.fit(judged::letters(5)),
              {0.437956, 0.218978, 0.145985, 0.109489, 0.087591}, 1e-6);
}

TEST(WeightsFromRanks, share_places_among_ties_and_keep_to_codes) {
  // Places 1 and 2 of rank sums 3, 2, 1 over 6.
  const by_code tied{{"c", 1}, {"a", 1}, {"b", 7}};
  expect_near(rank_sum_weights{.ranks = tied}.fit(judged::letters(3)), {2.5 / 6, 1 / 6.0, 2.5 / 6}, 1e-15);
  const by_code all{{"a", 2}, {"b", 2}, {"c", 2}};
  expect_near(rank_order_centroid{.ranks = all}.fit(judged::letters(3)), {1 / 3.0, 1 / 3.0, 1 / 3.0}, 1e-15);
  expect_near(rank_reciprocal{.ranks = {{"a", 1}}}.fit(judged::letters(1)), {1}, 0);
}

TEST(WeightsFromRanks, refuse_children_they_do_not_know) {
  EXPECT_EQ(judged::refused<qx::spec_error>(rank_reciprocal{}, judged::letters(2)),
            "weigh/g: there are no judgements; give `ranks`: a rank for each of 'a', 'b'");
  EXPECT_EQ(judged::refused<qx::spec_error>(rank_reciprocal{.ranks = {{"a", 1}}}, judged::letters(2)),
            "weigh/g: ranks says nothing of 'b'; give a rank for each child of the group");
  EXPECT_EQ(judged::refused<qx::spec_error>(rank_reciprocal{.ranks = {{"health", 1}, {"educatoin", 2}}},
                                            judged::of({"health", "education"})),
            "weigh/g: ranks names 'educatoin', which is no child of the group; did you mean 'education'?");
  EXPECT_EQ(judged::unchecked(rank_reciprocal{.ranks = {{"a", 1}, {"a", 2}}}),
            "weigh.ranks.a: the code stands twice; keep one of them");
}

// Case swara: Karabašević et al. (2015), Acta Montanistica Slovaca 20(2).
TEST(Swara, steps_down) {
  const by_code steps{{"a", 0}, {"b", 0}, {"c", 0.35}, {"d", 0.2}, {"e", 0.3}, {"f", 0}, {"g", 0.4}};
  expect_near(swara{.steps = steps}.fit(judged::letters(7)), {0.215, 0.215, 0.159, 0.133, 0.102, 0.102, 0.073}, 6e-4);
  EXPECT_EQ(judged::unchecked(swara{.steps = {{"a", 0.5}, {"b", 0}}}),
            "weigh.steps.a: the first step is 0.5; the most important child has none before it: write 0");
}

TEST(Swara, takes_the_order_of_importance_from_the_order_of_writing) {
  expect_near(swara{.steps = {{"b", 0}, {"a", 1}}}.fit(judged::letters(2)), {1 / 3.0, 2 / 3.0}, 1e-15);
}

// Case lbwa: Žižović and Pamučar (2019), DMAME 2(2), 126-137.
TEST(Lbwa, is_that_of_zizovic_and_pamucar) {
  const lbwa m{.levels = {{"b", 1}, {"e", 1}, {"g", 1}, {"f", 1}, {"a", 1}, {"c", 1}, {"h", 2}, {"d", 2}},
               .values = {{"b", 0}, {"e", 2}, {"g", 3}, {"f", 4}, {"a", 4}, {"c", 5}, {"h", 1}, {"d", 2}}};
  expect_near(m.fit(judged::letters(8)), {0.121, 0.191, 0.111, 0.084, 0.148, 0.121, 0.134, 0.089}, 6e-4);
  EXPECT_EQ(judged::unchecked(lbwa{.levels = m.levels, .values = m.values, .elasticity = 6}),
            "weigh.elasticity: 6 is not above the size of the largest level, 6; write 7 or more");
  EXPECT_EQ(judged::unchecked(lbwa{.levels = {{"a", 1.5}}}),
            "weigh.levels.a: 1.5 is no level; levels are 1, 2, 3 and so on");
}

// Case fucom: Sodur et al. (2024), Heliyon, e30664.
TEST(Fucom, is_fully_consistent) {
  const by_code significance{{"c", 1}, {"a", 3}, {"b", 4}, {"d", 6}, {"e", 7}};
  expect_near(fucom{.significance = significance}.fit(judged::letters(5)), {0.1761, 0.132, 0.5283, 0.0881, 0.0755},
              1e-3);
  EXPECT_EQ(judged::unchecked(fucom{.significance = {{"a", 2}, {"b", 3}}}),
            "weigh.significance: no child has the significance 1; give 1 to the most important child and the others "
            "relative to it");
}

// Case swing: by hand, 100 : 60 : 40.
TEST(Swing, shares_points) {
  expect_near(swing{.points = {{"b", 60}, {"a", 100}, {"c", 40}}}.fit(judged::letters(3)), {0.5, 0.3, 0.2}, 1e-15);
  EXPECT_EQ(
      judged::unchecked(swing{.points = {{"a", 90}}}),
      "weigh.points: no child has 100 points; give 100 to the swing that is wanted most and the others relative to it");
}

// Case smart: by hand, 10 : 30 : 60.
TEST(Smart, shares_points) {
  expect_near(smart{.points = {{"a", 10}, {"b", 30}, {"c", 60}}}.fit(judged::letters(3)), {0.1, 0.3, 0.6}, 1e-15);
  EXPECT_EQ(judged::unchecked(smart{.points = {{"a", 20}}}),
            "weigh.points: no child has 10 points; give 10 to the least important child and the others relative to it");
}

// Case budget_allocation: by hand, judges 50/30/20 and 70/30, whose mean is 60/30/10 and median the same.
TEST(BudgetAllocation, averages_shares) {
  const std::vector<by_code> judges{{{"a", 50}, {"b", 30}, {"c", 20}}, {{"b", 3}, {"a", 7}}};
  expect_near(budget_allocation{.judges = judges}.fit(judged::letters(3)), {0.6, 0.3, 0.1}, 1e-15);
  expect_near(budget_allocation{.judges = {judges[0], judges[0], {{"c", 1}}}, .joint = joint_share::median}.fit(
                  judged::letters(3)),
              {0.5, 0.3, 0.2}, 1e-15);
  EXPECT_EQ(judged::unchecked(budget_allocation{.judges = judges, .budget = 100}),
            "weigh.judges.1: the judge gives 10 points; the budget is 100");
  EXPECT_EQ(judged::unchecked(budget_allocation{.judges = {{{"a", 0}}}}),
            "weigh.judges.0: the judge gives no points; leave the judge out");
  EXPECT_EQ(judged::refused<qx::spec_error>(budget_allocation{}, judged::letters(2)),
            "weigh/g: there are no judgements; give `judges`: for each judge, points by code among 'a', 'b'");
}

// Case delphi: by hand, ratings 4 2 2 and 2 4 2 and 3 3 2 have the means 3 3 2.
TEST(Delphi, weighs_by_the_last_round) {
  const std::vector<by_code> first{{{"a", 9}, {"b", 1}, {"c", 5}}, {{"a", 1}, {"b", 9}, {"c", 5}}};
  const std::vector<by_code> second{
      {{"a", 4}, {"b", 2}, {"c", 2}}, {{"a", 2}, {"b", 4}, {"c", 2}}, {{"a", 3}, {"b", 3}, {"c", 2}}};
  expect_near(delphi{.rounds = {first, second}}.fit(judged::letters(3)), {3 / 8.0, 3 / 8.0, 2 / 8.0}, 1e-15);
}

TEST(Delphi, says_when_to_stop) {
  const std::vector<by_code> apart{{{"a", 9}, {"b", 1}}, {{"a", 1}, {"b", 9}}},
      agreed{{{"a", 9}, {"b", 1}}, {{"a", 8}, {"b", 2}}};
  const auto notes = [&](std::vector<std::vector<by_code>> rounds) {
    return delphi{.rounds = std::move(rounds)}.remarks(judged::letters(2)).back();
  };
  EXPECT_EQ(notes({apart}), "round 1: Kendall's W is 0; below 0.7, ask another round");
  EXPECT_EQ(notes({apart, apart}), "round 2: Kendall's W is 0; it no longer changes");
  EXPECT_EQ(notes({apart, agreed}), "round 2: Kendall's W is 1; the experts agree");
}

}  // namespace
