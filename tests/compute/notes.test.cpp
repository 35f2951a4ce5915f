// What happens to scores is told: gaps in groups, ends of scales, means that are 0.
#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;
using example::data;
using example::recipe;

namespace {

std::vector<std::string> notes_of(const qx::result& r) {
  std::vector<std::string> out;
  for (const qx::note& n : r.notes()) out.push_back(n.where + ": " + n.what + " #" + std::to_string(n.count));
  return out;
}
using texts = std::vector<std::string>;

/// A lacks pollution, B lacks schooling.
qx::table holed() {
  qx::matrix values = data().values();
  values(0, 1) = values(1, 2) = qx::missing_value;
  return {data().units(), data().indicators(), values};
}

qx::result with_policy(const qx::missing::method& policy) {
  qx::spec s = recipe();
  s.missing = policy;
  return qx::compute(s, holed());
}

TEST(notes, count_the_scores_that_a_policy_filled) {
  EXPECT_EQ(notes_of(with_policy(qx::missing::zero{})),
            texts{"missing: zero filled missing scores: 2 (2 in 'life') #2"});
  EXPECT_EQ(notes_of(with_policy(qx::missing::group_mean{})),
            texts{"missing: group_mean filled missing scores: 2 (2 in 'life') #2"});
}

TEST(notes, count_the_units_whose_weights_were_rescaled) {
  EXPECT_EQ(notes_of(with_policy(qx::missing::renormalise{})),
            texts{"missing: renormalise rescaled the weights of units: 2 (2 in 'life') #2"});
  EXPECT_EQ(notes_of(with_policy(qx::missing::renormalise{.at_least = 0.6})).back(),
            "groups/wellbeing: units without a score: 2 #2")
      << "nothing is rescaled for units that stay without a score";
}

TEST(notes, say_nothing_of_a_policy_that_had_nothing_to_do) {
  qx::spec s = recipe();
  s.missing = qx::missing::zero{};
  EXPECT_TRUE(qx::compute(s, data()).notes().empty());
}

TEST(lineage, tells_where_a_policy_stood_in) {
  const auto lines = with_policy(qx::missing::zero{}).lineage();
  const auto at = std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.step == "missing"; });
  ASSERT_NE(at, lines.end());
  EXPECT_EQ(at->node, "life");
  EXPECT_EQ(at->method, "zero");
  EXPECT_EQ(at->changed, 2U);
}

qx::spec between_goalposts() {
  qx::spec s{.framework = qx::group("index", {qx::indicator("income", {.goalposts = {{30, 50}}}),
                                              qx::indicator("schooling", {.goalposts = {{9, 13}}})})};
  s.normalise = qx::normalise::goalposts{.low = 0, .high = 1};
  return s;
}

TEST(notes, count_the_values_that_a_scale_kept_at_its_ends) {
  qx::spec s = between_goalposts();
  const texts about{"table: columns that the framework does not use: 'pollution' #1",
                    "indicators/income: goalposts scored values beyond its ends as the ends: 2 #2"};
  EXPECT_EQ(notes_of(qx::compute(s, data())), about);
  s.normalise = qx::normalise::goalposts{.clip = false};
  EXPECT_EQ(notes_of(qx::compute(s, data())).size(), 1U);
  s.normalise = qx::normalise::efficacy{.form = qx::normalise::efficacy_form::exponential, .clip = true};
  EXPECT_EQ(notes_of(qx::compute(s, data())).back(),
            "indicators/income: efficacy scored values beyond its ends as the ends: 2 #2");
  s.normalise = qx::normalise::piecewise_linear{.points = {{10, 0}, {12, 1}}};
  EXPECT_EQ(notes_of(qx::compute(s, data())).back(),
            "indicators/schooling: piecewise_linear scored values beyond its ends as the ends: 2 #2");
}

TEST(notes, do_not_take_a_step_for_an_end) {
  qx::spec s = between_goalposts();
  s.normalise = qx::normalise::above_below_mean{};
  EXPECT_EQ(notes_of(qx::compute(s, data())).size(), 1U) << "only the column that is not used";
}

TEST(notes, count_the_values_of_a_later_table_beyond_the_ends_of_ranks) {
  qx::spec s = between_goalposts();
  s.normalise = qx::normalise::rank{};
  const qx::fitted index = qx::fit(s, data());
  EXPECT_EQ(notes_of(index(example::data_with(0, 0, 99))).back(),
            "indicators/income: rank scored values beyond its ends as the ends: 1 #1");
}

TEST(notes, count_the_means_that_a_child_makes_0) {
  qx::spec s = recipe();
  s.normalise = qx::normalise::min_max{.low = 0, .high = 100};
  for (const qx::aggregate::method& mean :
       std::vector<qx::aggregate::method>{qx::aggregate::geometric_mean{}, qx::aggregate::harmonic_mean{},
                                          qx::aggregate::power_mean{.exponent = -2}}) {
    s.aggregate = mean;
    const std::string name(mean.name());
    const texts expected{"groups/life: " + name + " is 0 because a child is, units: 1 #1",
                         "groups/wellbeing: " + name + " is 0 because a child is, units: 2 #2"};
    EXPECT_EQ(notes_of(qx::compute(s, data())), expected);
  }
  s.aggregate = qx::aggregate::arithmetic_mean{};
  EXPECT_TRUE(qx::compute(s, data()).notes().empty());
}

TEST(compute, refuses_values_whose_spread_is_beyond_double_precision) {
  qx::spec s{.framework = qx::group("index", {qx::indicator("x")})};
  const auto message = [&](double a, double b, double c) {
    return example::message_of([&] {
      (void)qx::compute(s, {{"A", "B", "C"}, {"x"}, (qx::matrix(3, 1) << a, b, c).finished()});
    });
  };
  for (const qx::normalise::method& method :
       std::vector<qx::normalise::method>{qx::normalise::z_score{}, qx::normalise::mpi_scale{}}) {
    s.normalise = method;
    EXPECT_EQ(message(1e155, 2e155, 4e155),
              "indicators/x: the values run from 1e+155 to 4e+155, a range beyond double precision; measure in larger "
              "units");
    EXPECT_EQ(message(1e300, 2e300, 4e300),
              "indicators/x: the values run from 1e+300 to 4e+300, a range beyond double precision; measure in larger "
              "units");
    EXPECT_EQ(message(1e-200, 2e-200, 4e-200),
              "indicators/x: the values run from 1e-200 to 4e-200, a range beyond double precision; measure in smaller "
              "units");
    EXPECT_EQ(message(1e150, 2e150, 4e150), "");
  }
}

TEST(notes, name_a_step_of_preparation_that_is_for_no_indicator) {
  qx::spec s = recipe();
  s.prepare = {{qx::impute::mean{}, {"life"}, {"pollution"}}, {qx::impute::median{}, {"income"}, {"wellbeing"}}};
  EXPECT_EQ(notes_of(qx::compute(s, data())),
            texts{"prepare.1: median did nothing: its exceptions leave no indicator #0"});
}

TEST(prepare, refuses_a_mean_that_overflows) {
  qx::spec s{.framework = qx::group("index", {qx::indicator("x")})};
  s.prepare = {qx::impute::mean{}};
  const qx::table huge{{"A", "B", "C"}, {"x"}, (qx::matrix(3, 1) << 1.5e308, 1.6e308, qx::missing_value).finished()};
  EXPECT_EQ(
      example::message_of([&] { (void)qx::compute(s, huge); }),
      "indicators/x: mean would fill a gap with inf: the sum of the values is beyond double precision; measure in "
      "larger units");
}

}  // namespace
