/// Bodies of normalise/enhanced_accuracy.hpp.
#pragma once

#include <cmath>
#include <vector>

#include "quindex/normalise/enhanced_accuracy.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map enhanced_accuracy::fit(const column& x) const {
  const ends seen = observed_ends(x, info.name);
  std::vector<double> distances(x.x.begin(), x.x.end());
  for (double& v : distances) v = std::abs(v - seen.best);
  const double all = numeric::total(distances).sum;
  return maps::affine{.origin = seen.best, .range = x.better_when_high ? all : -all, .base = high, .span = high};
}

}  // namespace normalise
QUINDEX_END
