/// Bodies of normalise/logistic.hpp.
#pragma once

#include "quindex/normalise/logistic.hpp"
#include "quindex/normalise/robust_z.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void logistic::check(const path& where) const { describe::check_below(where, low, high); }

QUINDEX_INLINE any_map logistic::fit(const column& x) const {
  refuse_constant(x, info.name);
  maps::logistic curve{.base = low, .span = high - low};
  double spread = 0;
  if (centre == logistic_centre::mean) {
    const numeric::moments seen(x.x);
    curve.origin = seen.mean;
    spread = seen.sd();
  } else {
    const robust_location middle = median_and_deviation(x, info.name);
    curve.origin = middle.median;
    spread = middle.spread * normal_deviation;
  }
  curve.range = (x.better_when_high ? spread : -spread) / steepness;
  return curve;
}

}  // namespace normalise
QUINDEX_END
