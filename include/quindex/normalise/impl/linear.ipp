/// Bodies of normalise/linear.hpp.
#pragma once

#include "quindex/normalise/linear.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map linear::fit(const column& x) const {
  if (form == linear_form::weitendorf) {
    const ends seen = observed_ends(x, info.name);
    return maps::affine{.origin = seen.worst, .range = seen.range(), .span = high};
  }
  if (form == linear_form::lai_hwang) {
    const double range = observed_ends(x, info.name).range();
    return maps::affine{.range = range, .span = high};
  }
  refuse_negative(x, info.name);
  if (x.better_when_high || form == linear_form::voogd)
    return ratio_to(x, info.name, maximum_of, cost_form::complement, high);
  if (form == linear_form::stopp) return ratio_to(x, info.name, maximum_of, cost_form::reciprocal, high);
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0) refuse_empty(x);
  refuse_nonpositive(x, info.name);
  return maps::affine{.origin = seen.low, .range = -seen.low, .base = high, .span = high};
}

}  // namespace normalise
QUINDEX_END
