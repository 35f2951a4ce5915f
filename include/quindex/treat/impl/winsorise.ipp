/// Bodies of treat/winsorise.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/winsorise.hpp"
#include "quindex/treat/winsorise.hpp"

QUINDEX_BEGIN
namespace treat {

QUINDEX_INLINE void winsorise::check(const path& where) const {
  if (!(low_quantile < high_quantile))
    throw spec_error({where.text(),
                      "low_quantile (" + number_text(low_quantile) + ") must be below high_quantile (" +
                          number_text(high_quantile) + ")",
                      ""});
}

QUINDEX_INLINE any_map winsorise::fit(const column& x) const {
  const maps::affine untouched{};
  if (rule == outlier_rule::quantiles) {
    const std::array<double, 2> shares{low_quantile, high_quantile};
    const std::vector<double> limits = numeric::quantiles(x.x, shares, quantile_type);
    if (is_missing(limits[0])) return untouched;
    return maps::clamp{limits[0], limits[1]};
  }
  const numeric::winsorised found = numeric::winsorise(
      x.x, {.skewness = skewness,
            .kurtosis = kurtosis,
            .most = max_points ? static_cast<std::size_t>(*max_points) : numeric::winsorise_rule::unlimited});
  if (found.moved_low + found.moved_high == 0 || (all_or_nothing && !found.is_acceptable)) return untouched;
  maps::clamp limits;
  if (found.moved_low > 0) limits.low = found.low;
  if (found.moved_high > 0) limits.high = found.high;
  return limits;
}

}  // namespace treat
QUINDEX_END
