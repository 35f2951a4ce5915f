#include "methods.hpp"

#include <gtest/gtest.h>

#include "quindex/missing/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::missing;
using quindex::describe::value;

// Case propagate, renormalise, zero, group_mean: the rule itself
TEST(Policies, say_what_takes_the_place_of_a_missing_child) {
  EXPECT_EQ(propagate{}.rule().what, rule::kind::propagate);
  EXPECT_EQ(renormalise{}.rule(), (rule{rule::kind::renormalise, 0}));
  EXPECT_EQ(zero{}.rule(), (rule{rule::kind::zero, 0}));
  EXPECT_EQ(group_mean{}.rule().what, rule::kind::group_mean);
}

TEST(Policies, may_ask_for_a_share_of_the_weight) {
  EXPECT_EQ(renormalise{.at_least = 0.5}.rule().floor, 0.5);
  EXPECT_EQ(zero{.at_least = 8.0 / 9}.rule().floor, 8.0 / 9);
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)method::read(value::object{{"method", "renormalise"}, {"at_least", 60}}, qx::path("missing"));
            }),
            "missing.at_least: 60 is outside [0, 1]");
}

TEST(Policies, propagate_unless_the_spec_says_otherwise) { EXPECT_EQ(method{}.name(), "propagate"); }

}  // namespace
