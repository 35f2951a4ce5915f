/// The estimators of robustness/sobol_indices.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/robustness/sobol_indices.hpp"

QUINDEX_BEGIN
namespace robustness {

QUINDEX_INLINE bool needs_ba(const sobol_options& how) {
  return how.second || how.first == first_order::azzini_2021 || how.total == total_order::azzini_2021;
}

namespace detail {

// The sums: y_A, y_B, y_A², y_B²; then, factor by factor, those of the first and those of the total order; with second
// order y_A y_B, then y_AB and y_BA per factor, and one per pair.
inline constexpr std::size_t common_sums = 4;

inline std::size_t width_of(first_order kind) {
  constexpr std::size_t widths[] = {2, 1, 3, 2};
  return widths[static_cast<std::size_t>(kind)];
}
inline std::size_t width_of(total_order kind) {
  constexpr std::size_t widths[] = {1, 2, 2, 3, 2};
  return widths[static_cast<std::size_t>(kind)];
}

QUINDEX_INLINE bool is_constant(double low, double high) {
  return !(high - low > 1e-12 * std::max(std::abs(low), std::abs(high)));
}

QUINDEX_INLINE sobol_sums::sobol_sums(std::size_t factors, const sobol_options& how)
    : factors_(factors),
      first_(how.first),
      total_(how.total),
      second_(how.second),
      first_width_(width_of(how.first)),
      total_width_(width_of(how.total)) {
  const std::size_t pairs = second_ ? factors * (factors - (factors > 0 ? 1 : 0)) / 2 : 0;
  size_ = common_sums + (first_width_ + total_width_) * factors + (second_ ? 1 + 2 * factors + pairs : 0);
  numbers_ = 2 * factors + pairs;
}

inline void contribute_first(first_order kind, double a, double b, double ab, double ba, double* out) {
  switch (kind) {
    case first_order::saltelli_2010:
      out[0] = b * (ab - a);
      out[1] = ab - a;
      break;
    case first_order::jansen_1999:
      out[0] = (b - ab) * (b - ab);
      break;
    case first_order::janon_2014:
      out[0] = b * ab;
      out[1] = b + ab;
      out[2] = b * b + ab * ab;
      break;
    case first_order::azzini_2021:
      out[0] = (ba - b) * (a - ab);
      out[1] = (a - b) * (a - b) + (ba - ab) * (ba - ab);
      break;
  }
}

inline void contribute_total(total_order kind, double a, double b, double ab, double ba, double* out) {
  switch (kind) {
    case total_order::jansen_1999:
      out[0] = (a - ab) * (a - ab);
      break;
    case total_order::homma_saltelli_1996:
      out[0] = a * ab;
      out[1] = a + ab;
      break;
    case total_order::sobol_2007:
      out[0] = a * (a - ab);
      out[1] = a - ab;
      break;
    case total_order::janon_2014:
      out[0] = a * ab;
      out[1] = a + ab;
      out[2] = a * a + ab * ab;
      break;
    case total_order::azzini_2021:
      out[0] = (b - ba) * (b - ba) + (a - ab) * (a - ab);
      out[1] = (a - b) * (a - b) + (ba - ab) * (ba - ab);
      break;
  }
}

QUINDEX_INLINE void sobol_sums::contribute(double a, double b, std::span<const double> ab, std::span<const double> ba,
                                           std::span<double> out) const {
  double* at = out.data();
  at[0] = a;
  at[1] = b;
  at[2] = a * a;
  at[3] = b * b;
  at += common_sums;
  for (std::size_t i = 0; i < factors_; ++i) {
    const double ba_i = ba.empty() ? 0.0 : ba[i];
    contribute_first(first_, a, b, ab[i], ba_i, at);
    contribute_total(total_, a, b, ab[i], ba_i, at + first_width_);
    at += first_width_ + total_width_;
  }
  if (!second_) return;
  *at++ = a * b;
  for (std::size_t i = 0; i < factors_; ++i) *at++ = ab[i];
  for (std::size_t i = 0; i < factors_; ++i) *at++ = ba[i];
  for (std::size_t i = 0; i < factors_; ++i)
    for (std::size_t j = i + 1; j < factors_; ++j) *at++ = (ba[i] * ab[j] + ba[j] * ab[i]) / 2 - a * b;
}

QUINDEX_INLINE sobol_sums::spread sobol_sums::spread_of(std::span<const double> sums, double n) {
  const double mean = (sums[0] + sums[1]) / (2 * n);
  const double squares = sums[2] + sums[3], about_mean = squares - 2 * n * mean * mean;
  return {mean, about_mean > 1e-13 * squares ? about_mean / (2 * n - 1) : 0.0};  // what is smaller is rounding
}

QUINDEX_INLINE double sobol_sums::first_of(std::span<const double> s, double n, const spread& y) const {
  switch (first_) {
    case first_order::saltelli_2010:
      return (s[0] - y.mean * s[1]) / n / y.variance;
    case first_order::jansen_1999:
      return 1 - s[0] / (2 * n) / y.variance;
    case first_order::janon_2014: {
      const double centre = s[1] / (2 * n);
      return (s[0] / n - centre * centre) / (s[2] / (2 * n) - centre * centre);
    }
    case first_order::azzini_2021:
      return 2 * s[0] / s[1];
  }
  return missing_value;
}

QUINDEX_INLINE double sobol_sums::total_of(std::span<const double> s, double n, const spread& y) const {
  switch (total_) {
    case total_order::jansen_1999:
      return s[0] / (2 * n) / y.variance;
    case total_order::homma_saltelli_1996:
      return 1 - (s[0] / n - y.mean * s[1] / n + y.mean * y.mean) / y.variance;
    case total_order::sobol_2007:
      return (s[0] - y.mean * s[1]) / n / y.variance;
    case total_order::janon_2014: {
      const double centre = s[1] / (2 * n);
      return 1 - (s[0] / n - centre * centre) / (s[2] / (2 * n) - centre * centre);
    }
    case total_order::azzini_2021:
      return s[0] / s[1];
  }
  return missing_value;
}

QUINDEX_INLINE void sobol_sums::write(std::span<const double> sums, double n, std::span<double> out) const {
  const spread y = spread_of(sums, n);
  if (!(n > 1 && y.variance > 0)) {
    std::fill(out.begin(), out.end(), missing_value);
    return;
  }
  const std::size_t d = factors_;
  for (std::size_t i = 0; i < d; ++i) {
    const auto mine = sums.subspan(common_sums + (first_width_ + total_width_) * i);
    out[i] = first_of(mine, n, y);
    out[d + i] = total_of(mine.subspan(first_width_), n, y);
  }
  if (!second_) return;
  const auto rest = sums.subspan(common_sums + (first_width_ + total_width_) * d + 1);
  std::size_t pair = 0;
  for (std::size_t i = 0; i < d; ++i)
    for (std::size_t j = i + 1; j < d; ++j, ++pair) {
      const double linear = (rest[i] + rest[j] + rest[d + i] + rest[d + j]) / 2 - sums[0] - sums[1];
      const double closed = (rest[2 * d + pair] - y.mean * linear) / n / y.variance;
      out[2 * d + pair] = closed - out[i] - out[j];
    }
}

}  // namespace detail
}  // namespace robustness
QUINDEX_END
