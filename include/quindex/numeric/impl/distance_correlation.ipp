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

/// The sum of (x_i - x_j) (y_i - y_j) over the pairs that x and y order differently; `v` comes in order of x and leaves
/// in order of y. Pairs tied in x add 0 either way.
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
  out.distances = detail::distance_sums(out.centred, out.order);
  const extent reach = range(x);
  if (n > 1 && reach.low < reach.high)
    out.variance = detail::centred(2 * static_cast<double>(n) * sum(squares), out.distances, out.distances);
  return out;
}

QUINDEX_INLINE double distance_correlation(const distance_profile& x, const distance_profile& y) {
  if (!(x.variance > 0) || !(y.variance > 0)) return missing_value;
  const std::size_t n = x.centred.size();
  std::vector<detail::point> points(n);
  std::vector<double> products(n);
  for (std::size_t i = 0; i < n; ++i) {
    points[i] = {x.centred[x.order[i]], y.centred[x.order[i]]};
    products[i] = x.centred[i] * y.centred[i];
  }
  // Over unordered pairs the products (x_i - x_j) (y_i - y_j) sum to n sum xy; those below 0 change their sign.
  const double product = 2 * (static_cast<double>(n) * sum(products) - 2 * detail::opposed(points));
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
