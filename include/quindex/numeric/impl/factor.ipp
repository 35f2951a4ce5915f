/// Bodies of numeric/factor.hpp: extraction.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/factor.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

constexpr double least_uniqueness = 0.005;

/// Where an extraction stands: the eigenvalues at some uniquenesses, the objective and its slope.
class factor_state {
 public:
  factor_state(const matrix& r, std::size_t k, extraction how, std::vector<double> uniqueness)
      : k_(k), how_(how), psi_(std::move(uniqueness)) {
    const Eigen::Index m = r.rows();
    matrix reduced = r;
    for (Eigen::Index j = 0; j < m; ++j) {
      if (how == extraction::minres) reduced(j, j) -= psi(j);
      for (Eigen::Index i = 0; how == extraction::maximum_likelihood && i < m; ++i)
        reduced(i, j) /= std::sqrt(psi(i)) * std::sqrt(psi(j));
    }
    eigen_ = symmetric_eigen(reduced);
    for (std::size_t e = k; e < eigen_.values.size(); ++e) {
      const double value = eigen_.values[e];
      // What the eigenvalues of a singular matrix should be, rounding may put below 0.
      objective_ += how == extraction::minres ? value * value / 2 : value - 1 - numeric::log(std::max(value, 1e-300));
    }
  }

  [[nodiscard]] double objective() const { return objective_; }
  [[nodiscard]] const std::vector<double>& uniqueness() const { return psi_; }

  /// The slope along the variable that is moved: the uniqueness, or its logarithm for the likelihood.
  [[nodiscard]] double slope(Eigen::Index j) const {
    double sum = 0;
    for (std::size_t e = k_; e < eigen_.values.size(); ++e) {
      const double w = eigen_.vectors(j, static_cast<Eigen::Index>(e));
      sum += (how_ == extraction::minres ? -eigen_.values[e] : 1 - eigen_.values[e]) * w * w;
    }
    return sum;
  }
  /// The squared products of the eigenvectors that are left out: nearly the second derivatives.
  [[nodiscard]] double curvature(Eigen::Index i, Eigen::Index j) const {
    double sum = 0;
    for (std::size_t e = k_; e < eigen_.values.size(); ++e)
      sum += eigen_.vectors(i, static_cast<Eigen::Index>(e)) * eigen_.vectors(j, static_cast<Eigen::Index>(e));
    return sum * sum;
  }

  [[nodiscard]] matrix loadings() const {
    const Eigen::Index m = eigen_.vectors.rows();
    matrix out(m, static_cast<Eigen::Index>(k_));
    for (Eigen::Index f = 0; f < out.cols(); ++f) {
      const double value = eigen_.values[static_cast<std::size_t>(f)];
      const double length = std::sqrt(std::max(0.0, how_ == extraction::minres ? value : value - 1));
      for (Eigen::Index j = 0; j < m; ++j)
        out(j, f) = eigen_.vectors(j, f) * length * (how_ == extraction::minres ? 1 : std::sqrt(psi(j)));
    }
    return out;
  }

 private:
  [[nodiscard]] double psi(Eigen::Index j) const { return psi_[static_cast<std::size_t>(j)]; }
  std::size_t k_;
  extraction how_;
  std::vector<double> psi_;
  eigen_system eigen_;
  double objective_ = 0;
};

/// Which variables may move: not those at a bound that the slope pushes outwards.
inline std::vector<Eigen::Index> free_variables(const factor_state& now) {
  std::vector<Eigen::Index> out;
  for (std::size_t j = 0; j < now.uniqueness().size(); ++j) {
    const double psi = now.uniqueness()[j], slope = now.slope(static_cast<Eigen::Index>(j));
    const bool is_stuck = (psi <= least_uniqueness && slope >= 0) || (psi >= 1 && slope <= 0);
    if (!is_stuck) out.push_back(static_cast<Eigen::Index>(j));
  }
  return out;
}

/// The Gauss–Newton step of the free variables; plain descent where the equations have no answer.
inline std::vector<double> factor_step(const factor_state& now, const std::vector<Eigen::Index>& free) {
  const auto size = static_cast<Eigen::Index>(free.size());
  matrix curvature(size, size);
  std::vector<double> slope(free.size());
  for (Eigen::Index a = 0; a < size; ++a) {
    slope[static_cast<std::size_t>(a)] = -now.slope(free[static_cast<std::size_t>(a)]);
    for (Eigen::Index b = 0; b < size; ++b)
      curvature(a, b) = now.curvature(free[static_cast<std::size_t>(a)], free[static_cast<std::size_t>(b)]);
    curvature(a, a) += 1e-10;
  }
  const auto factored = cholesky::of(curvature);
  return factored ? factored->solve(slope) : slope;
}

