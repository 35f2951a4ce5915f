// The index without one of its indicators: removed, and with a weight of zero.
#include "quindex/robustness/leave_one_out.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/compute/compute.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

/// A flat index of three indicators; unit D has no b, which is filled from its level on a and c.
struct example {
  qx::spec recipe{};
  qx::table data{};

  example() {
    recipe.framework = qx::group("index", {qx::indicator("a", {.weight = 2}), qx::indicator("b"), qx::indicator("c")});
    recipe.prepare = {qx::impute::method(qx::impute::row_mean{})};
    recipe.normalise = qx::normalise::identity{};
    qx::matrix x(4, 3);
    x << 1, 2, 6, 2, 4, 1, 3, 3, 2, 4, qx::missing_value, 1;
    data = qx::table({"A", "B", "C", "D"}, {"a", "b", "c"}, x);
  }
};

TEST(Leave_one_out, removal_and_weight_of_zero_are_two_things) {
  const example e;
  const auto found = rb::leave_one_out(e.recipe, e.data);
  EXPECT_EQ(found.nodes.codes(), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_EQ(found.weight, (std::vector<double>{0.5, 0.25, 0.25}));
  // D is at the best of a and the worst of c, so its b is in the middle of 2 … 4. Scores (2 a + b + c) / 4: 2.5, 2.25,
  // 2.75, 3.
  EXPECT_EQ(found.nominal_ranks, (std::vector<double>{3, 4, 2, 1}));
  // With a weight of zero c still fills D's gap by 3: (2 · 4 + 3) / 3. Without c the gap is filled by 4.
  EXPECT_NEAR(found.zero_weight.scores(2, 3), 11.0 / 3, 1e-15);
  EXPECT_NEAR(found.removed.scores(2, 3), 12.0 / 3, 1e-15);
  // A … C have 4/3, 8/3 and 3 in both: A and B change places.
  for (const rb::without_node* one : {&found.removed, &found.zero_weight}) {
    EXPECT_EQ(one->ranks(2, 0), 4);
    EXPECT_EQ(one->ranks(2, 1), 3);
    EXPECT_EQ(one->shift[2], 0.5);
    EXPECT_EQ(one->largest[2], 1);
    EXPECT_EQ(one->unit[2], "A");
  }
}

TEST(Leave_one_out, removal_is_the_index_of_the_smaller_framework) {
  const example e;
  qx::spec smaller = e.recipe;  // its filling now looks at b and c alone
  smaller.framework = qx::group("index", {qx::indicator("b"), qx::indicator("c")});
  const qx::result expected = qx::compute(smaller, e.data);
  const auto found = rb::leave_one_out(e.recipe, e.data, {"a"});
  for (Eigen::Index i = 0; i < 4; ++i) EXPECT_EQ(found.removed.scores(0, i), expected.scores()(i, 0));
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::leave_one_out(e.recipe, e.data, {"index"}); }),
            "leave_one_out: 'index' is the index itself; name its indicators or groups");
  EXPECT_NE(refused<qx::spec_error>([&] { (void)rb::leave_one_out(e.recipe, e.data, {"x"}); }), "");
}

TEST(Leave_one_out, reports_what_cannot_be_computed) {
  example e;
  e.recipe.prepare.clear();
  e.recipe.framework = qx::group("index", {qx::group("g", {qx::indicator("a")}), qx::indicator("b")});
  const auto found = rb::leave_one_out(e.recipe, e.data);
  EXPECT_EQ(found.zero_weight.failed[0].text(), "g: 'a' has all the weight of its group; leave the group out instead");
  EXPECT_TRUE(std::isnan(found.zero_weight.shift[0]));
  EXPECT_FALSE(std::isnan(found.removed.shift[0])) << "the group that is left empty goes, too";
  EXPECT_EQ(found.removed.failed[0], qx::issue{}) << "nothing failed";
}

TEST(Leave_one_out, whoever_moves_up_because_a_unit_is_screened_out_has_not_moved) {
  example e;  // D has 2 of 3 indicators, but only 1 of 2 without a or c; its nominal rank is 1
  e.recipe.screen = qx::screen::availability{.at_least = 0.6};
  const auto found = rb::leave_one_out(e.recipe, e.data, {"a"});
  EXPECT_TRUE(std::isnan(found.removed.ranks(0, 3)));
  // Without a, A to C have b + c of 8, 5, 5; of 3, 4, 2 the three's nominal ranks are 2, 3, 1.
  EXPECT_EQ(found.removed.ranks(0, 0), 1);
  EXPECT_EQ(found.removed.shift[0], (1.0 + 1.0 + 1.0) / 3);
  EXPECT_EQ(found.removed.largest[0], 1);
}

TEST(Leave_one_out, importance_beside_weights_sums_to_one) {
  const example e;
  const auto rows = rb::importance_by_removal(rb::leave_one_out(e.recipe, e.data));
  double weight = 0, importance = 0;
  for (const auto& row : rows) weight += row.weight, importance += row.importance;
  EXPECT_NEAR(weight, 1, 1e-15);
  EXPECT_NEAR(importance, 1, 1e-15);
}

}  // namespace
