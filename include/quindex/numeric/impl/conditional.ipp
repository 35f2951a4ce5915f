/// Bodies of numeric/conditional.hpp.
#pragma once

#include <cmath>
#include <map>
#include <utility>

#include "quindex/numeric/conditional.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

constexpr double determined = 1e-10;  // a variable with less than this share of its variance left adds nothing

[[nodiscard]] inline Eigen::Index index_of(std::size_t i) { return static_cast<Eigen::Index>(i); }

}  // namespace detail

QUINDEX_INLINE std::vector<missing_pattern> missing_patterns(std::span<const column_view> columns) {
  std::vector<missing_pattern> out;
  std::map<std::vector<bool>, std::size_t> seen;
  const std::size_t rows = columns.empty() ? 0 : columns[0].size();
  std::vector<bool> absent(columns.size());
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns.size(); ++j) absent[j] = is_missing(columns[j][i]);
    const auto [at, is_new] = seen.emplace(absent, out.size());
    if (is_new) {
      out.emplace_back();
      for (std::size_t j = 0; j < columns.size(); ++j)
        (absent[j] ? out.back().missing : out.back().observed).push_back(j);
    }
    out[at->second].rows.push_back(i);
  }
  return out;
}

QUINDEX_INLINE conditioner::conditioner(matrix covariance) : covariance_(std::move(covariance)) {
  if (covariance_.rows() == 0) return;
  if (const auto factor = cholesky::of(covariance_, 1e-8)) precision_ = factor->inverse();
}

QUINDEX_INLINE conditional conditioner::given(std::span<const std::size_t> observed,
                                              std::span<const std::size_t> missing) const {
  const bool all = observed.size() + missing.size() == static_cast<std::size_t>(covariance_.rows());
  return precision_ && all ? by_precision(observed, missing) : by_sweeping(observed, missing);
}

/// With the precision P the slope is −P_mm⁻¹ P_mo and the covariance P_mm⁻¹.
QUINDEX_INLINE conditional conditioner::by_precision(std::span<const std::size_t> observed,
                                                     std::span<const std::size_t> missing) const {
  using detail::index_of;
  const Eigen::Index m = index_of(missing.size());
  matrix own(m, m);
  for (Eigen::Index a = 0; a < m; ++a)
    for (Eigen::Index b = 0; b < m; ++b)
      own(a, b) =
          (*precision_)(index_of(missing[static_cast<std::size_t>(a)]), index_of(missing[static_cast<std::size_t>(b)]));
  const auto factor = cholesky::of(own);
  if (!factor) return by_sweeping(observed, missing);
  conditional out{matrix(m, index_of(observed.size())), factor->inverse()};
  std::vector<double> column(missing.size());
  for (std::size_t o = 0; o < observed.size(); ++o) {
    for (std::size_t a = 0; a < missing.size(); ++a)
      column[a] = -(*precision_)(index_of(missing[a]), index_of(observed[o]));
    const std::vector<double> slope = factor->solve(column);
    for (std::size_t a = 0; a < missing.size(); ++a) out.slope(index_of(a), index_of(o)) = slope[a];
  }
  return out;
}

QUINDEX_INLINE conditional conditioner::by_sweeping(std::span<const std::size_t> observed,
                                                    std::span<const std::size_t> missing) const {
  using detail::index_of;
  std::vector<std::size_t> order(observed.begin(), observed.end());
  order.insert(order.end(), missing.begin(), missing.end());
  const Eigen::Index o = index_of(observed.size());
  const Eigen::Index n = index_of(order.size());
  matrix g(n, n);
  for (Eigen::Index a = 0; a < n; ++a)
    for (Eigen::Index b = 0; b < n; ++b)
      g(a, b) = covariance_(index_of(order[static_cast<std::size_t>(a)]), index_of(order[static_cast<std::size_t>(b)]));
  const Eigen::VectorXd before = g.diagonal();
  std::vector<bool> is_in(observed.size(), false);
  for (Eigen::Index k = 0; k < o; ++k) {
    const double pivot = g(k, k);
    if (!(pivot > detail::determined * before(k))) continue;
    is_in[static_cast<std::size_t>(k)] = true;
    const Eigen::VectorXd column = g.col(k);
    for (Eigen::Index b = 0; b < n; ++b)
      for (Eigen::Index a = 0; a < n; ++a)
        if (a != k && b != k) g(a, b) -= column(a) * column(b) / pivot;
    g.col(k) = column / pivot;
    g.row(k) = g.col(k).transpose();
    g(k, k) = -1 / pivot;
  }
  conditional out{g.bottomLeftCorner(n - o, o), g.bottomRightCorner(n - o, n - o)};
  for (Eigen::Index k = 0; k < o; ++k)
    if (!is_in[static_cast<std::size_t>(k)]) out.slope.col(k).setZero();
  for (Eigen::Index a = 0; a < n - o; ++a)
    if (out.covariance(a, a) <= detail::determined * before(o + a)) {
      out.covariance.row(a).setZero();
      out.covariance.col(a).setZero();
    }
  return out;
}

QUINDEX_INLINE matrix root_of(const matrix& a) {
  const Eigen::Index m = a.rows();
  matrix lower = matrix::Zero(m, m);
  for (Eigen::Index j = 0; j < m; ++j) {
    double pivot = a(j, j);
    for (Eigen::Index k = 0; k < j; ++k) pivot -= lower(j, k) * lower(j, k);
    if (!(pivot > detail::determined * a(j, j))) continue;
    lower(j, j) = std::sqrt(pivot);
    for (Eigen::Index i = j + 1; i < m; ++i) {
      double value = a(i, j);
      for (Eigen::Index k = 0; k < j; ++k) value -= lower(i, k) * lower(j, k);
      lower(i, j) = value / lower(j, j);
    }
  }
  return lower;
}

}  // namespace numeric
QUINDEX_END
