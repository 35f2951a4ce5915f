/// Bodies of numeric/association.hpp: single pairs, and the matrices built from them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
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

inline double bounded(double r) { return r > 1 ? 1 : r < -1 ? -1 : r; }

inline double correlation_of(const co_moment& c) {
  if (!(c.n > 1) || !(c.xx > 0) || !(c.yy > 0)) return missing_value;
  return bounded(c.xy / (std::sqrt(c.xx) * std::sqrt(c.yy)));
}

inline std::vector<column_view> each_column(const matrix& x) {
  std::vector<column_view> out;
  for (Eigen::Index j = 0; j < x.cols(); ++j) out.push_back(column_of(x, j));
  return out;
}

inline matrix without_incomplete_rows(columns_span x) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < x.front().size(); ++i)
    if (std::none_of(x.begin(), x.end(), [i](column_view column) { return is_missing(column[i]); })) kept.push_back(i);
  matrix out(static_cast<Eigen::Index>(kept.size()), static_cast<Eigen::Index>(x.size()));
  for (std::size_t j = 0; j < x.size(); ++j)
    for (std::size_t i = 0; i < kept.size(); ++i)
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = x[j][kept[i]];
  return out;
}

// Calls `work` with the rows that count and what is known of the columns.
template <class Work>
matrix on_rows(columns_span x, rows_used rows, Work work) {
  column_facts facts(x);
  if (rows == rows_used::pairwise || facts.is_whole) return work(x, std::move(facts));
  const matrix complete = without_incomplete_rows(x);
  const std::vector<column_view> columns = each_column(complete);
  return work(columns, column_facts(columns));
}

// A statistic of each pair of columns, in a symmetric matrix.
template <class Statistic>
matrix of_pairs(std::size_t columns, Statistic statistic) {
  const auto m = static_cast<Eigen::Index>(columns);
  matrix out(m, m);
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = 0; i <= j; ++i)
      out(i, j) = out(j, i) = statistic(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
  return out;
}

// Correlations where all pairs have the same rows: what depends on one column is computed once for it.
inline matrix pearson_of_whole(columns_span x, const co_moments& all) {
  std::vector<double> root;
  std::vector<bool> good;
  for (std::size_t j = 0; j < x.size(); ++j) {
    const co_moment own = all.of(j, j);
    root.push_back(std::sqrt(own.xx));
    good.push_back(all.is_good(own, j, j));
  }
  return of_pairs(x.size(), [&](std::size_t i, std::size_t j) {
    if (all.is_constant(i) || all.is_constant(j)) return missing_value;
    if (i == j) return 1.0;
    return good[i] && good[j] ? bounded(all.of_whole(i, j) / (root[i] * root[j])) : pearson(x[i], x[j]);
  });
}

inline matrix pearson_of(columns_span x, column_facts facts) {
  const co_moments all(x, std::move(facts));
  if (all.is_whole()) return pearson_of_whole(x, all);
  return of_pairs(x.size(), [&](std::size_t i, std::size_t j) {
    if (all.is_constant(i) || all.is_constant(j)) return missing_value;
    if (i == j) return 1.0;
    // Where most digits cancelled, the pair is computed anew about its own means.
    const co_moment c = all.of(i, j);
    return all.is_good(c, i, j) ? correlation_of(c) : pearson(x[i], x[j]);
  });
}

inline matrix spearman_of(columns_span x, const column_facts& facts) {
  if (x.empty()) return {};
  matrix ranked(static_cast<Eigen::Index>(x.front().size()), static_cast<Eigen::Index>(x.size()));
  ranker sorter;
  for (std::size_t j = 0; j < x.size(); ++j)
    sorter.ranks(x[j], ties::average, false, column_of(ranked, static_cast<Eigen::Index>(j)));
  const std::vector<column_view> ranks = each_column(ranked);
  matrix r = pearson_of(ranks, column_facts(ranks));
  if (facts.is_whole) return r;
  const matrix n = rows_per_pair(x);
  return of_pairs(x.size(), [&](std::size_t a, std::size_t b) {
    const auto i = static_cast<Eigen::Index>(a), j = static_cast<Eigen::Index>(b);
    // Ranks among all values of a column are those among the rows of the pair only if these are all.
    const bool is_all = n(i, j) == n(i, i) && n(i, j) == n(j, j);
    return is_all ? r(i, j) : spearman(x[a], x[b]);
  });
}

}  // namespace detail

QUINDEX_INLINE double pearson(column_view x, column_view y) {
  return detail::correlation_of(detail::co_moment_of(detail::paired(x, y)));
}

QUINDEX_INLINE double spearman(column_view x, column_view y) {
  const detail::paired p(x, y);
  return pearson(ranks(p.x), ranks(p.y));
}

QUINDEX_INLINE matrix pearson(columns_span x, rows_used rows) { return detail::on_rows(x, rows, detail::pearson_of); }
QUINDEX_INLINE matrix spearman(columns_span x, rows_used rows) { return detail::on_rows(x, rows, detail::spearman_of); }
QUINDEX_INLINE matrix covariance(columns_span x, rows_used rows, int ddof) {
  return detail::on_rows(x, rows, [ddof](columns_span used, detail::column_facts facts) {
    const detail::co_moments all(used, std::move(facts));
    return detail::of_pairs(used.size(), [&](std::size_t i, std::size_t j) {
      detail::co_moment c = all.of(i, j);
      if (!all.is_good(c, i, j)) c = detail::co_moment_of(detail::paired(used[i], used[j]));
      return c.n > ddof ? c.xy / (c.n - ddof) : missing_value;
    });
  });
}

QUINDEX_INLINE matrix rows_per_pair(columns_span x, rows_used rows) {
  return detail::on_rows(x, rows, [](columns_span used, detail::column_facts facts) {
    const detail::co_moments all(used, std::move(facts));
    return detail::of_pairs(used.size(), [&all](std::size_t i, std::size_t j) { return all.rows(i, j); });
  });
}

QUINDEX_INLINE matrix pearson(const matrix& x, rows_used rows) { return pearson(detail::each_column(x), rows); }
QUINDEX_INLINE matrix spearman(const matrix& x, rows_used rows) { return spearman(detail::each_column(x), rows); }
QUINDEX_INLINE matrix kendall(const matrix& x, rows_used rows) { return kendall(detail::each_column(x), rows); }
QUINDEX_INLINE matrix covariance(const matrix& x, rows_used rows, int ddof) {
  return covariance(detail::each_column(x), rows, ddof);
}
QUINDEX_INLINE matrix rows_per_pair(const matrix& x, rows_used rows) {
  return rows_per_pair(detail::each_column(x), rows);
}

}  // namespace numeric
QUINDEX_END

#include "quindex/numeric/impl/kendall.ipp"
