// How far weights may move: intervals by hand, and against brute force over a fine grid.
#include "quindex/robustness/stability.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"

namespace {

namespace qx = quindex;
namespace rb = quindex::robustness;

/// Scores that are what the table says.
qx::spec as_they_are(qx::framework tree) {
  return {.framework = std::move(tree), .normalise = qx::normalise::identity{}};
}

qx::table random_table(std::size_t units, const std::vector<std::string>& names, std::uint64_t seed, double gaps = 0) {
  const qx::numeric::random_stream noise(seed, "stability test");
  qx::matrix values(static_cast<Eigen::Index>(units), static_cast<Eigen::Index>(names.size()));
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < units; ++i) codes.push_back("u" + std::to_string(i));
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      const auto draw = static_cast<std::uint64_t>(j * values.rows() + i);
      values(i, j) = noise.uniform(2 * draw + 1) < gaps ? qx::missing_value : 1 + 99 * noise.uniform(2 * draw);
    }
  return {qx::labels(codes), qx::labels(names), values};
}

/// wellbeing = (a, b = (b1, b2, b3), c = (c1, c2)), given unequal weights.
qx::framework tree_of_three() {
  return qx::group("wellbeing",
                   {qx::indicator("a", {.weight = 2}),
                    qx::group("b", {qx::indicator("b1"), qx::indicator("b2", {.weight = 3}), qx::indicator("b3")}),
                    qx::group("c", {qx::indicator("c1", {.weight = 0.4}), qx::indicator("c2")}, {.weight = 1.5})});
}
const std::vector<std::string> indicators_of_three{"a", "b1", "b2", "b3", "c1", "c2"};

/// Whether a set of pairs keeps its order in these scores.
enum class about { leader, top, order };
bool is_kept(about what, const std::vector<double>& ranks, const std::vector<double>& now, std::size_t k) {
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (qx::is_missing(ranks[i]) != qx::is_missing(now[i])) return false;
    if (what == about::leader && (ranks[i] == 1) != (now[i] == 1)) return false;
    const auto top = static_cast<double>(k);
    if (what == about::top && (ranks[i] <= top) != (now[i] <= top)) return false;
    if (what == about::order && !qx::is_missing(ranks[i]) && ranks[i] != now[i]) return false;
  }
  return true;
}

/// Every interval of every weight against the ranks on a grid of 1,001 weights: ranks inside are kept, and at the
/// grid's first weight beyond an end they are not.
void expect_brute_force(const qx::result& r, const rb::stability& found, double slack) {
  std::vector<double> grid;
  for (int k = 1; k < 1000; ++k) grid.push_back(k / 1000.0);
  const bool low_is_better =
      r.framework().about(*r.nodes().find(found.node)).about.better.better == qx::direction::kind::low;
  const auto ranked = [&](qx::column_view scores) {
    return qx::numeric::ranks(qx::detail::rounded(scores, r.spec().rank_decimals), qx::ties::best, !low_is_better);
  };
  const std::vector<double> ranks = ranked(r.scores(found.node));
  for (const rb::stable_weight& w : found.weights) {
    const qx::matrix scores = rb::weight_sweep(r, w.node, grid, found.node);
    for (const auto& [what, range] :
         {std::pair(about::leader, w.leader), {about::top, w.top}, {about::order, w.order}}) {
      double above = 2, below = -1;
      for (std::size_t k = 0; k < grid.size(); ++k) {
        const std::vector<double> now = ranked(qx::column_of(scores, static_cast<Eigen::Index>(k)));
        const bool kept = is_kept(what, ranks, now, found.top);
        if (grid[k] > range.low + slack && grid[k] < range.high - slack) {
          EXPECT_TRUE(kept) << w.node << " at " << grid[k] << " in " << range.low << " to " << range.high;
        }
        if (kept) continue;
        if (grid[k] > w.weight) above = std::min(above, grid[k]);
        if (grid[k] < w.weight) below = std::max(below, grid[k]);
      }
      const double step = 1 / 1000.0;
      if (range.high < 1 - step) {
        EXPECT_NEAR(above, range.high + step / 2, step / 2 + slack) << w.node;
      }
      if (range.low > step) {
        EXPECT_NEAR(below, range.low - step / 2, step / 2 + slack) << w.node;
      }
      if (range.high == 1) {
        EXPECT_EQ(above, 2) << w.node;
      }
      if (range.low == 0) {
        EXPECT_EQ(below, -1) << w.node;
      }
    }
  }
}

