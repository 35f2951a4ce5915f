// Factors that change weights, against hand values and the closed forms of their distributions.
//
// Shares of draws are compared with probabilities within 0.015: by the inequality of Dvoretzky, Kiefer and Wolfowitz
// (Massart 1990), 20,000 independent draws are further away with probability 2 exp(-9) = 0.00025 at most. Means are
// compared within 5 of their standard errors.
#include <cmath>
#include <gtest/gtest.h>

#include "quindex/numeric/distributions.hpp"
#include "scenes.hpp"

namespace {

using namespace scenes;
using namespace quindex::vary;
using trial::expect_near;

constexpr std::size_t draws = 20000;
constexpr double share_error = 0.015;

/// The weights of all nodes in so many draws.
std::vector<std::vector<double>> drawn(const ready& r) {
  std::vector<std::vector<double>> out;
  std::vector<double> u(r.dimension());
  for (std::size_t k = 0; k < draws; ++k) {
    for (std::size_t d = 0; d < u.size(); ++d) u[d] = stream.uniform(k * u.size() + d);
    out.push_back(reweighed(r, u));
  }
  return out;
}

double mean_of(const std::vector<std::vector<double>>& all, std::size_t node) {
  double sum = 0;
  for (const auto& w : all) sum += w[node];
  return sum / static_cast<double>(all.size());
}
double variance_of(const std::vector<std::vector<double>>& all, std::size_t node) {
  double sum = 0;
  const double mean = mean_of(all, node);
  for (const auto& w : all) sum += (w[node] - mean) * (w[node] - mean);
  return sum / static_cast<double>(all.size() - 1);
}
double share_below(const std::vector<std::vector<double>>& all, std::size_t node, double x) {
  double below = 0;
  for (const auto& w : all) below += w[node] <= x ? 1 : 0;
  return below / static_cast<double>(all.size());
}

// Case noise: products by hand
TEST(Noise, multiplies_each_weight_by_a_number_around_1) {
  const example e;
  const ready all = e.ready(noise{.spread = 0.2});
  EXPECT_EQ(all.dimension(), 7U);
  EXPECT_TRUE(all.reweighs());
  EXPECT_FALSE(all.changes());
  expect_near(reweighed(all, {1, 0, 0.5, 0.75, 0.5, 0.5, 0.25}), {0, 0.6, 0.48, 0.4, 0.55, 0.5, 0.3, 0.18}, 1e-15);
  const ready life = e.ready(noise{.group = "life", .spread = 0.5});
  EXPECT_EQ(life.dimension(), 3U);
  expect_near(reweighed(life, {0, 0.5, 1}), {0, .5, .6, .4, .5, .25, .3, .3}, 1e-15);
  EXPECT_EQ(e.ready(noise{.group = "level:3"}).dimension(), 2U);
  EXPECT_EQ(e.ready(noise{.group = "level:2"}).dimension(), 5U);
}

TEST(Noise, that_is_normal_never_goes_below_0) {
  const example e;
  const ready r = e.ready(noise{.group = "wealth", .spread = 0.5, .shape = noise_shape::normal});
  expect_near(reweighed(r, {0.975002104851780, 0.001}), {0, .5, .6 * 1.98, 0, .5, .5, .3, .2}, 1e-12);
}

TEST(Noise, is_refused_for_what_is_no_group) {
  const example e;
  EXPECT_EQ(e.refusal(noise{.group = "welth"}),
            "factors.f.group: the framework has no group 'welth'; did you mean 'wealth'?");
  EXPECT_EQ(e.refusal(noise{.group = "gdp"}),
            "factors.f.group: 'gdp' is an indicator, which has no children to weigh; there are the groups 'index', "
            "'wealth', 'life'");
  EXPECT_EQ(e.refusal(noise{.spread = 2}), "factors.f.spread: 2 is outside [0, 1]");
}

// Case dirichlet: marginals are betas, Johnson, Kotz and Balakrishnan (2000), section 49.1
TEST(Dirichlet, has_beta_marginals) {
  const example e;
  const auto all = drawn(e.ready(dirichlet{.group = "life", .concentration = 8}));
  const double mean[] = {0.5, 0.3, 0.2};
  for (std::size_t j = 0; j < 3; ++j) {
    const double w = mean[j];
    for (const double p : {0.05, 0.25, 0.5, 0.75, 0.95})
      EXPECT_NEAR(share_below(all, 5 + j, qx::numeric::beta_quantile(p, 8 * w, 8 * (1 - w))), p, share_error);
    EXPECT_NEAR(mean_of(all, 5 + j), w, 5 * std::sqrt(w * (1 - w) / 9 / draws));
    EXPECT_NEAR(variance_of(all, 5 + j), w * (1 - w) / 9, 0.05 * w * (1 - w) / 9);
  }
  EXPECT_EQ(all[0][2], 0.6) << "other groups keep their weights";
  EXPECT_NEAR(all[0][5] + all[0][6] + all[0][7], 1, 1e-15);
}

TEST(Dirichlet, of_equal_weights_with_the_concentration_m_is_uniform_on_the_simplex) {
  const example e;
  std::vector<double> equal{0, .5, .5, .5, .5, 1, 1, 1};
  const ready r = e.ready(dirichlet{.group = "life", .concentration = 3});
  r.reweigh(std::vector{0.2, 0.5, 0.9}, stream, equal);
  const double parts[] = {-std::log(0.8), -std::log(0.5), -std::log(0.1)};
  for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(equal[5 + j], parts[j] / (parts[0] + parts[1] + parts[2]), 1e-14);
}

TEST(Dirichlet, survives_a_concentration_near_0_and_weights_of_0) {
  const example e;
  const ready r = e.ready(dirichlet{.group = "life", .concentration = 0.001});
  expect_near(reweighed(r, {0.3, 0.4, 0.2}, {0, 1, 1, 1, 1, 1, 1, 1}), {0, 1, 1, 1, 1, 0, 1, 0}, 0);
  const std::vector<double> some = reweighed(r, {0.3, 0.4, 0.2}, {0, 1, 1, 1, 1, 0, 1, 1});
  EXPECT_EQ(some[5], 0);
  EXPECT_EQ(some[6] + some[7], 1);
}

// Case order: means are the rank order centroid weights of Barron and Barrett (1996): 11/18, 5/18, 2/18 for three
TEST(Order, has_the_rank_order_centroid_weights_as_means) {
  const example e;
  const auto all = drawn(e.ready(order{.group = "life", .codes = {"water", "health", "school"}}));
  for (const auto& w : all) {
    EXPECT_GE(w[7], w[5]);
    EXPECT_GE(w[5], w[6]);
    EXPECT_NEAR(w[5] + w[6] + w[7], 1, 1e-15);
  }
  const std::pair<std::size_t, double> expected[] = {{7, 11.0 / 18}, {5, 5.0 / 18}, {6, 2.0 / 18}};
  for (const auto& [node, mean] : expected)
    EXPECT_NEAR(mean_of(all, node), mean, 5 * std::sqrt(variance_of(all, node) / draws));
  // The least of three sorted parts of a stick: P(3 w <= x) = 1 - (1 - x)^2.
  for (const double x : {0.1, 0.3, 0.6}) EXPECT_NEAR(share_below(all, 6, x / 3), 1 - (1 - x) * (1 - x), share_error);
}

TEST(Order, is_refused_when_it_is_none) {
  const example e;
  EXPECT_EQ(e.refusal(order{.group = "life", .codes = {"water", "health"}}),
            "factors.f.codes: there is no place in the order for 'school'; give every child of 'life' one");
  EXPECT_EQ(e.refusal(order{.group = "life", .codes = {"watr"}}),
            "factors.f.codes: 'watr' is no child of 'life'; did you mean 'water'?");
  EXPECT_EQ(e.refusal(order{.codes = {"water"}}),
            "factors.f.group: no group is named, and there are 3; give the code of one group");
}

// Case bounds: without binding highest weights uniform on a simplex, whose marginals are Beta(1, m - 1)
TEST(Bounds, are_uniform_where_no_highest_weight_binds) {
  const example e;
  const auto all = drawn(e.ready(bounds{.group = "life", .low = 0.1}));
  for (std::size_t node = 5; node < 8; ++node)
    for (const double x : {0.1, 0.3, 0.6})
      EXPECT_NEAR(share_below(all, node, 0.1 + 0.7 * x), 1 - (1 - x) * (1 - x), share_error) << node;
}

TEST(Bounds, are_kept_and_reached) {
  const example e;
  const bounds m{.group = "life", .low = 0.1, .high = 0.5, .limits = {{"school", {0.2, 0.45}}}};
  const auto all = drawn(e.ready(m));
  std::vector<double> least(8, 1), most(8, 0);
  for (const auto& w : all) {
    EXPECT_NEAR(w[5] + w[6] + w[7], 1, 1e-15);
    for (std::size_t k = 5; k < 8; ++k) least[k] = std::min(least[k], w[k]), most[k] = std::max(most[k], w[k]);
  }
  // health from 1 - .45 - .5 or .1, school from .2, water from .1; each up to its highest
  const double low[] = {0.1, 0.2, 0.1}, high[] = {0.5, 0.45, 0.5};
  for (std::size_t j = 0; j < 3; ++j) {
    EXPECT_GE(least[5 + j], low[j] - 1e-15);
    EXPECT_LE(most[5 + j], high[j] + 1e-15);
    EXPECT_LT(least[5 + j], low[j] + 0.02);
    EXPECT_GT(most[5 + j], high[j] - 0.02);
  }
}

TEST(Bounds, of_one_point_are_that_point) {
  const example e;
  const bounds m{.group = "wealth", .low = 0.5, .high = 0.5};
  expect_near(reweighed(e.ready(m), {0.3}), {0, .5, .5, .5, .5, .5, .3, .2}, 1e-15);
}

TEST(Bounds, are_refused_when_no_weights_keep_them) {
  const example e;
  EXPECT_EQ(e.refusal(bounds{.group = "life", .low = 0.4}),
            "factors.f: the lowest weights sum to 1.2000000000000002; they may sum to 1 at most");
  EXPECT_EQ(e.refusal(bounds{.group = "life", .high = 0.25}),
            "factors.f: the highest weights sum to 0.75; they have to sum to 1 or more");
  EXPECT_EQ(
      e.refusal(bounds{.group = "life", .low = 0.5, .high = 0.4}),
      "factors.f: the lowest weight is 0.5, the highest 0.4; the lowest comes first and is not above the highest");
  EXPECT_EQ(e.refusal(bounds{.group = "life", .limits = {{"gdp", {0, 1}}}}),
            "factors.f.limits: 'gdp' is no child of 'life'; there are 'health', 'school', 'water'");
}

// Case weight: a multiple and a share by hand
TEST(Weight, is_multiplied_or_becomes_a_share) {
  const example e;
  const ready multiple = e.ready(weight{.node = "health", .draw = qx::draw::uniform{0, 2}});
  expect_near(reweighed(multiple, {0.75}), {0, .5, .6, .4, .5, .75, .3, .2}, 1e-15);
  EXPECT_EQ(multiple.number(std::vector{0.75}, stream), 1.5);
  const ready share = e.ready(weight{.node = "health", .draw = qx::draw::uniform{0.2, 0.6}, .relative = false});
  const auto w = reweighed(share, {0.5}, {0, .5, .6, .4, .5, 9, 3, 2});
  EXPECT_NEAR(w[5] / (w[5] + w[6] + w[7]), 0.4, 1e-15);
  EXPECT_EQ(w[6], 3);
}

TEST(Weight, is_refused_below_0_and_as_a_share_of_1) {
  const example e;
  EXPECT_EQ(e.refusal(weight{.node = "helth"}),
            "factors.f.node: the framework has no node 'helth'; did you mean 'health'?");
  EXPECT_EQ(e.refusal(weight{.node = "index"}),
            "factors.f.node: 'index' is the index, which has no weight; give a node below it");
  EXPECT_EQ(e.refusal(weight{.node = "gdp", .draw = qx::draw::uniform{0, 2}, .relative = false}),
            "factors.f.draw: the share can be 1.9999999999999998; shares are 0 or more and below 1");
}

// Case stakeholders: two sets and a blend by hand
TEST(Stakeholders, give_one_of_their_sets) {
  const example e;
  const stakeholders m{.sets = {{{"gdp", 3}, {"debt", 1}}, {{"debt", 0.5}, {"gdp", 0.5}}}, .probabilities = {0.9, 0.1}};
  const ready r = e.ready(m);
  expect_near(reweighed(r, {0.8}), {0, .5, .75, .25, .5, .5, .3, .2}, 1e-15);
  expect_near(reweighed(r, {0.95}), {0, .5, .5, .5, .5, .5, .3, .2}, 1e-15);
  EXPECT_EQ(r.level(std::vector{0.95}, stream), "1");
}

TEST(Stakeholders, blend_their_sets) {
  const example e;
  stakeholders m{.sets = {{{"gdp", 3}, {"debt", 1}}, {{"debt", 5}, {"gdp", 5}}}, .blend = true};
  EXPECT_EQ(e.ready(m).dimension(), 2U);
  const double a = -std::log(0.5), b = -std::log(0.2);  // exponentials of 0.5 and 0.8
  const double gdp = (a * 0.75 + b * 0.5) / (a + b);
  expect_near(reweighed(e.ready(m), {0.5, 0.8}), {0, .5, gdp, 1 - gdp, .5, .5, .3, .2}, 1e-14);
  m.probabilities = {0.5, 0.5};
  expect_near(reweighed(e.ready(m), {0.5, 0.8}), {0, .5, gdp, 1 - gdp, .5, .5, .3, .2}, 1e-14);
}

TEST(Stakeholders, are_refused_when_sets_do_not_match) {
  const example e;
  EXPECT_EQ(e.refusal(stakeholders{}),
            "factors.f.sets: there are no weights to choose from; give the weights of two or more");
  EXPECT_EQ(e.refusal(stakeholders{.sets = {{{"gdp", 1}}}}),
            "factors.f.sets.0: 'debt' has no weight; give every child of 'wealth' one, in every set");
  EXPECT_EQ(e.refusal(stakeholders{.sets = {{{"gdp", 1}, {"debt", 1}}, {{"wealth", 1}, {"life", 2}}}}),
            "factors.f.sets.1: the weights are for other groups than those of the first set; give weights for the same "
            "groups in every set");
  EXPECT_EQ(e.refusal(stakeholders{.sets = {{{"gdp", 0}, {"debt", 0}}}}),
            "factors.f.sets.0: the weights in 'wealth' are all 0; give at least one child a weight above 0");
  EXPECT_EQ(e.refusal(stakeholders{.sets = {{{"gdp", -1}, {"debt", 1}}}}), "factors.f.sets.0.gdp: -1 is below 0");
}

}  // namespace
