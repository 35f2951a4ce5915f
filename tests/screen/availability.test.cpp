#include "quindex/screen/availability.hpp"

#include <gtest/gtest.h>

#include "methods.hpp"

namespace {

using namespace trial;
using quindex::screen::availability;
using quindex::screen::candidates;
using quindex::screen::verdict;

/// index = (a, first = (b, c)); P has all, Q two of three, R one of three.
struct example {
  std::vector<std::string> units{"P", "Q", "R"};
  qx::framework tree =
      qx::group("index", {qx::indicator("a"), qx::group("first", {qx::indicator("b"), qx::indicator("c")})});
  std::vector<double> a{1, 2, 3}, b{4, 0, none}, c{6, none, none};
  [[nodiscard]] candidates all() const { return {units, &tree, {a, b, c}}; }
};

TEST(SharesAvailable, count_the_indicators_below_each_node) {
  const example e;
  const qx::matrix found = quindex::screen::shares_available(e.all());
  const qx::matrix expected =
      (qx::matrix(3, 5) << 1, 1, 1, 1, 1, 2.0 / 3, 1, 0.5, 1, 0, 1.0 / 3, 1, 0, 0, 0).finished();
  EXPECT_EQ(found, expected);
}

// Case availability: says who stays and why others do not
TEST(Availability, says_who_stays_and_why_others_do_not) {
  const example e;
  const std::vector<verdict> found = availability{.at_least = 0.5}.judge(e.all());
  EXPECT_TRUE(found[0].stays && found[1].stays);
  EXPECT_FALSE(found[2].stays);
  // A limit that the share would equal in four digits is told apart by all of them.
  EXPECT_EQ(availability{.at_least = 0.66667}.judge(e.all())[1].reason,
            "it has 0.6666666666666666 of all indicators, below 0.66667");
  EXPECT_EQ(found[2].reason, "it has 0.3333 of all indicators, below 0.5");
}

TEST(Availability, asks_every_group_below_the_index) {
  const example e;
  const std::vector<verdict> found = availability{.at_least = 0, .in_every_group = 0.75}.judge(e.all());
  EXPECT_TRUE(found[0].stays);
  EXPECT_EQ(found[1].reason, "it has 0.5 of 'first', below 0.75");
}

TEST(Availability, counts_zeros_among_the_values_there_are) {
  const example e;
  const std::vector<verdict> found = availability{.at_least = 0, .non_zero = 0.6}.judge(e.all());
  EXPECT_EQ(found[1].reason, "it has 0.5 of its values other than 0, below 0.6");
  EXPECT_TRUE(found[2].stays);
}

TEST(Availability, of_a_unit_without_any_value) {
  example e;
  e.a[2] = none;
  EXPECT_FALSE((availability{.at_least = 0, .non_zero = 0.1}.judge(e.all())[2].stays));
  EXPECT_TRUE((availability{.at_least = 0}.judge(e.all())[2].stays));
}

TEST(Availability, is_not_asked_about_units_that_are_named) {
  const example e;
  const std::vector<verdict> found = availability{.at_least = 0.5, .keep = {"R"}, .drop = {"P"}}.judge(e.all());
  EXPECT_FALSE(found[0].stays);
  EXPECT_EQ(found[0].reason, "it is to be dropped");
  EXPECT_TRUE(found[2].stays);
  EXPECT_EQ(found[2].reason, "it is to be kept, although it has 0.3333 of all indicators, below 0.5");
}

}  // namespace
