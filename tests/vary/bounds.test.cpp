// Weights within bounds: uniform on all that are allowed, whatever the order of the children.
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "scenes.hpp"

namespace {

using namespace scenes;
using namespace quindex::vary;

using limits = std::vector<std::pair<double, double>>;

/// An index of so many children, weighed within limits.
struct flat_group {
  qx::spec recipe{};
  qx::table data{};
  value plain{};
  bounds within{};

  explicit flat_group(const limits& ends) {
    std::vector<qx::node> children;
    std::vector<std::string> codes;
    for (std::size_t j = 0; j < ends.size(); ++j) {
      codes.push_back("x" + std::to_string(j));
      children.push_back(qx::indicator(codes.back()));
      within.limits.emplace_back(codes.back(), ends[j]);
    }
    recipe.framework = qx::group("index", children);
    data = qx::table({"a", "b"}, codes, qx::matrix::Constant(2, static_cast<Eigen::Index>(ends.size()), 1));
    plain = qx::write_spec(recipe);
  }
  [[nodiscard]] ready factor() const {
    return {within, {plain, recipe.framework, data, qx::catalogue()}, qx::path("factor")};
  }
};

constexpr std::size_t draws_of_bounds = 40'000;

/// So many sets of weights by the factor, children only.
std::vector<std::vector<double>> drawn_within(const limits& ends) {
  const flat_group g(ends);
  const ready r = g.factor();
  std::vector<std::vector<double>> out;
  std::vector<double> u(r.dimension()), w(ends.size() + 1);
  for (std::size_t k = 0; k < draws_of_bounds; ++k) {
    for (std::size_t d = 0; d < u.size(); ++d) u[d] = stream.uniform(k * u.size() + d);
    r.reweigh(u, stream, w);
    out.emplace_back(w.begin() + 1, w.end());
  }
  return out;
}

/// As many, by rejection: all but the last uniform between their ends, kept when the last is between its own.
std::vector<std::vector<double>> kept_within(const limits& ends) {
  const qx::numeric::random_stream numbers(11, "rejection");
  std::vector<std::vector<double>> out;
  for (std::uint64_t at = 0; out.size() < draws_of_bounds;) {
    std::vector<double> w;
    double left = 1;
    for (std::size_t j = 0; j + 1 < ends.size(); ++j) {
      w.push_back(ends[j].first + (ends[j].second - ends[j].first) * numbers.uniform(at++));
      left -= w.back();
    }
    w.push_back(left);
    if (left >= ends.back().first && left <= ends.back().second) out.push_back(w);
  }
  return out;
}

/// Means, and the share of draws in which a child has the largest weight: both of child j.
struct moments_of_weights {
  double mean = 0, variance = 0, leads = 0;
};
moments_of_weights looked_at(const std::vector<std::vector<double>>& all, std::size_t j) {
  moments_of_weights out;
  const auto n = static_cast<double>(all.size());
  for (const auto& w : all) {
    out.mean += w[j] / n;
    out.leads += (*std::max_element(w.begin(), w.end()) == w[j] ? 1 : 0) / n;
  }
  for (const auto& w : all) out.variance += (w[j] - out.mean) * (w[j] - out.mean) / (n - 1);
  return out;
}

const limits one_small_one_large{{0.2, 0.9}, {0, 1}, {0, 1}, {0, 0.1}};
const limits of_all_kinds{{0.05, 0.3}, {0, 0.15}, {0.1, 0.6}, {0.15, 0.15}, {0, 0.25}, {0.02, 0.05}};

/// Each weight's mean, variance and share of first places against rejection sampling, within 5 standard errors of the
/// difference of two samples (probability 6e-7 for each).
void expect_uniform(const limits& ends) {
  const auto ours = drawn_within(ends), theirs = kept_within(ends);
  const double n = draws_of_bounds;
  for (std::size_t j = 0; j < ends.size(); ++j) {
    const moments_of_weights a = looked_at(ours, j), b = looked_at(theirs, j);
    EXPECT_NEAR(a.mean, b.mean, 5 * std::sqrt(2 * b.variance / n) + 1e-12) << j;
    EXPECT_NEAR(a.leads, b.leads, 5 * std::sqrt(2 * 0.25 / n)) << j;
    EXPECT_NEAR(a.variance, b.variance, 0.05 * b.variance + 1e-12) << j;
  }
}

// Case bounds: rejection sampling
TEST(BoundsThatBind, are_uniform_on_the_weights_allowed) {
  expect_uniform(one_small_one_large);
  expect_uniform(of_all_kinds);
}

TEST(BoundsThatBind, do_not_depend_on_the_order_of_the_children) {
  const auto turned = [](limits ends) {
    std::reverse(ends.begin(), ends.end());
    return ends;
  };
  expect_uniform(turned(one_small_one_large));
  expect_uniform(turned(of_all_kinds));
  expect_uniform({{0, 0.1}, {0, 1}, {0.2, 0.9}, {0, 1}});
}

// Case bounds: the first of m weights up to h has the distribution function 1 - G(w) / G(0) with
// G(w) = sum_i (-1)^i C(m - 1, i) [(1 - w - i h)+^(m - 1) - (1 - h - i h)+^(m - 1)], by inclusion and exclusion.
double exact_probability(double w, std::size_t m, double h) {
  const auto rest = static_cast<double>(m - 1);
  const auto above = [&](double from) {
    double sum = 0, choose = 1;
    for (std::size_t i = 0; i < m; ++i) {
      const auto k = static_cast<double>(i);
      sum += choose * (std::pow(std::max(0.0, 1 - from - k * h), rest) - std::pow(std::max(0.0, 1 - h - k * h), rest));
      choose *= -(rest - k) / (k + 1);
    }
    return sum;
  };
  return 1 - above(w) / above(0);
}

TEST(BoundsThatBind, have_probabilities_exact_to_a_millionth) {
  for (const auto& [m, h] : {std::pair<std::size_t, double>{3, 0.5}, {4, 0.4}, {6, 0.25}, {8, 0.2}, {10, 0.15}}) {
    const flat_group g(limits(m, {0, h}));
    const ready r = g.factor();
    std::vector<double> u(m - 1, 0.5), w(m + 1);
    for (u[0] = 0.005; u[0] < 1; u[0] += 0.01) {
      r.reweigh(u, stream, w);
      EXPECT_NEAR(exact_probability(w[1], m, h), u[0], 1e-6) << m << " " << h;
    }
  }
}

TEST(BoundsThatBind, give_children_alike_the_same_mean) {
  const auto all = drawn_within(limits(6, {0, 0.25}));
  for (std::size_t j = 0; j < 6; ++j) {
    const moments_of_weights a = looked_at(all, j);
    EXPECT_NEAR(a.mean, 1.0 / 6, 5 * std::sqrt(a.variance / draws_of_bounds)) << j;
    EXPECT_NEAR(a.leads, 1.0 / 6, 5 * std::sqrt(5.0 / 36 / draws_of_bounds)) << j;
  }
}

/// That weights are within their ends and sum to 1, for coordinates in the middle and at the ends of the cube.
void expect_within(const limits& ends) {
  const flat_group g(ends);
  const ready r = g.factor();
  std::vector<double> u(r.dimension()), w(ends.size() + 1);
  for (std::size_t k = 0; k < 500; ++k) {
    for (std::size_t d = 0; d < u.size(); ++d) {
      const double x = stream.uniform(k * u.size() + d);
      u[d] = k % 5 != 0 ? x : x < 0.5 ? 0x1p-53 : 1 - 0x1p-53;
    }
    r.reweigh(u, stream, w);
    double sum = 0;
    for (std::size_t j = 0; j < ends.size(); ++j) {
      EXPECT_GE(w[j + 1], ends[j].first - 1e-14);
      EXPECT_LE(w[j + 1], ends[j].second + 1e-14);
      sum += w[j + 1];
    }
    EXPECT_NEAR(sum, 1, 1e-13);
  }
}

TEST(BoundsThatBind, are_kept_where_little_room_is_left) {
  expect_within({{0.5, 0.5}, {0.5, 0.5}});
  expect_within({{0.3, 0.3}, {0, 0.4}, {0, 0.4}, {0.1, 0.1}});
  expect_within(limits(4, {0, 0.25}));    // the highest ends just sum to 1
  expect_within(limits(4, {0.25, 0.9}));  // the lowest do
  expect_within(limits(6, {0, 0.17}));    // hardly more
  expect_within({{0, 1}, {0, 1e-9}, {0, 1}, {0, 1e-4}, {0, 1e-13}});
  expect_within(limits(60, {0, 0.02}));
  expect_within(limits(200, {0.001, 0.008}));
}

TEST(BoundsThatBind, are_the_same_with_shares_counted_from_above_and_from_below) {
  // Six alike up to 0.17 lack 0.02 in all: a simplex upside down, whose marginals are 0.17 - 0.02 Beta(1, 5).
  const flat_group g(limits(6, {0, 0.17}));
  const ready r = g.factor();
  std::vector<double> w(7);
  r.reweigh(std::vector{0.3, 0.5, 0.5, 0.5, 0.5}, stream, w);
  EXPECT_NEAR(w[1], 0.17 - 0.02 * (1 - std::pow(0.3, 0.2)), 1e-14);
}

}  // namespace