// A leads by 0.5 · 8 + 0.3 · 2 + 0.2 · 5 = 5.6 before B with 0.5 · 3 + 0.3 · 9 + 0.2 · 6 = 5.4 and C with 4.3.
TEST(Weight_stability, is_that_of_three_units_by_hand) {
  const qx::table data{{"A", "B", "C"}, {"x", "y", "z"}, (qx::matrix(3, 3) << 8, 2, 5, 3, 9, 6, 5, 4, 3).finished()};
  const auto tree = qx::group("index", {qx::indicator("x", {.weight = 5}), qx::indicator("y", {.weight = 3}),
                                        qx::indicator("z", {.weight = 2})});
  const qx::result r = qx::compute(as_they_are(tree), data);
  const rb::stability found = rb::weight_stability(r, "", {.top = 2});
  ASSERT_EQ(found.weights.size(), 3U);
  EXPECT_TRUE(found.is_exact);
  // With x at w the others weigh 0.6 (1 − w) and 0.4 (1 − w): A − B = 5 w − 4.6 (1 − w), which is 0 at 4.6 / 9.6;
  // A − C = 3 w + 0.4 … is 3 w − 0.4 (1 − w) and 0 at 0.4 / 3.4; B − C = −2 w + 4.2 (1 − w), 0 at 4.2 / 6.2.
  const rb::stable_weight& x = found.weights[0];
  EXPECT_NEAR(x.leader.low, 4.6 / 9.6, 1e-15);
  EXPECT_EQ(x.leader.high, 1);
  EXPECT_NEAR(x.top.low, 0.4 / 3.4, 1e-15);
  EXPECT_NEAR(x.top.high, 4.2 / 6.2, 1e-15);
  EXPECT_NEAR(x.order.low, 4.6 / 9.6, 1e-15);
  EXPECT_NEAR(x.order.high, 4.2 / 6.2, 1e-15);
  // The weight 5 beside 3 and 2 that gives this share: 5 · 4.6 / 5, since 5 x = 4.6 · 1.
  EXPECT_NEAR(x.leader_change, 4.6 / 5 - 1, 1e-14);
  // Triantaphyllou and Sánchez: δ = (P_A − P_B) / (a_A − a_B) of the weight 0.5, here 0.2 / 5 = 0.04 = 8 %.
  EXPECT_NEAR(x.leader_change, -(0.2 / 5) / 0.5, 1e-14);
  EXPECT_NEAR(found.weights[1].leader_change, (0.2 / 7) / 0.3, 1e-14);
  EXPECT_NEAR(found.weights[2].leader_change, (0.2 / 1) / 0.2, 1e-13);
  EXPECT_EQ(found.leader, 0U);
  EXPECT_EQ(found.whole_order, 0U);
}

TEST(Weight_stability, lists_every_reversal_nearest_first) {
  const qx::table data{{"A", "B", "C"}, {"x", "y", "z"}, (qx::matrix(3, 3) << 8, 2, 5, 3, 9, 6, 5, 4, 3).finished()};
  const auto tree = qx::group("index", {qx::indicator("x", {.weight = 5}), qx::indicator("y", {.weight = 3}),
                                        qx::indicator("z", {.weight = 2})});
  const rb::stability found = rb::weight_stability(qx::compute(as_they_are(tree), data));
  // P = 5.6, 5.4, 4.3; δ' = (P_i − P_j) / (a_i − a_j) / w, feasible while it leaves the weight above 0. x: AB 0.08,
  // AC 1.3 / 3 / 0.5 = 0.867, BC 1.1 / −2 / 0.5 = −1.1. y: AB −0.095, AC 1.3 / −2 / 0.3 = −2.17, BC 1.1 / 5 / 0.3 =
  // 0.73. z: AB −1, AC 1.3 / 2 / 0.2 = 3.25 not feasible, BC 1.1 / 3 / 0.2 = 1.83 not feasible.
  ASSERT_EQ(found.reversal_count, 7U);
  ASSERT_EQ(found.reversals.size(), 7U);
  const std::vector<double> expected{-0.08, 0.2 / 7 / 0.3, -1.1 / 5 / 0.3, -1.3 / 3 / 0.5, 1, 1.1, 1.3 / 2 / 0.3};
  for (std::size_t k = 0; k < 7; ++k) EXPECT_NEAR(found.reversals[k].relative_change, expected[k], 1e-13) << k;
  EXPECT_EQ(found.reversals[2].node, "y");
  EXPECT_EQ(found.reversals[2].first, "B");
  EXPECT_EQ(found.reversals[2].second, "C");
  EXPECT_EQ(rb::weight_stability(qx::compute(as_they_are(tree), data), "", {.reversals = 2}).reversals.size(), 2U);
}

