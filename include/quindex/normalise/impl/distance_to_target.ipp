/// Bodies of normalise/distance_to_target.hpp.
#pragma once

#include "quindex/normalise/distance_to_target.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map distance_to_target::fit(const column& x) const {
  const std::optional<double> target = x.best ? x.best : x.about->about.target;
  if (!target)
    throw spec_error({x.where(), "distance_to_target is asked for, the indicator has no target", "write its target"});
  if (form == target_form::ratio) {
    if (!(*target > 0))
      throw spec_error(
          {x.where(), "the target is " + number_text(*target) + ", a ratio needs one above 0", "use the form 'range'"});
    if (x.better_when_high) return maps::affine{.range = *target, .span = high, .clip = clip};
    return maps::affine{
        .before = maps::transform::power, .exponent = -1, .range = 1 / *target, .span = high, .clip = clip};
  }
  double worst = 0;
  if (const std::optional<ends> posts = goalpost_ends(x)) {
    worst = posts->worst;
  } else {
    const numeric::extent seen = numeric::range(x.x);
    if (seen.n == 0) refuse_empty(x);
    worst = x.better_when_high ? seen.low : seen.high;
  }
  if (x.better_when_high ? *target <= worst : *target >= worst)
    throw spec_error(
        {x.where(), "the target " + number_text(*target) + " is not better than the worst value " + number_text(worst),
         "check target and direction, or give the indicator goalposts"});
  return maps::affine{.origin = worst, .range = *target - worst, .span = high, .clip = clip};
}

}  // namespace normalise
QUINDEX_END
