#include "quindex/compute/compute.hpp"

#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

TEST(compute, gives_the_scores_one_can_work_out_by_hand) {
  const qx::result r = qx::compute(recipe(), data());
  // income of A: 1 + 99 (40 − 25) / (60 − 25); life of A: (100 + 1 + 99 (11 − 9) / 4) / 2
  EXPECT_DOUBLE_EQ(r.scores("income")[0], 1 + 99.0 * 15 / 35);
  EXPECT_DOUBLE_EQ(r.scores("pollution")[0], 100);
  EXPECT_DOUBLE_EQ(r.scores("schooling")[0], 50.5);
  EXPECT_DOUBLE_EQ(r.scores("life")[0], 75.25);
  EXPECT_DOUBLE_EQ(r.scores("wellbeing")[0], (1 + 99.0 * 15 / 35 + 75.25) / 2);
  EXPECT_EQ(r.ranks("wellbeing"), (std::vector<double>{1, 4, 2, 3}));
}

TEST(compute, ends_of_the_scale_are_exact) {
  const qx::result r = qx::compute(recipe(), data());
  EXPECT_EQ(r.scores("income")[1], 1.0);
  EXPECT_EQ(r.scores("income")[2], 100.0);
  EXPECT_EQ(r.scores("pollution")[2], 1.0);
}

TEST(compute, finds_columns_by_code_in_any_order_and_names_the_others) {
  const qx::matrix v = data().values();
  qx::matrix turned(4, 4);
  turned << v.col(2), v.col(1), v.col(0), v.col(0);
  const qx::result r = qx::compute(recipe(), {data().units(), {"schooling", "pollution", "income", "gdp"}, turned});
  EXPECT_EQ(r.scores(), qx::compute(recipe(), data()).scores());
  ASSERT_EQ(r.notes().size(), 1U);
  EXPECT_EQ(r.notes()[0].what, "columns that the framework does not use: 'gdp'");
}

TEST(compute, a_missing_column_is_named) {
  EXPECT_EQ(example::message_of([] {
              (void)qx::compute(recipe(),
                                {data().units(), {"incone", "pollution", "schooling"}, qx::matrix(data().values())});
            }),
            "indicators/income: the framework asks for it, the table has no such column; did you mean 'incone'?");
}

TEST(compute, missing_values_propagate_unless_the_spec_says_otherwise) {
  const qx::table holed = example::data_with(0, 2, qx::missing_value);
  qx::spec s = recipe();
  const qx::result r = qx::compute(s, holed);
  EXPECT_TRUE(qx::is_missing(r.scores("life")[0]));
  EXPECT_TRUE(qx::is_missing(r.ranks("wellbeing")[0]));
  EXPECT_EQ(r.ranks("wellbeing")[1], 3);
  s.missing = qx::missing::renormalise{};
  EXPECT_EQ(qx::compute(s, holed).scores("life")[0], 100.0);
  s.missing = qx::missing::renormalise{.at_least = 0.6};
  EXPECT_TRUE(qx::is_missing(qx::compute(s, holed).scores("life")[0]));
  s.missing = qx::missing::zero{};
  EXPECT_EQ(qx::compute(s, holed).scores("life")[0], 50.0);
  s.missing = qx::missing::group_mean{};
  const double mean = (100 + 1 + 1 + 99 * 0.75) / 3;  // of B, C and D, min-max over 9..13
  EXPECT_DOUBLE_EQ(qx::compute(s, holed).scores("life")[0], (100 + mean) / 2);
}

TEST(compute, a_unit_without_any_child_has_no_score_under_any_policy) {
  qx::matrix values = data().values();
  values.row(0).setConstant(qx::missing_value);
  const qx::table holed{data().units(), data().indicators(), values};
  qx::spec s = recipe();
  for (const qx::missing::method& policy :
       {qx::missing::method(qx::missing::propagate{}), qx::missing::method(qx::missing::renormalise{}),
        qx::missing::method(qx::missing::zero{})}) {
    s.missing = policy;
    EXPECT_TRUE(qx::is_missing(qx::compute(s, holed).scores("wellbeing")[0])) << policy.name();
  }
}

TEST(compute, weights_are_relative_among_siblings) {
  qx::spec s = recipe();
  s.framework =
      qx::group("wellbeing", {qx::indicator("income", {.weight = 30}), qx::indicator("schooling", {.weight = 10})});
  const qx::result r = qx::compute(s, data());
  EXPECT_DOUBLE_EQ(r.scores("wellbeing")[3], 0.75 * r.scores("income")[3] + 0.25 * r.scores("schooling")[3]);
  EXPECT_EQ(r.effective_weights(), (std::vector<double>{1, 0.75, 0.25}));
  s.weigh = qx::weigh::equal{};
  EXPECT_EQ(qx::compute(s, data()).effective_weights(), (std::vector<double>{1, 0.5, 0.5}));
}

TEST(compute, exceptions_apply_by_code_by_group_and_by_level) {
  qx::spec s = recipe();
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"life", qx::aggregate::minimum{}}}};
  EXPECT_EQ(qx::compute(s, data()).scores("life")[0], 50.5);
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"level:3", qx::aggregate::maximum{}}}};
  EXPECT_EQ(qx::compute(s, data()).scores("wellbeing")[2], 100.0);
  s.normalise = {qx::normalise::min_max{}, {{"life", qx::normalise::min_max{.low = 0, .high = 1}}}};
  const qx::result r = qx::compute(s, data());
  EXPECT_EQ(r.scores("pollution")[0], 1.0);
  EXPECT_EQ(r.scores("income")[2], 100.0);
}

