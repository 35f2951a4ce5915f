/// Bodies of treat/log_shift.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/treat/log_shift.hpp"

QUINDEX_BEGIN
namespace treat {

QUINDEX_INLINE any_map log_shift::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis)) return maps::affine{};
  const numeric::extent seen = numeric::range(x.x);
  if (shift) {
    if (seen.low + *shift <= 0)
      throw numeric_error({x.where(),
                           "the smallest value " + number_text(seen.low) + " plus the shift " + number_text(*shift) +
                               " has no logarithm",
                           "choose a larger shift, or none"});
    return maps::box_cox{.lambda = 0, .shift = *shift};
  }
  refuse_constant(x, info.name);
  return maps::box_cox{.lambda = 0, .shift = 0.01 * (seen.high - seen.low) - seen.low};
}

}  // namespace treat
QUINDEX_END
