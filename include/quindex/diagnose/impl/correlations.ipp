/// Bodies of diagnose/correlations.hpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

#include "quindex/diagnose/correlations.hpp"
#include "quindex/diagnose/impl/support.ipp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Sums over the runs of tied values of t (t − 1), t (t − 1) (t − 2) and t (t − 1) (2 t + 5).
struct tie_sums {
  double two = 0, three = 0, five = 0;
};
inline tie_sums ties_in(column_view x) {
  const std::vector<double> rank = numeric::ranks(x, ties::average);
  std::vector<size_t> many;  // by twice the rank: how many have it
  many.assign(2 * x.size() + 2, 0);
  for (const double r : rank)
    if (!is_missing(r)) ++many[static_cast<size_t>(2 * r)];
  tie_sums out;
  for (const size_t count : many) {
    if (count < 2) continue;
    const double t = static_cast<double>(count);
    out.two += t * (t - 1), out.three += t * (t - 1) * (t - 2), out.five += t * (t - 1) * (2 * t + 5);
  }
  return out;
}

/// How many rows each pair has: bits of the values present, counted 64 at a time.
inline matrix pair_counts(const matrix& x) {
  const size_t words = (static_cast<size_t>(x.rows()) + 63) / 64;
  std::vector<std::uint64_t> present(words * static_cast<size_t>(x.cols()), 0);
  std::vector<bool> is_whole;
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    std::uint64_t* own = present.data() + static_cast<size_t>(j) * words;
    const column_view column = column_of(x, j);
    for (size_t i = 0; i < column.size(); ++i)
      own[i / 64] |= static_cast<std::uint64_t>(!is_missing(column[i])) << (i % 64);
    is_whole.push_back(numeric::range(column).n == column.size());
  }
  matrix out(x.cols(), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i <= j; ++i) {
      size_t count =
          is_whole[static_cast<size_t>(i)] && is_whole[static_cast<size_t>(j)] ? static_cast<size_t>(x.rows()) : 0;
      const bool counts = count == 0;
      for (size_t w = 0; counts && w < words; ++w)
        count += static_cast<size_t>(
            std::popcount(present[static_cast<size_t>(i) * words + w] & present[static_cast<size_t>(j) * words + w]));
      out(i, j) = out(j, i) = static_cast<double>(count);
    }
  return out;
}

/// Two-sided probability of tau-b: exact where it can be, otherwise normal; Kendall (1970), section 4.
inline double kendall_probability(double tau, double n, const tie_sums& x, const tie_sums& y,
                                  numeric::correlation_tails& tails) {
  if (is_missing(tau) || n < 2) return missing_value;
  if (n <= 50 && x.two == 0 && y.two == 0) return tails.kendall_exact(tau, static_cast<size_t>(n));
  const double pairs = n * (n - 1);
  const double s = tau * std::sqrt((pairs - x.two) / 2) * std::sqrt((pairs - y.two) / 2);
  double variance = (pairs * (2 * n + 5) - x.five - y.five) / 18 + x.two * y.two / (2 * pairs);
  if (n > 2) variance += x.three * y.three / (9 * pairs * (n - 2));
  return variance > 0 ? std::min(1.0, 2 * numeric::normal_tail(std::abs(s) / std::sqrt(variance))) : missing_value;
}

/// Half the width of the interval on Fisher's scale; missing with too few rows.
inline double half_width(correlation kind, double r, double n, double z) {
  const double rows = kind == correlation::kendall ? n - 4 : n - 3;
  if (!(rows > 0)) return missing_value;
  const double size = kind == correlation::pearson ? 1 : kind == correlation::spearman ? 1 + r * r / 2 : 0.437;
  return z * std::sqrt(size / rows);
}

/// Fills p and the interval of one pair.
class assessor {
 public:
  explicit assessor(const correlation_options& how) : how_(how) {
    require_share("correlations.level", how.level);
    z_ = numeric::normal_quantile((1 + how.level) / 2);
  }
  void assess(correlation_table& t, Eigen::Index i, Eigen::Index j, double p) const {
    const double r = t.r(i, j);
    t.p(i, j) = p;
    t.low(i, j) = t.high(i, j) = std::abs(r) == 1 ? r : missing_value;
    const double half = half_width(how_.kind, r, t.n(i, j), z_);
    if (is_missing(r) || std::abs(r) == 1 || is_missing(half)) return;
    const double middle = numeric::log((1 + r) / (1 - r)) / 2;
    const auto back = [](double fisher) {
      const double e = numeric::exp(-2 * std::abs(fisher));
      return std::copysign((1 - e) / (1 + e), fisher);
    };
    t.low(i, j) = back(middle - half), t.high(i, j) = back(middle + half);
  }

 private:
  correlation_options how_;
  double z_ = 0;
};

inline correlation_table empty_table(labels rows, labels columns) {
  const matrix nothing = matrix::Constant(at(rows.size()), at(columns.size()), missing_value);
  return {std::move(rows), std::move(columns), nothing, nothing, nothing, nothing, nothing};
}

