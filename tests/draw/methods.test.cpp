// Distributions against their closed forms.
#include "quindex/draw/methods.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "methods.hpp"

namespace {

using namespace trial;
using namespace quindex::draw;
using quindex::describe::value;

/// Mean and variance by the midpoints of so many equal parts of (0, 1): the integrals of the quantile and its square.
template <class M>
std::pair<double, double> moments(const M& m, int parts = 200000) {
  double first = 0, second = 0;
  for (int k = 0; k < parts; ++k) {
    const double x = m.quantile((k + 0.5) / parts);
    first += x / parts;
    second += x * x / parts;
  }
  return {first, second - first * first};
}

std::string refusal(const method& m) {
  return refused<qx::spec_error>([&] { m.check(qx::path("draw")); });
}

// Case uniform: closed form of the quantile, mean and variance
TEST(Uniform, is_as_wide_as_its_ends) {
  const uniform m{.low = -1, .high = 3};
  EXPECT_EQ(m.quantile(0.25), 0);
  const auto [mean, variance] = moments(m);
  EXPECT_NEAR(mean, 1, 1e-9);
  EXPECT_NEAR(variance, 16.0 / 12, 1e-9);
  EXPECT_EQ(refusal(uniform{.low = 2, .high = 2}), "draw: low is 2 and high is 2; low has to be below high");
}

// Case normal: Abramowitz and Stegun (1964), table 26.1; mean of the truncated normal in closed form
TEST(Normal, has_the_printed_quantiles_and_the_truncated_mean) {
  EXPECT_NEAR((normal{.mean = 10, .sd = 2}.quantile(0.975)), 10 + 2 * 1.959963985, 1e-8);
  EXPECT_NEAR((normal{.mean = 10, .sd = 2, .low = -100, .high = 100}.quantile(0.975)), 10 + 2 * 1.959963985, 1e-8);
  const auto density = [](double z) { return std::exp(-z * z / 2) / std::sqrt(2 * std::acos(-1.0)); };
  const auto share = [](double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; };
  const normal cut{.mean = 1, .sd = 2, .low = 0, .high = 4};
  const double part = share(1.5) - share(-0.5);
  EXPECT_NEAR(moments(cut).first, 1 + 2 * (density(-0.5) - density(1.5)) / part, 1e-7);
  // Half of it, cut at its mean: the mean is sd √(2/π), the median the upper quartile.
  EXPECT_NEAR((normal{.mean = 0, .sd = 3, .low = 0}.quantile(0.5)), 3 * 0.674489750, 1e-8);
}

TEST(Normal, keeps_its_digits_in_the_tail) {
  // P(Z > 10 + y | Z > 10): the median of the tail by its asymptotic series, 10 + ln 2 / 10 - ..., from erfc in 40
  // digits.
  const normal tail{.mean = 0, .sd = 1, .low = 10, .high = 20};
  const double median = tail.quantile(0.5);
  EXPECT_NEAR(std::erfc(median / std::sqrt(2.0)) / std::erfc(10 / std::sqrt(2.0)), 0.5, 1e-12);
  EXPECT_GE(tail.quantile(0x1p-53), 10);
  EXPECT_LE(tail.quantile(1 - 0x1p-53), 20);
}

TEST(Normal, refuses_ends_with_nothing_between) {
  EXPECT_EQ(refusal(normal{.mean = 0, .sd = 1, .low = 50, .high = 60}),
            "draw: nothing lies between 50 and 60 with the mean 0 and the standard deviation 1; choose ends within 8 "
            "standard deviations of the mean");
  EXPECT_EQ(refusal(normal{.low = 1, .high = 0}), "draw: low is 1 and high is 0; low has to be below high");
}

// Case triangular: Kotz and van Dorp (2004), mean (a + m + b) / 3 and variance; the quantile at the mode
TEST(Triangular, has_its_mean_variance_and_mode) {
  const triangular m{.low = 1, .mode = 2, .high = 5};
  EXPECT_DOUBLE_EQ(m.quantile(0.25), 2);
  const auto [mean, variance] = moments(m);
  EXPECT_NEAR(mean, 8.0 / 3, 1e-8);
  EXPECT_NEAR(variance, (1 + 4 + 25 - 2 - 5 - 10) / 18.0, 1e-7);
  EXPECT_NEAR((triangular{.low = 0, .mode = 0, .high = 1}.quantile(0.75)), 0.5, 1e-15);
  EXPECT_EQ(refusal(triangular{.low = 0, .mode = 2, .high = 1}),
            "draw.mode: 2 is outside [0, 1]; the most likely value lies between the ends");
}

// Case beta: closed forms for (1, 1), (2, 1) and (2, 2); mean and variance
TEST(Beta, has_its_closed_forms) {
  EXPECT_NEAR((beta{1, 1, 2, 6}.quantile(0.25)), 3, 1e-14);
  EXPECT_NEAR((beta{2, 1, 0, 1}.quantile(0.25)), 0.5, 1e-14);
  const double x = beta{2, 2, 0, 1}.quantile(0.3);
  EXPECT_NEAR(3 * x * x - 2 * x * x * x, 0.3, 1e-14);
  // Near 1 the quantile goes like (1 − u)^(1/5), which midpoints of width h integrate to the order h^(6/5).
  const double order = std::pow(1 / 20000.0, 1.2);
  const auto [mean, variance] = moments(beta{2, 5, 0, 1}, 20000);
  EXPECT_NEAR(mean, 2.0 / 7, order);
  EXPECT_NEAR(variance, 10.0 / (49 * 8), order);
}

// Case lognormal: median exp(mu), mean exp(mu + sigma² / 2)
TEST(Lognormal, has_its_median_and_mean) {
  const lognormal m{.log_mean = 1, .log_sd = 0.5};
  EXPECT_NEAR(m.quantile(0.5), std::exp(1.0), 1e-14);
  EXPECT_NEAR(moments(m).first, std::exp(1.125), 1e-4);
}

// Case empirical: quantiles of the step function by hand
TEST(Empirical, gives_values_that_were_seen) {
  const empirical equal{.values = {1, 2, 2, 7}};
  const std::vector<double> u{0.1, 0.25, 0.26, 0.75, 0.76, 0.99}, expected{1, 1, 2, 2, 7, 7};
  for (std::size_t k = 0; k < u.size(); ++k) EXPECT_EQ(equal.quantile(u[k]), expected[k]) << u[k];
  const empirical unequal{.values = {1, 2, 3}, .probabilities = {0.5, 0, 0.5}};
  EXPECT_EQ(unequal.quantile(0.5), 1);
  EXPECT_EQ(unequal.quantile(0.51), 3);
  EXPECT_EQ(refusal(empirical{.values = {2, 1}}), "draw.values: 2 stands before 1; sort the values, the lowest first");
  EXPECT_EQ(refusal(empirical{.values = {1, 2}, .probabilities = {0.5, 0.4}}),
            "draw.probabilities: they sum to 0.9; probabilities sum to 1");
  EXPECT_EQ(refusal(empirical{.values = {1, 2}, .probabilities = {1}}),
            "draw.probabilities: there are 1 for 2 values; give one for each value, or none");
}

TEST(Distributions, are_uniform_on_0_to_1_unless_said) { EXPECT_EQ(method{}.name(), "uniform"); }

}  // namespace
