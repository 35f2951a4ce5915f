// Factors that put something else at a place of the spec.
#include <gtest/gtest.h>

#include "scenes.hpp"

namespace {

using namespace scenes;
using namespace quindex::vary;

edit only_edit(const ready& r, double u) {
  const alternative out = changed(r, {u});
  EXPECT_EQ(out.edits.size(), 1U);
  return out.edits.at(0);
}

// Case parameter: quantiles of a uniform and a triangular distribution by hand
TEST(Parameter, puts_the_drawn_number_at_its_place) {
  const example e;
  const ready r = e.ready(parameter{"aggregate.exponent", qx::draw::uniform{-1, 1}});
  EXPECT_EQ(r.dimension(), 1U);
  EXPECT_TRUE(r.changes());
  EXPECT_FALSE(r.reweighs());
  EXPECT_EQ(only_edit(r, 0.75), (edit{"aggregate.exponent", 0.5}));
  EXPECT_EQ(r.number(std::vector{0.75}, stream), 0.5);
  EXPECT_EQ(r.level(std::vector{0.75}, stream), "0.5");
}

TEST(Parameter, rounds_where_the_field_is_whole) {
  const example e;
  const ready seed = e.ready(parameter{"prepare.0.impute.seed", qx::draw::uniform{0.5, 3.5}});
  EXPECT_EQ(only_edit(seed, 0.3).what, value(1));
  EXPECT_EQ(only_edit(seed, 0.35).what, value(2));
  EXPECT_EQ(only_edit(e.ready(parameter{"rank_decimals", qx::draw::uniform{0, 3}}), 0.9).what, value(3));
}

TEST(Parameter, may_be_a_nodes_weight_or_goalpost) {
  const example e;
  const edit weight = only_edit(e.ready(parameter{"framework.debt.weight", qx::draw::uniform{1, 3}}), 0.5);
  EXPECT_EQ(weight, (edit{"framework.debt.weight", 2}));
  EXPECT_EQ(e.refusal(parameter{"framework.school.goalposts.1", qx::draw::triangular{10, 12, 20}}),
            "nothing was refused");
}

TEST(Parameter, is_refused_where_it_cannot_be) {
  const example e;
  EXPECT_EQ(e.refusal(parameter{"agregate.exponent"}),
            "factors.f.address: there is no 'agregate.exponent' in the spec; did you mean 'aggregate'?");
  EXPECT_EQ(e.refusal(parameter{}), "factors.f.address: there is no address; write a place of the spec: 'aggregate'");
  EXPECT_EQ(e.refusal(parameter{"missing"}),
            "factors.f.address: 'missing' is an object, not a number; vary it with 'options'");
  EXPECT_EQ(e.refusal(parameter{"prepare.1.treat.skewness", qx::draw::uniform{-1, 3}}),
            "factors.f.draw: 'prepare.1.treat.skewness' cannot be -0.9999999999999996: -0.9999999999999996 is "
            "below 0; choose a distribution that stays in the range, such as 'uniform' or a truncated 'normal'");
  EXPECT_EQ(
      e.refusal(parameter{"rank_decimals", qx::draw::uniform{0, 40}}),
      "factors.f.draw: 'rank_decimals' cannot be 40: 40 is outside [0, 15]; choose a distribution that stays in the "
      "range, such as 'uniform' or a truncated 'normal'");
  EXPECT_EQ(e.refusal(parameter{"rank_decimals", qx::draw::normal{.mean = 90, .sd = 0.01}}),
            "factors.f.draw: 'rank_decimals' cannot be 90: 90 is outside [0, 15]; truncate the distribution with `low` "
            "and `high`, or choose one that stays in the range");
  EXPECT_EQ(e.refusal(parameter{"framework.gdp.weight", qx::draw::normal{.mean = 2}}).substr(0, 61),
            "factors.f.draw: 'framework.gdp.weight' cannot be -6.209536151");
  EXPECT_EQ(e.refusal(parameter{"aggregate.exponent", qx::draw::uniform{1, 1}}),
            "factors.f.draw: low is 1 and high is 1; low has to be below high");
}

// Case options: coordinates cut at the probabilities, by hand
TEST(Options, are_cut_at_their_probabilities) {
  const example e;
  const value mean = value::object{{"method", "power_mean"}, {"exponent", 2}};
  const ready r = e.ready(options{"aggregate", {"geometric_mean", mean, "harmonic_mean"}, {0.5, 0.2, 0.3}});
  EXPECT_EQ(only_edit(r, 0.49).what, value("geometric_mean"));
  EXPECT_EQ(only_edit(r, 0.5).what, mean);
  EXPECT_EQ(only_edit(r, 0.71).what, value("harmonic_mean"));
  EXPECT_EQ(r.number(std::vector{0.71}, stream), 2);
  EXPECT_EQ(r.level(std::vector{0.1}, stream), "geometric_mean");
  EXPECT_EQ(r.level(std::vector{0.6}, stream), R"({"method":"power_mean","exponent":2})");
  const ready equal = e.ready(options{"ties", {"best", "average"}});
  EXPECT_EQ(only_edit(equal, 0.5).what, value("average"));
  EXPECT_EQ(only_edit(equal, 1 - 0x1p-53).what, value("average"));
}

TEST(Options, never_give_what_has_no_probability) {
  const example e;
  const ready r = e.ready(options{"ties", {"best", "average", "worst"}, {0.3, 0.7 - 1e-10, 0}});
  EXPECT_EQ(only_edit(r, 1 - 0x1p-53).what, value("average"));
}

TEST(Options, leave_steps_and_screening_out) {
  const example e;
  const value step = value::object{{"treat", "winsorise"}, {"only", value::list{"gdp"}}};
  EXPECT_EQ(e.refusal(options{"prepare.1", {step, value{}}}), "nothing was refused");
  EXPECT_EQ(e.refusal(options{"screen", {value{}, "availability"}}), "nothing was refused");
  const ready r = e.ready(options{"prepare.1", {step, value{}}});
  EXPECT_EQ(r.level(std::vector{0.9}, stream), "left out");
}

TEST(Options, are_refused_with_the_reason) {
  const example e;
  EXPECT_EQ(e.refusal(options{"aggregate", {}}),
            "factors.f.values: there is nothing to choose from; give two values or more");
  EXPECT_EQ(e.refusal(options{"aggregate", {"geometric_maen"}}),
            "factors.f.values.0: 'aggregate' cannot be 'geometric_maen': aggregate.method: unknown method "
            "'geometric_maen'; did you mean 'geometric_mean'?");
  EXPECT_EQ(e.refusal(options{"aggregate", {"median", value::object{{"method", "median"}, {"exponent", 1}}}}),
            "factors.f.values.1: 'aggregate' cannot be {\"method\":\"median\",\"exponent\":1}: aggregate.exponent: "
            "median has no such parameter; it has no parameters");
  EXPECT_EQ(e.refusal(options{"normalise.except.gpd", {"rank"}}),
            "factors.f.address: there is no 'normalise.except.gpd' in the spec; did you mean 'normalise.except.gdp'?");
  EXPECT_EQ(e.refusal(options{"aggregate", {"median", "minimum"}, {0.5, 0.4}}),
            "factors.f.probabilities: they sum to 0.9; probabilities sum to 1");
  EXPECT_EQ(e.refusal(options{"aggregate", {"median", "minimum"}, {1}}),
            "factors.f.probabilities: there are 1 for 2 values; give one for each, or none for equal ones");
  EXPECT_EQ(e.refusal(options{"framework.gdp.better", {"hihg"}}),
            "factors.f.values.0: 'framework.gdp.better' cannot be 'hihg': framework.index.wealth.gdp.better: unknown "
            "direction 'hihg'; did you mean 'high'? (or an optimal point 7, or an optimal interval [6.5, 8.5])");
  EXPECT_EQ(e.refusal(options{"ties", {"bset"}}),
            "factors.f.values.0: 'ties' cannot be 'bset': unknown choice 'bset'; did you mean 'best'?");
}

// Case imputations: seeds counted from that of the spec, by hand
TEST(Imputations, count_seeds_from_that_of_the_spec) {
  const example e;
  const ready r = e.ready(imputations{.steps = {}, .count = 4});
  EXPECT_EQ(only_edit(r, 0.1), (edit{"prepare.0.impute.seed", 3}));
  EXPECT_EQ(only_edit(r, 0.99), (edit{"prepare.0.impute.seed", 6}));
  EXPECT_EQ(r.number(std::vector{0.99}, stream), 3);
  const ready ever_new = e.ready(imputations{.count = 0});
  EXPECT_NE(only_edit(ever_new, 0.5), only_edit(ever_new, 0.5 + 0x1p-30));
}

TEST(Imputations, need_a_step_that_draws) {
  example e;
  EXPECT_EQ(e.refusal(imputations{.steps = {1}}),
            "factors.f.steps: step 1 does not draw; impute with stochastic_regression, hot_deck, or "
            "expectation_maximisation with \"draw\": true");
  EXPECT_EQ(e.refusal(imputations{.steps = {2}}), "factors.f.steps: there is no step 2; the steps are 0 to 1");
  e.recipe.prepare = {qx::impute::method(qx::impute::expectation_maximisation{})};
  e.plain = qx::write_spec(e.recipe);
  EXPECT_EQ(e.refusal(imputations{}),
            "factors.f: no preparation step draws missing values; impute with stochastic_regression, hot_deck, or "
            "expectation_maximisation with \"draw\": true");
}

// Case drop: which candidates go, by hand
TEST(Drop, takes_one_of_the_candidates_or_each_on_its_own) {
  const example e;
  const ready one = e.ready(drop{.codes = {"water", "wealth"}, .probability = 0.5});
  EXPECT_EQ(changed(one, {0.2}).dropped, std::vector<std::size_t>{7});
  EXPECT_EQ(changed(one, {0.4}).dropped, std::vector<std::size_t>{1});
  EXPECT_TRUE(changed(one, {0.5}).is_nominal());
  EXPECT_EQ(one.level(std::vector{0.4}, stream), "wealth");
  EXPECT_EQ(one.level(std::vector{0.6}, stream), "none");
  const ready each = e.ready(drop{.each = true, .probability = 0.3});
  EXPECT_EQ(each.dimension(), 5U);
  EXPECT_EQ(changed(each, {0.1, 0.9, 0.9, 0.9, 0.2}).dropped, (std::vector<std::size_t>{2, 7}));
  EXPECT_EQ(each.level(std::vector{0.1, 0.9, 0.9, 0.9, 0.2}, stream), "gdp, water");
}

TEST(Drop, is_refused_when_nothing_would_be_left) {
  const example e;
  EXPECT_EQ(e.refusal(drop{.codes = {"gpd"}}),
            "factors.f.codes.0: the framework has no node 'gpd'; did you mean 'gdp'?");
  EXPECT_EQ(e.refusal(drop{.codes = {"index"}}), "factors.f.codes: 'index' is the index itself; give nodes below it");
  EXPECT_EQ(e.refusal(drop{.codes = {"gdp", "gdp"}}), "factors.f.codes: 'gdp' stands twice; keep one of them");
  EXPECT_EQ(e.refusal(drop{.each = true}), "factors.f.probability: everything is dropped, always; choose one below 1");
}

}  // namespace
