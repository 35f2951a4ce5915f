/// Bodies of treat/winsorise.hpp.
#pragma once

#include <array>
#include <cmath>
#include <vector>

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
  if (multiple && (rule == outlier_rule::moments || rule == outlier_rule::quantiles))
    throw spec_error({(where / "multiple").text(), number_text(*multiple) + " is given, the rule knows no spread",
                      "choose the rule 'fences' or 'median_deviation', or leave it out"});
}

namespace detail {

/// Limits a multiple of a spread away from the middle of a column; nothing for a column without that spread.
QUINDEX_INLINE std::optional<maps::clamp> spread_limits(const winsorise& how, column_view x) {
  if (how.rule == outlier_rule::fences) {
    const std::array<double, 2> shares{0.25, 0.75};
    const std::vector<double> quartiles = numeric::quantiles(x, shares, how.quantile_type);
    const double reach = how.multiple.value_or(1.5) * (quartiles[1] - quartiles[0]);
    if (!(reach > 0)) return std::nullopt;
    return maps::clamp{quartiles[0] - reach, quartiles[1] + reach};
  }
  constexpr double normal_deviation = 1.482602218505602;  // 1 / Phi^-1(3/4)
  const double centre = numeric::median(x);
  std::vector<double> distances(x.begin(), x.end());
  for (double& v : distances) v = std::abs(v - centre);
  const double reach = how.multiple.value_or(3) * normal_deviation * numeric::median(distances);
  if (!(reach > 0)) return std::nullopt;
  return maps::clamp{centre - reach, centre + reach};
}

/// As few values as it takes at each end; nothing when none has to be moved, or when all is not enough.
QUINDEX_INLINE std::optional<maps::clamp> shape_limits(const winsorise& how, column_view x) {
  const numeric::winsorised found = numeric::winsorise(
      x, {.skewness = how.skewness,
          .kurtosis = how.kurtosis,
          .most = how.max_points ? static_cast<std::size_t>(*how.max_points) : numeric::winsorise_rule::unlimited,
          .both = how.accept == pass_rule::both});
  if (found.moved_low + found.moved_high == 0 || (how.all_or_nothing && !found.is_acceptable)) return std::nullopt;
  maps::clamp limits;
  if (found.moved_low > 0) limits.low = found.low;
  if (found.moved_high > 0) limits.high = found.high;
  return limits;
}

QUINDEX_INLINE std::optional<maps::clamp> quantile_limits(const winsorise& how, column_view x) {
  const std::array<double, 2> shares{how.low_quantile, how.high_quantile};
  const std::vector<double> limits = numeric::quantiles(x, shares, how.quantile_type);
  if (is_missing(limits[0])) return std::nullopt;
  return maps::clamp{limits[0], limits[1]};
}

}  // namespace detail

QUINDEX_INLINE any_map winsorise::fit(const column& x) const {
  const std::optional<maps::clamp> limits = rule == outlier_rule::moments     ? detail::shape_limits(*this, x.x)
                                            : rule == outlier_rule::quantiles ? detail::quantile_limits(*this, x.x)
                                                                              : detail::spread_limits(*this, x.x);
  if (!limits) return maps::affine{};
  if (action == outlier_action::remove) return maps::keep_between{limits->low, limits->high};
  return *limits;
}

}  // namespace treat
QUINDEX_END
