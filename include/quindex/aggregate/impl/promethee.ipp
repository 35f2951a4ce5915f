/// Bodies of aggregate/promethee.hpp.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

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

  /// The exact product of a count and a value: x in two halves, whose products with counts of 26 bits are exact.
  [[nodiscard]] static wide product(double count, double x) {
    const double p = count * x;
    if (count >= 0x1p26) return {p, std::fma(count, x, -p)};  // without the instruction this is a call
    const double high = std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & ~std::uint64_t{0x7FFFFFF});
    return {p, (count * high - p) + count * (x - high)};
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

/// One criterion in ascending order of what is good.
class preference_sweep {
 public:
  /// Takes the k-th value from `order`, with the sign turned where low values are better.
  void take(column_view column, std::span<const std::size_t> order, double sign, bool with_sums) {
    x_.resize(order.size());
    for (std::size_t k = 0; k < x_.size(); ++k) x_[k] = sign * column[order[k]];
    if (!with_sums) return;
    before_.resize(x_.size() + 1);
    wide sum;
    for (std::size_t k = 0; k < x_.size(); ++k) {
      before_[k] = sum;
      const double next = sum.high + x_[k];
      const double part = next - sum.high;
      sum = {next, sum.low + ((sum.high - (next - part)) + (x_[k] - part))};  // the errors are collected aside
    }
    before_.back() = sum;
  }
  [[nodiscard]] column_view values() const { return x_; }

  /// Calls `f(k, gained, lost)` with the sums of the preferences of the k-th value over all values, and of all values
  /// over it.
  template <class F>
  void totals(const preference& p, F&& f) {
    using enum preference_function;
    const bool ramp = p.function == v_shape || p.function == linear;
    const bool two = ramp || p.function == level;
    const double q = p.function == usual || p.function == v_shape ? 0.0 : p.indifference;
    lost_.resize(x_.size());
    sweep<false>(p, q, ramp, two, [&](std::size_t k, double total) { lost_[k] = total; });
    sweep<true>(p, q, ramp, two, [&](std::size_t k, double total) { f(k, total, lost_[k]); });
  }

 private:
  /// How far the value k places from the worst end (or from the best) lies from that end's direction.
  template <bool Up>
  [[nodiscard]] double at(std::size_t k) const {
    return Up ? x_[k] : -x_[x_.size() - 1 - k];
  }
  /// The sum of the values `from` to `to` - 1 counted from that end.
  template <bool Up>
  [[nodiscard]] wide between(std::size_t from, std::size_t to) const {
    return Up ? before_[to] - before_[from] : before_[x_.size() - to] - before_[x_.size() - from];
  }

  template <bool Up, class F>
  void sweep(const preference& p, double q, bool ramp, bool two, F&& f) const {
    const std::size_t n = x_.size();
    const double slope = p.strict - q;
    std::size_t beyond_p = 0;  // how many values are more than p behind, and more than q; neither ever shrinks
    std::size_t beyond_q = 0;
    for (std::size_t k = 0; k < n; ++k) {
      const double x = at<Up>(k);
      if (q == 0)
        beyond_q = k > 0 && x > at<Up>(k - 1) ? k : beyond_q;
      else
        while (beyond_q < k && x - at<Up>(beyond_q) > q) ++beyond_q;
      while (two && beyond_p < beyond_q && x - at<Up>(beyond_p) > p.strict) ++beyond_p;
      const double all = static_cast<double>(beyond_q);
      const double full = static_cast<double>(beyond_p);
      double total = two ? 0.5 * all + 0.5 * full : all;
      if (ramp) {
        const double count = all - full;
        wide over_q = wide::product(count, x) - between<Up>(beyond_p, beyond_q);
        if (q != 0) over_q = over_q - wide::product(count, q);
        total = full + (over_q.high + over_q.low) / slope;
      }
      f(Up ? k : n - 1 - k, total);
    }
  }

  std::vector<double> x_{};     ///< Values in ascending order.
  std::vector<wide> before_{};  ///< before_[k]: the sum of the first k values; only where the function needs it.
  std::vector<double> lost_{};  ///< What `totals` works with, kept from criterion to criterion.
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

}  // namespace detail

QUINDEX_INLINE preference_flows flows_of(const alternatives& all, const std::vector<preference>& preferences) {
  const std::size_t n = all.size();
  preference_flows out{std::vector<double>(n), std::vector<double>(n)};
  if (n < 2) return out;
  numeric::ranker sorter;
  detail::preference_sweep sweep;
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const preference& p = preferences[j];
    const std::span<const std::size_t> order = sorter.order(all.columns[j], !all.better_when_high[j]);
    const bool ramp = p.function == preference_function::v_shape || p.function == preference_function::linear;
    const double weight = all.weights[j] / static_cast<double>(n - 1);
    sweep.take(all.columns[j], order, all.better_when_high[j] ? 1.0 : -1.0, ramp);
    if (p.function == preference_function::gaussian)
      detail::add_gaussian(sweep.values(), order, p.spread, weight, out);
    else
      sweep.totals(p, [&](std::size_t k, double gained, double lost) {
        out.positive[order[k]] += weight * gained;
        out.negative[order[k]] += weight * lost;
      });
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
