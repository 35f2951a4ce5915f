// The further forms of benefit of the doubt, each against a case done by hand.
#include "quindex/frontier/doubt.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace doubt_test {

using namespace quindex;
using namespace quindex::frontier;
using sample::named;

// The frontier goes (4, 0), (3, 2), (0, 3); (1, 2) lies inside.
table drawn() { return named((matrix(4, 2) << 4, 0, 3, 2, 0, 3, 1, 2).finished(), {"income", "health"}); }

template <class Call>
std::string message(Call call) {
  try {
    call();
  } catch (const error& e) {
    return e.what();
  }
  return "nothing was thrown";
}

TEST(doubt, gives_scores_weights_shares_and_peers) {
  const doubt found = benefit_of_the_doubt(drawn());
  EXPECT_NEAR(found.scores[3], 7.0 / 9, 1e-12);
  EXPECT_NEAR(found.weights(3, 1), 1.0 / 3, 1e-12);
  EXPECT_NEAR(found.shares(3, 0), 1.0 / 7, 1e-12);
  EXPECT_NEAR(found.shares(3, 1), 6.0 / 7, 1e-12);
  EXPECT_EQ(found.peers[3][1].point, 2U);
  EXPECT_EQ(found.peers[0], (std::vector<numeric::peer>{{0, 1.0}}));
}

TEST(doubt, keeps_to_bounds_of_indicators_groups_and_ratios) {
  const table data = sample::random_activities(40, 0, 3);
  const doubt_options rules{.shares = {{{"a", "b"}, 0.4, 0.5}, {{"c"}, 0.1, 0.2}}, .ratios = {{"a", "b", 0.5, 2}}};
  const doubt weights = benefit_of_the_doubt(data, rules);
  doubt_options own = rules;
  own.on = numeric::restricted::contributions;
  const doubt contributions = benefit_of_the_doubt(data, own);
  const doubt free = benefit_of_the_doubt(data);
  for (Eigen::Index i = 0; i < 40; ++i) {
    const Eigen::RowVectorXd s = weights.weights.row(i) / weights.weights.row(i).sum();
    const Eigen::RowVectorXd c = contributions.shares.row(i);
    for (const Eigen::RowVectorXd& share : {s, c}) {
      EXPECT_GE(share(0) + share(1), 0.4 - 1e-9);
      EXPECT_LE(share(0) + share(1), 0.5 + 1e-9);
      EXPECT_GE(share(2), 0.1 - 1e-9);
      EXPECT_LE(share(2), 0.2 + 1e-9);
      EXPECT_GE(share(0), 0.5 * share(1) - 1e-9);
      EXPECT_LE(share(0), 2 * share(1) + 1e-9);
    }
    const auto unit = static_cast<std::size_t>(i);
    EXPECT_LE(weights.scores[unit], free.scores[unit] + 1e-12);
    EXPECT_LE(contributions.scores[unit], free.scores[unit] + 1e-12);
  }
}

TEST(doubt, names_the_bounds_that_contradict_each_other) {
  const table data = sample::random_activities(4, 0, 3);
  EXPECT_EQ(
      message([&] {
        (void)benefit_of_the_doubt(data, {.shares = {{{"a", "b"}, 0.7, 1}, {{"c"}, 0, 0.9}, {{"d"}, 0.4, 1}}});
      }),
      "shares: bounds on shares, which sum to 1, contradict each other: 'a' + 'b' at least 0.7, 'd' at least 0.4; "
      "widen one of them");
  EXPECT_EQ(message([&] {
              (void)benefit_of_the_doubt(data, {.shares = {{{"income"}, 0.1, 1}}});
            }),
            "shares/1: there is no indicator 'income'; there are 'a', 'b', 'c', 'd'");
  EXPECT_EQ(message([&] {
              (void)benefit_of_the_doubt(data, {.ratios = {{"a", "b", 2, 1}}});
            }),
            "ratios/1: the range 2 to 1 is empty or out of bounds; let 0 <= low <= high");
  EXPECT_EQ(message([&] { (void)benefit_of_the_doubt(named(-matrix::Ones(1, 1), {"a"})); }),
            "units/u0/a: the value is -1; benefit of the doubt needs every value, and none below 0");
}

