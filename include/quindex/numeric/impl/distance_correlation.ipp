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

/// A row of two columns, both about their means.
struct point {
  double x, y;
};

/// Sums over the points to the left of one that lie higher.
struct passed {
  double n = 0, x = 0, y = 0, xy = 0;
};

/// The sum of (x_i - x_j) (y_i - y_j) over the pairs that x and y order differently; `v` comes in order of x (and of y
/// where x is tied), and leaves in order of y.
inline double opposed(std::vector<point>& v) {
  std::vector<point> spare(v.size());
  std::vector<passed> above(v.size() + 1);
  double out = 0;
  for (std::size_t width = 1; width < v.size(); width *= 2) {
    for (std::size_t from = 0; from < v.size(); from += 2 * width) {
      const std::size_t middle = std::min(from + width, v.size()), to = std::min(from + 2 * width, v.size());
      above[middle] = {};
      for (std::size_t a = middle; a-- > from;) {
        const passed& next = above[a + 1];
        above[a] = {next.n + 1, next.x + v[a].x, next.y + v[a].y, next.xy + v[a].x * v[a].y};
      }
      for (std::size_t a = from, b = middle, k = from; k < to; ++k) {
        const bool takes_right = a == middle || (b < to && v[b].y < v[a].y);
        if (takes_right) {
          const passed& s = above[a];
          out += s.n * v[b].x * v[b].y - v[b].x * s.y - v[b].y * s.x + s.xy;
        }
        spare[k] = takes_right ? v[b++] : v[a++];
      }
    }
    v.swap(spare);
  }
  return out;
}

/// The sums of the distances of each value to all others.
inline std::vector<double> distance_sums(column_view x) {
  const std::size_t n = x.size();
  const std::vector<std::size_t> by_value = order(x);
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

QUINDEX_INLINE double distance_correlation(column_view x, column_view y) {
  std::vector<double> u, v;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i])) u.push_back(x[i]), v.push_back(y[i]);
  const std::size_t n = u.size();
  const extent reach_x = range(u), reach_y = range(v);
  if (n < 2 || reach_x.low == reach_x.high || reach_y.low == reach_y.high) return missing_value;
  const double mean_x = mean(u), mean_y = mean(v);
  std::vector<double> xx(n), yy(n), xy(n);
  for (std::size_t i = 0; i < n; ++i) {
    u[i] -= mean_x, v[i] -= mean_y;
    xx[i] = u[i] * u[i], yy[i] = v[i] * v[i], xy[i] = u[i] * v[i];
  }
  // Sorting is stable: by x, and by y where x is tied.
  const std::vector<std::size_t> by_y = order(v);
  std::vector<double> keys(n);
  for (std::size_t i = 0; i < n; ++i) keys[i] = u[by_y[i]];
  const std::vector<std::size_t> by_x = order(keys);
  std::vector<detail::point> points(n);
  for (std::size_t i = 0; i < n; ++i) points[i] = {keys[by_x[i]], v[by_y[by_x[i]]]};
  // Over unordered pairs the products (x_i - x_j) (y_i - y_j) sum to n sum xy; those below 0 change their sign.
  const double size = static_cast<double>(n);
  const double product = 2 * (size * sum(xy) - 2 * detail::opposed(points));
  const std::vector<double> a = detail::distance_sums(u), b = detail::distance_sums(v);
  const double covariance = detail::centred(product, a, b);
  const double variances = detail::centred(2 * size * sum(xx), a, a) * detail::centred(2 * size * sum(yy), b, b);
  const double squared = covariance / std::sqrt(variances);
  return std::sqrt(std::clamp(squared, 0.0, 1.0));
}

}  // namespace numeric
QUINDEX_END
