/// The arctangent, with the same bits on every machine.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace numeric {

/// The angle, from 0 to pi / 2, of a point `up` above and `along` to the right of the origin (both 0 or more, not both
/// 0); within a few units of the last place.
[[nodiscard]] inline double arctangent(double up, double along) noexcept {
  constexpr double right_angle = 1.57079632679489661923;
  if (up > along) return right_angle - arctangent(along, up);
  // Halving the angle three times leaves a tangent below 0.1, for which the series is short.
  double t = up / along;
  for (int halving = 0; halving < 3; ++halving) t /= 1 + std::sqrt(1 + t * t);
  constexpr std::size_t terms = 9;
  const double square = t * t;
  double sum = 0;
  for (std::size_t k = terms; k > 0; --k) sum = 1 / static_cast<double>(2 * k - 1) - square * sum;
  return 8 * t * sum;
}

}  // namespace numeric
QUINDEX_END
