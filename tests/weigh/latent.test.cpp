// Weights by what children have in common, by an outcome, and by the importance they are to have.
#include <cmath>
#include <gtest/gtest.h>

#include "laws/laws.hpp"
#include "quindex/weigh/equalised_importance.hpp"
#include "quindex/weigh/regression.hpp"
#include "quindex/weigh/unobserved_components.hpp"
#include "weighing.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
using trial::none;
using weighing::refused;
using weighing::rows;
using weighing::table;
namespace qx = quindex;

const rows common{{4, 3, 40}, {5, 2, 20}, {3, 5, 50}, {1, 1, 60}, {2, 6, 10}, {6, 4, 30}, {8, 8, 80}, {7, 7, 70}};

std::vector<double> column(const rows& cells, std::size_t j) {
  std::vector<double> out;
  for (const auto& row : cells) out.push_back(row[j]);
  return out;
}

// Case unobserved_components: of three children follow from their correlations
TEST(UnobservedComponents, of_three_children_follow_from_their_correlations) {
  // With three children the model fits their correlations exactly: l_1^2 = r_12 r_13 / r_23, sigma^-2 = l^2 / (1 -
  // l^2).
  std::vector<double> w, own;
  double total = 0, scores = 0;
  for (std::size_t j = 0; j < 3; ++j) {
    const std::size_t a = (j + 1) % 3, b = (j + 2) % 3;
    const auto r = [&](std::size_t p, std::size_t q) {
      return qx::numeric::pearson(column(common, p), column(common, q));
    };
    const double share = r(j, a) * r(j, b) / r(a, b);
    w.push_back(share / (1 - share));
    own.push_back(w[j] / (std::sqrt(share) * qx::numeric::moments(column(common, j)).sd()));
    total += w[j], scores += own[j];
  }
  for (std::size_t j = 0; j < 3; ++j) w[j] /= total, own[j] /= scores;
  expect_near(unobserved_components{}.fit(table(common)), w, 1e-9);
  expect_near(unobserved_components{.applied_to = component_scale::scores}.fit(table(common)), own, 1e-9);
}

/// Units with a common part and noise of several sizes; the last child, if asked for, goes against the others.
rows measured(bool against) {
  laws::numbers random;
  rows out;
  for (int i = 0; i < 40; ++i) {
    double f = -3;
    for (int k = 0; k < 6; ++k) f += random.next();
    const std::vector<double> noise = random.several(4, -1, 1);
    out.push_back({5 + f + noise[0], 50 + 20 * f + 12 * noise[1], 3 + f + 0.8 * noise[2]});
    if (against) out.back().push_back(noise[3] - f);
  }
  return out;
}

TEST(UnobservedComponents, refuses_what_the_model_does_not_bear) {
  EXPECT_EQ(refused<qx::data_error>(unobserved_components{}, table({{1, 2}, {2, 3}, {3, 1}})),
            "weigh/g: 2 children differ from unit to unit; unobserved_components needs 3, or its parameters are open");
  const std::string twice = refused<qx::numeric_error>(unobserved_components{},
                                                       table({{1, 1, 2}, {2, 2, 1}, {3, 3, 5}, {4, 4, 3}, {5, 5, 6}}));
  EXPECT_NE(twice.find("its error variance goes to 0 (a Heywood case)"), std::string::npos) << twice;
  EXPECT_EQ(
      refused<qx::data_error>(unobserved_components{}, table(measured(true))).rfind("weigh/g/c4: its loading is -", 0),
      0U);
}

TEST(UnobservedComponents, uses_every_score_there_is) {
  rows gaps = measured(false);
  for (std::size_t i = 0; i < 10; ++i) gaps[3 * i][i % 3] = none;
  const table t(gaps);
  EXPECT_GT(std::abs(unobserved_components{}.fit(t)[0] - unobserved_components{.rows = rows_used::complete}.fit(t)[0]),
            1e-5);
}

