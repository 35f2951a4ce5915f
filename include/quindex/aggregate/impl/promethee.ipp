/// Bodies of aggregate/promethee.hpp.
#pragma once

#include "quindex/aggregate/promethee.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE double preference::of(double d) const {
  if (!(d > 0)) return 0.0;
  switch (function) {
    case preference_function::usual:
      return 1.0;
    case preference_function::u_shape:
      return d > indifference ? 1.0 : 0.0;
    case preference_function::v_shape:
      return d > strict ? 1.0 : d / strict;
    case preference_function::level:
      return d > strict ? 1.0 : d > indifference ? 0.5 : 0.0;
    case preference_function::linear:
      return d > strict ? 1.0 : d > indifference ? (d - indifference) / (strict - indifference) : 0.0;
    case preference_function::gaussian:
      return 1.0 - numeric::exp(-(d * d) / (2 * spread * spread));
  }
  return missing_value;
}

namespace detail {

/// A number as the unevaluated sum of two doubles: prefix sums whose differences lose nothing.
struct wide {
  double high = 0;
  double low = 0;

  /// The exact product of two doubles, to the last bit of the pair.
  [[nodiscard]] static wide product(double a, double b) {
    const double p = a * b;
    return {p, std::fma(a, b, -p)};
  }
  friend wide operator+(wide a, wide b) {
    const double s = a.high + b.high;  // Knuth's sum with its error
    const double part = s - a.high;
    const double e = (a.high - (s - part)) + (b.high - part) + a.low + b.low;
    const double rounded = s + e;
    return {rounded, e - (rounded - s)};
  }
  friend wide operator-(wide a, wide b) { return a + wide{-b.high, -b.low}; }
};

/// One criterion in ascending order of what is good, for one direction of preference.
struct preference_sweep {
  std::vector<double> x{};     ///< Values in ascending order.
  std::vector<wide> before{};  ///< before[k]: the sum of the first k values; only where the function needs it.

  explicit preference_sweep(std::vector<double> sorted, bool with_sums) : x(std::move(sorted)) {
    if (!with_sums) return;
    before.resize(x.size() + 1);
    for (std::size_t k = 0; k < x.size(); ++k) before[k + 1] = before[k] + wide{x[k], 0};
  }

  /// Calls `f(k, total)` with the sum of the preferences of the k-th value over all values.
  template <class F>
  void totals(const preference& p, F&& f) const {
    using enum preference_function;
    const bool ramp = p.function == v_shape || p.function == linear;
    const bool two = ramp || p.function == level;
    const double q = p.function == usual || p.function == v_shape ? 0.0 : p.indifference;
    std::size_t beyond_p = 0;  // how many values are more than p behind, and more than q; neither ever shrinks
    std::size_t beyond_q = 0;
    for (std::size_t k = 0; k < x.size(); ++k) {
      while (beyond_q < k && x[k] - x[beyond_q] > q) ++beyond_q;
      while (two && beyond_p < beyond_q && x[k] - x[beyond_p] > p.strict) ++beyond_p;
      const double all = static_cast<double>(beyond_q);
      const double full = static_cast<double>(beyond_p);
      if (!ramp) {
        f(k, two ? 0.5 * all + 0.5 * full : all);
        continue;
      }
      const double between = all - full;
      const wide over_q =
          wide::product(between, x[k]) - (before[beyond_q] - before[beyond_p]) - wide::product(between, q);
      f(k, full + (over_q.high + over_q.low) / (p.strict - q));
    }
  }
};

/// Adds the flows of one criterion with gaussian preferences, pair by pair; `x` in ascending order of what is good.
inline void add_gaussian(column_view x, std::span<const std::size_t> unit, double spread, double weight,
                         preference_flows& out) {
  std::vector<double> lower(x.size());  // 1 less the preference over each lower value
  std::vector<double> below(x.size(), 0.0);
  for (std::size_t k = 0; k < x.size(); ++k) {
    std::size_t count = 0;
    for (; count < k && x[count] < x[k]; ++count) {
      const double d = x[k] - x[count];
      lower[count] = -(d * d) / (2 * spread * spread);
    }
    numeric::exp({lower.data(), count}, {lower.data(), count});
    double above = 0;
    for (std::size_t other = 0; other < count; ++other) {
      above += 1.0 - lower[other];
      below[other] += 1.0 - lower[other];
    }
    out.positive[unit[k]] += weight * above;
  }
  for (std::size_t k = 0; k < x.size(); ++k) out.negative[unit[k]] += weight * below[k];
}

/// Adds to `out` the weighted totals of one criterion; `place[k]` is the unit of the k-th value.
template <class Place>
void add_totals(std::vector<double> x, const preference& p, double weight, Place place, std::vector<double>& out) {
  const auto add = [&](std::size_t k, double total) { out[place(k)] += weight * total; };
  const bool ramp = p.function == preference_function::v_shape || p.function == preference_function::linear;
  preference_sweep(std::move(x), ramp).totals(p, add);
}

}  // namespace detail

QUINDEX_INLINE preference_flows flows_of(const alternatives& all, const std::vector<preference>& preferences) {
  const std::size_t n = all.size();
  preference_flows out{std::vector<double>(n), std::vector<double>(n)};
  if (n < 2) return out;
  numeric::ranker sorter;
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const column_view x = all.columns[j];
    const std::span<const std::size_t> order = sorter.order(x, !all.better_when_high[j]);
    const double sign = all.better_when_high[j] ? 1.0 : -1.0;
    std::vector<double> upwards(n);
    std::vector<double> downwards(n);
    for (std::size_t k = 0; k < n; ++k) {
      upwards[k] = sign * x[order[k]];
      downwards[n - 1 - k] = -upwards[k];
    }
    const double weight = all.weights[j] / static_cast<double>(n - 1);
    if (preferences[j].function == preference_function::gaussian) {
      detail::add_gaussian(upwards, order, preferences[j].spread, weight, out);
      continue;
    }
    detail::add_totals(
        std::move(upwards), preferences[j], weight, [&](std::size_t k) { return order[k]; }, out.positive);
    detail::add_totals(
        std::move(downwards), preferences[j], weight, [&](std::size_t k) { return order[n - 1 - k]; }, out.negative);
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
