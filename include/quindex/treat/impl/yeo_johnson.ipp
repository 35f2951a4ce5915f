/// Bodies of treat/yeo_johnson.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/minimise.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/treat/yeo_johnson.hpp"

QUINDEX_BEGIN
namespace treat {
namespace detail {

/// The power of greatest likelihood: the one for which ln(variance of y) less twice the mean logarithm of dy/dx is
/// smallest, dy/dx being (1 + |x|) to the power of ±(λ − 1).
///
/// Where all values are on one side of 0 the mean logarithm is taken from all logarithms first: that adds a constant to
/// the loss, and keeps the digits of powers that the constant 1 would hide.
QUINDEX_INLINE double likeliest_yeo_johnson(column_view x) {
  std::vector<double> slopes;  // ln(1 + |x|) with the sign of x
  for (const double v : x) {
    if (is_missing(v)) continue;
    const double logarithm = maps::detail::log_of_one_plus(std::abs(v));
    slopes.push_back(v < 0 ? -logarithm : logarithm);
  }
  std::sort(slopes.begin(), slopes.end());  // the last bits of sums decide where the search ends
  const double mean_slope = numeric::mean(slopes);
  const bool is_above = slopes.front() >= 0;
  const bool is_below = slopes.back() < 0;
  const double centre = is_above || is_below ? mean_slope : 0;
  std::vector<double> y(slopes.size());
  const auto spread = [&](double power) {
    for (std::size_t i = 0; i < y.size(); ++i)
      y[i] = slopes[i] < 0 ? -maps::detail::power_of_logarithm(2 - power, centre - slopes[i])
                           : maps::detail::power_of_logarithm(power, slopes[i] - centre);
    const double loss = numeric::log(numeric::moments(y).m2) - 2 * (power - 1) * (mean_slope - centre);
    constexpr double hopeless = 1e300;  // a power of the largest values that no double holds
    return std::isfinite(loss) ? loss : hopeless;
  };
  return numeric::minimise(spread, -widest_power, widest_power).at;
}

/// The value that becomes 0: 0, unless all values are on one side of it and the constant 1 hides their powers.
QUINDEX_INLINE double yeo_johnson_reference(column_view x, double power) {
  const numeric::extent seen = numeric::range(x);
  if (!(seen.low > 0 || seen.high < 0)) return 0;
  const double sign = seen.low > 0 ? 1 : -1;
  std::vector<double> logarithms;
  for (const double v : x)
    if (!is_missing(v)) logarithms.push_back(maps::detail::log_of_one_plus(sign * v));
  std::sort(logarithms.begin(), logarithms.end());
  if (!hides_powers(sign > 0 ? power : 2 - power, logarithms.front(), logarithms.back())) return 0;
  return sign * (numeric::exp(numeric::mean(logarithms)) - 1);
}

}  // namespace detail

QUINDEX_INLINE any_map yeo_johnson::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis, accept)) return maps::affine{};
  if (!lambda) refuse_constant(x, info.name);
  const double power = lambda ? *lambda : detail::likeliest_yeo_johnson(x.x);
  return maps::yeo_johnson{.lambda = power, .reference = detail::yeo_johnson_reference(x.x, power)};
}

QUINDEX_INLINE std::vector<std::string> yeo_johnson::remarks(const any_map& fitted) const {
  const auto* map = fitted.as<maps::yeo_johnson>();
  return map == nullptr || lambda ? std::vector<std::string>{} : detail::remarks_on_power(info.name, map->lambda);
}

}  // namespace treat
QUINDEX_END
