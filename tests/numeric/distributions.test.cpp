// Tails and quantiles against printed tables and closed forms.
#include "quindex/numeric/distributions.hpp"

#include <cmath>
#include <gtest/gtest.h>

namespace {

namespace qx = quindex;
namespace num = quindex::numeric;

TEST(Distributions, have_the_tails_of_the_printed_tables) {
  // Abramowitz and Stegun (1964), tables 26.1, 26.7, 26.8 and 26.9.
  EXPECT_NEAR(num::normal_tail(1.96), 0.0249978951, 1e-9);
  EXPECT_NEAR(num::t_quantile(0.975, 10), 2.228, 5e-4);
  EXPECT_NEAR(num::chi_square_quantile(0.95, 5), 11.0705, 5e-5);
  EXPECT_NEAR(num::f_quantile(0.95, 3, 10), 3.71, 5e-3);
}

TEST(Distributions, have_the_tails_of_closed_forms) {
  const double pi = std::acos(-1.0);
  EXPECT_NEAR(num::t_tail(1.5, 1), 0.5 - std::atan(1.5) / pi, 1e-15);         // Cauchy
  EXPECT_NEAR(num::chi_square_tail(3, 2), std::exp(-1.5), 1e-15);             // exponential
  EXPECT_NEAR(num::f_tail(2.5, 2, 6), std::pow(1 + 2 * 2.5 / 6, -3), 1e-15);  // (1 + 2 f / d)^(−d/2)
  EXPECT_NEAR(num::normal_tail(-40) + num::normal_tail(40), 1, 0);
}

TEST(Distributions, have_the_gamma_and_beta_quantiles_of_closed_forms) {
  EXPECT_NEAR(num::gamma_quantile(0.3, 1), -std::log(0.7), 1e-15);  // exponential
  EXPECT_NEAR(num::gamma_quantile(0.95, 2.5), num::chi_square_quantile(0.95, 5) / 2, 1e-14);
  EXPECT_NEAR(num::gamma_quantile(0.5, 0.01), std::pow(0.5 * std::tgamma(1.01), 100), 1e-36);  // x^a / Γ(a + 1) near 0
  EXPECT_NEAR(num::beta_quantile(0.3, 3, 1), std::cbrt(0.3), 1e-15);                           // F = x^3
  EXPECT_NEAR(num::beta_quantile(0.3, 0.5, 0.5), std::pow(std::sin(0.15 * std::acos(-1.0)), 2), 1e-14);  // arcsine
  EXPECT_EQ(num::gamma_quantile(0, 2), 0);
  EXPECT_TRUE(std::isinf(num::gamma_quantile(1, 2)));
  for (const double x : {num::gamma_quantile(0.5, 0), num::gamma_quantile(2, 1), num::beta_quantile(0.5, -1, 1)})
    EXPECT_TRUE(std::isnan(x));
}

TEST(Distributions, are_missing_outside_their_domain_and_never_throw) {
  for (const double x : {num::t_tail(1, 0), num::t_tail(qx::missing_value, 3), num::chi_square_tail(1, -1),
                         num::f_tail(1, 2, 0), num::t_quantile(1.5, 3), num::chi_square_quantile(-0.1, 3),
                         num::f_quantile(0.5, 0, 1), num::normal_tail(qx::missing_value)})
    EXPECT_TRUE(std::isnan(x));
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(num::t_tail(inf, 3), 0);
  EXPECT_EQ(num::chi_square_tail(-1, 3), 1);
  EXPECT_EQ(num::f_tail(inf, 3, 3), 0);
}

TEST(Correlation_tails, are_those_of_t) {
  num::correlation_tails tails;
  for (const double n : {3.0, 4.0, 10.0, 51.0, 1000.0, 100000.0})
    for (const double r : {0.001, 0.05, -0.3, 0.7, 0.999}) {
      const double t = std::abs(r) * std::sqrt((n - 2) / ((1 - r) * (1 + r)));
      const double expected = 2 * num::t_tail(t, n - 2);
      EXPECT_NEAR(tails.pearson(r, n), expected, 1e-11 * expected) << r << " of " << n;
    }
  EXPECT_EQ(tails.pearson(1, 10), 0);
  EXPECT_EQ(tails.pearson(0, 10), 1);
  EXPECT_TRUE(std::isnan(tails.pearson(0.5, 2)));
}

TEST(Correlation_tails, count_the_orders_for_kendall) {
  num::correlation_tails tails;
  // Of the 24 orders of four things 1, 3, 5, 6, 5, 3, 1 have 0 to 6 inversions.
  EXPECT_NEAR(tails.kendall_exact(1, 4), 2.0 / 24, 1e-15);
  EXPECT_NEAR(tails.kendall_exact(-2.0 / 3, 4), 8.0 / 24, 1e-15);
  EXPECT_EQ(tails.kendall_exact(0, 4), 1);
}

}  // namespace
