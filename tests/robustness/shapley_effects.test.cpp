// Shapley effects against closed forms.
#include "quindex/robustness/shapley_effects.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "quindex/error.hpp"
#include "quindex/numeric/random.hpp"
#include "robustness/models.hpp"

namespace {

using namespace robust;

/// A normal variable.
struct normal_quantile {
  double sd = 1;
  [[nodiscard]] double quantile(double u) const { return sd * qx::numeric::normal_quantile(u); }
};

/// Four standard errors of the bootstrap.
void expect_effects(const rb::shapley_effects& found, const std::vector<double>& exact, double most) {
  double all = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_NEAR(found.effect.value[i], exact[i], 4 * found.effect.error[i] + 1e-12) << i;
    EXPECT_LT(found.effect.error[i], most) << i;
    all += found.effect.value[i];
  }
  EXPECT_NEAR(all, 1, 1e-12);
}

TEST(Shapley, lies_between_first_and_total_order_for_independent_factors) {
  // Ishigami: x1 and x3 share their interaction, 0.2437, half and half.
  const model m = ishigami();
  const double half = m.total[2] / 2;
  for (const auto sets : {rb::shapley_sets::all, rb::shapley_sets::random_order}) {
    const auto found = rb::shapley(m.f, m.distributions, {.base_rows = 4096, .seed = 3, .sets = sets});
    expect_effects(found, {m.first[0] + half, m.first[1], half}, 0.03);
    EXPECT_NEAR(found.mean, m.mean, 4 * std::sqrt(m.variance / 8192));
    EXPECT_EQ(found.runs, 4096U * (sets == rb::shapley_sets::all ? 8 : 4));
  }
}

// Case linear Gaussian model with two correlated factors, Owen and Prieur (2017), On Shapley value for measuring
// importance of dependent inputs, section 4: y = b1 x1 + b2 x2 with standard deviations s1, s2 and correlation r has
// φ1 = (b1² s1² (1 − r²/2) + r b1 b2 s1 s2 + b2² s2² r²/2) / Var(y).
TEST(Shapley, is_that_of_owen_and_prieur_for_two_dependent_factors) {
  const double b1 = 1, b2 = 2, s1 = 1, s2 = 0.75, r = 0.6;
  const double v = b1 * b1 * s1 * s1 + b2 * b2 * s2 * s2 + 2 * r * b1 * b2 * s1 * s2;
  const double one = (b1 * b1 * s1 * s1 * (1 - r * r / 2) + r * b1 * b2 * s1 * s2 + b2 * b2 * s2 * s2 * r * r / 2) / v;
  rb::shapley_options how{.base_rows = 4096, .seed = 5};
  how.correlation = qx::matrix::Identity(2, 2);
  how.correlation(0, 1) = how.correlation(1, 0) = r;
  const std::vector<normal_quantile> x{{s1}, {s2}};
  const auto f = [&](std::span<const double> at) { return b1 * at[0] + b2 * at[1]; };
  expect_effects(rb::shapley(f, x, how), {one, 1 - one}, 0.02);
  how.sets = rb::shapley_sets::random_order;
  const auto found = rb::shapley(f, x, how);
  expect_effects(found, {one, 1 - one}, 0.02);
  EXPECT_NEAR(found.variance, v, 4 * v * std::sqrt(2.0 / 8192) * 2);
}

// Case block-additive Gaussian model, Iooss and Prieur (2019), section 3.2: y = x1 + x2 + x3 with unit variances, x2
// and x3 correlated by r: φ1 = 1 / (3 + 2 r), φ2 = φ3 = (1 + r) / (3 + 2 r).
TEST(Shapley, gives_an_independent_factor_its_own_variance_beside_dependent_ones) {
  const double r = -0.5, v = 3 + 2 * r;
  rb::shapley_options how{.base_rows = 4096, .seed = 6};
  how.correlation = qx::matrix::Identity(3, 3);
  how.correlation(1, 2) = how.correlation(2, 1) = r;
  const auto f = [](std::span<const double> at) { return at[0] + at[1] + at[2]; };
  expect_effects(rb::shapley(f, std::vector<normal_quantile>(3), how), {1 / v, (1 + r) / v, (1 + r) / v}, 0.02);
}

TEST(Shapley, of_a_factor_that_only_goes_with_another_is_above_nought) {
  // y = x1 alone, x2 its copy: an order of two gives each half.
  rb::shapley_options how{.base_rows = 256};
  how.correlation = qx::matrix::Ones(2, 2);
  const auto f = [](std::span<const double> at) { return at[0]; };
  const auto found = rb::shapley(f, std::vector<between>(2), how);
  EXPECT_NEAR(found.effect.value[0], 0.5, 1e-6);
  EXPECT_NEAR(found.effect.value[1], 0.5, 1e-6);
}

TEST(Shapley, says_what_it_cannot_do) {
  const auto f = [](std::span<const double> at) { return at[0] > 2 ? qx::missing_value : 1.0; };
  const auto found = rb::shapley(f, std::vector<between>(2));
  EXPECT_TRUE(std::isnan(found.effect.value[0]));
  EXPECT_EQ(found.notes.at(0).what, "the output is constant: nothing explains it, no effects");
  const auto fails = [](std::span<const double> at) { return at[0] > 0.9 ? qx::missing_value : at[1]; };
  const auto some = rb::shapley(fails, std::vector<between>(2));
  EXPECT_GT(some.dropped, 0U);
  EXPECT_NEAR(some.effect.value[1], 1, 1e-12);
  rb::shapley_options how;
  how.correlation = qx::matrix::Ones(3, 3);
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::shapley(f, std::vector<between>(2), how); }),
            "shapley.correlation: it is 3 x 3 for 2 factors; give one row and one column per factor, or none at all");
  how.correlation << 1, 0.9, -0.9, 0.9, 1, 0.9, -0.9, 0.9, 1;
  EXPECT_EQ(refused<qx::spec_error>([&] { (void)rb::shapley(f, std::vector<between>(3), how); }),
            "shapley.correlation: no numbers can have all these correlations; make the matrix positive semidefinite");
  EXPECT_EQ(
      refused<qx::spec_error>([&] { (void)rb::shapley(f, std::vector<between>(13), {.sets = rb::shapley_sets::all}); }),
      "shapley.sets: there are 13 factors; take random orders for more than 12");
}

}  // namespace
