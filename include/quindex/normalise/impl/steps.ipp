/// Bodies of normalise/steps.hpp.
#pragma once

#include <cmath>

#include "quindex/normalise/steps.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map three_steps(double from, double to, double size, bool better_when_high) {
  const double above = better_when_high ? size : -size;
  maps::piecewise_linear curve;
  curve.points.emplace_back(std::nextafter(from, -HUGE_VAL), -above);
  curve.points.emplace_back(from, 0);
  if (from < to) curve.points.emplace_back(to, 0);
  curve.points.emplace_back(std::nextafter(to, HUGE_VAL), above);
  return curve;
}

}  // namespace normalise
QUINDEX_END
