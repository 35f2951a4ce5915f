/// Bodies of numeric/varimax.hpp.
#pragma once

#include <cmath>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/varimax.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// Cosine and sine of the angle by which a pair of factors has to be turned.
struct plane_angle {
  double cosine, sine;
};

/// The quarter of the angle whose tangent is `up / along`, by halving twice: no function but the square root.
inline plane_angle quarter_angle(double up, double along) {
  const double length = std::sqrt(up * up + along * along);
  if (!(length > 0)) return {1, 0};
  double c = along / length, s = up / length;
  for (int halving = 0; halving < 2; ++halving) {
    // The larger of the two comes from the root, the other from s = 2 sin cos: nothing cancels.
    if (c >= 0) {
      const double half = std::sqrt((1 + c) / 2);
      s = s / (2 * half);
      c = half;
    } else {
      const double half = std::sqrt((1 - c) / 2);
      c = std::abs(s) / (2 * half);
      s = s < 0 ? -half : half;
    }
  }
  return {c, s};
}

/// Turns factors p and q to their best angle; whether that moved anything.
inline bool turn_pair(matrix& x, matrix& turn, Eigen::Index p, Eigen::Index q) {
  double a = 0, b = 0, c = 0, d = 0, size = 0;
  for (Eigen::Index j = 0; j < x.rows(); ++j) {
    const double u = x(j, p) * x(j, p) - x(j, q) * x(j, q), v = 2 * x(j, p) * x(j, q);
    a += u, b += v, c += u * u - v * v, d += 2 * u * v, size += u * u + v * v;
  }
  const double m = static_cast<double>(x.rows());
  const double up = d - 2 * a * b / m, along = c - (a * a - b * b) / m;
  // Below this both are rounding errors: every angle is as good.
  if (std::sqrt(up * up + along * along) <= 1e-14 * size) return false;
  const plane_angle angle = quarter_angle(up, along);
  if (std::abs(angle.sine) <= 1e-15) return false;
  const auto apply = [&](matrix& target) {
    for (Eigen::Index j = 0; j < target.rows(); ++j) {
      const double first = target(j, p), second = target(j, q);
      target(j, p) = angle.cosine * first + angle.sine * second;
      target(j, q) = angle.cosine * second - angle.sine * first;
    }
  };
  apply(x);
  apply(turn);
  return std::abs(angle.sine) > 1e-13;
}

}  // namespace detail

QUINDEX_INLINE rotation varimax(const matrix& loadings, bool normalise) {
  const Eigen::Index m = loadings.rows(), k = loadings.cols();
  rotation out{loadings, matrix::Identity(k, k), 0};
  matrix x = loadings;
  for (Eigen::Index j = 0; j < m; ++j) {
    double communality = 0;
    for (Eigen::Index f = 0; f < k; ++f) communality += x(j, f) * x(j, f);
    if (!std::isfinite(communality))
      throw numeric_error({"varimax",
                           "the squared loadings of row " + std::to_string(j) + " sum to " + number_text(communality),
                           "give finite loadings, at most 1 in size for standardised columns"});
    if (!normalise || communality == 0) continue;
    for (Eigen::Index f = 0; f < k; ++f) x(j, f) /= std::sqrt(communality);
  }
  constexpr std::size_t most_sweeps = 1000;
  for (bool moved = true; moved;) {
    if (out.sweeps == most_sweeps)
      throw numeric_error({"varimax", "no convergence after 1000 sweeps", "retain another number of factors"});
    ++out.sweeps;
    moved = false;
    for (Eigen::Index p = 0; p < k; ++p)
      for (Eigen::Index q = p + 1; q < k; ++q) moved = detail::turn_pair(x, out.turn, p, q) || moved;
  }
  for (Eigen::Index f = 0; f < k; ++f) {
    double total = 0;
    for (Eigen::Index j = 0; j < m; ++j) {
      double turned = 0;
      for (Eigen::Index g = 0; g < k; ++g) turned += loadings(j, g) * out.turn(g, f);
      out.loadings(j, f) = turned;
      total += turned;
    }
    if (total >= 0) continue;
    for (Eigen::Index j = 0; j < m; ++j) out.loadings(j, f) = -out.loadings(j, f);
    for (Eigen::Index g = 0; g < k; ++g) out.turn(g, f) = -out.turn(g, f);
  }
  return out;
}

}  // namespace numeric
QUINDEX_END
