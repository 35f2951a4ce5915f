/// Bodies of treat/yeo_johnson.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/minimise.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/treat/yeo_johnson.hpp"

QUINDEX_BEGIN
namespace treat {
namespace detail {

/// The power of greatest likelihood: the one for which ln(variance of y) less twice the mean logarithm of dy/dx is
/// smallest, dy/dx being (1 + |x|) to the power of ±(λ − 1).
QUINDEX_INLINE double likeliest_yeo_johnson(column_view x) {
  std::vector<double> slopes;  // ln(1 + |x|) with the sign of x
  for (const double v : x) {
    if (is_missing(v)) continue;
    const double logarithm = maps::detail::log_of_one_plus(std::abs(v));
    slopes.push_back(v < 0 ? -logarithm : logarithm);
  }
  std::sort(slopes.begin(), slopes.end());  // the last bits of sums decide where the search ends
  const double mean_slope = numeric::mean(slopes);
  std::vector<double> y(slopes.size());
  const auto spread = [&](double power) {
    for (std::size_t i = 0; i < y.size(); ++i)
      y[i] = slopes[i] < 0 ? -maps::detail::power_of_logarithm(2 - power, -slopes[i])
                           : maps::detail::power_of_logarithm(power, slopes[i]);
    const double loss = numeric::log(numeric::moments(y).m2) - 2 * (power - 1) * mean_slope;
    constexpr double hopeless = 1e300;  // a power of the largest values that no double holds
    return std::isfinite(loss) ? loss : hopeless;
  };
  constexpr double widest = 5;
  return numeric::minimise(spread, -widest, widest).at;
}

}  // namespace detail

QUINDEX_INLINE any_map yeo_johnson::fit(const column& x) const {
  if (when == treat::when::skewed && !is_skewed(x.x, skewness, kurtosis, accept)) return maps::affine{};
  if (lambda) return maps::yeo_johnson{.lambda = *lambda};
  refuse_constant(x, info.name);
  return maps::yeo_johnson{.lambda = detail::likeliest_yeo_johnson(x.x)};
}

}  // namespace treat
QUINDEX_END
