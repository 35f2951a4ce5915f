// Aggregations that are no means: sums, products, ratios, functions of the user's.
#include <gtest/gtest.h>

#include "methods.hpp"
#include "quindex/aggregate/methods.hpp"

namespace {

using namespace trial;
using namespace quindex::aggregate;
using quindex::describe::value;

const std::vector<double> quarter{0.25, 0.75};

double score_of(const auto& method, const std::vector<double>& z, const std::vector<double>& w) {
  return method.score(z, w);
}

// Case sum: by hand
TEST(Sum, adds_children_once_or_by_weight) {
  EXPECT_EQ(score_of(sum{}, {10, 30}, quarter), 40);
  EXPECT_EQ(score_of(sum{}, {10, 30}, {0, 1}), 30);
  EXPECT_EQ(score_of(sum{.weighted = true}, {10, 30}, quarter), 25);
  std::vector<double> parts(2);
  sum{}.contributions(std::vector<double>{10, 30}, quarter, parts);
  expect_near(parts, {10, 30}, 0);
}

// Case product: by hand
TEST(Product, multiplies_children_once_or_to_the_power_of_their_weight) {
  EXPECT_EQ(score_of(product{}, {0.5, 0.25}, quarter), 0.125);
  EXPECT_NEAR(score_of(product{.weighted = true}, {4, 16}, quarter), 11.313708498984761, 1e-14);
  EXPECT_EQ(score_of(product{}, {0, 3}, quarter), 0);
  EXPECT_TRUE(product{}.needs_non_negative());
}

// Case ratio: by hand
TEST(Ratio, divides_the_first_child_by_the_second) {
  EXPECT_EQ(score_of(ratio{}, {3, 4}, quarter), 0.75);
  EXPECT_TRUE(std::isnan(score_of(ratio{}, {3, 0}, quarter)));
  EXPECT_EQ(refused<qx::spec_error>([] { ratio{}.check_children(3, "aggregate/gap"); }),
            "aggregate/gap: ratio has 3 children; a ratio is of exactly two: the first divided by the second");
}

TEST(Custom, calls_a_function_of_the_users) {
  const custom range = custom_function("range", [](qx::column_view z, qx::column_view) { return z[1] - z[0]; });
  EXPECT_EQ(score_of(range, {3, 10}, quarter), 7);
  EXPECT_EQ(refused<qx::spec_error>([] {
              score_of(custom{.name = "ours"}, {1, 2}, quarter);
            }),
            "aggregate: the custom function 'ours' is not there; pass it in `extensions`");
  const custom endless = custom_function("endless", [](qx::column_view, qx::column_view) { return HUGE_VAL; });
  EXPECT_EQ(refused<qx::spec_error>([&] {
              score_of(endless, {1, 2}, quarter);
            }),
            "aggregate: the custom function 'endless' returned inf; return a finite score, or NaN for none");
}

TEST(Custom, is_found_again_by_its_name) {
  const custom ours = custom_function("ours", [](qx::column_view, qx::column_view) { return 1.0; });
  const value file = method(ours).write();
  EXPECT_EQ(qx::describe::json_text(file), R"({"method":"custom","name":"ours"})");
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)method::read(file, qx::path("aggregate")); }),
            "aggregate.method: 'ours' is custom; pass it in `extensions`");
  const qx::describe::extensions functions{{"ours", ours.call}, {"number", 7}};
  EXPECT_EQ(method::read(file, qx::path("aggregate"), {&functions}), method(ours));
  const value wrong = value::object{{"method", "custom"}, {"name", "number"}};
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)method::read(wrong, qx::path("aggregate"), {&functions}); }),
            "aggregate.method: what `extensions` holds as 'number' is no function of this family; pass one that takes "
            "and returns "
            "what the family's custom method does");
}

}  // namespace
