/// Bodies of numeric/distributions.hpp.
#pragma once

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

namespace policies = boost::math::policies;
using quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
    policies::indeterminate_result_error<policies::ignore_error>, policies::promote_double<false>>;

using quiet_t = boost::math::students_t_distribution<double, quiet>;
using quiet_chi_square = boost::math::chi_squared_distribution<double, quiet>;
using quiet_f = boost::math::fisher_f_distribution<double, quiet>;

inline bool is_share(double p) { return p >= 0 && p <= 1; }
inline bool is_df(double df) { return df > 0 && std::isfinite(df); }

/// The continued fraction of the incomplete beta function, without its factor in front; Lentz's method.
inline double beta_fraction(double a, double b, double x) {
  constexpr double tiny = 1e-300;
  constexpr int most_steps = 10000;
  const auto away_from_zero = [](double v) { return std::abs(v) < tiny ? tiny : v; };
  double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), h = d;
  for (int step = 1; step < most_steps; ++step) {
    const double m = step;
    const double even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    h *= d * c;
    if (std::abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

/// The power series of the incomplete beta function, without its factor in front; all terms are above 0.
inline double beta_series(double a, double b, double x) {
  double term = 1, sum = 1;
  for (double k = 0; term > 1e-17 * sum; ++k) {
    term *= (a + b + k) / (a + 1 + k) * x;
    sum += term;
  }
  return sum;
}

/// The shares of the orders of n things with 0, 1, … inversions: things are put in one after the other.
inline std::vector<double> shares_of_inversions(std::size_t n) {
  std::vector<double> share{1};
  for (std::size_t k = 2; k <= n; ++k) {
    std::vector<double> next(k * (k - 1) / 2 + 1, 0.0);
    for (std::size_t i = 0; i < share.size(); ++i)
      for (std::size_t j = 0; j < k; ++j) next[i + j] += share[i] / static_cast<double>(k);
    share = std::move(next);
  }
  return share;
}

}  // namespace detail

QUINDEX_INLINE double normal_tail(double z) noexcept {
  return is_missing(z) ? missing_value : boost::math::erfc(z / std::sqrt(2.0), detail::quiet{}) / 2;
}

QUINDEX_INLINE double t_tail(double t, double df) noexcept {
  if (is_missing(t) || !detail::is_df(df)) return missing_value;
  if (std::isinf(t)) return t > 0 ? 0 : 1;
  return boost::math::cdf(boost::math::complement(detail::quiet_t(df), t));
}

QUINDEX_INLINE double chi_square_tail(double x, double df) noexcept {
  if (is_missing(x) || !detail::is_df(df)) return missing_value;
  if (x <= 0) return 1;
  return std::isinf(x) ? 0 : boost::math::cdf(boost::math::complement(detail::quiet_chi_square(df), x));
}

QUINDEX_INLINE double f_tail(double f, double numerator_df, double denominator_df) noexcept {
  if (is_missing(f) || !detail::is_df(numerator_df) || !detail::is_df(denominator_df)) return missing_value;
  if (f <= 0) return 1;
  if (std::isinf(f)) return 0;
  return boost::math::cdf(boost::math::complement(detail::quiet_f(numerator_df, denominator_df), f));
}

QUINDEX_INLINE double t_quantile(double p, double df) noexcept {
  if (!detail::is_share(p) || !detail::is_df(df)) return missing_value;
  return boost::math::quantile(detail::quiet_t(df), p);
}

QUINDEX_INLINE double chi_square_quantile(double p, double df) noexcept {
  if (!detail::is_share(p) || !detail::is_df(df)) return missing_value;
  return boost::math::quantile(detail::quiet_chi_square(df), p);
}

QUINDEX_INLINE double f_quantile(double p, double numerator_df, double denominator_df) noexcept {
  if (!detail::is_share(p) || !detail::is_df(numerator_df) || !detail::is_df(denominator_df)) return missing_value;
  return boost::math::quantile(detail::quiet_f(numerator_df, denominator_df), p);
}

QUINDEX_INLINE double gamma_quantile(double p, double shape) noexcept {
  if (!detail::is_share(p) || !detail::is_df(shape)) return missing_value;
  if (p == 0 || p == 1) return p == 0 ? 0 : std::numeric_limits<double>::infinity();
  return boost::math::gamma_p_inv(shape, p, detail::quiet{});
}

QUINDEX_INLINE double beta_quantile(double p, double alpha, double beta) noexcept {
  if (!detail::is_share(p) || !detail::is_df(alpha) || !detail::is_df(beta)) return missing_value;
  return boost::math::ibeta_inv(alpha, beta, p, detail::quiet{});
}

QUINDEX_INLINE double correlation_tails::beta_of(double n) {
  if (n == last_n_) return last_beta_;
  auto known = beta_.find(n);
  if (known == beta_.end()) {
    const double ratio = boost::math::tgamma_delta_ratio((n - 2) / 2, 0.5, detail::quiet{});
    known = beta_.emplace(n, std::sqrt(3.14159265358979323846) * ratio).first;
  }
  last_n_ = n, last_beta_ = known->second;
  return last_beta_;
}

QUINDEX_INLINE double correlation_tails::pearson(double r, double n) {
  if (is_missing(r) || !(n > 2)) return missing_value;
  const double a = (n - 2) / 2, b = 0.5, size = std::min(std::abs(r), 1.0);
  const double x = (1 - size) * (1 + size);
  if (x <= 0) return 0;
  // I_x(a, 1/2) with x = 1 − r²: of the continued fraction and the series from the other end what converges fast.
  const double front = numeric::exp(a * numeric::log(x)) * size / beta_of(n);
  if (x < (a + 1) / (a + b + 2)) return front == 0 ? 0 : front / a * detail::beta_fraction(a, b, x);
  return std::max(0.0, 1 - front / b * detail::beta_series(b, a, size * size));
}

QUINDEX_INLINE double correlation_tails::kendall_exact(double tau, std::size_t n) {
  if (is_missing(tau) || n < 2 || n > 50) return missing_value;
  auto known = orders_.find(n);
  if (known == orders_.end()) known = orders_.emplace(n, detail::shares_of_inversions(n)).first;
  const std::vector<double>& share = known->second;
  // Both ends of a symmetric distribution.
  const double pairs = static_cast<double>(share.size() - 1);
  const auto inversions = static_cast<std::size_t>(std::lround((1 - std::abs(tau)) / 2 * pairs));
  double p = 0;
  for (std::size_t i = 0; i <= inversions && i < share.size(); ++i) p += share[i];
  return std::min(1.0, 2 * p);
}

}  // namespace numeric
QUINDEX_END