// Case regression: finds the coefficients an outcome was made of (y = 7 + 3 z1 + 0.5 z2 + 0.01 z3 exactly)
TEST(Regression, finds_the_coefficients_an_outcome_was_made_of) {
  // y = 7 + 3 z1 + 0.5 z2 + 0.01 z3 exactly.
  regression method;
  for (const auto& row : common) method.outcome.push_back(7 + 3 * row[0] + 0.5 * row[1] + 0.01 * row[2]);
  expect_near(method.fit(table(common)), {3 / 3.51, 0.5 / 3.51, 0.01 / 3.51}, 1e-12);
  method.standardised = true;
  std::vector<double> w{3, 0.5, 0.01};
  for (std::size_t j = 0; j < 3; ++j) w[j] *= qx::numeric::moments(column(common, j)).sd();
  const double total = w[0] + w[1] + w[2];
  expect_near(method.fit(table(common)), {w[0] / total, w[1] / total, w[2] / total}, 1e-12);
}

TEST(Regression, takes_a_child_for_the_outcome) {
  // y = 2 z1 + z2, as the third child.
  const table t({{1, 5, 7}, {2, 3, 7}, {3, 4, 10}, {4, 9, 17}});
  expect_near(regression{.child = "c3"}.fit(t), {2.0 / 3, 1.0 / 3, 0}, 1e-12);
  // In a group without it, children weigh the same.
  expect_near(regression{.child = "elsewhere"}.fit(t), {1.0 / 3, 1.0 / 3, 1.0 / 3}, 0);
}

