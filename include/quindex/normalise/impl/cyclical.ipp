/// Bodies of normalise/cyclical.hpp.
#pragma once

#include <cmath>
#include <vector>

#include "quindex/normalise/cyclical.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map cyclical::fit(const column& x) const {
  refuse_constant(x, info.name);
  const double centre = numeric::moments(x.x).mean;
  std::vector<double> deviations(x.x.begin(), x.x.end());
  for (double& v : deviations) v = std::abs(v - centre);
  const double usual = numeric::moments(deviations).mean;
  return maps::affine{.origin = centre, .range = x.better_when_high ? usual : -usual, .base = mean, .span = 1};
}

}  // namespace normalise
QUINDEX_END
