/// Bodies of treat/box_cox.hpp.
#pragma once

#include <algorithm>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/minimise.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/treat/box_cox.hpp"

QUINDEX_BEGIN
namespace treat {
namespace detail {

/// The power of greatest likelihood for positive values.
///
/// Divided by their geometric mean the values have a log-likelihood of -n/2 ln(variance of y), whatever the power; the
/// division does not change which power is best, and keeps large powers from overflowing.
QUINDEX_INLINE double likeliest_power(column_view x, double shift) {
  std::vector<double> relative;
  for (const double v : x)
    if (!is_missing(v)) relative.push_back(numeric::log(v + shift));
  std::sort(relative.begin(), relative.end());  // the last bits of sums decide where the search ends
  const double centre = numeric::mean(relative);
  for (double& v : relative) v = numeric::exp(v - centre);
  std::vector<double> y(relative.size());
  const auto spread = [&](double power) {
    maps::box_cox{.lambda = power, .shift = 0}.apply(relative, y);
    return numeric::log(numeric::moments(y).m2);
  };
  constexpr double widest = 5;
  return numeric::minimise(spread, -widest, widest).at;
}

}  // namespace detail

QUINDEX_INLINE any_map box_cox::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis, accept)) return maps::affine{};
  const numeric::extent seen = numeric::range(x.x);
  if (seen.low + shift <= 0)
    throw numeric_error({x.where(),
                         "box_cox needs values above " + number_text(0 - shift) + ", found " + number_text(seen.low),
                         "choose a larger shift"});
  if (lambda) return maps::box_cox{.lambda = *lambda, .shift = shift};
  refuse_constant(x, info.name);
  return maps::box_cox{.lambda = detail::likeliest_power(x.x, shift), .shift = shift};
}

}  // namespace treat
QUINDEX_END
