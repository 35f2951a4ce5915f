// Effective against nominal importance, and nodes among the groups.
#include "quindex/diagnose/importance.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "diagnose/support.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/diagnose/levels.hpp"
#include "quindex/numeric/random.hpp"

namespace {

using namespace diagnosed;
namespace dx = quindex::diagnose;

/// 0 to 1 in equal steps.
std::vector<double> steps(std::size_t n) {
  std::vector<double> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(static_cast<double>(i) / static_cast<double>(n - 1));
  return out;
}

template <class F>
std::vector<double> of(const std::vector<double>& x, F f) {
  std::vector<double> out;
  for (const double v : x) out.push_back(f(v));
  return out;
}

TEST(Correlation_ratio, is_r_squared_for_a_line) {
  const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 90};
  EXPECT_NEAR(dx::correlation_ratio(x, of(x, [](double v) { return 3 - 2 * v; })), 1, 1e-7)
      << "the heaviest penalty, 10^8, leaves half the digits";
}

TEST(Correlation_ratio, sees_what_a_line_does_not) {
  const std::vector<double> x = steps(101);
  const auto parabola = of(x, [](double v) { return (v - 0.5) * (v - 0.5); });
  EXPECT_NEAR(dx::correlation_ratio(x, parabola), 1, 1e-3);
  const auto wave = of(x, [](double v) { return std::sin(6.28318530717958648 * v); });
  EXPECT_NEAR(dx::correlation_ratio(x, wave), 1, 1e-3);
}

TEST(Correlation_ratio, is_small_where_nothing_is_explained) {
  const qx::numeric::random_stream noise(7, "test");
  std::vector<double> x = steps(500), y(500);
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = noise.normal(i);
  EXPECT_LT(dx::correlation_ratio(x, y), 0.02);
  // Half signal, half noise: y = 2 √3 (x − 1/2) + e has two equal variances.
  for (std::size_t i = 0; i < y.size(); ++i) y[i] += std::sqrt(12.0) * (x[i] - 0.5);
  EXPECT_NEAR(dx::correlation_ratio(x, y), 0.5, 0.05);
}

TEST(Correlation_ratio, is_that_of_group_means_for_few_different_values) {
  // Means 2, 5 about 3.5: 2 · 2 · 2.25 of a total of 9 + 1 = 10.
  EXPECT_NEAR(dx::correlation_ratio(std::vector<double>{0, 0, 1, 1}, std::vector<double>{1.5, 2.5, 4.5, 5.5}), 0.9,
              1e-14);
  EXPECT_TRUE(std::isnan(dx::correlation_ratio(std::vector<double>{1, 1, 1}, std::vector<double>{1, 2, 3})));
  EXPECT_TRUE(std::isnan(dx::correlation_ratio(std::vector<double>{1, 2, 3}, std::vector<double>{1, 1, 1})));
  EXPECT_NEAR(
      dx::correlation_ratio(std::vector<double>{0, 0, 1, 1, gap, 3}, std::vector<double>{1.5, 2.5, 4.5, 5.5, 1, gap}),
      0.9, 1e-14);
}

TEST(Importance, of_equal_weights_goes_to_the_part_that_varies) {
  // Orthogonal columns with variances in the ratio 9 : 1; their sum is explained by them to 0.9 and 0.1.
  const std::vector<double> a{-3, -3, 3, 3, -3, -3, 3, 3}, b{-1, 1, -1, 1, -1, 1, -1, 1};
  std::vector<double> score;
  for (std::size_t i = 0; i < 8; ++i) score.push_back((a[i] + b[i]) / 2);
  const auto found = dx::importance(table_of({"a", "b"}, {a, b}), score, {1, 1}, {.silent = 0.2});
  EXPECT_EQ(found[0].weight, 0.5);
  EXPECT_NEAR(found[0].linear, 0.9, 1e-14);
  EXPECT_NEAR(found[0].correlation_ratio, 0.9, 1e-14);
  EXPECT_NEAR(found[0].share, 0.9, 1e-14);
  EXPECT_NEAR(found[0].share_to_weight, 1.8, 1e-13);
  EXPECT_TRUE(found[1].is_silent && !found[0].is_silent);
  const auto decided = dx::importance(table_of({"a", "b"}, {a, b}), score, {1, 1}, {.decisive = 0.89, .dominant = 1.7});
  EXPECT_TRUE(decided[0].is_decisive && decided[0].is_dominant && !decided[1].is_decisive);
  EXPECT_EQ(refused<qx::data_error>([&] {
              (void)dx::importance(table_of({"a"}, {{1, 2, 3}}), std::vector<double>{1, 1, 1}, {1});
            }),
            "importance.score: it has no spread; nothing explains a constant");
  EXPECT_EQ(refused<qx::spec_error>([&] {
              (void)dx::importance(table_of({"a"}, {{1, 2, 3}}), std::vector<double>{1, 2, 3}, {});
            }),
            "importance.weights: there are 0 for 1 columns; give one per column");
}

/// Two groups of two; d goes with the group g.
qx::result example() {
  const qx::framework tree = qx::group("index", {qx::group("g", {qx::indicator("a"), qx::indicator("b")}),
                                                 qx::group("h", {qx::indicator("c"), qx::indicator("d")})});
  const qx::table data = table_of(
      {"a", "b", "c", "d"}, {{1, 2, 3, 4, 5, 6}, {1, 3, 2, 4, 6, 5}, {60, 10, 40, 10, 20, 5}, {2, 1, 3, 4, 6, 5}});
  return qx::compute({.framework = tree, .normalise = qx::normalise::min_max{.low = 0, .high = 100}}, data);
}

TEST(Importance, of_a_result_uses_its_effective_weights) {
  const auto found = dx::importance(example());
  ASSERT_EQ(found.size(), 4U);
  for (const auto& p : found) EXPECT_EQ(p.weight, 0.25);
  const auto children = dx::importance(example(), "g", dx::parts_of::children);
  ASSERT_EQ(children.size(), 2U);
  EXPECT_EQ(children[0].part, "a");
  EXPECT_EQ(children[0].weight, 0.5);
  EXPECT_EQ(refused<qx::spec_error>([] { (void)dx::importance(example(), "a"); }),
            "importance: 'a' is an indicator; ask for one of the groups");
}

TEST(Levels, say_who_sits_in_the_wrong_group) {
  const auto found = dx::levels(example());
  EXPECT_EQ(found.all.columns.codes(), (std::vector<std::string>{"index", "g", "h"}));
  EXPECT_EQ(found.all.rows.size(), 7U);
  ASSERT_EQ(found.nodes.size(), 6U);
  const dx::node_fit& d = found.nodes.back();
  EXPECT_EQ(d.node, "d");
  EXPECT_EQ(d.group, "h");
  EXPECT_EQ(d.nearest, "g");
  EXPECT_TRUE(d.is_elsewhere);
  EXPECT_FALSE(found.nodes[1].is_elsewhere) << "a is where it belongs";
  EXPECT_EQ(found.nodes[0].nearest, "") << "a group below the index has no other group beside its own";
  // a is 1 … 6, b has two neighbours exchanged: 1 − 6 · 4 / 210.
  EXPECT_NEAR(found.nodes[1].with_siblings, 1 - 24.0 / 210, 1e-14);
}

}  // namespace
