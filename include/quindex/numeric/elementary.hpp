/// Logarithm, exponential and power with the same bits on every machine.
#pragma once

#include <span>

#include "quindex/base/types.hpp"
#include "quindex/numeric/impl/elementary_lanes.ipp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {
struct scalar_target;  // marks the code of single values
using single = kernel::pack<scalar_target, 1>;
}  // namespace detail

/// The natural logarithm; within 1 ulp of the true value. -inf at 0, missing below 0.
[[nodiscard]] inline double log(double x) noexcept { return kernel::log_lanes(detail::single{x}).v; }

/// e to the power of x; within 1 ulp of the true value where this is not denormal.
[[nodiscard]] inline double exp(double x) noexcept { return kernel::exp_lanes(detail::single{x}).v; }

/// x to the power of p; within 1 ulp of the true value where this is not denormal, special cases as in C.
[[nodiscard]] inline double pow(double x, double p) noexcept { return kernel::pow_lanes(detail::single{x}, p).v; }

/// The logarithm of each value, with the bits of `log(double)`. `out` has the length of `x` and may be `x`.
void log(column_view x, std::span<double> out);
/// The exponential of each value, with the bits of `exp(double)`. `out` has the length of `x` and may be `x`.
void exp(column_view x, std::span<double> out);
/// The power of each value, with the bits of `pow(double, double)`. `out` has the length of `x` and may be `x`.
void pow(column_view x, double p, std::span<double> out);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/elementary.ipp"
#endif
