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

/// The logarithms of the values present, ascending: the last bits of sums decide where a search ends.
QUINDEX_INLINE std::vector<double> sorted_logarithms(column_view x, double shift) {
  std::vector<double> out;
  for (const double v : x)
    if (!is_missing(v)) out.push_back(numeric::log(v + shift));
  std::sort(out.begin(), out.end());
  return out;
}

/// The power of greatest likelihood for positive values, of which the logarithms are given.
///
/// Divided by their geometric mean the values have a log-likelihood of -n/2 ln(variance of y), whatever the power; the
/// division does not change which power is best, and keeps large powers from overflowing.
QUINDEX_INLINE double likeliest_power(std::vector<double> relative) {
  const double centre = numeric::mean(relative);
  for (double& v : relative) v = numeric::exp(v - centre);
  std::vector<double> y(relative.size());
  const auto spread = [&](double power) {
    maps::box_cox{.lambda = power, .shift = 0}.apply(relative, y);
    return numeric::log(numeric::moments(y).m2);
  };
  return numeric::minimise(spread, -widest_power, widest_power).at;
}

}  // namespace detail

QUINDEX_INLINE any_map box_cox::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis, accept)) return maps::affine{};
  const numeric::extent seen = numeric::range(x.x);
  if (seen.low + shift <= 0)
    throw numeric_error({x.where(),
                         "box_cox needs values above " + number_text(0 - shift) + ", found " + number_text(seen.low),
                         "choose a larger shift"});
  if (!lambda) refuse_constant(x, info.name);
  const std::vector<double> logarithms = detail::sorted_logarithms(x.x, shift);
  const double power = lambda ? *lambda : detail::likeliest_power(logarithms);
  const bool is_hidden = !logarithms.empty() && detail::hides_powers(power, logarithms.front(), logarithms.back());
  return maps::box_cox{
      .lambda = power, .shift = shift, .reference = is_hidden ? numeric::exp(numeric::mean(logarithms)) : 1};
}

QUINDEX_INLINE std::vector<std::string> box_cox::remarks(const any_map& fitted) const {
  const auto* map = fitted.as<maps::box_cox>();
  return map == nullptr || lambda ? std::vector<std::string>{} : detail::remarks_on_power(info.name, map->lambda);
}

}  // namespace treat
QUINDEX_END