TEST(Weight_stability, meets_brute_force_in_a_tree) {
  const qx::result r = qx::compute(as_they_are(tree_of_three()), random_table(12, indicators_of_three, 1));
  for (const char* node : {"", "b"}) {
    const rb::stability found = rb::weight_stability(r, node);
    EXPECT_TRUE(found.is_exact);
    EXPECT_EQ(found.weights.size(), *node == 'b' ? 3U : 8U);
    expect_brute_force(r, found, 1e-12);
  }
}

TEST(Weight_stability, meets_brute_force_where_children_are_missing) {
  qx::spec s = as_they_are(tree_of_three());
  for (const qx::missing::method& policy :
       {qx::missing::method(qx::missing::renormalise{}), qx::missing::method(qx::missing::zero{}),
        qx::missing::method(qx::missing::group_mean{}), qx::missing::method(qx::missing::propagate{})}) {
    s.missing = policy;
    const qx::result r = qx::compute(s, random_table(14, indicators_of_three, 5, 0.12));
    const rb::stability found = rb::weight_stability(r);
    EXPECT_TRUE(found.is_exact) << policy.name();
    expect_brute_force(r, found, 1e-12);
  }
}

TEST(Weight_stability, of_turned_groups_sums_and_power_means_is_exact_too) {
  const qx::table data = random_table(10, indicators_of_three, 3);
  const auto tree = qx::group("risk",
                              {qx::indicator("a"),
                               qx::group("b", {qx::indicator("b1"), qx::indicator("b2"), qx::indicator("b3")},
                                         {.better = qx::direction::worse_when_high}),
                               qx::group("c", {qx::indicator("c1"), qx::indicator("c2")})},
                              {.better = qx::direction::worse_when_high});
  const qx::result turned =
      qx::compute({.framework = tree, .normalise = qx::normalise::min_max{.low = 1, .high = 100}}, data);
  const rb::stability found = rb::weight_stability(turned);
  EXPECT_TRUE(found.is_exact);
  expect_brute_force(turned, found, 1e-12);
  for (const qx::aggregate::method& method :
       {qx::aggregate::method(qx::aggregate::geometric_mean{}), qx::aggregate::method(qx::aggregate::harmonic_mean{}),
        qx::aggregate::method(qx::aggregate::power_mean{.exponent = 3}),
        qx::aggregate::method(qx::aggregate::sum{.weighted = true}), qx::aggregate::method(qx::aggregate::sum{})}) {
    qx::spec s = as_they_are(tree_of_three());
    s.aggregate = method;
    s.missing = qx::missing::renormalise{};
    const qx::result r = qx::compute(s, random_table(10, indicators_of_three, 4, 0.1));
    const rb::stability mean = rb::weight_stability(r);
    EXPECT_TRUE(mean.is_exact) << method.name();
    expect_brute_force(r, mean, 1e-11);
  }
}

TEST(Weight_stability, is_tried_out_where_there_is_no_closed_form) {
  const qx::table data = random_table(8, indicators_of_three, 6);
  qx::spec s = as_they_are(tree_of_three());
  s.aggregate = {qx::aggregate::geometric_mean{}, {{"wellbeing", qx::aggregate::arithmetic_mean{}}}};
  const qx::result r = qx::compute(s, data);
  const rb::stability found = rb::weight_stability(r, "", {.steps = 400, .resolution = 1e-7});
  EXPECT_FALSE(found.is_exact);
  for (const rb::stable_weight& w : found.weights) EXPECT_EQ(w.is_exact, w.group == "wellbeing") << w.node;
  expect_brute_force(r, found, 1e-6);
}