TEST(compute, a_group_in_which_low_is_better_is_turned_inside_its_parent) {
  qx::spec s = recipe();
  s.framework = qx::group(
      "wellbeing", {qx::indicator("income"),
                    qx::group("harm", {qx::indicator("pollution")}, {.better = qx::direction::worse_when_high})});
  const qx::result r = qx::compute(s, data());
  EXPECT_EQ(r.scores("harm")[2], 100.0);  // the most polluted unit
  EXPECT_EQ(r.ranks("harm")[2], 4.0);
  EXPECT_DOUBLE_EQ(r.scores("wellbeing")[2], (100 + (1 + 100 - 100)) / 2.0);
}

TEST(compute, a_group_cannot_be_turned_without_known_ends) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::rank{};
  s.framework = qx::group(
      "wellbeing", {qx::indicator("income"),
                    qx::group("harm", {qx::indicator("pollution")}, {.better = qx::direction::worse_when_high})});
  const std::string text = example::message_of([&] { (void)qx::compute(s, data()); });
  EXPECT_EQ(
      text,
      "framework.harm.better: the group's scores cannot be turned: rank has no known ends; normalise its indicators by "
      "min_max, goalposts, z_score or percentile_rank, or turn the indicators instead");
}

TEST(compute, an_optimum_scores_best_and_both_sides_worse) {
  qx::spec s = recipe();
  s.framework = qx::group("index", {qx::indicator("income", qx::direction::optimal_interval(30, 40))});
  const qx::result r = qx::compute(s, data());
  EXPECT_EQ(r.scores("income")[0], 100.0);                 // 40
  EXPECT_EQ(r.scores("income")[3], 100.0);                 // 33
  EXPECT_EQ(r.scores("income")[2], 1.0);                   // 60, twenty away
  EXPECT_DOUBLE_EQ(r.scores("income")[1], 1 + 99 * 0.75);  // 25, five away
}

TEST(compute, ranks_can_be_taken_after_rounding) {
  qx::spec s = recipe();
  s.rank_decimals = 0;
  s.framework = qx::group("index", {qx::indicator("x")});
  s.normalise = qx::normalise::identity{};
  const qx::table t{{"a", "b", "c"}, {"x"}, (qx::matrix(3, 1) << 2.4, 2.1, 3.0).finished()};
  EXPECT_EQ(qx::compute(s, t).ranks("index"), (std::vector<double>{2, 2, 1}));
  s.rank_decimals.reset();
  EXPECT_EQ(qx::compute(s, t).ranks("index"), (std::vector<double>{2, 3, 1}));
}

TEST(compute, publish_rescales_the_groups_last) {
  qx::spec s = recipe();
  s.publish = qx::choice<qx::normalise::method>(qx::normalise::min_max{.low = 0, .high = 10});
  const qx::result r = qx::compute(s, data());
  ASSERT_EQ(r.published().cols(), 2);
  EXPECT_EQ(r.published()(0, 1), 10.0);  // A is best in wellbeing, the last group inside out
  EXPECT_EQ(r.published()(1, 1), 0.0);
}

TEST(compute, the_same_bits_on_one_two_and_eight_threads) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::impute::method(qx::impute::mean{}))};
  s.aggregate = qx::aggregate::geometric_mean{};
  const qx::table holed = example::data_with(1, 1, qx::missing_value);
  const qx::matrix one = qx::compute(s, holed).scores();
  for (const std::size_t n : {2U, 8U})
    EXPECT_EQ(qx::compute(s, holed, {qx::numeric::executor::threads(n)}).scores(), one);
}

TEST(compute, preparation_runs_in_the_analysts_order_and_is_noted) {
  qx::spec s = recipe();
  s.prepare = {qx::prepare_step(qx::impute::method(qx::impute::mean{}), {"income"})};
  const qx::result r = qx::compute(s, example::data_with(0, 0, qx::missing_value));
  EXPECT_DOUBLE_EQ(r.prepared()(0, 0), (25.0 + 60 + 33) / 3);
  ASSERT_FALSE(r.notes().empty());
  EXPECT_EQ(r.notes()[0].where, "indicators/income");
  EXPECT_EQ(r.notes()[0].what, "mean filled missing values: 1");
  EXPECT_EQ(r.notes()[0].count, 1U);
}

TEST(fit, applies_the_same_scale_to_another_table) {
  const qx::fitted index = qx::fit(recipe(), data());
  const qx::table later = example::data_with(1, 0, 95);  // beyond the range it was fitted to
  EXPECT_DOUBLE_EQ(index(later).scores("income")[1], 1 + 99.0 * 70 / 35);
  EXPECT_EQ(index(data()).scores(), qx::compute(recipe(), data()).scores());
}

TEST(fit, on_a_panel_uses_all_periods_or_the_base) {
  const qx::table first{{"a", "b"}, {"x"}, (qx::matrix(2, 1) << 0, 10).finished(), {.period = "2021"}};
  const qx::table second{{"a", "b"}, {"x"}, (qx::matrix(2, 1) << 5, 20).finished(), {.period = "2022"}};
  const qx::panel both({first, second});
  qx::spec s{.framework = qx::group("index", {qx::indicator("x")})};
  EXPECT_EQ(qx::fit(s, both)(second).scores("x")[0], 25.0);
  EXPECT_EQ(qx::fit(s, both, "2021")(second).scores("x")[0], 50.0);
  const auto each = both.each(qx::fit(s, both));
  const qx::growth moved = qx::growth_between(each[0], each[1]);
  EXPECT_EQ(moved.difference(1, 1), 50.0);
  EXPECT_EQ(moved.ratio(1, 1), 2.0);
  EXPECT_TRUE(qx::is_missing(moved.ratio(0, 0)));
}

}  // namespace
