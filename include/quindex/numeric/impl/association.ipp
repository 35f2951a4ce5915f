/// Bodies of numeric/association.hpp: single pairs, and the matrices built from them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "quindex/numeric/association.hpp"
#include "quindex/numeric/impl/co_moments.ipp"
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

inline bool is_constant(column_view x) {
  const extent e = range(x);
  return e.n < 2 || e.low == e.high;
}

inline co_moment co_moment_of(const paired& p) {
  const std::size_t n = p.x.size();
  const double mx = mean(p.x), my = mean(p.y);
  std::vector<double> xx(n), yy(n), xy(n);
  for (std::size_t i = 0; i < n; ++i) {
    const double dx = p.x[i] - mx, dy = p.y[i] - my;
    xx[i] = dx * dx, yy[i] = dy * dy, xy[i] = dx * dy;
  }
  return {static_cast<double>(n), is_constant(p.x) ? 0 : sum(xx), is_constant(p.y) ? 0 : sum(yy), sum(xy)};
}

inline double correlation_of(const co_moment& c) {
  if (!(c.n > 1) || !(c.xx > 0) || !(c.yy > 0)) return missing_value;
  const double r = c.xy / (std::sqrt(c.xx) * std::sqrt(c.yy));
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

inline matrix without_incomplete_rows(const matrix& x) {
  std::vector<Eigen::Index> kept;
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    bool is_complete = true;
    for (Eigen::Index j = 0; j < x.cols() && is_complete; ++j) is_complete = !is_missing(x(i, j));
    if (is_complete) kept.push_back(i);
  }
  matrix out(static_cast<Eigen::Index>(kept.size()), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (std::size_t i = 0; i < kept.size(); ++i) out(static_cast<Eigen::Index>(i), j) = x(kept[i], j);
  return out;
}

inline bool has_missing(const matrix& x) {
  const column_view all(x.data(), static_cast<std::size_t>(x.size()));
  return range(all).n < all.size();
}

// Calls `work` with the rows that count.
template <class Work>
matrix on_rows(const matrix& x, rows_used rows, Work work) {
  if (rows == rows_used::complete && has_missing(x)) return work(without_incomplete_rows(x));
  return work(x);
}

// A statistic of each pair of columns, in a symmetric matrix.
template <class Statistic>
matrix of_pairs(Eigen::Index columns, Statistic statistic) {
  matrix out(columns, columns);
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i <= j; ++i) out(i, j) = out(j, i) = statistic(i, j);
  return out;
}

inline matrix pearson_of(const matrix& x) {
  const co_moments all(x);
  return of_pairs(x.cols(), [&](Eigen::Index i, Eigen::Index j) {
    if (all.is_constant(i) || all.is_constant(j)) return missing_value;
    if (i == j) return 1.0;
    // Where most digits cancelled, the pair is computed anew about its own means.
    return all.is_good(i, j) ? correlation_of(all.of(i, j)) : pearson(column_of(x, i), column_of(x, j));
  });
}

inline matrix spearman_of(const matrix& x) {
  matrix ranked(x.rows(), x.cols());
  ranker sorter;
  for (Eigen::Index j = 0; j < x.cols(); ++j) sorter.ranks(column_of(x, j), ties::average, false, column_of(ranked, j));
  matrix r = pearson_of(ranked);
  if (!has_missing(x)) return r;
  const matrix n = rows_per_pair(x);
  return of_pairs(x.cols(), [&](Eigen::Index i, Eigen::Index j) {
    // Ranks among all values of a column are those among the rows of the pair only if these are all.
    const bool is_all = n(i, j) == n(i, i) && n(i, j) == n(j, j);
    return is_all ? r(i, j) : spearman(column_of(x, i), column_of(x, j));
  });
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

// How many pairs are tied among values that are in order.
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
  return detail::correlation_of(detail::co_moment_of(detail::paired(x, y)));
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
  const std::vector<std::size_t> by_y = order(p.y);
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
  return difference / (std::sqrt(pairs - tied_x) * std::sqrt(pairs - tied_y));
}

QUINDEX_INLINE matrix pearson(const matrix& x, rows_used rows) { return detail::on_rows(x, rows, detail::pearson_of); }
QUINDEX_INLINE matrix spearman(const matrix& x, rows_used rows) {
  return detail::on_rows(x, rows, detail::spearman_of);
}
QUINDEX_INLINE matrix kendall(const matrix& x, rows_used rows) {
  return detail::on_rows(x, rows, [](const matrix& used) {
    return detail::of_pairs(used.cols(), [&used](Eigen::Index i, Eigen::Index j) {
      if (i == j) return detail::is_constant(column_of(used, j)) ? missing_value : 1.0;
      return kendall(column_of(used, i), column_of(used, j));
    });
  });
}

QUINDEX_INLINE matrix covariance(const matrix& x, rows_used rows, int ddof) {
  return detail::on_rows(x, rows, [ddof](const matrix& used) {
    const detail::co_moments all(used);
    return detail::of_pairs(used.cols(), [&](Eigen::Index i, Eigen::Index j) {
      const detail::co_moment c = all.is_good(i, j)
                                      ? all.of(i, j)
                                      : detail::co_moment_of(detail::paired(column_of(used, i), column_of(used, j)));
      return c.n > ddof ? c.xy / (c.n - ddof) : missing_value;
    });
  });
}

QUINDEX_INLINE matrix rows_per_pair(const matrix& x, rows_used rows) {
  return detail::on_rows(x, rows, [](const matrix& used) {
    const detail::co_moments all(used);
    return detail::of_pairs(used.cols(), [&all](Eigen::Index i, Eigen::Index j) { return all.rows(i, j); });
  });
}

}  // namespace numeric
QUINDEX_END
