/// Bodies of numeric/factor.hpp: oblique rotations.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/factor.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/numeric/varimax.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// a b, added in the order of the inner index.
inline matrix times(const matrix& a, const matrix& b) {
  matrix out = matrix::Zero(a.rows(), b.cols());
  for (Eigen::Index j = 0; j < b.cols(); ++j)
    for (Eigen::Index k = 0; k < a.cols(); ++k)
      for (Eigen::Index i = 0; i < a.rows(); ++i) out(i, j) += a(i, k) * b(k, j);
  return out;
}

/// The inverse of a small square matrix.
inline matrix inverse_of(const matrix& a, const char* where) {
  matrix out(a.rows(), a.cols());
  for (Eigen::Index j = 0; j < a.cols(); ++j) {
    std::vector<double> unit(static_cast<std::size_t>(a.rows()), 0.0);
    unit[static_cast<std::size_t>(j)] = 1;
    const auto column = solve(a, unit);
    if (!column) throw numeric_error({where, "the rotation is singular", "extract another number of factors"});
    std::copy(column->begin(), column->end(), column_of(out, j).begin());
  }
  return out;
}

/// A pattern and the correlations of its factors, turned so that each column sums to 0 or more.
inline oblique_rotation oblique(matrix pattern, matrix correlations, std::size_t steps) {
  for (Eigen::Index f = 0; f < pattern.cols(); ++f) {
    double sum = 0;
    for (Eigen::Index j = 0; j < pattern.rows(); ++j) sum += pattern(j, f);
    if (sum >= 0) continue;
    for (Eigen::Index j = 0; j < pattern.rows(); ++j) pattern(j, f) = -pattern(j, f);
    for (Eigen::Index g = 0; g < pattern.cols(); ++g)
      if (g != f) correlations(f, g) = -correlations(f, g), correlations(g, f) = -correlations(g, f);
  }
  matrix structure = times(pattern, correlations);
  return {std::move(pattern), std::move(structure), std::move(correlations), steps};
}

/// Oblimin's criterion and its slope with respect to the loadings.
struct oblimin_value {
  double f = 0;
  matrix slope;
};
inline oblimin_value oblimin_of(const matrix& x, double gamma) {
  const Eigen::Index m = x.rows(), k = x.cols();
  oblimin_value out{0, matrix(m, k)};
  std::vector<double> others(static_cast<std::size_t>(m));
  for (Eigen::Index f = 0; f < k; ++f) {
    double mean = 0;
    for (Eigen::Index j = 0; j < m; ++j) {
      double sum = 0;
      for (Eigen::Index g = 0; g < k; ++g) sum += g == f ? 0 : x(j, g) * x(j, g);
      others[static_cast<std::size_t>(j)] = sum;
      mean += sum / static_cast<double>(m);
    }
    for (Eigen::Index j = 0; j < m; ++j) {
      const double pull = others[static_cast<std::size_t>(j)] - gamma * mean;
      out.slope(j, f) = x(j, f) * pull;
      out.f += x(j, f) * x(j, f) * pull / 4;
    }
  }
  return out;
}

/// Where gradient projection stands: T with columns of length 1, and the loadings A (T')⁻¹.
struct oblimin_state {
  matrix turn, loadings, slope;  // the slope is along T, without its part along the columns
  double f = 0, steepness = 0;
};

inline oblimin_state oblimin_at(const matrix& a, matrix turn, double gamma) {
  oblimin_state out;
  const matrix inverse = inverse_of(turn, "oblimin");
  out.loadings = times(a, inverse.transpose());
  const oblimin_value value = oblimin_of(out.loadings, gamma);
  out.f = value.f;
  const matrix down = times(times(out.loadings.transpose(), value.slope), inverse);
  out.slope = -matrix(down.transpose());
  double square = 0;
  for (Eigen::Index f = 0; f < turn.cols(); ++f) {
    double along = 0;
    for (Eigen::Index g = 0; g < turn.rows(); ++g) along += turn(g, f) * out.slope(g, f);
    for (Eigen::Index g = 0; g < turn.rows(); ++g) {
      out.slope(g, f) -= turn(g, f) * along;
      square += out.slope(g, f) * out.slope(g, f);
    }
  }
  out.steepness = std::sqrt(square);
  out.turn = std::move(turn);
  return out;
}

