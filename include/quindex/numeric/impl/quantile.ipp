/// Bodies of numeric/order.hpp: quantiles.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/impl/radix.ipp"
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

// The value at a place among those of `values`, and the one after it if the place lies between two.
inline double value_at(std::vector<double>& values, quantile_place place) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(place.below);
  std::nth_element(values.begin(), at, values.end());
  const double low = *at;
  return place.share == 0 ? low : between(low, *std::min_element(at + 1, values.end()), place.share);
}

// Two values between which a quantile almost certainly lies: three standard errors about it in a sample.
inline extent bracket(column_view x, double p) {
  const std::size_t step =
      std::max<std::size_t>(1, x.size() / static_cast<std::size_t>(std::pow(static_cast<double>(x.size()), 0.6)));
  std::vector<double> sampled;
  sampled.reserve(x.size() / step + 1);
  for (std::size_t i = step / 2; i < x.size(); i += step)
    if (!is_missing(x[i])) sampled.push_back(x[i]);
  std::sort(sampled.begin(), sampled.end());
  const double size = static_cast<double>(sampled.size()), middle = p * (size - 1);
  const double reach = 3 * std::sqrt(p * (1 - p) * size) + 1;
  const double low = std::floor(middle - reach), high = std::ceil(middle + reach);
  return {low < 0 ? -HUGE_VAL : sampled[static_cast<std::size_t>(low)],
          high > size - 1 ? HUGE_VAL : sampled[static_cast<std::size_t>(high)], sampled.size()};
}

// Only values in the bins about the place have to be selected among; for values that are spread evenly enough.
inline double quantile_by_bins(column_view x, const extent& reach, quantile_place place) {
  constexpr std::size_t bins = 256;
  const double scale = (static_cast<double>(bins) - 1) / (reach.high - reach.low);
  const auto bin_of = [&](double v) {
    return v == v ? static_cast<std::size_t>(static_cast<std::int64_t>((v - reach.low) * scale)) : bins;
  };
  std::array<std::size_t, bins + 1> counts{};
  for (const double v : x) ++counts[bin_of(v)];
  const std::size_t last_place = place.below + (place.share > 0 ? 1 : 0);
  std::size_t first = 0, below = 0;
  while (below + counts[first] <= place.below) below += counts[first++];
  std::size_t last = first;
  for (std::size_t up_to = below + counts[first]; up_to <= last_place;) up_to += counts[++last];
  std::vector<double> values(x.size());
  std::size_t taken = 0;
  for (const double v : x) {
    const std::size_t bin = bin_of(v);
    values[taken] = v;
    taken += static_cast<std::size_t>(bin - first <= last - first);
  }
  values.resize(taken);
  place.below -= below;
  return value_at(values, place);
}

// One pass collects the few values inside a bracket and counts those below it; selecting among the few is cheap.
// If the place is not inside after all, every value is looked at.
inline double quantile_by_bracket(column_view x, const extent& inside, quantile_place place) {
  std::vector<double> values(x.size());
  std::size_t below = 0, taken = 0;
  for (const double v : x) {
    below += v < inside.low ? 1 : 0;
    values[taken] = v;
    taken += static_cast<std::size_t>(v >= inside.low) & static_cast<std::size_t>(v <= inside.high);
  }
  if (place.below < below || place.below + (place.share > 0 ? 1 : 0) >= below + taken) {
    values = present_values(x);
  } else {
    values.resize(taken);
    place.below -= below;
  }
  return value_at(values, place);
}

inline double select_quantile(column_view x, double p, int type) {
  constexpr std::size_t short_column = 120, middling_column = 400, long_column = 6000;
  const extent reach = range(x);
  const quantile_place place = place_of_quantile(std::max<std::size_t>(reach.n, 1), p, type);
  if (reach.n == 0) return missing_value;
  if (x.size() >= short_column && x.size() < long_column && is_spread_evenly(x, reach.low, reach.high - reach.low))
    return quantile_by_bins(x, reach, place);
  if (x.size() >= middling_column) return quantile_by_bracket(x, bracket(x, p), place);
  std::vector<double> values = present_values(x);
  return value_at(values, place);
}

/// Puts the value at a place, and the one after it, where sorting would: from the nearer end if that is near enough to
/// cost less. Returns whether all are sorted now.
inline bool put_in_place(std::vector<double>& values, std::size_t below) {
  const std::size_t n = values.size(), from_low = std::min(below + 2, n), from_high = n - below;
  if (std::min(from_low, from_high) > n / 8 + 1) return std::sort(values.begin(), values.end()), true;
  if (from_low < from_high)
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(from_low), values.end());
  else
    std::partial_sort(values.rbegin(), values.rbegin() + static_cast<std::ptrdiff_t>(from_high), values.rend(),
                      std::greater<>());
  return false;
}

}  // namespace detail

QUINDEX_INLINE double quantile(column_view x, double p, int type) { return detail::select_quantile(x, p, type); }

QUINDEX_INLINE std::vector<double> quantiles(column_view x, std::span<const double> p, int type) {
  std::vector<double> values = detail::present_values(x);
  bool is_sorted = values.size() < 2;
  if (p.size() > 2) std::sort(values.begin(), values.end()), is_sorted = true;
  std::vector<double> out;
  out.reserve(p.size());
  for (const double share : p) {
    const detail::quantile_place place =
        detail::place_of_quantile(std::max<std::size_t>(values.size(), 1), share, type);
    if (values.empty()) {
      out.push_back(missing_value);
    } else {
      is_sorted = is_sorted || detail::put_in_place(values, place.below);
      const std::size_t next = std::min(place.below + 1, values.size() - 1);
      out.push_back(detail::between(values[place.below], values[next], place.share));
    }
  }
  return out;
}

QUINDEX_INLINE double median(column_view x) { return quantile(x, 0.5); }

}  // namespace numeric
QUINDEX_END