TEST(Regression, keeps_coefficients_at_zero_or_more_if_asked) {
  // Uncorrelated children with coefficients 2 and -1: without the second, the first keeps its own.
  regression method{.outcome = {1, 3, -3, -1}};
  const table t({{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});
  EXPECT_EQ(refused<qx::data_error>(method, t).rfind("weigh/g/c2: its coefficient is -0.4", 0), 0U);
  method.non_negative = true;
  expect_near(method.fit(t), {1, 0}, 1e-15);
}

TEST(Regression, has_the_optimality_conditions_of_non_negative_least_squares) {
  const rows cells{{1, 2, 9, 3}, {4, 1, 7, 5}, {2, 6, 5, 4}, {8, 3, 6, 1}, {5, 5, 2, 2}, {7, 9, 1, 6}, {3, 8, 4, 8}};
  const regression method{.outcome = {3, 5, 4, 9, 2, 7, 1}, .standardised = true, .non_negative = true};
  const std::vector<double> w = method.fit(table(cells));
  // Proportional weights: the best multiple of them leaves residuals whose slopes are 0 where w > 0 and at most 0 where
  // 0.
  std::vector<double> s(7, 0.0), residual(7);
  double ss = 0, sy = 0, mean_s = 0, mean_y = 0;
  std::vector<std::vector<double>> z;
  for (std::size_t j = 0; j < 4; ++j) {
    const qx::numeric::moments m(column(cells, j));
    z.emplace_back();
    for (const double x : column(cells, j)) z[j].push_back((x - m.mean) / m.sd());
    for (std::size_t i = 0; i < 7; ++i) s[i] += w[j] * z[j][i];
  }
  for (std::size_t i = 0; i < 7; ++i) mean_s += s[i] / 7, mean_y += method.outcome[i] / 7;
  for (std::size_t i = 0; i < 7; ++i)
    ss += (s[i] - mean_s) * (s[i] - mean_s), sy += (s[i] - mean_s) * (method.outcome[i] - mean_y);
  for (std::size_t i = 0; i < 7; ++i) residual[i] = method.outcome[i] - mean_y - sy / ss * (s[i] - mean_s);
  for (std::size_t j = 0; j < 4; ++j) {
    double slope = 0;
    for (std::size_t i = 0; i < 7; ++i) slope += z[j][i] * residual[i];
    if (w[j] > 0)
      EXPECT_NEAR(slope, 0, 1e-12) << j;
    else
      EXPECT_LT(slope, 0) << j;
  }
  EXPECT_GT(w[0], 0);
}

TEST(Regression, refuses_what_leaves_coefficients_open) {
  const table t({{1, 2}, {2, 4}, {3, 6}});
  EXPECT_EQ(refused<qx::spec_error>(regression{}, t),
            "weigh/g: regression has no outcome; name a child, or give the outcome's numbers");
  EXPECT_EQ(refused<qx::spec_error>(regression{.outcome = {1, 2}}, t),
            "weigh/g: the outcome has 2 numbers; the table has 3 units");
  EXPECT_EQ(
      refused<qx::data_error>(regression{.outcome = {1, 2, 4}}, t),
      "weigh/g: the children are collinear, so their coefficients are open; leave out those that the others repeat");
  EXPECT_EQ(refused<qx::data_error>(regression{.outcome = {2, 2, 2}}, t),
            "weigh/g: the outcome is the same for every unit; choose another");
  const regression both{.child = "c1", .outcome = {1, 2, 3}};
  EXPECT_EQ(trial::refused<qx::spec_error>([&] { both.check(qx::path("weigh")); }),
            "weigh.outcome: there are two outcomes, the child 'c1' and numbers; keep one of them");
}

TEST(Regression, leaves_units_without_an_outcome_out) {
  const table t({{1, 5}, {2, 3}, {3, 4}, {4, 9}, {100, 1}});
  expect_near(regression{.outcome = {7, 7, 10, 17, none}}.fit(t), {2.0 / 3, 1.0 / 3}, 1e-12);
}

/// The importance of the children in the score that weights give, computed from the scores.
std::vector<double> importance_of(const rows& cells, const std::vector<double>& w, importance measure) {
  std::vector<double> score;
  for (const auto& row : cells) {
    double s = 0;
    for (std::size_t j = 0; j < w.size(); ++j) s += w[j] * row[j];
    score.push_back(s);
  }
  std::vector<double> out;
  double total = 0;
  for (std::size_t j = 0; j < w.size(); ++j) {
    const double r = qx::numeric::pearson(column(cells, j), score);
    const double sd = qx::numeric::moments(column(cells, j)).sd() / qx::numeric::moments(score).sd();
    out.push_back(measure == importance::correlation      ? r
                  : measure == importance::variance_share ? w[j] * r * sd
                                                          : r * r);
    total += out[j];
  }
  for (double& share : out) share /= total;
  return out;
}

const rows skills{{4, 3, 40, 1}, {5, 2, 20, 5}, {3, 5, 50, 2}, {1, 1, 60, 7},
                  {2, 6, 10, 4}, {6, 4, 30, 3}, {8, 8, 80, 6}, {7, 7, 70, 8}};

// Case equalised_importance: reaches equal importance by every measure
TEST(EqualisedImportance, reaches_equal_importance_by_every_measure) {
  for (const importance measure :
       {importance::correlation, importance::squared_correlation, importance::variance_share})
    expect_near(importance_of(skills, equalised_importance{.measure = measure}.fit(table(skills)), measure),
                {0.25, 0.25, 0.25, 0.25}, 1e-12);
}

TEST(EqualisedImportance, reaches_targets_by_code_in_whatever_order_they_are_written) {
  for (const importance measure :
       {importance::correlation, importance::squared_correlation, importance::variance_share}) {
    const equalised_importance method{.measure = measure, .targets = {{"c4", 2}, {"c1", 2.5}, {"c3", 2.5}, {"c2", 3}}};
    expect_near(importance_of(skills, method.fit(table(skills)), measure), {0.25, 0.3, 0.25, 0.2}, 1e-12);
  }
}

TEST(EqualisedImportance, of_two_children_is_one_over_their_deviations) {
  // By symmetry both standardised children weigh the same.
  expect_near(equalised_importance{}.fit(table({{1, 10}, {2, 40}, {3, 20}})),
              {1 / (1 + std::sqrt(3.0 / 700)), 1 / (1 + std::sqrt(700.0 / 3))}, 1e-13);
}

TEST(EqualisedImportance, gives_a_share_of_nothing_no_weight) {
  const equalised_importance method{.measure = importance::variance_share,
                                    .targets = {{"c1", 1}, {"c2", 1}, {"c3", 0}, {"c4", 1}}};
  const std::vector<double> w = method.fit(table(skills));
  EXPECT_EQ(w[2], 0);
  expect_near(importance_of(skills, w, importance::variance_share), {1.0 / 3, 1.0 / 3, 0, 1.0 / 3}, 1e-12);
}

TEST(EqualisedImportance, shares_between_children_that_repeat_one_another) {
  rows twice;
  for (const auto& row : skills) twice.push_back({row[0], row[2], row[0]});
  for (const importance measure : {importance::correlation, importance::variance_share}) {
    const std::vector<double> w = equalised_importance{.measure = measure}.fit(table(twice));
    EXPECT_NEAR(w[0], w[2], 1e-12);
    expect_near(importance_of(twice, w, measure), {1.0 / 3, 1.0 / 3, 1.0 / 3}, 1e-12);
  }
}

TEST(EqualisedImportance, says_what_weights_it_would_take) {
  // The third child is the first two together, with a little of its own: to count no more it would need less than
  // nothing.
  const rows sum{{1, 1, 2.1}, {1, -1, -0.1}, {-1, 1, -0.1}, {-1, -1, -1.9}, {2, 0, 2}};
  const std::string found = refused<qx::data_error>(equalised_importance{}, table(sum));
  EXPECT_EQ(found.rfind("weigh/g: the importance asked for needs weights below 0: 'c1' ", 0), 0U) << found;
  EXPECT_NE(found.find("'c3' -"), std::string::npos) << found;
  EXPECT_NO_THROW((void)equalised_importance{.measure = importance::variance_share}.fit(table(sum)));
}

TEST(EqualisedImportance, says_that_children_cancel) {
  // Their score is the same for every unit however much they weigh together.
  for (const importance measure :
       {importance::correlation, importance::squared_correlation, importance::variance_share})
    EXPECT_EQ(
        refused<qx::numeric_error>(equalised_importance{.measure = measure}, table({{1, 4}, {2, 3}, {3, 2}, {4, 1}})),
        "weigh/g: the children cancel: the score with equal importance is the same for every unit; leave some of "
        "them out, or turn round those in which low is better");
}

TEST(EqualisedImportance, refuses_targets_that_are_none) {
  const auto check = [](std::vector<std::pair<std::string, double>> targets) {
    return trial::refused<qx::spec_error>(
        [&] { equalised_importance{.targets = std::move(targets)}.check(qx::path("weigh")); });
  };
  EXPECT_EQ(check({{"c1", -1}}), "weigh.targets.c1: the target is -1; targets are 0 or more");
  EXPECT_EQ(check({{"c1", 1}, {"c1", 2}}), "weigh.targets.c1: the code stands twice; keep one of them");
  EXPECT_EQ(refused<qx::spec_error>(equalised_importance{.targets = {{"c1", 1}}}, table({{1, 2}, {2, 1}, {3, 5}})),
            "weigh/g: there are targets for some children, none for 'c2'; give every child of the group a target");
  EXPECT_EQ(
      refused<qx::data_error>(equalised_importance{.targets = {{"c1", 0.7}, {"c2", 0.3}}},
                              table({{1, 5}, {2, 5}, {3, 5}})),
      "weigh/g/c2: its importance is to be 0.3, and it is the same for every unit; leave it out, or set its target "
      "to 0");
  expect_near(equalised_importance{}.fit(table({{1, 5}, {2, 5}, {3, 5}})), {1, 0}, 0);
}

template <class M>
class Latent : public testing::Test {};
using latent_methods = testing::Types<unobserved_components, regression, equalised_importance>;
TYPED_TEST_SUITE(Latent, latent_methods);

TYPED_TEST(Latent, gives_an_only_child_everything) {
  expect_near(TypeParam{}.fit(table(weighing::only_child)), {1}, 0);
}

}  // namespace
