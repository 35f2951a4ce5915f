/// Bodies of the class scale of model/maps.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/model/maps.hpp"

QUINDEX_BEGIN

QUINDEX_INLINE void scale::apply(column_view x, std::span<double> out) const {
  if (optimum) {
    const direction best = direction::optimal_interval(optimum->first, optimum->second);
    std::transform(x.begin(), x.end(), out.begin(), [&](double v) { return best.deviation(v); });
    x = out;
  }
  map.visit([&](const auto& m) { m.apply(x, out); });
}

QUINDEX_INLINE std::optional<std::size_t> scale::first_refused(column_view x) const {
  std::optional<std::size_t> found;
  map.visit([&]<class Map>(const Map& m) {
    if constexpr (requires { m.refuses(0.0); }) {
      const direction best = optimum ? direction::optimal_interval(optimum->first, optimum->second) : direction{};
      for (std::size_t i = 0; i < x.size() && !found; ++i)
        if (m.refuses(optimum ? best.deviation(x[i]) : x[i])) found = i;
    }
  });
  return found;
}

namespace detail {

/// How many values a map keeps at one of its ends.
template <class Map>
std::size_t count_kept(const Map& map, column_view x) {
  maps::affine way{.origin = map.origin, .range = map.range};  // from 0 to 1
  if constexpr (requires { map.before; }) way.before = map.before, way.exponent = map.exponent;
  std::vector<double> along(x.size());
  way.apply(x, along);
  return static_cast<std::size_t>(std::count_if(along.begin(), along.end(), [](double t) { return t < 0 || t > 1; }));
}

/// Beyond points that are joined to the next by a line; steps stay level by their nature.
QUINDEX_INLINE std::size_t count_kept(const maps::piecewise_linear& curve, column_view x) {
  const auto& points = curve.points;
  if (curve.extend || points.size() < 2) return 0;
  const auto is_step = [](double a, double b) { return std::nextafter(a, b) == b; };
  const bool low_step = is_step(points[0].first, points[1].first);
  const bool high_step = is_step(points[points.size() - 2].first, points.back().first);
  return static_cast<std::size_t>(std::count_if(x.begin(), x.end(), [&](double v) {
    return (v < points.front().first && !low_step) || (v > points.back().first && !high_step);
  }));
}

}  // namespace detail

QUINDEX_INLINE std::size_t scale::kept_at_ends(column_view x) const {
  std::vector<double> deviations;
  if (optimum) {
    const direction best = direction::optimal_interval(optimum->first, optimum->second);
    for (const double v : x) deviations.push_back(best.deviation(v));
    x = deviations;
  }
  return map.visit([&]<class Map>(const Map& m) -> std::size_t {
    if constexpr (requires { m.clip; })
      return m.clip ? detail::count_kept(m, x) : 0;
    else if constexpr (requires { m.points; })
      return detail::count_kept(m, x);
    else
      return 0;
  });
}

QUINDEX_END
