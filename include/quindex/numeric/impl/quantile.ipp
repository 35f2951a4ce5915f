/// Bodies of numeric/order.hpp: quantiles.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// A quantile is (1 - share) x_(below) + share x_(below + 1); places are counted from 0 and both exist.
struct quantile_place {
  std::size_t below;
  double share;
};

inline quantile_place place_of_quantile(std::size_t n, double p, int type) {
  if (!(p >= 0 && p <= 1)) throw numeric_error({"quantile", number_text(p) + " is not a probability", "0 to 1"});
  if (type < 1 || type > 9)
    throw numeric_error({"quantile", "there is no type " + std::to_string(type), "types are 1 to 9"});
  const double size = static_cast<double>(n);
  // Hyndman and Fan's a (= b, but for type 4) puts p at place a + p (n + 1 - a - b), counted from 1.
  constexpr double first[] = {0, 0, 0, 0, 0, 0.5, 0, 1, 1.0 / 3, 3.0 / 8};
  const double a = first[type], b = type == 4 ? 1 : a;
  const double at = type < 3 ? size * p : type == 3 ? size * p - 0.5 : a + p * (size + 1 - a - b);
  // 0.1 * 30 is not 3: places that miss a whole number by rounding are meant to be whole.
  constexpr double rounding = 4 * 2.220446049250313e-16;
  const double whole = std::floor(at + rounding * std::max(1.0, at));
  double share = at - whole;
  if (std::abs(share) <= rounding * std::max(1.0, at)) share = 0;
  if (type == 1) share = share > 0 ? 1 : 0;
  if (type == 2) share = share > 0 ? 1 : 0.5;
  if (type == 3) share = share > 0 || std::fmod(whole, 2) != 0 ? 1 : 0;
  if (whole < 1) return {0, 0.0};
  if (whole >= size) return {n - 1, 0.0};
  return {static_cast<std::size_t>(whole) - 1, share};
}

inline double between(double low, double high, double share) {
  return low == high || share == 0 ? low : share == 1 ? high : (1 - share) * low + share * high;
}

inline std::vector<double> present_values(column_view x) {
  std::vector<double> out(x.size());
  std::size_t n = 0;
  for (const double v : x) {
    out[n] = v;
    n += is_missing(v) ? 0 : 1;
  }
  out.resize(n);
  return out;
}

inline double select_quantile(std::vector<double>& values, double p, int type) {
  const quantile_place place = place_of_quantile(std::max<std::size_t>(values.size(), 1), p, type);
  if (values.empty()) return missing_value;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(place.below);
  std::nth_element(values.begin(), at, values.end());
  const double low = *at;
  return place.share == 0 ? low : between(low, *std::min_element(at + 1, values.end()), place.share);
}

}  // namespace detail

QUINDEX_INLINE double quantile(column_view x, double p, int type) {
  std::vector<double> values = detail::present_values(x);
  return detail::select_quantile(values, p, type);
}

QUINDEX_INLINE std::vector<double> quantiles(column_view x, std::span<const double> p, int type) {
  std::vector<double> values = detail::present_values(x);
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  out.reserve(p.size());
  for (const double share : p) {
    const detail::quantile_place place =
        detail::place_of_quantile(std::max<std::size_t>(values.size(), 1), share, type);
    if (values.empty()) {
      out.push_back(missing_value);
    } else {
      const std::size_t next = std::min(place.below + 1, values.size() - 1);
      out.push_back(detail::between(values[place.below], values[next], place.share));
    }
  }
  return out;
}

QUINDEX_INLINE double median(column_view x) { return quantile(x, 0.5); }

}  // namespace numeric
QUINDEX_END
