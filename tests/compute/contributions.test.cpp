// Shapley values by a short way are those of the long one.
#include <cmath>
#include <functional>
#include <gtest/gtest.h>

#include "compute/support.hpp"

namespace qx = quindex;

namespace {

/// One unit with these children and a second that is there for company, under a method that takes scores as they are.
qx::matrix parts_of(const qx::aggregate::method& method, const std::vector<double>& z,
                    const std::vector<double>& weights = {}) {
  std::vector<qx::node> children;
  std::vector<std::string> codes;
  qx::matrix x(1, static_cast<Eigen::Index>(z.size()));
  for (std::size_t j = 0; j < z.size(); ++j) {
    codes.push_back("x" + std::to_string(j));
    children.push_back(qx::indicator(codes.back(), {.weight = weights.empty() ? 1.0 : weights[j]}));
    x(0, static_cast<Eigen::Index>(j)) = z[j];
  }
  qx::spec s{.framework = qx::group("index", children), .normalise = qx::normalise::identity{}};
  s.aggregate = method;
  return qx::compute(s, {{"a"}, codes, x}).contributions("index");
}

/// The mean over all orders of joining of what a child adds, each coalition's worth computed by `worth`.
std::vector<double> by_orders(std::size_t m, const std::function<double(const std::vector<std::size_t>&)>& worth) {
  std::vector<std::size_t> order(m);
  for (std::size_t c = 0; c < m; ++c) order[c] = c;
  std::vector<double> out(m, 0.0);
  double orders = 0;
  do {
    std::vector<std::size_t> members;
    double before = 0;
    for (const std::size_t c : order) {
      members.push_back(c);
      const double now = worth(members);
      out[c] += now - before;
      before = now;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& share : out) share /= orders;
  return out;
}

const std::vector<double> children{42, 7, 7, 63.5, 18, 91};
const std::vector<double> weights{1, 2, 0.5, 3, 1, 0.25};

TEST(contributions, are_the_means_over_all_orders_for_extremes_and_median) {
  for (const qx::aggregate::method& method : std::vector<qx::aggregate::method>{
           qx::aggregate::minimum{}, qx::aggregate::maximum{}, qx::aggregate::median{}}) {
    for (std::size_t m = 1; m <= children.size(); ++m) {
      const std::vector<double> z(children.begin(), children.begin() + static_cast<std::ptrdiff_t>(m));
      const std::vector<double> expected = by_orders(m, [&](const std::vector<std::size_t>& members) {
        std::vector<double> own;
        for (const std::size_t c : members) own.push_back(z[c]);
        std::sort(own.begin(), own.end());
        if (method.name() == "minimum") return own.front();
        if (method.name() == "maximum") return own.back();
        return (own[(own.size() - 1) / 2] + own[own.size() / 2]) / 2;
      });
      const qx::matrix parts = parts_of(method, z);
      for (std::size_t c = 0; c < m; ++c)
        EXPECT_NEAR(parts(0, static_cast<Eigen::Index>(c)), expected[c], 1e-12)
            << method.name() << ' ' << m << ' ' << c;
    }
  }
}

TEST(contributions, are_the_means_over_all_orders_for_weighted_means) {
  for (const double p : {-2.0, -1.0, 0.0, 2.0}) {
    const auto worth = [&](const std::vector<std::size_t>& members) {
      double sum = 0;
      double total = 0;
      for (const std::size_t c : members) {
        sum += weights[c] * (p == 0 ? std::log(children[c]) : std::pow(children[c], p));
        total += weights[c];
      }
      return p == 0 ? std::exp(sum / total) : std::pow(sum / total, 1 / p);
    };
    const std::vector<double> expected = by_orders(children.size(), worth);
    const qx::matrix parts = p == 0    ? parts_of(qx::aggregate::geometric_mean{}, children, weights)
                             : p == -1 ? parts_of(qx::aggregate::harmonic_mean{}, children, weights)
                                       : parts_of(qx::aggregate::power_mean{.exponent = p}, children, weights);
    for (std::size_t c = 0; c < children.size(); ++c)
      EXPECT_NEAR(parts(0, static_cast<Eigen::Index>(c)), expected[c], 1e-12) << p << ' ' << c;
  }
}

TEST(contributions, of_a_geometric_mean_with_a_child_of_0_are_finite) {
  const qx::matrix parts = parts_of(qx::aggregate::geometric_mean{}, {4, 0});
  EXPECT_EQ(parts(0, 0), 2.0);
  EXPECT_EQ(parts(0, 1), -2.0);
}

TEST(contributions, of_a_minimum_of_a_hundred_children_add_up) {
  std::vector<double> z;
  for (int j = 0; j < 100; ++j) z.push_back(1 + (j * 37) % 101);
  for (const qx::aggregate::method& method : std::vector<qx::aggregate::method>{
           qx::aggregate::minimum{}, qx::aggregate::maximum{}, qx::aggregate::median{}}) {
    const qx::matrix parts = parts_of(method, z);
    std::vector<double> sorted = z;
    std::sort(sorted.begin(), sorted.end());
    double sum = 0;
    for (Eigen::Index c = 0; c < 100; ++c) sum += parts(0, c);
    const double score = method.name() == "minimum"   ? sorted[0]
                         : method.name() == "maximum" ? sorted[99]
                                                      : (sorted[49] + sorted[50]) / 2;
    EXPECT_NEAR(sum, score, 1e-12) << method.name();
  }
}

}  // namespace
