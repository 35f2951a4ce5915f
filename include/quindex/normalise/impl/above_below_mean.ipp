/// Bodies of normalise/above_below_mean.hpp.
#pragma once

#include <cmath>

#include "quindex/normalise/above_below_mean.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map above_below_mean::fit(const column& x) const {
  const numeric::moments seen(x.x);
  if (seen.n == 0) refuse_empty(x);
  const double centre = reference ? *reference : seen.minimum == seen.maximum ? seen.minimum : seen.mean;
  if (centre == 0 && threshold > 0)
    throw numeric_error({x.where(), "above_below_mean has a band in relation to the mean, the mean is 0",
                         "use z_score, or a threshold of 0"});
  const double half = threshold * std::abs(centre);
  return three_steps(centre - half, centre + half, high, x.better_when_high);
}

}  // namespace normalise
QUINDEX_END
