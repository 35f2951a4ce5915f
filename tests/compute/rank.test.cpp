// Ranking without a framework: what is asked of the table, the weights and the directions.
#include "quindex/compute/rank.hpp"

#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::message_of;

namespace {

const qx::aggregate::method mean = qx::aggregate::arithmetic_mean{};
const std::vector<bool> types{true, false, true};

TEST(rank, weighs_scores_that_a_normaliser_makes_with_costs_turned) {
  // min_max to 0..100: income 42.86 0 100 22.86, pollution turned 100 45.45 0 75.76, schooling 50 100 0 75.
  const qx::ranking r = qx::rank(
      example::data(), mean, {.weights = {2, 1, 1}, .better_when_high = types, .normalise = qx::normalise::min_max{}});
  EXPECT_EQ(r.weights, (std::vector<double>{0.5, 0.25, 0.25}));
  EXPECT_NEAR(r.scores[0], 0.5 * 300.0 / 7 + 0.25 * 100 + 0.25 * 50, 1e-12);
  EXPECT_NEAR(r.scores[2], 50, 1e-12);
  EXPECT_EQ(r.ranks, (std::vector<double>{1, 4, 2, 3}));
  EXPECT_TRUE(r.notes.empty());
}

TEST(rank, is_simple_additive_weighting_with_shares_of_the_best) {
  // The example of SAW in the tests of JMcDM 0.8.3 (x / max, and min / x for the third criterion, a cost); six
  // decimals.
  const qx::table data({"a", "b", "c", "d"}, {"c1", "c2", "c3", "c4"},
                       (qx::matrix(4, 4) << 25, 65, 7, 20, 21, 78, 6, 24, 19, 53, 5, 33, 22, 25, 2, 31).finished());
  const qx::ranking r =
      qx::rank(data, mean,
               {.better_when_high = {true, true, false, true}, .normalise = qx::normalise::share_of_best{.high = 1}});
  const std::vector<double> printed{0.681277, 0.725151, 0.709871, 0.784976};
  // The last two are cut rather than rounded.
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(r.scores[i], printed[i], 1e-6);
  EXPECT_EQ(r.ranks, (std::vector<double>{4, 2, 3, 1}));
}

TEST(rank, gives_every_criterion_the_same_weight_without_any) {
  const qx::ranking r =
      qx::rank(example::data(), mean, {.better_when_high = types, .normalise = qx::normalise::min_max{}});
  for (const double w : r.weights) EXPECT_EQ(w, 1.0 / 3);
}

TEST(rank, is_what_an_index_with_one_group_says) {
  const qx::spec s{.framework = qx::group(
                       "all", {qx::indicator("income"), qx::indicator("pollution", qx::direction::worse_when_high),
                               qx::indicator("schooling")}),
                   .normalise = qx::normalise::z_score{}};
  const qx::ranking r =
      qx::rank(example::data(), mean, {.better_when_high = types, .normalise = qx::normalise::z_score{}});
  const qx::result index = qx::compute(s, example::data());
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(r.scores[i], index.scores("all")[i]);
}

TEST(rank, refuses_a_missing_cell_by_its_name) {
  EXPECT_EQ(message_of([] { (void)qx::rank(example::data_with(1, 2, qx::missing_value), mean); }),
            "rank/B/schooling: the value is missing; fill it in, or leave the unit or the criterion out");
}

TEST(rank, refuses_weights_and_directions_that_do_not_match) {
  EXPECT_EQ(message_of([] {
              (void)qx::rank(example::data(), mean, {.weights = {1, 2}});
            }),
            "rank.weights: 2 given for 3 criteria; give one per criterion, or none");
  EXPECT_EQ(message_of([] { (void)qx::rank(example::data(), mean, {.better_when_high = {true}}); }),
            "rank.better_when_high: 1 given for 3 criteria; give one per criterion, or none");
  EXPECT_EQ(message_of([] {
              (void)qx::rank(example::data(), mean, {.weights = {1, -2, 1}});
            }),
            "weigh/rank/pollution: the weight is -2; weights are 0 or more");
  EXPECT_EQ(message_of([] {
              (void)qx::rank(example::data(), mean, {.weights = {0, 0, 0}});
            }),
            "weigh/rank: all weights are 0; give at least one child a positive weight");
}

TEST(rank, refuses_a_cost_that_a_method_by_row_cannot_know) {
  EXPECT_EQ(message_of([] { (void)qx::rank(example::data(), mean, {.better_when_high = types}); }),
            "rank.pollution: low values are better, which arithmetic_mean cannot know; give normalise, for instance "
            "min_max");
}

TEST(rank, refuses_scores_below_0_where_an_index_does) {
  const qx::table data({"a", "b", "c"}, {"x", "y", "z"}, (qx::matrix(3, 3) << 1, -2, 2, -2, 4, -1, 3, 3, 9).finished());
  const auto refused = [&](const qx::aggregate::method& method) {
    return message_of([&] { (void)qx::rank(data, method); });
  };
  for (const qx::aggregate::method& method :
       {qx::aggregate::method(qx::aggregate::mpi{}), qx::aggregate::method(qx::aggregate::ampi{}),
        qx::aggregate::method(qx::aggregate::harmonic_mean{}), qx::aggregate::method(qx::aggregate::geometric_mean{}),
        qx::aggregate::method(qx::aggregate::bonferroni_mean{})})
    EXPECT_EQ(refused(method),
              "rank/b: " + std::string(method.name()) +
                  " needs scores of 0 or more, 'x' has -2; normalise to a positive range, for instance "
                  "min_max with low = 1");
  EXPECT_EQ(refused(qx::aggregate::arithmetic_mean{}), "");
  EXPECT_EQ(
      message_of([&] { (void)qx::rank(data, qx::aggregate::mpi{}, {.normalise = qx::normalise::min_max{.low = 1}}); }),
      "");
  EXPECT_EQ(message_of([&] {  // a criterion of no weight is not looked at
              (void)qx::rank(qx::table({"a", "b"}, {"x", "y"}, (qx::matrix(2, 2) << 1, -2, 2, 4).finished()),
                             qx::aggregate::mpi{}, {.weights = {1, 0}});
            }),
            "");
}

TEST(rank, rounds_scores_first_where_it_is_told_to) {
  // Sums of 0.1, 0.2 and 0.3 in three orders: equal on paper, not in the last bit.
  const qx::table data({"a", "b", "c"}, {"x", "y", "z"},
                       (qx::matrix(3, 3) << 0.1, 0.2, 0.3, 0.3, 0.1, 0.2, 0.2, 0.3, 0.1).finished());
  EXPECT_EQ(qx::rank(data, mean).ranks, (std::vector<double>{1, 1, 3}));
  const qx::ranking rounded = qx::rank(data, mean, {.rank_decimals = 9});
  EXPECT_EQ(rounded.ranks, (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(rounded.scores, qx::rank(data, mean).scores);
  EXPECT_EQ(message_of([&] { (void)qx::rank(data, mean, {.rank_decimals = 16}); }),
            "rank.rank_decimals: 16 is outside [0, 15]");
}

TEST(rank, says_why_a_score_is_no_number) {
  const qx::table vast({"a", "b"}, {"x", "y"}, (qx::matrix(2, 2) << 1e200, 2, 3e200, 1).finished());
  EXPECT_EQ(message_of([&] { (void)qx::rank(vast, qx::aggregate::dp2{}); }),
            "rank/a: dp2 gives no number: 'x' has 1e+200, of which the arithmetic leaves the range of numbers; "
            "measure in larger units");
  const qx::table zero({"a", "b"}, {"x", "y"}, (qx::matrix(2, 2) << 1, 2, 1, 0).finished());
  EXPECT_EQ(message_of([&] { (void)qx::rank(zero, qx::aggregate::ratio{}); }),
            "rank/b: ratio divides by 0: 'y' is 0; leave the unit out");
  const qx::aggregate::custom none =
      qx::aggregate::custom_function("none", [](auto, auto) { return qx::missing_value; });
  EXPECT_EQ(message_of([&] { (void)qx::rank(zero, none); }),
            "rank/a: custom gives no number; leave the unit out, or choose another method");
}

TEST(rank, refuses_a_number_of_criteria_that_a_method_cannot_take) {
  EXPECT_EQ(message_of([] { (void)qx::rank(example::data(), qx::aggregate::ratio{}); }),
            "rank: ratio has 3 children; a ratio is of exactly two: the first divided by the second");
}

TEST(rank, gives_the_numbers_of_the_paper_and_says_what_a_method_does_not_promise) {
  const qx::ranking topsis = qx::rank(example::data(), qx::aggregate::topsis{}, {.better_when_high = types});
  ASSERT_EQ(topsis.measures.size(), 2U);
  const double best = topsis.measures[0].values[0];
  const double worst = topsis.measures[1].values[0];
  EXPECT_NEAR(topsis.scores[0], worst / (best + worst), 1e-15);
  EXPECT_TRUE(topsis.notes.empty());
  const qx::ranking codas = qx::rank(example::data(), qx::aggregate::codas{}, {.better_when_high = types});
  ASSERT_EQ(codas.notes.size(), 1U);
  EXPECT_EQ(codas.notes[0].what, "codas can score a unit below one that is nowhere better");
  // 40, 10 and 50, 10: the mean rises by 5, and what the imbalance costs by 4.33.
  const qx::table two({"a", "b"}, {"x", "y", "z"}, (qx::matrix(2, 3) << 10, 10, 10, 10, 10, 100).finished());
  for (const qx::aggregate::method& method :
       {qx::aggregate::method(qx::aggregate::mpi{}), qx::aggregate::method(qx::aggregate::ampi{}),
        qx::aggregate::method(qx::aggregate::penalised_mean{.by = qx::aggregate::spread::standard_deviation})}) {
    const qx::ranking r = qx::rank(two, method);
    EXPECT_EQ(r.ranks, (std::vector<double>{1, 2}));
    ASSERT_EQ(r.notes.size(), 1U);
    EXPECT_EQ(r.notes[0].what, std::string(method.name()) + " can score a unit below one that is nowhere better");
  }
  EXPECT_TRUE(qx::rank(two, qx::aggregate::penalised_mean{}).notes.empty());
}

TEST(rank, refuses_an_empty_table) {
  EXPECT_EQ(message_of([] { (void)qx::rank(qx::table{}, mean); }),
            "rank: the table has no unit; give it at least one row and one column");
}

TEST(criteria_weights, are_what_the_method_finds_in_the_values_as_they_are) {
  // Equal columns but for the unit of measurement: the coefficient of variation does not see it.
  const qx::table data({"A", "B", "C"}, {"x", "y"}, (qx::matrix(3, 2) << 1, 8, 2, 16, 4, 32).finished());
  EXPECT_EQ(qx::criteria_weights(data, qx::weigh::coefficient_of_variation{}), (std::vector<double>{0.5, 0.5}));
  EXPECT_EQ(message_of([&] { (void)qx::criteria_weights(data, qx::weigh::equal{}, {true}); }),
            "rank.better_when_high: 1 given for 2 criteria; give one per criterion, or none");
}

}  // namespace
