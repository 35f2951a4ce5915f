/// Bodies of numeric/symmetric.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

inline void check_square(const matrix& a, const char* who) {
  if (a.rows() != a.cols())
    throw numeric_error(
        {who, "the matrix is " + std::to_string(a.rows()) + " by " + std::to_string(a.cols()), "it has to be square"});
  for (Eigen::Index j = 0; j < a.cols(); ++j)
    for (Eigen::Index i = 0; i < a.rows(); ++i)
      if (!std::isfinite(a(i, j)))
        throw numeric_error({who,
                             "row " + std::to_string(i) + ", column " + std::to_string(j) + " is " +
                                 (std::isnan(a(i, j)) ? "missing" : "infinite"),
                             "all values have to be finite"});
}

/// Rotates rows and columns p and q of the symmetric `a`, and columns p and q of `v`, so that a(p, q) becomes 0.
inline void rotate(matrix& a, matrix& v, Eigen::Index p, Eigen::Index q) {
  const double theta = (a(q, q) - a(p, p)) / (2 * a(p, q));
  const double t = (theta < 0 ? -1 : 1) / (std::abs(theta) + std::sqrt(theta * theta + 1));
  const double c = 1 / std::sqrt(t * t + 1);
  const double s = t * c;
  const double moved = t * a(p, q);
  a(p, p) -= moved;
  a(q, q) += moved;
  a(p, q) = a(q, p) = 0;
  for (Eigen::Index k = 0; k < a.rows(); ++k) {
    if (k != p && k != q) {
      const double kp = a(k, p);
      const double kq = a(k, q);
      a(k, p) = a(p, k) = c * kp - s * kq;
      a(k, q) = a(q, k) = s * kp + c * kq;
    }
    const double vp = v(k, p);
    const double vq = v(k, q);
    v(k, p) = c * vp - s * vq;
    v(k, q) = s * vp + c * vq;
  }
}

/// One sweep over all pairs; whether anything was left to rotate.
inline bool sweep(matrix& a, matrix& v) {
  constexpr double negligible = 0x1p-54;
  bool rotated = false;
  for (Eigen::Index p = 0; p < a.rows(); ++p) {
    for (Eigen::Index q = p + 1; q < a.rows(); ++q) {
      const double scale = std::sqrt(std::abs(a(p, p))) * std::sqrt(std::abs(a(q, q)));
      if (std::abs(a(p, q)) <= negligible * scale || a(p, q) == 0) continue;
      rotate(a, v, p, q);
      rotated = true;
    }
  }
  return rotated;
}

/// Turns a column so that its components sum to 0 or more, the first nonzero one being positive where they sum to 0.
inline void orient(std::span<double> column) {
  double sum = 0;
  double first = 0;
  double size = 0;
  for (const double x : column) {
    sum += x;
    size += std::abs(x);
    if (first == 0) first = x;
  }
  const double sign = std::abs(sum) <= 1e-12 * size ? first : sum;
  if (sign < 0)
    for (double& x : column) x = -x;
}

}  // namespace detail

QUINDEX_INLINE eigen_system symmetric_eigen(const matrix& a) {
  detail::check_square(a, "symmetric_eigen");
  const Eigen::Index m = a.rows();
  matrix work = a;
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = j + 1; i < m; ++i) work(i, j) = work(j, i);
  // Values far below the largest one are rounding errors of it: without a floor they would be rotated for ever.
  const double largest = m == 0 ? 0 : work.cwiseAbs().maxCoeff();
  matrix vectors = matrix::Identity(m, m);
  constexpr int most_sweeps = 100;
  int sweeps = 0;
  while (detail::sweep(work, vectors)) {
    if (++sweeps == most_sweeps)
      throw numeric_error({"symmetric_eigen", "no convergence after 100 sweeps", "rescale the matrix"});
    for (Eigen::Index j = 0; j < m; ++j)
      for (Eigen::Index i = 0; i < m; ++i)
        if (i != j && std::abs(work(i, j)) <= 0x1p-60 * largest) work(i, j) = 0;
  }
  std::vector<Eigen::Index> order(static_cast<std::size_t>(m));
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Eigen::Index i, Eigen::Index j) { return work(i, i) > work(j, j); });
  eigen_system out{{}, matrix(m, m)};
  for (Eigen::Index k = 0; k < m; ++k) {
    const Eigen::Index from = order[static_cast<std::size_t>(k)];
    out.values.push_back(work(from, from));
    out.vectors.col(k) = vectors.col(from);
    detail::orient(column_of(out.vectors, k));
  }
  return out;
}