inline std::vector<double> moved(const factor_state& now, const std::vector<Eigen::Index>& free,
                                 const std::vector<double>& step, double share, extraction how) {
  std::vector<double> out = now.uniqueness();
  for (std::size_t a = 0; a < free.size(); ++a) {
    double& psi = out[static_cast<std::size_t>(free[a])];
    psi =
        how == extraction::minres ? psi + share * step[a] : psi * numeric::exp(std::clamp(share * step[a], -3.0, 3.0));
    psi = std::clamp(psi, least_uniqueness, 1.0);
  }
  return out;
}

/// A start from the squared multiple correlations: (1 − k / 2m) / r^jj; halves where there is no inverse.
inline std::vector<double> first_uniqueness(const matrix& r, std::size_t k, extraction how) {
  const auto m = static_cast<std::size_t>(r.rows());
  const auto factored = cholesky::of(r);
  if (!factored && how == extraction::maximum_likelihood)
    throw numeric_error(
        {"factors", "the correlation matrix is singular", "leave out columns that follow from others, or use minres"});
  std::vector<double> out(m, 0.5);
  if (!factored) return out;
  const matrix inverse = factored->inverse();
  const double share = 1 - static_cast<double>(k) / (2 * static_cast<double>(m));
  for (std::size_t j = 0; j < m; ++j)
    out[j] =
        std::clamp(share / inverse(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j)), least_uniqueness, 1.0);
  return out;
}

inline void check_factors(const matrix& r, std::size_t k) {
  if (r.rows() != r.cols() || r.rows() < 2)
    throw numeric_error({"factors",
                         "the correlations are " + std::to_string(r.rows()) + " by " + std::to_string(r.cols()),
                         "give a square matrix of two variables or more"});
  const std::size_t most = most_factors(static_cast<std::size_t>(r.rows()));
  if (k == 0 || k > most)
    throw numeric_error(
        {"factors", std::to_string(k) + " factors of " + std::to_string(r.rows()) + " variables were asked for",
         most == 0 ? "no factor can be found from so few" : "from 1 to " + std::to_string(most) + " can be found"});
}

/// Turns each factor so that its loadings sum to 0 or more.
inline void turn_factors(matrix& loadings) {
  for (Eigen::Index f = 0; f < loadings.cols(); ++f) {
    double sum = 0;
    for (Eigen::Index j = 0; j < loadings.rows(); ++j) sum += loadings(j, f);
    for (Eigen::Index j = 0; sum < 0 && j < loadings.rows(); ++j) loadings(j, f) = -loadings(j, f);
  }
}

}  // namespace detail

QUINDEX_INLINE std::size_t most_factors(std::size_t m) {
  std::size_t k = 0;
  while (k + 1 < m && (m - k - 1) * (m - k - 1) >= m + k + 1) ++k;
  return k;
}

QUINDEX_INLINE factor_solution extract_factors(const matrix& correlations, std::size_t k, extraction how) {
  detail::check_factors(correlations, k);
  detail::factor_state now(correlations, k, how, detail::first_uniqueness(correlations, k, how));
  factor_solution out;
  constexpr std::size_t most_steps = 1000;
  for (double steepest = 1;; ++out.steps) {
    const std::vector<Eigen::Index> free = detail::free_variables(now);
    steepest = 0;
    for (const Eigen::Index j : free) steepest = std::max(steepest, std::abs(now.slope(j)));
    if (steepest < 1e-11) break;
    if (out.steps == most_steps)
      throw numeric_error({"factors",
                           "no convergence after 1000 steps, with an objective of " + number_text(now.objective()) +
                               " and a slope of " + number_text(steepest),
                           "extract another number of factors"});
    const std::vector<double> step = detail::factor_step(now, free);
    bool fell = false;
    for (double share = 1; share > 1e-12 && !fell; share /= 2) {
      detail::factor_state next(correlations, k, how, detail::moved(now, free, step, share, how));
      fell = next.objective() < now.objective();
      if (fell) now = std::move(next);
    }
    // Where the function falls no further, rounding is all that is left of the slope.
    if (!fell) {
      if (steepest < 1e-6) break;
      throw numeric_error({"factors", "the search stopped with a slope of " + number_text(steepest),
                           "extract another number of factors"});
    }
  }
  out.loadings = now.loadings();
  detail::turn_factors(out.loadings);
  out.uniqueness = now.uniqueness();
  out.objective = now.objective();
  for (const double psi : out.uniqueness) out.at_bound += psi <= detail::least_uniqueness ? 1 : 0;
  return out;
}

}  // namespace numeric
QUINDEX_END
