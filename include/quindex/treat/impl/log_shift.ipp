/// Bodies of treat/log_shift.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/treat/log_shift.hpp"

QUINDEX_BEGIN
namespace treat {

QUINDEX_INLINE void log_shift::check(const path& where) const {
  if (shift && form != log_form::log_ct)
    throw spec_error({(where / "shift").text(), number_text(*shift) + " is given, the form takes its own from the data",
                      "leave out the shift or the form"});
}

QUINDEX_INLINE any_map log_shift::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis, accept)) return maps::affine{};
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
  const double hundredth = 0.01 * (seen.high - seen.low);
  if (form == log_form::log_ct_orig) return maps::box_cox{.lambda = 0, .shift = 1 - seen.low};
  if (form == log_form::log_gii) {
    if (seen.high <= 1)
      throw numeric_error({x.where(), "log_gii needs a largest value above 1, found " + number_text(seen.high),
                           "choose another form, or measure in smaller units"});
    const double slope = (seen.high - 1) / (seen.high - seen.low);
    return maps::logarithm{.slope = slope, .shift = 1 - slope * seen.low};
  }
  if (form == log_form::log_ct_plus && !(numeric::moments(x.x).skewness(1) > 0))
    return maps::logarithm{.slope = -1, .shift = seen.high + hundredth, .factor = -1};
  return maps::box_cox{.lambda = 0, .shift = hundredth - seen.low};
}

}  // namespace treat
QUINDEX_END
