// Who moved and why: parts that add up to the difference, to the last bit.
#include "quindex/diagnose/comparison.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "quindex/compute/compute.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

/// An indicator measured from 0 to 10.
qx::node scored(const std::string& code, double weight = 1) {
  return qx::indicator(code, qx::node_options{.weight = weight, .goalposts = std::pair{0.0, 10.0}});
}

const qx::framework tree = qx::group("index", {scored("a"), qx::group("g", {scored("b"), scored("c")})});

qx::spec recipe(const qx::framework& of = tree) {
  return {.framework = of, .normalise = qx::normalise::goalposts{.low = 0, .high = 100}};
}

const qx::table first = table_of({"a", "b", "c"}, {{5, 6, 7}, {2, 4, 9}, {3, 8, 1}});
const qx::table second = table_of({"a", "b", "c"}, {{6, 6, 1}, {2, 9, 9}, {7, 5, 1}});

void expect_to_add_up(const dx::comparison& found) {
  for (std::size_t i = 0; i < found.units.size(); ++i) {
    double sum = 0, split = 0;
    for (Eigen::Index j = 0; j < found.change.cols(); ++j) {
      const auto row = static_cast<Eigen::Index>(i);
      sum += found.change(row, j);
      split += found.from_scores(row, j) + found.from_weights(row, j);
    }
    EXPECT_EQ(sum, found.difference[i]) << found.units[i];
    EXPECT_NEAR(split, found.difference[i], 1e-12);
  }
}

TEST(Comparison, of_two_years_is_the_weighted_change_of_scores) {
  const auto found = dx::compare(qx::compute(recipe(), first), qx::compute(recipe(), second));
  expect_to_add_up(found);
  // First unit: a 50 to 60 counts half, g 25 to 45.
  EXPECT_NEAR(found.change(0, 0), 5, 1e-12);
  EXPECT_NEAR(found.change(0, 1), 10, 1e-12);
  EXPECT_NEAR(found.difference[0], 15, 1e-12);
  EXPECT_EQ(found.from_weights(0, 0), 0);
  EXPECT_EQ(found.rank_before[2], 1);
  EXPECT_EQ(found.rank_after[2], 3);
  EXPECT_EQ(found.rank_change[2], -2);
  EXPECT_EQ(dx::movement_text(found, "u1"), "u1 rose by 15 to 52.5 (rank 3 to 2): g +10, a +5");
  EXPECT_EQ(dx::movement_text(found, "u3", 1), "u3 fell by 30 to 30 (rank 1 to 3): a -30");
}

TEST(Comparison, goes_down_to_the_indicators) {
  const auto found =
      dx::compare(qx::compute(recipe(), first), qx::compute(recipe(), second), {}, dx::parts_of::indicators);
  expect_to_add_up(found);
  EXPECT_EQ(found.parts.codes(), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_NEAR(found.change(0, 2), 10, 1e-12);
  EXPECT_NEAR(found.change(1, 1), 12.5, 1e-12);
  EXPECT_NEAR(found.change(1, 2), -7.5, 1e-12);
}

TEST(Comparison, of_two_recipes_tells_weights_from_scores) {
  const qx::framework heavier = qx::group("index", {scored("a", 3), qx::group("g", {scored("b"), scored("c")})});
  const auto found = dx::compare(qx::compute(recipe(), first), qx::compute(recipe(heavier), first));
  expect_to_add_up(found);
  // The weight of a goes from 1/2 to 3/4, of g from 1/2 to 1/4; scores stay: a 50, g 25.
  EXPECT_NEAR(found.from_weights(0, 0), 12.5, 1e-12);
  EXPECT_NEAR(found.from_weights(0, 1), -6.25, 1e-12);
  EXPECT_NEAR(found.from_scores(0, 0), 0, 1e-12);
  // Both change: a of the third unit from 70 to 10, the weight from 1/2 to 3/4.
  const auto both = dx::compare(qx::compute(recipe(), first), qx::compute(recipe(heavier), second));
  expect_to_add_up(both);
  EXPECT_NEAR(both.from_scores(2, 0), 0.625 * -60, 1e-12);
  EXPECT_NEAR(both.from_weights(2, 0), 40 * 0.25, 1e-12);
}

TEST(Comparison, adds_up_for_means_that_are_not_linear) {
  qx::spec geometric = recipe();
  geometric.aggregate = qx::aggregate::geometric_mean{};
  const auto found =
      dx::compare(qx::compute(geometric, first), qx::compute(geometric, second), {}, dx::parts_of::indicators);
  expect_to_add_up(found);
  const auto across =
      dx::compare(qx::compute(recipe(), first), qx::compute(geometric, first), {}, dx::parts_of::indicators);
  expect_to_add_up(across);
}

TEST(Comparison, counts_what_came_and_what_went) {
  const qx::framework other = qx::group("index", {scored("a"), scored("d")});
  const qx::table data = table_of({"a", "d"}, {{6, 6, 1}, {1, 2, 3}});
  const auto found = dx::compare(qx::compute(recipe(), first), qx::compute(recipe(other), data));
  expect_to_add_up(found);
  EXPECT_EQ(found.parts.codes(), (std::vector<std::string>{"a", "d", "g"}));
  EXPECT_NEAR(found.from_weights(0, 1), 5, 1e-12);
  EXPECT_NEAR(found.from_weights(0, 2), -12.5, 1e-12);
}

TEST(Comparison, keeps_to_the_units_and_scores_that_both_have) {
  qx::matrix values(2, 3);
  for (Eigen::Index j = 0; j < 3; ++j) values(0, j) = 5, values(1, j) = gap;
  const qx::table later({"u3", "u1"}, {"a", "b", "c"}, values);
  const auto found = dx::compare(qx::compute(recipe(), first), qx::compute(recipe(), later));
  EXPECT_EQ(found.units.codes(), (std::vector<std::string>{"u3", "u1"}));
  EXPECT_NEAR(found.change(0, 0), -10, 1e-12);
  EXPECT_TRUE(std::isnan(found.change(1, 0)));
  EXPECT_EQ(dx::movement_text(found, "u1"), "u1 has no score in one of the results");
  EXPECT_EQ(refused<qx::data_error>([&] { (void)dx::movement_text(found, "u9"); }),
            "movement_text: there is no unit 'u9'; did you mean 'u3'?");
  EXPECT_EQ(refused<qx::spec_error>(
                [&] { (void)dx::compare(qx::compute(recipe(), first), qx::compute(recipe(), later), "b"); }),
            "compare: 'b' is an indicator; ask for one of the groups");
}

}  // namespace