inline matrix stepped(const oblimin_state& now, double size) {
  matrix out = now.turn - size * now.slope;
  for (Eigen::Index f = 0; f < out.cols(); ++f) {
    double square = 0;
    for (Eigen::Index g = 0; g < out.rows(); ++g) square += out(g, f) * out(g, f);
    for (Eigen::Index g = 0; g < out.rows(); ++g) out(g, f) /= std::sqrt(square);
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE oblique_rotation promax(const matrix& loadings, double power) {
  if (!(power > 1) || std::isinf(power))
    throw numeric_error({"promax.power", "found " + number_text(power), "give a number above 1, usually 3 or 4"});
  const rotation simple = varimax(loadings);
  const matrix& x = simple.loadings;
  matrix target(x.rows(), x.cols());
  for (Eigen::Index f = 0; f < x.cols(); ++f)
    for (Eigen::Index j = 0; j < x.rows(); ++j) target(j, f) = x(j, f) * numeric::pow(std::abs(x(j, f)), power - 1);
  const matrix square = detail::times(x.transpose(), x), product = detail::times(x.transpose(), target);
  matrix turn = detail::times(detail::inverse_of(square, "promax"), product);
  const matrix cross = detail::times(turn.transpose(), turn);
  matrix correlations = detail::inverse_of(cross, "promax");
  std::vector<double> size;
  for (Eigen::Index f = 0; f < turn.cols(); ++f) size.push_back(std::sqrt(correlations(f, f)));
  for (Eigen::Index f = 0; f < turn.cols(); ++f)
    for (Eigen::Index g = 0; g < turn.cols(); ++g) {
      turn(g, f) *= size[static_cast<std::size_t>(f)];
      correlations(g, f) /= size[static_cast<std::size_t>(f)] * size[static_cast<std::size_t>(g)];
    }
  return detail::oblique(detail::times(x, turn), std::move(correlations), simple.sweeps);
}

QUINDEX_INLINE oblique_rotation oblimin(const matrix& loadings, double gamma) {
  if (!(gamma <= 0.5) || std::isinf(gamma))
    throw numeric_error({"oblimin.gamma", "found " + number_text(gamma), "give 0, or at most 0.5"});
  const matrix start = varimax(loadings).loadings;
  const Eigen::Index k = start.cols();
  detail::oblimin_state now = detail::oblimin_at(start, matrix::Identity(k, k), gamma);
  constexpr std::size_t most_steps = 20000;
  std::size_t steps = 0;
  for (double size = 1; now.steepness > 1e-11; ++steps) {
    if (steps == most_steps)
      throw numeric_error({"oblimin", "no convergence after 20000 steps, with a slope of " + number_text(now.steepness),
                           "choose a lower gamma, or another number of factors"});
    size *= 2;
    bool fell = false;
    for (int halving = 0; halving < 60 && !fell; ++halving, size /= fell ? 1 : 2) {
      detail::oblimin_state next = detail::oblimin_at(start, detail::stepped(now, size), gamma);
      fell = next.f < now.f - 0.5 * now.steepness * now.steepness * size;
      if (fell) now = std::move(next);
    }
    if (fell) continue;
    if (now.steepness < 1e-7) break;  // the function falls no further than rounding lets it
    throw numeric_error({"oblimin", "the search stopped with a slope of " + number_text(now.steepness),
                         "choose a lower gamma, or another number of factors"});
  }
  return detail::oblique(now.loadings, detail::times(now.turn.transpose(), now.turn), steps);
}

}  // namespace numeric
QUINDEX_END
