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
#include "quindex/robustness/impl/model_columns.ipp"
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
  // What is left is rounding below that: the sign of a coefficient that is rounding, too, would count as ±1.
  const double left = std::max(1 - explained, 1e-12);
  const matrix inverse = factors->inverse();
  for (std::size_t i = 0; i < b.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    out[i] = b[i];
    // From the inverse of all correlations, in a form that stays defined where everything is explained.
    out[b.size() + i] = b[i] / std::sqrt(inverse(at, at) * left + b[i] * b[i]);
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
                            const model_columns& model) {
  const std::size_t factors = model.is_dummy.size();
  estimates out;
  out.value.assign(factors, missing_value);
  out.error = out.low = out.high = out.value;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const std::size_t at = model.of[static_cast<std::size_t>(places[k])];
    if (model.is_dummy[at]) continue;
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

}  // namespace detail

QUINDEX_INLINE regression_indices regression(const labels& factors, const matrix& x, column_view y,
                                             const interval_options& how, const std::vector<std::size_t>& unordered) {
  detail::check_level(how);
  const detail::given_rows data = detail::complete_given_rows("regression", factors, x, y);
  regression_indices out;
  out.factors = factors;
  out.rows = data.y.size();
  out.dropped = data.dropped;
  const detail::model_columns model = detail::model_columns_of(data.x, unordered);
  const std::vector<Eigen::Index> used = detail::usable_columns(model.x);
  detail::remark_regression(out, data, model, used);
  detail::remark_dummies(out, model);
  out.standardised = detail::spread_out({}, 0, {}, model);
  out.partial = out.ranks_standardised = out.ranks_partial = out.standardised;
  if (!detail::has_spread(data.y) || data.y.size() <= used.size() + 1) return out;
  const matrix some = detail::chosen_columns(model.x, used);
  const estimates plain = detail::regression_of(some, data.y, how);
  out.standardised = detail::spread_out(plain, 0, used, model);
  out.partial = detail::spread_out(plain, used.size(), used, model);
  out.r_squared = plain.value.back();
  const std::vector<double> ranks = numeric::ranks(data.y);
  const estimates ranked = detail::regression_of(detail::ranked_columns(some), ranks, how);
  out.ranks_standardised = detail::spread_out(ranked, 0, used, model);
  out.ranks_partial = detail::spread_out(ranked, used.size(), used, model);
  out.ranks_r_squared = ranked.value.back();
  return out;
}

}  // namespace robustness
QUINDEX_END
