/// Bodies of robustness/regression_indices.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/robustness/given_rows.hpp"
#include "quindex/robustness/regression_indices.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// Some columns.
inline matrix chosen_columns(const matrix& x, const std::vector<Eigen::Index>& places) {
  matrix out(x.rows(), static_cast<Eigen::Index>(places.size()));
  for (std::size_t k = 0; k < places.size(); ++k) out.col(static_cast<Eigen::Index>(k)) = x.col(places[k]);
  return out;
}

/// Columns to mean 0 and variance 1, so that sums of products keep their digits.
inline matrix standardised_columns(const matrix& x) {
  matrix out(x.rows(), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const numeric::moments m(column_of(x, j));
    for (Eigen::Index k = 0; k < x.rows(); ++k) out(k, j) = (x(k, j) - m.mean) / m.sd();
  }
  return out;
}

/// Sums and products of all columns, row by row: one column of contributions per row.
inline matrix products_of(const matrix& z) {
  const Eigen::Index p = z.cols();
  matrix out(p + p * (p + 1) / 2, z.rows());
  for (Eigen::Index k = 0; k < z.rows(); ++k) {
    Eigen::Index at = 0;
    for (Eigen::Index i = 0; i < p; ++i) out(at++, k) = z(k, i);
    for (Eigen::Index i = 0; i < p; ++i)
      for (Eigen::Index j = 0; j <= i; ++j) out(at++, k) = z(k, i) * z(k, j);
  }
  return out;
}

/// Correlations of the columns from such sums, missing for a column without spread.
inline matrix correlations_from(std::span<const double> sums, double n, std::size_t columns) {
  const auto p = static_cast<Eigen::Index>(columns);
  matrix out(p, p);
  std::size_t at = columns;
  for (Eigen::Index i = 0; i < p; ++i)
    for (Eigen::Index j = 0; j <= i; ++j, ++at)
      out(i, j) = sums[at] / n - sums[static_cast<std::size_t>(i)] * sums[static_cast<std::size_t>(j)] / (n * n);
  for (Eigen::Index i = p; i-- > 0;)
    for (Eigen::Index j = 0; j < i; ++j) out(j, i) = out(i, j) = out(i, j) / std::sqrt(out(i, i) * out(j, j));
  for (Eigen::Index i = 0; i < p; ++i) out(i, i) = out(i, i) > 1e-12 ? 1.0 : missing_value;
  return out;
}

/// Standardised coefficients, partial correlations and R² of the last column on the others; missing where the others
/// determine one of themselves.
inline void regress(const matrix& correlations, std::span<double> out) {
  const Eigen::Index d = correlations.cols() - 1;
  std::fill(out.begin(), out.end(), missing_value);
  for (Eigen::Index i = 0; i <= d; ++i)
    if (is_missing(correlations(i, i))) return;
  const auto factors = numeric::cholesky::of(correlations.topLeftCorner(d, d));
  if (!factors) return;
  std::vector<double> with_y(static_cast<std::size_t>(d));
  for (Eigen::Index i = 0; i < d; ++i) with_y[static_cast<std::size_t>(i)] = correlations(d, i);
  const std::vector<double> b = factors->solve(with_y);
  double explained = 0;
  for (std::size_t i = 0; i < b.size(); ++i) explained += b[i] * with_y[i];
  explained = std::min(1.0, std::max(0.0, explained));
  const matrix inverse = factors->inverse();
  for (std::size_t i = 0; i < b.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    out[i] = b[i];
    // From the inverse of all correlations, in a form that stays defined where everything is explained.
    const double size = std::sqrt(inverse(at, at) * (1 - explained) + b[i] * b[i]);
    out[b.size() + i] = size > 0 ? b[i] / size : 0.0;
  }
  out[2 * b.size()] = explained;
}

/// The columns that vary and that no earlier columns determine.
inline std::vector<Eigen::Index> usable_columns(const matrix& x) {
  std::vector<Eigen::Index> varying, out;
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    if (has_spread(column_of(x, j))) varying.push_back(j);
  const matrix r = numeric::pearson(chosen_columns(x, varying), numeric::rows_used::complete);
  std::vector<Eigen::Index> places;
  for (std::size_t k = 0; k < varying.size(); ++k) {
    places.push_back(static_cast<Eigen::Index>(k));
    matrix some(static_cast<Eigen::Index>(places.size()), static_cast<Eigen::Index>(places.size()));
    for (Eigen::Index i = 0; i < some.rows(); ++i)
      for (Eigen::Index j = 0; j < some.cols(); ++j)
        some(i, j) = r(places[static_cast<std::size_t>(i)], places[static_cast<std::size_t>(j)]);
    if (numeric::cholesky::of(some, 1e-10))
      out.push_back(varying[k]);
    else
      places.pop_back();
  }
  return out;
}

