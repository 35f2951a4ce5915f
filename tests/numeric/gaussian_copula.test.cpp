#include "quindex/numeric/gaussian_copula.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <string>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sampler.hpp"

namespace {

namespace qx = quindex;
using qx::numeric::gaussian_copula;
using qx::numeric::normal_quantile;
using qx::numeric::sampler;
using qx::numeric::sampling;

qx::matrix correlations(std::initializer_list<std::initializer_list<double>> rows) {
  qx::matrix out(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.begin()->size()));
  Eigen::Index i = 0;
  for (const auto& row : rows) {
    Eigen::Index j = 0;
    for (const double x : row) out(i, j++) = x;
    ++i;
  }
  return out;
}

/// Pearson's r of columns a and b of the points, of their normal scores or as they are.
double correlation_of(const std::vector<std::vector<double>>& points, std::size_t a, std::size_t b, bool scores) {
  double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
  for (const auto& p : points) {
    const double x = scores ? normal_quantile(p[a]) : p[a];
    const double y = scores ? normal_quantile(p[b]) : p[b];
    sa += x, sb += y, saa += x * x, sbb += y * y, sab += x * y;
  }
  const auto n = static_cast<double>(points.size());
  return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

// With n = 20,000 independent points r has standard error (1 - ρ²)/√n, at most 0.0071: five of these. The rank
// correlation is (6/π) arcsin(ρ/2).
TEST(GaussianCopula, reproduces_the_correlations) {
  const qx::matrix r = correlations({{1, 0.8, -0.3, 0}, {0.8, 1, 0.1, 0}, {-0.3, 0.1, 1, 0}, {0, 0, 0, 1}});
  const gaussian_copula copula(r);
  const sampler s(sampling::random, 20000, 4, 5, "copula");
  std::vector<std::vector<double>> points;
  for (std::size_t k = 0; k < s.rows(); ++k) {
    std::vector<double> u(4);
    s.row(k, u);
    const double first = u[0], last = u[3];
    copula.apply(u);
    ASSERT_TRUE(u[0] == first && u[3] == last);  // nothing before them that they depend on
    points.push_back(u);
  }
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double rho = r(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      EXPECT_NEAR(correlation_of(points, i, j, true), rho, 5 * 0.0071) << i << j;
      EXPECT_NEAR(correlation_of(points, i, j, false), 6 / std::numbers::pi * std::asin(rho / 2), 5 * 0.0071) << i << j;
    }
  std::vector<int> tenths(10);
  for (const auto& p : points) ++tenths[static_cast<std::size_t>(p[2] * 10)];
  for (const int count : tenths) EXPECT_NEAR(count, 2000, 5 * std::sqrt(20000 * 0.09));
}

// By hand: ρ = 0.6 with Φ⁻¹(u) = (1, -0.5) gives 0.6·1 + 0.8·(-0.5) = 0.2, and Φ(0.2) = 0.57925970943910299.
TEST(GaussianCopula, follows_the_formula) {
  std::vector<double> u{qx::numeric::normal_probability(1), 0.9, qx::numeric::normal_probability(-0.5)};
  const std::vector<std::size_t> at{0, 2};
  gaussian_copula(correlations({{1, 0.6}, {0.6, 1}})).apply(u, at);
  EXPECT_NEAR(u[2], 0.57925970943910299, 1e-15);
  EXPECT_EQ(u[1], 0.9);
}

TEST(GaussianCopula, allows_what_is_linearly_dependent) {
  const gaussian_copula copula(correlations({{1, 1, -1}, {1, 1, -1}, {-1, -1, 1}}));
  std::vector<double> u{0.2, 0.7, 0.4};
  copula.apply(u);
  EXPECT_EQ(u[0], 0.2);
  EXPECT_NEAR(u[1], 0.2, 1e-15);
  EXPECT_NEAR(u[2], 0.8, 1e-15);
  std::vector<double> extreme{0x1p-53, 0.5, 0.5};
  copula.apply(extreme);
  for (const double x : extreme) EXPECT_TRUE(x > 0 && x < 1);
  std::vector<double> none;
  gaussian_copula().apply(none);
  EXPECT_EQ(gaussian_copula().size(), 0U);
}

std::string copula_refusal(const qx::matrix& r) {
  const std::vector<std::string> names{"noise", "method", "cap"};
  try {
    gaussian_copula(r, names);
  } catch (const qx::spec_error& e) {
    return e.what();
  }
  return "nothing";
}

TEST(GaussianCopula, names_the_pair_at_fault) {
  EXPECT_EQ(copula_refusal(correlations({{1, 0}})), "correlation: the matrix is 1 by 2; it has to be square");
  EXPECT_EQ(copula_refusal(correlations({{1, 0}, {0, 0.9}})),
            "correlation: the correlation of 'method' and 'method' is 0.9; that of anything with itself is 1");
  EXPECT_EQ(copula_refusal(correlations({{1, 1.5}, {1.5, 1}})),
            "correlation: the correlation of 'method' and 'noise' is 1.5; it has to be from -1 to 1");
  EXPECT_EQ(copula_refusal(correlations({{1, qx::missing_value}, {0, 1}})),
            "correlation: the correlation of 'method' and 'noise' is 0 and the other way round nan; both are one");
  EXPECT_EQ(copula_refusal(correlations({{1, 0.5}, {0.25, 1}})),
            "correlation: the correlation of 'method' and 'noise' is 0.25 and the other way round 0.5; both are one");
  // By hand: 0.6·(-0.75) ± √((1 - 0.36)(1 - 0.5625)) = -0.45 ± 0.529.
  EXPECT_EQ(copula_refusal(correlations({{1, 0.6, 0.8}, {0.6, 1, -0.75}, {0.8, -0.75, 1}})),
            "correlation: the correlation of 'cap' and 'noise' is 0.8, which the others rule out; given those with "
            "'method' it is from -0.979 to 0.079");
  EXPECT_EQ(copula_refusal(correlations({{1, 1, 0.5}, {1, 1, 0.4}, {0.5, 0.4, 1}})),
            "correlation: the correlation of 'cap' and 'method' is 0.4, which the others rule out; given those with "
            "'noise' it is from 0.5 to 0.5");
}

}  // namespace