TEST(Weight_stability, by_trying_out_finds_what_the_closed_form_finds) {
  // A floor that nobody falls below takes the closed form away when there are gaps, and changes nothing else.
  qx::spec s = as_they_are(tree_of_three());
  const qx::table data = random_table(9, indicators_of_three, 8, 0.08);
  s.missing = qx::missing::renormalise{};
  const rb::stability exact = rb::weight_stability(qx::compute(s, data));
  s.missing = qx::missing::renormalise{.at_least = 1e-11};
  const rb::stability tried = rb::weight_stability(qx::compute(s, data), "", {.steps = 1000, .resolution = 1e-8});
  EXPECT_FALSE(tried.is_exact);
  std::size_t numerical = 0;
  for (std::size_t k = 0; k < exact.weights.size(); ++k) {
    numerical += tried.weights[k].is_exact ? 0 : 1;
    EXPECT_NEAR(exact.weights[k].leader.low, tried.weights[k].leader.low, 1e-8);
    EXPECT_NEAR(exact.weights[k].leader.high, tried.weights[k].leader.high, 1e-8);
    EXPECT_NEAR(exact.weights[k].order.low, tried.weights[k].order.low, 1e-8);
    EXPECT_NEAR(exact.weights[k].order.high, tried.weights[k].order.high, 1e-8);
  }
  EXPECT_GE(numerical, 3U);
  ASSERT_EQ(exact.reversal_count, tried.reversal_count);
  for (std::size_t k = 0; k < exact.reversals.size(); ++k)
    EXPECT_NEAR(exact.reversals[k].weight, tried.reversals[k].weight, 1e-7) << k;
}

TEST(Weight_stability, knows_ties) {
  const auto tree = qx::group("index", {qx::indicator("x"), qx::indicator("y"), qx::indicator("z")});
  const auto found = [&](const qx::matrix& values) {
    return rb::weight_stability(qx::compute(as_they_are(tree), {{"A", "B", "C"}, {"x", "y", "z"}, values})).weights[0];
  };
  // A and B are the same unit: they lead together until C meets both, at w 3 + (1 − w) 4 = w 8.
  const rb::stable_weight twins = found((qx::matrix(3, 3) << 3, 4, 4, 3, 4, 4, 8, 0, 0).finished());
  EXPECT_NEAR(twins.leader.high, 4.0 / 9, 1e-15);
  EXPECT_NEAR(twins.order.high, 4.0 / 9, 1e-15);
  // A and B are equal by chance: whoever is better on x leads as soon as x weighs more.
  const rb::stable_weight chance = found((qx::matrix(3, 3) << 5, 4, 3, 3, 4, 5, 0, 0, 0).finished());
  EXPECT_EQ(chance.leader, (rb::weight_range{1.0 / 3, 1.0 / 3}));
  EXPECT_EQ(chance.leader_change, 0);
  // Of two equal units of the same y + z the siblings' order does not matter.
  const rb::stable_weight turned = found((qx::matrix(3, 3) << 5, 0.1, 0.2, 5, 0.2, 0.1, 0, 0, 0).finished());
  EXPECT_EQ(turned.leader.high, 1);
  EXPECT_EQ(turned.order.high, 1);
}

