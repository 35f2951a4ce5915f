// What a group hands on to a parent of the same mean.

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/elementary.hpp"

namespace {

namespace qx = quindex;
namespace numeric = quindex::numeric;

qx::framework nested(qx::direction inner = qx::direction::better_when_high) {
  return qx::group("index", {qx::indicator("a"), qx::group("inner", {qx::indicator("b"), qx::indicator("c")},
                                                           {.better = inner, .weight = 2})});
}
qx::table values(double missing_b = 7.3) {
  return {
      {"A", "B", "C"}, {"a", "b", "c"}, (qx::matrix(3, 3) << 2.1, 3.7, 0.9, 11, missing_b, 5, 1.3, 8, 13).finished()};
}
qx::spec recipe(qx::choice<qx::aggregate::method> aggregate, qx::missing::method missing = qx::missing::propagate{}) {
  return {.framework = nested(), .normalise = qx::normalise::identity{}, .aggregate = aggregate, .missing = missing};
}

}  // namespace

TEST(Terms, of_the_same_mean_are_not_taken_back_to_scores) {
  const qx::table data = values();
  const qx::result geometric = qx::compute(recipe(qx::aggregate::geometric_mean{}), data);
  const qx::result harmonic = qx::compute(recipe(qx::aggregate::harmonic_mean{}), data);
  const double third = 1.0 / 3, two_thirds = 2.0 / 3;
  for (Eigen::Index i = 0; i < 3; ++i) {
    const double a = data.values()(i, 0), b = data.values()(i, 1), c = data.values()(i, 2);
    const double logs = 0.5 * numeric::log(b) + 0.5 * numeric::log(c);
    EXPECT_EQ(geometric.scores()(i, 0), numeric::exp(third * numeric::log(a) + two_thirds * logs));
    EXPECT_EQ(geometric.scores()(i, 2), numeric::exp(logs));
    const double reciprocals = 0.5 * (1 / b) + 0.5 * (1 / c);
    EXPECT_EQ(harmonic.scores()(i, 0), 1 / (third * (1 / a) + two_thirds * reciprocals));
  }
}

TEST(Terms, of_another_mean_are_scores) {
  const qx::table data = values();
  const qx::result mixed =
      qx::compute(recipe({qx::aggregate::geometric_mean{}, {{"index", qx::aggregate::power_mean{-1}}}}), data);
  for (Eigen::Index i = 0; i < 3; ++i) {
    const double inner = mixed.scores()(i, 2);
    EXPECT_EQ(mixed.scores()(i, 0), 1 / (1.0 / 3 * (1 / data.values()(i, 0)) + 2.0 / 3 * (1 / inner)));
  }
}

TEST(Terms, of_a_missing_group_are_those_of_what_takes_its_place) {
  qx::table data = values(qx::missing_value);
  const qx::result propagated = qx::compute(recipe(qx::aggregate::geometric_mean{}), data);
  EXPECT_TRUE(qx::is_missing(propagated.scores()(1, 0)));
  const qx::result rest = qx::compute(recipe(qx::aggregate::geometric_mean{}, qx::missing::renormalise{0.6}), data);
  EXPECT_TRUE(qx::is_missing(rest.scores()(1, 2)));
  EXPECT_TRUE(qx::is_missing(rest.scores()(1, 0)));  // a third of the weight is not enough
  const qx::result peers = qx::compute(recipe(qx::aggregate::power_mean{2}, qx::missing::zero{0.6}), data);
  EXPECT_TRUE(qx::is_missing(peers.scores()(1, 2)));  // a half of its weight is not enough
  EXPECT_TRUE(qx::is_missing(peers.scores()(1, 0)));
  const qx::result none = qx::compute(recipe(qx::aggregate::power_mean{2}, qx::missing::zero{0.3}), data);
  EXPECT_DOUBLE_EQ(none.scores()(1, 2), std::sqrt(0.5 * 25));
  EXPECT_DOUBLE_EQ(none.scores()(1, 0), std::sqrt(121.0 / 3 + 2.0 / 3 * 12.5));
}

TEST(Terms, are_handed_on_by_groups_of_the_parents_mean_only) {
  const auto hands_on = [](const qx::spec& s) {
    qx::fitted_state state;
    state.recipe = s;
    return qx::detail::hands_on(state, 2);
  };
  using namespace qx::aggregate;
  EXPECT_TRUE(hands_on(recipe(geometric_mean{})));
  EXPECT_TRUE(hands_on(recipe(power_mean{3})));
  EXPECT_TRUE(hands_on(recipe({power_mean{0}, {{"index", geometric_mean{}}}})));
  EXPECT_FALSE(hands_on(recipe(arithmetic_mean{})));
  EXPECT_FALSE(hands_on(recipe({power_mean{3}, {{"index", power_mean{2}}}})));
  EXPECT_FALSE(hands_on(recipe(minimum{})));
  qx::spec turned = recipe(geometric_mean{});
  turned.framework = nested(qx::direction::worse_when_high);
  EXPECT_FALSE(hands_on(turned));
}
