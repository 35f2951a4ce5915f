#include "quindex/numeric/one_factor.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "laws/laws.hpp"
#include "quindex/numeric/association.hpp"

namespace {

namespace qx = quindex;
using qx::numeric::one_factor;
using table = std::vector<std::vector<double>>;

/// Columns that share a part, with noise of several sizes.
table columns(std::size_t n, const std::vector<double>& noise) {
  laws::numbers random;
  table out(noise.size(), std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) {
    double f = -3;
    for (int k = 0; k < 6; ++k) f += random.next();
    for (std::size_t j = 0; j < noise.size(); ++j) out[j][i] = f + noise[j] * (random.next() - 0.5);
  }
  return out;
}

std::vector<qx::column_view> views(const table& t) { return {t.begin(), t.end()}; }

/// The logarithm of the likelihood of every value present, with the inverse of L L' + diag(error) written out.
double log_likelihood(const table& x, const one_factor& model) {
  double out = 0;
  for (std::size_t i = 0; i < x[0].size(); ++i) {
    double precision = 1, pull = 0, squares = 0, logs = 0;
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (std::isnan(x[j][i])) continue;
      const double d = x[j][i] - model.mean[j];
      precision += model.loading[j] * model.loading[j] / model.error[j];
      pull += model.loading[j] * d / model.error[j];
      squares += d * d / model.error[j];
      logs += std::log(model.error[j]);
    }
    out -= (logs + std::log(precision) + squares - pull * pull / precision) / 2;
  }
  return out;
}

TEST(OneFactor, of_three_columns_fits_their_correlations_exactly) {
  table x = columns(60, {1, 2, 3});
  const auto r = [&](std::size_t a, std::size_t b) { return qx::numeric::pearson(x[a], x[b]); };
  const auto found = qx::numeric::fit_one_factor(views(x));
  ASSERT_TRUE(found.converged);
  for (std::size_t j = 0; j < 3; ++j) {
    // r_ab = l_a l_b leaves l_a^2 = r_ab r_ac / r_bc.
    const std::size_t a = (j + 1) % 3, b = (j + 2) % 3;
    const double share = r(j, a) * r(j, b) / r(a, b);
    const double squared = found.model.loading[j] * found.model.loading[j];
    EXPECT_NEAR(squared / (squared + found.model.error[j]), share, 1e-10);
  }
}

TEST(OneFactor, is_the_most_likely_model_nearby_with_and_without_gaps) {
  laws::numbers random;
  for (const bool gaps : {false, true}) {
    table x = columns(40, {1, 2, 2.5, 3});
    for (std::size_t i = 0; gaps && i < 40; ++i)
      if (i % 3 != 0) x[i % 4][i] = NAN;
    const auto found = qx::numeric::fit_one_factor(views(x));
    ASSERT_TRUE(found.converged);
    const double best = log_likelihood(x, found.model);
    for (int trial = 0; trial < 2000; ++trial) {
      const double size = std::exp(-1 - trial % 10);
      one_factor other = found.model;
      for (std::size_t j = 0; j < 4; ++j) {
        other.mean[j] += size * (random.next() - 0.5);
        other.loading[j] += size * (random.next() - 0.5);
        other.error[j] *= 1 + size * (random.next() - 0.5);
      }
      ASSERT_LE(log_likelihood(x, other), best + 1e-9);
    }
  }
}

TEST(OneFactor, names_the_column_that_is_the_factor_itself) {
  table x = columns(30, {1, 2, 3});
  x.push_back(x[1]);
  const auto found = qx::numeric::fit_one_factor(views(x));
  EXPECT_FALSE(found.converged);
  EXPECT_TRUE(found.without_error == 1 || found.without_error == 3);
}

}  // namespace
