/// Bodies of treat/logit.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/treat/logit.hpp"

QUINDEX_BEGIN
namespace treat {

QUINDEX_INLINE void logit::check(const path& where) const {
  describe::check_below(where, low, high);
  if (edges == share_edges::margin && margin == 0)
    throw spec_error({(where / "margin").text(), "0 keeps nothing away from the bounds", "choose a margin above 0"});
}

QUINDEX_INLINE any_map logit::fit(const column& x) const {
  check(path("treat"));
  const numeric::extent seen = numeric::range(x.x);
  const auto refuse = [&](double value) {
    throw numeric_error({x.where(),
                         "logit needs values between " + number_text(low) + " and " + number_text(high) + ", found " +
                             number_text(value),
                         "give the bounds as low and high (0 and 100 for percentages), or choose other edges"});
  };
  if (seen.low < low) refuse(seen.low);
  if (seen.high > high) refuse(seen.high);
  const double width = high - low;
  if (edges == share_edges::margin) return maps::logit{.low = low, .high = high, .margin = margin * width};
  if (seen.n == 0 || (seen.low > low && seen.high < high)) return maps::logit{.low = low, .high = high};
  if (edges == share_edges::refuse || seen.n == 1) refuse(seen.low == low ? low : high);
  // Drawing n values in is the same as moving the bounds out: (u (n - 1) + 1/2) / n has the odds of u between -1/2 and
  // n - 1/2, all over n - 1.
  const double out = width / (2 * static_cast<double>(seen.n - 1));
  return maps::logit{.low = low - out, .high = high + out};
}

}  // namespace treat
QUINDEX_END
