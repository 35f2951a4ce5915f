#include "methods.hpp"

#include <gtest/gtest.h>

#include "quindex/weigh/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::weigh;

const std::vector<double> low{1, 2, 3}, high{4, 6, 8};
const group pillars{.code = "life", .children = {"health", "schooling"}, .given = {1, 3}, .scores = {low, high}};

// Case equal: the definition
TEST(Equal, looks_at_nothing) { expect_near(equal{}.fit(pillars), {1, 1}, 0); }

// Case given: the weights of the framework
TEST(Given, takes_the_weights_of_the_framework) { expect_near(given{}.fit(pillars), {1, 3}, 0); }

TEST(Given, takes_weights_by_code) {
  const given written{.weights = {{"schooling", 0.3}, {"health", 0.7}, {"income", 1}}};
  expect_near(written.fit(pillars), {0.7, 0.3}, 0);
}

TEST(Given, leaves_groups_it_does_not_speak_of_to_the_framework) {
  expect_near(given{.weights = {{"income", 1}}}.fit(pillars), {1, 3}, 0);
}

TEST(Given, refuses_half_a_set_of_weights) {
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)given{.weights = {{"health", 1}}}.fit(pillars);
            }),
            "weigh/life: there are weights for some children, none for 'schooling'; give every child of the group a "
            "weight; 0 "
            "leaves it out");
  EXPECT_EQ(refused<qx::spec_error>([] {
              (void)(given{.weights = {{"health", 0}, {"schooling", 0}}}.fit(pillars));
            }),
            "weigh/life: all weights are 0; give at least one child a weight above 0");
}

TEST(Given, refuses_weights_that_are_none) {
  const auto check = [](std::vector<std::pair<std::string, double>> weights) {
    return refused<qx::spec_error>([&] { given{std::move(weights)}.check(qx::path("weigh")); });
  };
  EXPECT_EQ(check({{"health", -1}}), "weigh.weights.health: the weight is -1; weights are 0 or more");
  EXPECT_EQ(check({{"health", none}}), "weigh.weights.health: the weight is nan; weights are 0 or more");
  EXPECT_EQ(check({{"health", 1}, {"health", 2}}), "weigh.weights.health: the code stands twice; keep one of them");
}

TEST(Custom, calls_a_function_of_the_users) {
  const custom by_best = custom_function("by_best", [](const group& g) {
    std::vector<double> out;
    for (const qx::column_view z : g.scores) out.push_back(z.back());
    return out;
  });
  expect_near(by_best.fit(pillars), {3, 8}, 0);
  const auto returns = [](std::vector<double> w) { return custom_function("ours", [w](const group&) { return w; }); };
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)returns({1}).fit(pillars); }),
            "weigh/life: the custom function 'ours' returned 1 weights for 2 children; return one for each");
  EXPECT_EQ(refused<qx::spec_error>([&] {
              (void)returns({1, -2}).fit(pillars);
            }),
            "weigh/life: the custom function 'ours' gave 'schooling' the weight -2; weights are 0 or more");
}

}  // namespace
