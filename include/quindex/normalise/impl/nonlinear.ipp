/// Bodies of normalise/nonlinear.hpp.
#pragma once

#include "quindex/normalise/nonlinear.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map nonlinear::fit(const column& x) const {
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0) refuse_empty(x);
  if (x.better_when_high)
    refuse_negative(x, info.name);
  else
    refuse_nonpositive(x, info.name);
  const double exponent = x.better_when_high ? benefit_exponent : -cost_exponent;
  const double best = numeric::pow(x.better_when_high ? seen.high : seen.low, exponent);
  if (!(best > 0) || !std::isfinite(best))
    throw numeric_error(
        {x.where(),
         "nonlinear divides by " + number_text(best) + ", the best value to the power of " + number_text(exponent),
         "use min_max, or measure in other units"});
  return maps::affine{.before = maps::transform::power, .exponent = exponent, .range = best, .span = high};
}

}  // namespace normalise
QUINDEX_END
