/// Bodies of numeric/association.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "quindex/numeric/association.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// The rows of two columns where both have a value.
struct paired {
  std::vector<double> x, y;
  paired(column_view a, column_view b) {
    const std::size_t n = std::min(a.size(), b.size());
    x.reserve(n), y.reserve(n);
    for (std::size_t i = 0; i < n; ++i)
      if (!is_missing(a[i]) && !is_missing(b[i])) x.push_back(a[i]), y.push_back(b[i]);
  }
};

// The sum of products of deviations of each of the three pairs.
struct co_moments {
  double n, xx, yy, xy;
};

inline co_moments co_moments_of(const paired& p) {
  const std::size_t n = p.x.size();
  const double mx = mean(p.x), my = mean(p.y);
  std::vector<double> xx(n), yy(n), xy(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double dx = p.x[i] - mx, dy = p.y[i] - my;
    xx[i] = dx * dx, yy[i] = dy * dy, xy[i] = dx * dy;
  }
  const auto is_constant = [](column_view v) { const extent e = range(v); return e.low == e.high; };
  return {static_cast<double>(n), is_constant(p.x) ? 0 : sum(xx), is_constant(p.y) ? 0 : sum(yy), sum(xy)};
}

inline double within_one(double r) { return r > 1 ? 1 : r < -1 ? -1 : r; }

inline double correlation_of(const co_moments& c) {
  if (!(c.n > 1) || !(c.xx > 0) || !(c.yy > 0)) return missing_value;
  return within_one(c.xy / (std::sqrt(c.xx) * std::sqrt(c.yy)));
}

// Is row i used for every pair?
inline std::vector<bool> complete_rows(const matrix& x) {
  std::vector<bool> out(static_cast<std::size_t>(x.rows()), true);
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < x.rows(); ++i)
      if (is_missing(x(i, j))) out[static_cast<std::size_t>(i)] = false;
  return out;
}

inline matrix without_incomplete_rows(const matrix& x) {
  const std::vector<bool> keep = complete_rows(x);
  const auto rows = static_cast<Eigen::Index>(std::count(keep.begin(), keep.end(), true));
  matrix out(rows, x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0, next = 0; i < x.rows(); ++i)
      if (keep[static_cast<std::size_t>(i)]) out(next++, j) = x(i, j);
  return out;
}

// Fills a symmetric matrix with a statistic of each pair of columns; one on the diagonal where it is defined.
template <class Statistic>
matrix of_pairs(const matrix& all, rows_used rows, Statistic statistic) {
  const matrix selected = rows == rows_used::complete ? without_incomplete_rows(all) : matrix{};
  const matrix& x = rows == rows_used::complete ? selected : all;
  matrix out(x.cols(), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i <= j; ++i) out(i, j) = out(j, i) = statistic(column_of(x, i), column_of(x, j));
  return out;
}

// Merge sort that counts how many pairs had to be exchanged.
inline double exchanges(std::vector<double>& v, std::vector<double>& spare) {
  double count = 0;
  for (std::size_t width = 1; width < v.size(); width *= 2) {
    for (std::size_t from = 0; from < v.size(); from += 2 * width) {
      const std::size_t middle = std::min(from + width, v.size()), to = std::min(from + 2 * width, v.size());
      for (std::size_t a = from, b = middle, k = from; k < to; ++k) {
        const bool takes_right = a == middle || (b < to && v[b] < v[a]);
        if (takes_right) count += static_cast<double>(middle - a);
        spare[k] = takes_right ? v[b++] : v[a++];
      }
    }
    v.swap(spare);
  }
  return count;
}

// How many pairs of neighbours-in-order are tied, for values that are in order.
template <class IsTied>
double tied_pairs(std::size_t n, IsTied is_tied) {
  double count = 0;
  for (std::size_t from = 0; from < n;) {
    std::size_t to = from + 1;
    while (to < n && is_tied(from, to)) ++to;
    const double run = static_cast<double>(to - from);
    count += run * (run - 1) / 2;
    from = to;
  }
  return count;
}

}  // namespace detail

QUINDEX_INLINE double pearson(column_view x, column_view y) {
  return detail::correlation_of(detail::co_moments_of(detail::paired(x, y)));
}

QUINDEX_INLINE double spearman(column_view x, column_view y) {
  const detail::paired p(x, y);
  return pearson(ranks(p.x), ranks(p.y));
}

QUINDEX_INLINE double kendall(column_view x, column_view y) {
  const detail::paired p(x, y);
  const std::size_t n = p.x.size();
  if (n < 2) return missing_value;
  // By x, and by y where x is tied: sorting is stable.
  std::vector<std::size_t> by_y = order(p.y);
  std::vector<double> a(n), b(n);
  for (std::size_t i = 0; i < n; ++i) a[i] = p.x[by_y[i]];
  const std::vector<std::size_t> by_x = order(a);
  std::vector<double> sx(n), sy(n);
  for (std::size_t i = 0; i < n; ++i) sx[i] = a[by_x[i]], sy[i] = p.y[by_y[by_x[i]]];
  const double size = static_cast<double>(n), pairs = size * (size - 1) / 2;
  const double tied_x = detail::tied_pairs(n, [&](std::size_t i, std::size_t k) { return sx[i] == sx[k]; });
  const double tied_both =
      detail::tied_pairs(n, [&](std::size_t i, std::size_t k) { return sx[i] == sx[k] && sy[i] == sy[k]; });
  const double discordant = detail::exchanges(sy, b);
  const double tied_y = detail::tied_pairs(n, [&](std::size_t i, std::size_t k) { return sy[i] == sy[k]; });
  if (tied_x == pairs || tied_y == pairs) return missing_value;
  const double difference = pairs - tied_x - tied_y + tied_both - 2 * discordant;
  return detail::within_one(difference / std::sqrt(pairs - tied_x) / std::sqrt(pairs - tied_y));
}

QUINDEX_INLINE matrix pearson(const matrix& x, rows_used rows) {
  return detail::of_pairs(x, rows, [](column_view a, column_view b) { return pearson(a, b); });
}
QUINDEX_INLINE matrix spearman(const matrix& x, rows_used rows) {
  return detail::of_pairs(x, rows, [](column_view a, column_view b) { return spearman(a, b); });
}
QUINDEX_INLINE matrix kendall(const matrix& x, rows_used rows) {
  return detail::of_pairs(x, rows, [](column_view a, column_view b) { return kendall(a, b); });
}

QUINDEX_INLINE matrix covariance(const matrix& x, rows_used rows, int ddof) {
  return detail::of_pairs(x, rows, [ddof](column_view a, column_view b) {
    const detail::co_moments c = detail::co_moments_of(detail::paired(a, b));
    return c.n > ddof ? c.xy / (c.n - ddof) : missing_value;
  });
}

QUINDEX_INLINE matrix rows_per_pair(const matrix& x, rows_used rows) {
  return detail::of_pairs(x, rows, [](column_view a, column_view b) {
    double n = 0;
    for (std::size_t i = 0; i < a.size(); ++i) n += is_missing(a[i]) || is_missing(b[i]) ? 0 : 1;
    return n;
  });
}

}  // namespace numeric
QUINDEX_END
