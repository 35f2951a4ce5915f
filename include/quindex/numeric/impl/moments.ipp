/// Bodies of numeric/moments.hpp.
#pragma once

#include <cmath>
#include <string>

#include "quindex/error.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

inline void check_moment_type(const char* where, int type) {
  if (type < 1 || type > 3)
    throw numeric_error({where, "there is no type " + std::to_string(type), "types are 1, 2 and 3"});
}

}  // namespace detail

QUINDEX_INLINE moments::moments(column_view x) noexcept {
  const kernel::column_moments found = active_kernels().moments(x.data(), x.size());
  n = found.n;
  mean = found.mean, m2 = found.m2, m3 = found.m3, m4 = found.m4;
  minimum = found.low, maximum = found.high;
}

QUINDEX_INLINE moments& moments::operator+=(const moments& b) noexcept {
  if (b.n == 0) return *this;
  if (n == 0) return *this = b;
  const moments a = *this;
  const double na = static_cast<double>(a.n), nb = static_cast<double>(b.n), all = na + nb;
  const double d = b.mean - a.mean, d2 = d * d;
  n = a.n + b.n;
  mean = a.mean + d * (nb / all);
  m2 = a.m2 + b.m2 + d2 * (na * nb / all);
  m3 = a.m3 + b.m3 + d2 * d * (na * nb * (na - nb) / (all * all)) + 3 * d * (na * b.m2 - nb * a.m2) / all;
  m4 = a.m4 + b.m4 + d2 * d2 * (na * nb * (na * na - na * nb + nb * nb) / (all * all * all)) +
       6 * d2 * (na * na * b.m2 + nb * nb * a.m2) / (all * all) + 4 * d * (na * b.m3 - nb * a.m3) / all;
  minimum = b.minimum < a.minimum ? b.minimum : a.minimum;
  maximum = a.maximum < b.maximum ? b.maximum : a.maximum;
  return *this;
}

QUINDEX_INLINE double moments::variance(std::size_t ddof) const noexcept {
  return n > ddof ? m2 / static_cast<double>(n - ddof) : missing_value;
}

QUINDEX_INLINE double moments::sd(std::size_t ddof) const noexcept { return std::sqrt(variance(ddof)); }

QUINDEX_INLINE double moments::skewness(int type) const {
  detail::check_moment_type("skewness", type);
  const double size = static_cast<double>(n);
  if (!(m2 > 0) || (type == 2 && n < 3)) return missing_value;
  const double g1 = std::sqrt(size) * m3 / (m2 * std::sqrt(m2));
  if (type == 1) return g1;
  if (type == 2) return std::sqrt(size * (size - 1)) / (size - 2) * g1;
  const double shrink = (size - 1) / size;
  return g1 * shrink * std::sqrt(shrink);
}

QUINDEX_INLINE double moments::excess_kurtosis(int type) const {
  detail::check_moment_type("excess_kurtosis", type);
  const double size = static_cast<double>(n);
  if (!(m2 > 0) || (type == 2 && n < 4)) return missing_value;
  const double r = size * m4 / (m2 * m2);
  if (type == 1) return r - 3;
  if (type == 2) return ((size + 1) * (r - 3) + 6) * (size - 1) / ((size - 2) * (size - 3));
  const double shrink = (size - 1) / size;
  return r * shrink * shrink - 3;
}

}  // namespace numeric
QUINDEX_END
