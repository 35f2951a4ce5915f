/// Probabilities and quantiles of the normal, Student's t, chi-square, F, gamma and beta distributions, and of
/// correlations.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

// The functions of this header never throw: outside the domain (negative degrees of freedom, a probability above 1)
// the answer is missing, and missing values stay missing. They serve tests and intervals, not scores: their last bits
// may differ between machines.

/// P(Z > z) of the standard normal.
[[nodiscard]] double normal_tail(double z) noexcept;
/// P(T > t) with so many degrees of freedom.
[[nodiscard]] double t_tail(double t, double df) noexcept;
/// P(X > x) with so many degrees of freedom.
[[nodiscard]] double chi_square_tail(double x, double df) noexcept;
/// P(F > f).
[[nodiscard]] double f_tail(double f, double numerator_df, double denominator_df) noexcept;

/// The t below which T lies with probability `p`.
[[nodiscard]] double t_quantile(double p, double df) noexcept;
/// The x below which X lies with probability `p`.
[[nodiscard]] double chi_square_quantile(double p, double df) noexcept;
/// The f below which F lies with probability `p`.
[[nodiscard]] double f_quantile(double p, double numerator_df, double denominator_df) noexcept;
/// The x below which a gamma variable of this shape (and scale 1) lies with probability `p`.
[[nodiscard]] double gamma_quantile(double p, double shape) noexcept;
/// The x below which a beta variable lies with probability `p`.
[[nodiscard]] double beta_quantile(double p, double alpha, double beta) noexcept;

/// How probable a correlation as far from 0 is when nothing goes together; remembers what depends on n alone, so that a
/// matrix of correlations costs little more than it did.
class correlation_tails {
 public:
  /// Two-sided, of Pearson's r among `n` pairs: that of t = r √((n − 2) / (1 − r²)) with n − 2 degrees of freedom.
  /// Missing below 3 pairs.
  [[nodiscard]] double pearson(double r, double n);
  /// Two-sided, of Kendall's tau without ties, exact: among all n! orders. Missing below 2 pairs; n is at most 50.
  [[nodiscard]] double kendall_exact(double tau, std::size_t n);

 private:
  [[nodiscard]] double beta_of(double n);

  std::map<double, double> beta_;                      // by n: B((n − 2) / 2, 1/2)
  double last_n_ = 0, last_beta_ = 0;                  // those asked for last
  std::map<std::size_t, std::vector<double>> orders_;  // by n: the share of orders with 0, 1, … inversions
};

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/distributions.ipp"
#endif
