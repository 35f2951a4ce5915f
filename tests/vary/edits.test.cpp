#include "quindex/vary/edits.hpp"

#include <gtest/gtest.h>

#include "scenes.hpp"

namespace {

using namespace scenes;
using qx::vary::edit;

TEST(Edits, of_nothing_leave_the_spec_as_it_is) {
  const example e;
  EXPECT_EQ(qx::vary::with_edits(e.plain, e.recipe.framework, {}), e.plain);
}

TEST(Edits, put_numbers_at_their_places) {
  const example e;
  qx::spec expected = e.recipe;
  expected.aggregate = qx::aggregate::power_mean{.exponent = 2};
  EXPECT_EQ(qx::read_spec(e.with("aggregate.exponent", 2)), expected);
  expected = e.recipe;
  expected.prepare[1] = {qx::treat::method(qx::treat::winsorise{.skewness = 1.5}), {"gdp", "health"}};
  EXPECT_EQ(qx::read_spec(e.with("prepare.1.treat.skewness", 1.5)), expected);
}

TEST(Edits, find_nodes_by_their_codes) {
  const example e;
  const qx::spec found = qx::read_spec(e.with("framework.health.weight", 7));
  EXPECT_EQ(found.framework.about(5).about.weight, 7);
  EXPECT_EQ(qx::read_spec(e.with("framework.life.water.better", "low")).framework.about(7).about.better,
            qx::direction::worse_when_high);
  EXPECT_EQ(qx::read_spec(e.with("framework.school.goalposts.1", 20)).framework.about(6).about.goalposts->second, 20);
}

TEST(Edits, keep_the_exceptions_of_a_choice_unless_they_bring_their_own) {
  const example e;
  const qx::spec kept = qx::read_spec(e.with("normalise", "rank"));
  EXPECT_EQ(kept.normalise.base.name(), "rank");
  ASSERT_EQ(kept.normalise.except.size(), 1U);
  const value bare = value::object{{"method", "rank"}, {"except", value::object{}}};
  EXPECT_TRUE(qx::read_spec(e.with("normalise", bare)).normalise.except.empty());
}

TEST(Edits, add_and_take_away_exceptions) {
  const example e;
  EXPECT_EQ(qx::read_spec(e.with("normalise.except.debt", "rank")).normalise.except.size(), 2U);
  EXPECT_EQ(qx::read_spec(e.with("aggregate.except.level:2", "geometric_mean")).aggregate.except[0].first, "level:2");
  EXPECT_TRUE(qx::read_spec(e.with("normalise.except.gdp", {})).normalise.except.empty());
}

TEST(Edits, leave_steps_out_without_moving_the_others) {
  const example e;
  const std::vector<edit> both{{"prepare.1.treat.skewness", 1.5}, {"prepare.0", {}}};
  const qx::spec found = qx::read_spec(qx::vary::with_edits(e.plain, e.recipe.framework, both, qx::catalogue()));
  ASSERT_EQ(found.prepare.size(), 1U);
  EXPECT_EQ(std::get<qx::treat::method>(found.prepare[0].what).as<qx::treat::winsorise>()->skewness, 1.5);
}

TEST(Edits, of_a_parameter_have_no_effect_when_its_method_has_been_put_aside) {
  const example e;
  const std::vector<edit> aside{{"aggregate.exponent", 2}, {"aggregate", "geometric_mean"}};
  const auto edited = [&](const std::vector<edit>& edits) {
    return qx::read_spec(qx::vary::with_edits(e.plain, e.recipe.framework, edits, qx::catalogue())).aggregate.base;
  };
  EXPECT_EQ(edited(aside), qx::aggregate::method(qx::aggregate::geometric_mean{}));
  const std::vector<edit> kept{{"aggregate.exponent", 2}, {"aggregate", "power_mean"}};
  EXPECT_EQ(edited(kept), qx::aggregate::method(qx::aggregate::power_mean{.exponent = 2}));
}

TEST(Edits, refuse_places_that_are_not_there) {
  const example e;
  const auto refusal = [&](const std::string& address) {
    return trial::refused<qx::spec_error>([&] { (void)e.with(address, 1); });
  };
  EXPECT_EQ(refusal("agregate"), "agregate: there is no 'agregate' in the spec; did you mean 'aggregate'?");
  EXPECT_EQ(refusal("aggregate.exponnent"),
            "aggregate.exponnent: there is no 'aggregate.exponnent' in the spec; did you mean 'aggregate.exponent'?");
  EXPECT_EQ(refusal("prepare.2"), "prepare.2: there is no 'prepare.2' in the spec; the positions there are 0 to 1");
  EXPECT_EQ(refusal("framework.gpd.weight"),
            "framework.gpd.weight: there is no 'framework.gpd.weight' in the spec; did you mean 'framework.gdp'?");
  EXPECT_EQ(refusal("framework.gdp"),
            "framework.gdp: there is no 'framework.gdp' in the spec: it is a node; vary one of 'weight', 'better', "
            "'target', 'goalposts' of it");
  EXPECT_EQ(refusal("aggregate.exponent.low"),
            "aggregate.exponent.low: there is no 'aggregate.exponent.low' in the spec; 'aggregate.exponent' is a "
            "number; vary it as a whole");
  EXPECT_EQ(refusal("version").rfind("version: there is no 'version' in the spec; ", 0), 0U);
  EXPECT_EQ(refusal(""), "there is no address; write a place of the spec: 'aggregate'");
}

TEST(Nodes, that_are_dropped_leave_no_trace) {
  const example e;
  const std::vector<std::size_t> gdp_and_debt{2, 3};
  const qx::spec left = qx::read_spec(qx::vary::without_nodes(e.plain, e.recipe.framework, gdp_and_debt));
  EXPECT_EQ(left.framework.codes().codes(), (std::vector<std::string>{"index", "life", "health", "school", "water"}));
  EXPECT_TRUE(left.normalise.except.empty());
  EXPECT_EQ(left.prepare[1].only, std::vector<std::string>{"health"});
  const std::vector<std::size_t> all{1, 4};
  EXPECT_EQ(trial::refused<qx::spec_error>([&] { (void)qx::vary::without_nodes(e.plain, e.recipe.framework, all); }),
            "framework: nothing is left when nodes are dropped; drop fewer");
}

}  // namespace
