#include "quindex/weigh/bayesian_bwm.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "judged.hpp"
#include "log_gamma.hpp"

namespace {

using namespace quindex::weigh;
using trial::expect_near;
namespace qx = quindex;

const by_code from{{"a", 1}, {"b", 3}}, to{{"a", 3}, {"b", 1}};
const bayesian_bwm one_judge{
    .best = {"a"}, .worst = {"b"}, .best_to_others = {from}, .others_to_worst = {to}, .draws = 40000};

/// The mean of the joint weight of a, by adding up the posterior over a grid of log gamma, judge's weight and joint
/// weight (the densities of log gamma and of both weights, with std::lgamma).
double mean_by_quadrature() {
  double mass = 0, first = 0;
  for (double log_gamma = -10; log_gamma <= 8; log_gamma += 0.1) {
    const double gamma = std::exp(log_gamma);
    for (double joint = 0.005; joint < 1; joint += 0.01) {
      const double fixed = std::lgamma(gamma) - std::lgamma(gamma * joint) - std::lgamma(gamma * (1 - joint)) +
                           0.01 * log_gamma - 0.01 * gamma;
      double inner = 0;
      for (double w = 0.0025; w < 1; w += 0.005) {
        const double v = 1 - w;
        // to the worst: 3 of a, 1 of b; from the best: 1 of a, 3 of b, in proportion to 1/w.
        inner += std::exp(fixed + (3 - 1 + gamma * joint - 1) * std::log(w) +
                          (1 - 3 + gamma * (1 - joint) - 1) * std::log(v) - 4 * std::log(1 / w + 1 / v));
      }
      mass += inner;
      first += inner * joint;
    }
  }
  return first / mass;
}

// Case bayesian_bwm: one judge and two children, the posterior mean by quadrature over all three unknowns.
TEST(BayesianBwm, has_the_posterior_mean) {
  const double mean = mean_by_quadrature();
  expect_near(one_judge.fit(judged::letters(2)), {mean, 1 - mean}, 0.015);
}

// The same model sampled in logits, without conjugate or adapted steps: 4,000 chains of 4,000 sweeps after 2,000, whose
// means have a standard error below 0.0002; the third judge takes another child for the least.
TEST(BayesianBwm, has_the_posterior_means_of_four_judges) {
  const auto said = [](double a, double b, double c) { return by_code{{"a", a}, {"b", b}, {"c", c}}; };
  const bayesian_bwm four{.best = {"b", "b", "b", "b"},
                          .worst = {"c", "c", "a", "c"},
                          .best_to_others = {said(3, 1, 8), said(2, 1, 5), said(4, 1, 4), said(3, 1, 9)},
                          .others_to_worst = {said(4, 8, 1), said(3, 5, 1), said(1, 4, 1), said(3, 9, 1)},
                          .draws = 40000};
  expect_near(four.fit(judged::letters(3)), {0.2619, 0.6125, 0.1256}, 0.005);  // the two digits it promises
}

TEST(BayesianBwm, comes_closer_to_judges_the_more_there_are) {
  // Ten judges who agree fully: 0.75 to 0.25 by the ordinary method.
  bayesian_bwm ten;
  for (int k = 0; k < 10; ++k) {
    ten.best.push_back("a");
    ten.worst.push_back("b");
    ten.best_to_others.push_back(from);
    ten.others_to_worst.push_back(to);
  }
  const bayesian_bwm_solution all = ten.solve(judged::letters(2)), one = one_judge.solve(judged::letters(2));
  EXPECT_GT(all.weights[0], one.weights[0]);
  EXPECT_NEAR(all.weights[0], 0.75, 0.05);
  EXPECT_GT(all.probability(0, 1), 0.99);
  EXPECT_NEAR(one.probability(0, 1) + one.probability(1, 0), 1, 1e-12);
}

TEST(BayesianBwm, is_the_same_for_the_same_seed_and_any_order_of_children) {
  const std::vector<double> w = one_judge.fit(judged::letters(2));
  EXPECT_EQ(one_judge.fit(judged::letters(2)), w);
  EXPECT_EQ(one_judge.fit(judged::of({"b", "a"})), (std::vector<double>{w[1], w[0]}));
  bayesian_bwm other = one_judge;
  other.seed = 1;
  EXPECT_NE(other.fit(judged::letters(2)), w);
}

TEST(BayesianBwm, has_the_logarithm_of_the_gamma_function) {
  for (const double x : {1e-8, 0.01, 0.5, 1.0, 2.0, 7.9, 8.0, 25.0, 1000.0})
    EXPECT_NEAR(detail::log_gamma(x), std::lgamma(x), 1e-12 * (1 + std::abs(std::lgamma(x))));
}

TEST(BayesianBwm, refuses_judges_without_a_place) {
  EXPECT_EQ(judged::refused<qx::spec_error>(bayesian_bwm{}, judged::letters(2)),
            "weigh/g: there are no judgements; give `best`, `worst`, `best_to_others` and `others_to_worst` of each "
            "judge for 'a', 'b'");
  EXPECT_EQ(judged::unchecked(bayesian_bwm{.best = {"a"}}),
            "weigh: there are 1 judges in best, 0 in worst, 0 in best_to_others and 0 in others_to_worst; give every "
            "judge a place in each");
}

}  // namespace
