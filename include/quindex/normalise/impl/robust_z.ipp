/// Bodies of normalise/robust_z.hpp.
#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "quindex/normalise/robust_z.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE robust_location median_and_deviation(const column& x, std::string_view method) {
  refuse_constant(x, method);
  const double centre = numeric::median(x.x);
  std::vector<double> distances(x.x.begin(), x.x.end());
  for (double& v : distances) v = std::abs(v - centre);
  const double spread = numeric::median(distances);
  if (spread == 0)
    throw data_error({x.where(),
                      std::string(method) + ": half of the values or more equal the median " + number_text(centre) +
                          ", the median deviation is 0",
                      "use the interquartile range, z_score or rank"});
  return {centre, spread};
}

QUINDEX_INLINE robust_location median_and_quartiles(const column& x, std::string_view method) {
  refuse_constant(x, method);
  constexpr std::array<double, 3> shares{0.25, 0.5, 0.75};
  const std::vector<double> found = numeric::quantiles(x.x, shares);
  if (found[0] == found[2])
    throw data_error(
        {x.where(),
         std::string(method) + ": both quartiles are " + number_text(found[0]) + ", the interquartile range is 0",
         "use z_score or rank"});
  return {found[1], found[2] - found[0]};
}

QUINDEX_INLINE any_map robust_z::fit(const column& x) const {
  const bool by_quartiles = spread == robust_spread::interquartile_range;
  const robust_location at = by_quartiles ? median_and_quartiles(x, info.name) : median_and_deviation(x, info.name);
  // The interquartile range of a normal distribution is twice its median deviation.
  const double unit = as_normal ? at.spread * (by_quartiles ? normal_deviation / 2 : normal_deviation) : at.spread;
  return maps::affine{.origin = at.median, .range = x.better_when_high ? unit : -unit, .base = mean, .span = sd};
}

}  // namespace normalise
QUINDEX_END
