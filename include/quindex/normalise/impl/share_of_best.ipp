/// Bodies of normalise/share_of_best.hpp.
#pragma once

#include "quindex/normalise/share_of_best.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map share_of_best::fit(const column& x) const {
  if (x.best)
    throw spec_error(
        {x.where(), "share_of_best does not go with an optimum: the best deviation is 0", "use min_max or goalposts"});
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0) refuse_empty(x);
  if (seen.low < 0)
    throw numeric_error(
        {x.where(), "share_of_best needs values of 0 or more, found " + number_text(seen.low), "use min_max"});
  if (x.better_when_high ? seen.high == 0 : seen.low == 0)
    throw numeric_error({x.where(), "share_of_best needs a best value above 0, found 0", "use min_max"});
  if (x.better_when_high) return maps::affine{.range = seen.high, .span = high};
  return maps::affine{.before = maps::transform::power, .exponent = -1, .range = 1 / seen.low, .span = high};
}

}  // namespace normalise
QUINDEX_END
