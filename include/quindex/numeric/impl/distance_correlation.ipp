/// Bodies of numeric/distance_correlation.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "quindex/numeric/distance_correlation.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// How many points, and the sums of their values and products.
struct passed {
  double n = 0, x = 0, y = 0, xy = 0;

  void add(const passed& more) { n += more.n, x += more.x, y += more.y, xy += more.xy; }
};

/// The sum of (x_i - x_j) (y_i - y_j) over the pairs that x and y order differently. Points come in order of x; those
/// that have come and lie higher are summed up in a tree by their place in y (Fenwick 1994). Pairs tied in x add 0
/// either way.
inline double opposed(const distance_profile& x, const distance_profile& y) {
  const std::size_t n = x.centred.size();
  std::vector<passed> tree(n + 1);
  double out = 0;
  for (const std::size_t i : x.order) {
    const double u = x.centred[i], v = y.centred[i];
    passed s;
    for (std::size_t at = y.higher[i]; at > 0; at &= at - 1) s.add(tree[at]);
    out += s.n * u * v - u * s.y - v * s.x + s.xy;
    for (std::size_t at = y.higher[i] + 1; at <= n; at += at & (~at + 1)) tree[at].add({1, u, v, u * v});
  }
  return out;
}

/// For each value how many are larger.
inline std::vector<std::size_t> larger_ones(column_view x, const std::vector<std::size_t>& by_value) {
  std::vector<std::size_t> out(x.size());
  for (std::size_t k = x.size(); k-- > 0;) {
    const bool is_tied = k + 1 < x.size() && x[by_value[k]] == x[by_value[k + 1]];
    out[by_value[k]] = is_tied ? out[by_value[k + 1]] : x.size() - 1 - k;
  }
  return out;
}

/// The sums of the distances of each value to all others.
inline std::vector<double> distance_sums(column_view x, const std::vector<std::size_t>& by_value) {
  const std::size_t n = x.size();
  const double all = sum(x);
  std::vector<double> out(n);
  double below = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double value = x[by_value[i]];
    out[by_value[i]] = (2 * static_cast<double>(i) - static_cast<double>(n)) * value + all - 2 * below;
    below += value;
  }
  return out;
}

/// n² times the squared distance covariance, from the sum over all ordered pairs of |x_i - x_j| |y_i - y_j|.
inline double centred(double product, column_view a, column_view b) {
  const double n = static_cast<double>(a.size());
  std::vector<double> ab(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) ab[i] = a[i] * b[i];
  return product + sum(a) / n * (sum(b) / n) - 2 / n * sum(ab);
}

}  // namespace detail

QUINDEX_INLINE distance_profile distance_profile_of(column_view x) {
  distance_profile out;
  const std::size_t n = x.size();
  const double centre = mean(x);
  out.centred.assign(x.begin(), x.end());
  std::vector<double> squares(n);
  for (std::size_t i = 0; i < n; ++i) {
    out.centred[i] -= centre;
    squares[i] = out.centred[i] * out.centred[i];
  }
  out.order = order(x);
  out.higher = detail::larger_ones(x, out.order);
  out.distances = detail::distance_sums(out.centred, out.order);
  const extent reach = range(x);
  if (n > 1 && reach.low < reach.high)
    out.variance = detail::centred(2 * static_cast<double>(n) * sum(squares), out.distances, out.distances);
  return out;
}

QUINDEX_INLINE double distance_correlation(const distance_profile& x, const distance_profile& y) {
  if (!(x.variance > 0) || !(y.variance > 0)) return missing_value;
  const std::size_t n = x.centred.size();
  std::vector<double> products(n);
  for (std::size_t i = 0; i < n; ++i) products[i] = x.centred[i] * y.centred[i];
  // Over unordered pairs the products (x_i - x_j) (y_i - y_j) sum to n sum xy; those below 0 change their sign.
  const double product = 2 * (static_cast<double>(n) * sum(products) - 2 * detail::opposed(x, y));
  const double covariance = detail::centred(product, x.distances, y.distances);
  const double squared = covariance / (std::sqrt(x.variance) * std::sqrt(y.variance));
  return std::sqrt(std::clamp(squared, 0.0, 1.0));
}

QUINDEX_INLINE double distance_correlation(column_view x, column_view y) {
  std::vector<double> u, v;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i])) u.push_back(x[i]), v.push_back(y[i]);
  if (u.size() < 2) return missing_value;
  return distance_correlation(distance_profile_of(u), distance_profile_of(v));
}

}  // namespace numeric
QUINDEX_END