TEST(Weight_stability, of_ranks_of_rounded_scores_is_tried_out_with_the_rounding) {
  // 10 w beside 10 (1 - w), rounded to whole numbers: 6 and 4 until 5.5 and 4.5 are rounded, and then 5 and 5.
  qx::spec recipe =
      as_they_are(qx::group("index", {qx::indicator("x", {.weight = 3}), qx::indicator("y", {.weight = 2})}));
  recipe.rank_decimals = 0;
  const qx::result r = qx::compute(recipe, {{"A", "B"}, {"x", "y"}, (qx::matrix(2, 2) << 10, 0, 0, 10).finished()});
  const rb::stability found = rb::weight_stability(r);
  EXPECT_FALSE(found.is_exact || found.weights[0].is_exact);
  EXPECT_NEAR(found.weights[0].leader.low, 0.55, 1e-6);
  EXPECT_EQ(found.weights[0].leader.high, 1);
  EXPECT_NEAR(rb::pair_weights(r, "A", "B")[0].order.low, 0.55, 1e-6);
  ASSERT_EQ(found.reversal_count, 2U);
  EXPECT_NEAR(found.reversals[0].weight, 0.5, 1e-12) << "where the scores themselves are equal";
  qx::spec tree = as_they_are(tree_of_three());
  tree.rank_decimals = 0;
  const qx::result many = qx::compute(tree, random_table(7, indicators_of_three, 5));
  expect_brute_force(many, rb::weight_stability(many, {}, {.steps = 2000}), 1e-6);
}

TEST(Pair_weights, are_where_two_units_meet) {
  const qx::table data{{"A", "B", "C"}, {"x", "y", "z"}, (qx::matrix(3, 3) << 8, 2, 5, 3, 9, 6, 5, 4, 3).finished()};
  const auto tree = qx::group("index", {qx::indicator("x", {.weight = 5}), qx::indicator("y", {.weight = 3}),
                                        qx::indicator("z", {.weight = 2})});
  const qx::result r = qx::compute(as_they_are(tree), data);
  for (const auto& [first, second] : {std::pair("B", "C"), {"C", "B"}}) {
    const auto found = rb::pair_weights(r, first, second);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_NEAR(found[0].order.high, 4.2 / 6.2, 1e-15);
    EXPECT_EQ(found[0].order.low, 0);
    EXPECT_NEAR(found[1].change, -1.1 / 5 / 0.3, 1e-13);
    EXPECT_TRUE(std::isnan(found[2].change));
  }
}

TEST(Weight_sweep, gives_the_fitted_scores_at_the_fitted_weight) {
  const qx::result r = qx::compute(as_they_are(tree_of_three()), random_table(5, indicators_of_three, 9));
  const qx::matrix swept = rb::weight_sweep(r, "b2", {0, 0.6, 1});
  for (Eigen::Index i = 0; i < 5; ++i) EXPECT_NEAR(swept(i, 1), r.scores()(i, 0), 1e-12);
  const qx::matrix b = rb::weight_sweep(r, "b2", {0, 1}, "b");
  EXPECT_NEAR(b(2, 0), (r.scores("b1")[2] + r.scores("b3")[2]) / 2, 1e-12);
  EXPECT_NEAR(b(2, 1), r.scores("b2")[2], 1e-12);
}

TEST(Weight_stability, refuses_in_words) {
  const qx::result r = qx::compute(as_they_are(tree_of_three()), random_table(5, indicators_of_three, 9));
  const auto message = [](auto&& f) -> std::string {
    try {
      f();
    } catch (const qx::error& e) {
      return e.what();
    }
    return {};
  };
  EXPECT_EQ(message([&] { (void)rb::weight_stability(r, "welbeing"); }),
            "weight_stability: there is no node 'welbeing'; did you mean 'wellbeing'?");
  EXPECT_EQ(message([&] { (void)rb::weight_stability(r, "a"); }),
            "weight_stability: 'a' is an indicator, no weight enters its score; ask for one of the groups");
  EXPECT_EQ(message([&] { (void)rb::weight_stability(r, "", {.top = 0}); }),
            "weight_stability.top: found 0; watch the top 1 or more");
  EXPECT_EQ(message([&] { (void)rb::pair_weights(r, "u1", "v"); }),
            "pair_weights: there is no unit 'v'; there are 'u0', 'u1', 'u2', 'u3', 'u4'");
  EXPECT_EQ(message([&] { (void)rb::weight_sweep(r, "a", {0.5}, "b"); }),
            "weight_sweep: 'a' has no siblings below 'b'; name a node whose weight can move");
  EXPECT_EQ(message([&] { (void)rb::weight_sweep(r, "a", {1.5}); }),
            "weight_sweep.weights: found 1.5; shares are from 0 to 1");
}

}  // namespace