TEST(directional_doubt, walks_along_its_direction) {
  // From (1, 2) along the first indicator the frontier 1/9 y1 + 1/3 y2 = 1 is met at (3, 2): b = 2.
  const doubt found = directional_doubt(drawn(), {1, 0});
  EXPECT_NEAR(found.scores[3], 1.0 / 3, 1e-12);
  EXPECT_EQ(found.scores[1], 1);
  // Along its own values a unit walks to its radial score.
  EXPECT_NEAR(directional_doubt(drawn(), {1, 2}).scores[3], 7.0 / 9, 1e-12);
  EXPECT_EQ(message([] {
              (void)directional_doubt(drawn(), {0, 0});
            }),
            "direction: it leads nowhere; give at least one value above 0");
  EXPECT_EQ(message([] { (void)directional_doubt(drawn(), {1}); }),
            "direction: it has 1 values; give one for each of the 2 indicators");
}

TEST(order_m_doubt, is_the_full_score_when_samples_hold_everything) {
  const table data = sample::random_activities(5, 0, 8);
  const auto full = benefit_of_the_doubt(data).scores;
  const robust_doubt robust = order_m_doubt(data, {.order = 500, .replicates = 20});
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(robust.scores[i], full[i], 1e-9);
    EXPECT_NEAR(robust.errors[i], 0, 1e-9);
  }
}

TEST(order_m_doubt, expects_what_can_be_counted) {
  // Of the values 1 and 2 one is drawn: the score of the first is 1 or 1/2, of the second 2 or 1, at even odds.
  const table data = named((matrix(2, 1) << 1, 2).finished(), {"a"});
  const robust_doubt found = order_m_doubt(data, {.order = 1, .replicates = 4000, .seed = 5});
  EXPECT_NEAR(found.scores[0], 0.75, 4 * found.errors[0]);
  EXPECT_NEAR(found.scores[1], 1.5, 4 * found.errors[1]);
  EXPECT_NEAR(found.errors[0], 0.25 / std::sqrt(4000.0), 1e-4);
  EXPECT_EQ(order_m_doubt(data, {.order = 1, .replicates = 50, .seed = 5}).scores,
            order_m_doubt(data, {.order = 1, .replicates = 50, .seed = 5}).scores);
  EXPECT_NE(order_m_doubt(data, {.order = 1, .replicates = 50, .seed = 6}).scores,
            order_m_doubt(data, {.order = 1, .replicates = 50, .seed = 5}).scores);
}

TEST(order_m_doubt, an_outstanding_unit_pulls_less) {
  matrix values = sample::random_activities(30, 0, 9).values();
  values.row(0).setConstant(50);
  const table data = named(values, {"a", "b", "c", "d"});
  const auto full = benefit_of_the_doubt(data).scores;
  const auto robust = order_m_doubt(data, {.order = 8, .replicates = 100}).scores;
  for (std::size_t i = 1; i < 30; ++i) EXPECT_GT(robust[i], 5 * full[i]);
}

TEST(order_m_doubt, names_what_a_sample_has_nothing_of) {
  EXPECT_EQ(
      message([] {
        (void)order_m_doubt(named((matrix(2, 2) << 1, 0, 1, 2).finished(), {"a", "b"}), {.order = 1});
      }),
      "indicators/b: a sample of order 1 has no unit above 0 in it; take a larger order, or shift the scale above 0");
}

TEST(common_weights_doubt, finds_weights_that_suit_all) {
  // With weights 1/4 and 1/2 all three lie on one line.
  const doubt found = common_weights_doubt(named((matrix(3, 2) << 4, 0, 0, 2, 2, 1).finished(), {"a", "b"}));
  EXPECT_EQ(found.scores, (std::vector<double>{1, 1, 1}));
  EXPECT_NEAR(found.weights(2, 0), 0.25, 1e-9);
  EXPECT_NEAR(found.weights(0, 1), 0.5, 1e-9);
}

TEST(common_weights_doubt, balances_the_sum_against_the_worst) {
  const table data = sample::random_activities(30, 0, 4);
  const auto own = benefit_of_the_doubt(data).scores;
  const auto shortfalls = [&](double balance) {
    const auto scores = common_weights_doubt(data, {.balance = balance}).scores;
    std::pair<double, double> sum_and_most{0, 0};
    for (std::size_t i = 0; i < 30; ++i) {
      EXPECT_LE(scores[i], own[i] + 1e-9);
      sum_and_most.first += own[i] - scores[i];
      sum_and_most.second = std::max(sum_and_most.second, own[i] - scores[i]);
    }
    return sum_and_most;
  };
  const auto by_sum = shortfalls(1);
  const auto by_worst = shortfalls(0);
  EXPECT_LT(by_sum.first, by_worst.first);
  EXPECT_LT(by_worst.second, by_sum.second);
  const doubt bounded = common_weights_doubt(data, {.against_own = false, .lowest_share = 0.25});
  for (Eigen::Index j = 1; j < 4; ++j) EXPECT_NEAR(bounded.weights(0, j), bounded.weights(0, 0), 1e-9);
}

}  // namespace doubt_test