QUINDEX_INLINE std::optional<cholesky> cholesky::of(const matrix& a, double tolerance) {
  detail::check_square(a, "cholesky");
  const Eigen::Index m = a.rows();
  matrix lower = matrix::Zero(m, m);
  for (Eigen::Index j = 0; j < m; ++j) {
    double pivot = a(j, j);
    for (Eigen::Index k = 0; k < j; ++k) pivot -= lower(j, k) * lower(j, k);
    if (!(pivot > tolerance * std::abs(a(j, j)))) return std::nullopt;
    lower(j, j) = std::sqrt(pivot);
    for (Eigen::Index i = j + 1; i < m; ++i) {
      double value = a(i, j);
      for (Eigen::Index k = 0; k < j; ++k) value -= lower(i, k) * lower(j, k);
      lower(i, j) = value / lower(j, j);
    }
  }
  return cholesky(std::move(lower));
}

QUINDEX_INLINE std::vector<double> cholesky::solve(column_view b) const {
  const Eigen::Index m = lower_.rows();
  if (b.size() != static_cast<std::size_t>(m))
    throw numeric_error({"cholesky.solve", std::to_string(b.size()) + " values for " + std::to_string(m) + " equations",
                         "give as many values as the matrix has rows"});
  std::vector<double> x(b.begin(), b.end());
  const auto at = [&](Eigen::Index i) -> double& { return x[static_cast<std::size_t>(i)]; };
  for (Eigen::Index i = 0; i < m; ++i) {
    for (Eigen::Index k = 0; k < i; ++k) at(i) -= lower_(i, k) * at(k);
    at(i) /= lower_(i, i);
  }
  for (Eigen::Index i = m - 1; i >= 0; --i) {
    for (Eigen::Index k = i + 1; k < m; ++k) at(i) -= lower_(k, i) * at(k);
    at(i) /= lower_(i, i);
  }
  return x;
}

QUINDEX_INLINE matrix cholesky::inverse() const {
  const Eigen::Index m = lower_.rows();
  matrix out(m, m);
  std::vector<double> unit(static_cast<std::size_t>(m), 0.0);
  for (Eigen::Index j = 0; j < m; ++j) {
    unit[static_cast<std::size_t>(j)] = 1;
    const std::vector<double> x = solve(unit);
    unit[static_cast<std::size_t>(j)] = 0;
    for (Eigen::Index i = 0; i < m; ++i) out(i, j) = x[static_cast<std::size_t>(i)];
  }
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = j + 1; i < m; ++i) out(i, j) = out(j, i);
  return out;
}

QUINDEX_INLINE double cholesky::log_determinant() const {
  double out = 0;
  for (Eigen::Index i = 0; i < lower_.rows(); ++i) out += 2 * numeric::log(lower_(i, i));
  return out;
}

QUINDEX_INLINE std::optional<std::vector<double>> solve(matrix a, std::vector<double> b) {
  detail::check_square(a, "solve");
  const Eigen::Index m = a.rows();
  if (b.size() != static_cast<std::size_t>(m))
    throw numeric_error({"solve", std::to_string(b.size()) + " values for " + std::to_string(m) + " equations",
                         "give as many values as the matrix has rows"});
  const auto at = [&](Eigen::Index i) -> double& { return b[static_cast<std::size_t>(i)]; };
  const double largest = m == 0 ? 0 : a.cwiseAbs().maxCoeff();
  for (Eigen::Index j = 0; j < m; ++j) {
    Eigen::Index pivot = j;
    for (Eigen::Index i = j + 1; i < m; ++i)
      if (std::abs(a(i, j)) > std::abs(a(pivot, j))) pivot = i;
    if (!(std::abs(a(pivot, j)) > 1e-14 * largest)) return std::nullopt;
    if (pivot != j) {
      for (Eigen::Index k = j; k < m; ++k) std::swap(a(pivot, k), a(j, k));
      std::swap(at(pivot), at(j));
    }
    for (Eigen::Index i = j + 1; i < m; ++i) {
      const double factor = a(i, j) / a(j, j);
      if (factor == 0) continue;
      for (Eigen::Index k = j + 1; k < m; ++k) a(i, k) -= factor * a(j, k);
      at(i) -= factor * at(j);
    }
  }
  for (Eigen::Index i = m - 1; i >= 0; --i) {
    for (Eigen::Index k = i + 1; k < m; ++k) at(i) -= a(i, k) * at(k);
    at(i) /= a(i, i);
  }
  return b;
}

}  // namespace numeric
QUINDEX_END