/// Coefficients, partial correlations and R² with their intervals: 2 d + 1 numbers for the d columns of x.
inline estimates regression_of(const matrix& x, column_view y, const interval_options& how) {
  matrix all(x.rows(), x.cols() + 1);
  all.leftCols(x.cols()) = x;
  std::copy(y.begin(), y.end(), column_of(all, x.cols()).begin());
  const auto columns = static_cast<std::size_t>(all.cols());
  return estimate(
      products_of(standardised_columns(all)), 2 * columns - 1,
      [columns](std::span<const double> sums, double n, std::span<double> out) {
        regress(correlations_from(sums, n, columns), out);
      },
      how);
}

/// Numbers of some factors among those of all, the others missing.
inline estimates spread_out(const estimates& some, std::size_t first, const std::vector<Eigen::Index>& places,
                            std::size_t factors) {
  estimates out;
  out.value.assign(factors, missing_value);
  out.error = out.low = out.high = out.value;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const auto at = static_cast<std::size_t>(places[k]);
    out.value[at] = some.value[first + k];
    out.error[at] = some.error[first + k];
    out.low[at] = some.low[first + k];
    out.high[at] = some.high[first + k];
  }
  return out;
}

inline matrix ranked_columns(const matrix& x) {
  matrix out(x.rows(), x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) numeric::ranks(column_of(x, j), ties::average, false, column_of(out, j));
  return out;
}

inline void remark_regression(regression_indices& out, const given_rows& data, const std::vector<Eigen::Index>& used) {
  if (data.dropped > 0)
    out.notes.push_back({"regression", "rows left out because a value or the output is missing", data.dropped});
  if (!has_spread(data.y))
    out.notes.push_back({"regression", "the output is constant: nothing explains it, no indices", 0});
  std::vector<std::string> left;
  for (std::size_t i = 0; i < out.factors.size(); ++i)
    if (std::find(used.begin(), used.end(), static_cast<Eigen::Index>(i)) == used.end()) left.push_back(out.factors[i]);
  if (!left.empty())
    out.notes.push_back({"regression",
                         "factors left out because they do not vary or others determine them: " + listed(left),
                         left.size()});
  if (data.y.size() <= used.size() + 1)
    out.notes.push_back({"regression", "there are too few rows for so many factors: no indices", data.y.size()});
}

}  // namespace detail

QUINDEX_INLINE regression_indices regression(const labels& factors, const matrix& x, column_view y,
                                             const interval_options& how) {
  detail::check_level(how);
  const detail::given_rows data = detail::complete_given_rows("regression", factors, x, y);
  const std::size_t d = factors.size();
  regression_indices out;
  out.factors = factors;
  out.rows = data.y.size();
  out.dropped = data.dropped;
  const std::vector<Eigen::Index> used = detail::usable_columns(data.x);
  detail::remark_regression(out, data, used);
  out.standardised = detail::spread_out({}, 0, {}, d);
  out.partial = out.ranks_standardised = out.ranks_partial = out.standardised;
  if (!detail::has_spread(data.y) || data.y.size() <= used.size() + 1) return out;
  const matrix some = detail::chosen_columns(data.x, used);
  const estimates plain = detail::regression_of(some, data.y, how);
  out.standardised = detail::spread_out(plain, 0, used, d);
  out.partial = detail::spread_out(plain, used.size(), used, d);
  out.r_squared = plain.value.back();
  const std::vector<double> ranks = numeric::ranks(data.y);
  const estimates ranked = detail::regression_of(detail::ranked_columns(some), ranks, how);
  out.ranks_standardised = detail::spread_out(ranked, 0, used, d);
  out.ranks_partial = detail::spread_out(ranked, used.size(), used, d);
  out.ranks_r_squared = ranked.value.back();
  return out;
}

}  // namespace robustness
QUINDEX_END
