/// Shapley values under an unweighted median, from how often each child is the one in the middle.
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace detail {

constexpr std::size_t most_median_players = 500;  // binomials of more are beyond double precision

/// A random draw of s out of sorted values: how likely each is the one that counts.
class drawn_values {
 public:
  explicit drawn_values(std::size_t most) : choose_(most + 1) {
    for (std::size_t n = 0; n <= most; ++n) {
      choose_[n].assign(n + 1, 1.0);
      for (std::size_t k = 1; k < n; ++k) choose_[n][k] = choose_[n - 1][k - 1] + choose_[n - 1][k];
    }
  }
  /// n over k; 0 where k is more than n.
  [[nodiscard]] double choose(std::size_t n, std::size_t k) const { return k > n ? 0.0 : choose_[n][k]; }
  /// The likelihood that the value at `k` (from 0) of n is the j-th (from 1) of s that are drawn.
  [[nodiscard]] double is_jth(std::size_t k, std::size_t n, std::size_t j, std::size_t s) const {
    if (j == 0 || j > s || j - 1 > k || s - j > n - 1 - k) return 0.0;
    return choose(k, j - 1) * choose(n - 1 - k, s - j) / choose(n, s);
  }

 private:
  std::vector<std::vector<double>> choose_;
};

/// The expected j-th of s values drawn from the others.
QUINDEX_INLINE double expected_jth(const drawn_values& drawn, column_view others, std::size_t j, std::size_t s) {
  double sum = 0;
  for (std::size_t k = 0; k < others.size(); ++k) sum += drawn.is_jth(k, others.size(), j, s) * others[k];
  return sum;
}

/// The expected j-th of `own`, which has `below` others below it, and of s that are drawn from the others.
QUINDEX_INLINE double expected_jth_with(const drawn_values& drawn, column_view others, double own, std::size_t below,
                                        std::size_t j, std::size_t s) {
  const std::size_t n = others.size();
  const double is_own = drawn.choose(below, j - 1) * drawn.choose(n - below, s - (j - 1)) / drawn.choose(n, s);
  double sum = is_own * own;
  for (std::size_t k = 0; k < n; ++k) sum += drawn.is_jth(k, n, k < below ? j : j - 1, s) * others[k];
  return sum;
}

/// A child joins each number of others equally often, and each choice of so many equally often.
QUINDEX_INLINE void shapley_of_median(column_view z, std::span<double> out) {
  const std::size_t m = z.size();
  const drawn_values drawn(m);
  std::vector<std::size_t> order(m);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return z[a] < z[b]; });
  std::vector<double> others(m - 1);
  for (std::size_t p = 0; p < m; ++p) {
    for (std::size_t k = 0; k + 1 < m; ++k) others[k] = z[order[k < p ? k : k + 1]];
    double sum = 0;
    for (std::size_t s = 0; s < m; ++s) {
      const auto middle = [](std::size_t size) { return std::pair((size + 1) / 2, size / 2 + 1); };
      const auto [low, high] = middle(s + 1);
      const double own = z[order[p]];
      sum +=
          0.5 * (expected_jth_with(drawn, others, own, p, low, s) + expected_jth_with(drawn, others, own, p, high, s));
      if (s == 0) continue;
      const auto [before_low, before_high] = middle(s);
      sum -= 0.5 * (expected_jth(drawn, others, before_low, s) + expected_jth(drawn, others, before_high, s));
    }
    out[order[p]] = sum / static_cast<double>(m);
  }
}

}  // namespace detail
QUINDEX_END
