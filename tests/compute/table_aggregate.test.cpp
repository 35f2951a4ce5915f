// Groups whose method compares all units: who is compared, what follows for contributions, and what is said.
#include <gtest/gtest.h>

#include "compute/support.hpp"
#include "quindex/compute/rank.hpp"

namespace qx = quindex;
using example::data;
using example::message_of;
using example::recipe;

namespace {

qx::spec with_topsis() {
  qx::spec s = recipe();
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"life", qx::aggregate::topsis{}}}};
  return s;
}

TEST(table_aggregate, scores_a_group_as_ranking_its_children_does) {
  const qx::result r = qx::compute(with_topsis(), data());
  qx::matrix children(4, 2);
  children << r.scores("pollution")[0], r.scores("schooling")[0], r.scores("pollution")[1], r.scores("schooling")[1],
      r.scores("pollution")[2], r.scores("schooling")[2], r.scores("pollution")[3], r.scores("schooling")[3];
  const qx::table alone(data().units(), {"pollution", "schooling"}, children);
  const qx::ranking expected = qx::rank(alone, qx::aggregate::topsis{});
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(r.scores("life")[i], expected.scores[i]);
}

TEST(table_aggregate, leaves_out_units_that_lack_a_child_and_compares_the_others) {
  const qx::result r = qx::compute(with_topsis(), example::data_with(1, 2, qx::missing_value));
  EXPECT_TRUE(qx::is_missing(r.scores("life")[1]));
  const qx::table others({"A", "C", "D"}, {"income", "pollution", "schooling"},
                         (qx::matrix(3, 3) << 40, 12, 11, 60, 45, 9, 33, 20, 12).finished());
  EXPECT_EQ(r.scores("life")[0], qx::compute(with_topsis(), others).scores("life")[0]);
}

TEST(table_aggregate, has_no_contributions_and_says_why_but_can_be_explained) {
  const qx::result r = qx::compute(with_topsis(), data());
  EXPECT_EQ(message_of([&] { (void)r.contributions("life"); }),
            "contributions.life: topsis compares all units, so that a unit's score has no parts; look at its measures, "
            "or aggregate the group by a mean");
  EXPECT_NO_THROW((void)r.contributions("wellbeing"));
  EXPECT_EQ(qx::explain(r, "A").size(), r.nodes().size());
}

TEST(table_aggregate, notes_a_method_that_can_break_dominance) {
  qx::spec s = with_topsis();
  EXPECT_TRUE(qx::compute(s, data()).notes().empty());
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"life", qx::aggregate::codas{}}}};
  const qx::result r = qx::compute(s, data());
  ASSERT_EQ(r.notes().size(), 1U);
  EXPECT_EQ(r.notes()[0], (qx::note{"groups/life", "codas can score a unit below one that is nowhere better", 0}));
  s.aggregate = {qx::aggregate::arithmetic_mean{}, {{"life", qx::aggregate::ampi{}}}};
  EXPECT_EQ(qx::compute(s, data()).notes(),
            (std::vector<qx::note>{{"groups/life", "ampi can score a unit below one that is nowhere better", 0}}));
}

TEST(table_aggregate, freezes_to_the_same_scores) {
  const qx::fitted index = qx::fit(with_topsis(), data());
  EXPECT_EQ(qx::compute(qx::freeze(index), data()).scores(), index(data()).scores());
}

}  // namespace