/// The ties of a pair, over its own rows.
struct pair_ties {
  tie_sums x, y;
};
inline pair_ties ties_of(column_view x, column_view y) {
  std::vector<double> a, b;
  for (size_t i = 0; i < x.size(); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i])) a.push_back(x[i]), b.push_back(y[i]);
  return {ties_in(a), ties_in(b)};
}

inline double one_correlation(correlation kind, column_view x, column_view y) {
  switch (kind) {
    case correlation::spearman:
      return numeric::spearman(x, y);
    case correlation::kendall:
      return numeric::kendall(x, y);
    default:
      return numeric::pearson(x, y);
  }
}

}  // namespace detail

QUINDEX_INLINE correlation_table correlations(const table& data, const correlation_options& how) {
  const detail::assessor judge(how);
  const bool is_complete = how.rows == numeric::rows_used::complete;
  const matrix x = is_complete ? detail::complete_rows(data) : matrix(data.values());
  correlation_table out = detail::empty_table(data.indicators(), data.indicators());
  out.r = how.kind == correlation::pearson    ? numeric::pearson(x)
          : how.kind == correlation::spearman ? numeric::spearman(x)
                                              : numeric::kendall(x);
  out.n = detail::pair_counts(x);
  numeric::correlation_tails tails;
  std::vector<detail::tie_sums> own;  // of each column over its own rows
  if (how.kind == correlation::kendall)
    for (Eigen::Index j = 0; j < x.cols(); ++j) own.push_back(detail::ties_in(column_of(x, j)));
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    for (Eigen::Index i = 0; i < j; ++i) {
      double p = missing_value;
      if (how.kind != correlation::kendall) {
        p = tails.pearson(out.r(i, j), out.n(i, j));
      } else if (out.n(i, j) == out.n(i, i) && out.n(i, j) == out.n(j, j)) {
        p = detail::kendall_probability(out.r(i, j), out.n(i, j), own[static_cast<std::size_t>(i)],
                                        own[static_cast<std::size_t>(j)], tails);
      } else {
        const detail::pair_ties shared = detail::ties_of(column_of(x, i), column_of(x, j));
        p = detail::kendall_probability(out.r(i, j), out.n(i, j), shared.x, shared.y, tails);
      }
      judge.assess(out, i, j, p);
      out.p(j, i) = p, out.low(j, i) = out.low(i, j), out.high(j, i) = out.high(i, j);
    }
    judge.assess(out, j, j, missing_value);
  }
  return out;
}

QUINDEX_INLINE correlation_table links(const table& data, const table& outside, const correlation_options& how) {
  const detail::assessor judge(how);
  std::vector<std::pair<std::size_t, std::size_t>> shared;
  for (std::size_t i = 0; i < data.units().size(); ++i)
    if (const auto there = outside.units().find(data.units()[i])) shared.emplace_back(i, *there);
  if (shared.empty())
    throw data_error({"links", "the two tables have no unit in common", "label the units of both in the same way"});
  correlation_table out = detail::empty_table(data.indicators(), outside.indicators());
  numeric::correlation_tails tails;
  std::vector<double> x(shared.size()), y(shared.size());
  for (Eigen::Index i = 0; i < out.r.rows(); ++i)
    for (Eigen::Index j = 0; j < out.r.cols(); ++j) {
      double n = 0;
      for (std::size_t k = 0; k < shared.size(); ++k) {
        x[k] = data.column(static_cast<std::size_t>(i))[shared[k].first];
        y[k] = outside.column(static_cast<std::size_t>(j))[shared[k].second];
        n += is_missing(x[k]) || is_missing(y[k]) ? 0 : 1;
      }
      out.n(i, j) = n;
      out.r(i, j) = detail::one_correlation(how.kind, x, y);
      double p = missing_value;
      if (how.kind == correlation::kendall) {
        const detail::pair_ties tied = detail::ties_of(x, y);
        p = detail::kendall_probability(out.r(i, j), n, tied.x, tied.y, tails);
      } else {
        p = tails.pearson(out.r(i, j), n);
      }
      judge.assess(out, i, j, p);
    }
  return out;
}

QUINDEX_INLINE std::vector<flagged_pair> flagged_pairs(const correlation_table& found, const pair_limits& limits) {
  for (const double limit : {limits.collinear, limits.negative})
    if (!(limit >= -1 && limit <= 1))
      throw spec_error({"flagged_pairs", "the limit is " + number_text(limit), "give a correlation, from -1 to 1"});
  std::vector<flagged_pair> out;
  for (Eigen::Index i = 0; i < found.r.rows(); ++i)
    for (Eigen::Index j = i + 1; j < found.r.cols(); ++j) {
      const double r = found.r(i, j), p = found.p(i, j);
      const bool is_collinear = r >= limits.collinear;
      if (!is_collinear && !(r < limits.negative && p <= limits.significance)) continue;
      out.push_back({found.rows[static_cast<std::size_t>(i)], found.columns[static_cast<std::size_t>(j)], r,
                     found.n(i, j), p, is_collinear});
    }
  std::stable_sort(out.begin(), out.end(), [](const flagged_pair& a, const flagged_pair& b) {
    return a.is_collinear != b.is_collinear ? a.is_collinear : std::abs(a.r) > std::abs(b.r);
  });
  return out;
}

}  // namespace diagnose
QUINDEX_END
