/// Bodies of normalise/ratio.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/normalise/ratio.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE double sum_of(column_view x) { return numeric::total(x).sum; }

QUINDEX_INLINE double norm_of(column_view x) {
  const numeric::extent seen = numeric::range(x);
  const double largest = std::max(std::abs(seen.low), std::abs(seen.high));
  // Squares of very large or small numbers leave the range of doubles; powers of two change no digit.
  constexpr double large = 0x1p500;
  const double unit = largest > large ? 0x1p600 : largest < 1 / large ? 0x1p-600 : 1.0;
  std::vector<double> squares(x.begin(), x.end());
  for (double& v : squares) v = v / unit * (v / unit);
  return std::sqrt(numeric::total(squares).sum) * unit;
}

QUINDEX_INLINE double maximum_of(column_view x) { return numeric::range(x).high; }

QUINDEX_INLINE void refuse_negative(const column& x, std::string_view method) {
  if (const double low = numeric::range(x.x).low; low < 0)
    throw numeric_error({x.where(), std::string(method) + " needs values of 0 or more, found " + number_text(low),
                         "use min_max or z_score"});
}

QUINDEX_INLINE void refuse_nonpositive(const column& x, std::string_view method) {
  if (x.best)
    throw spec_error({x.where(), std::string(method) + " does not go with an optimum: the best deviation is 0",
                      "use min_max or goalposts"});
  if (const double low = numeric::range(x.x).low; low <= 0)
    throw numeric_error({x.where(), std::string(method) + " needs values above 0, found " + number_text(low),
                         "use min_max or z_score"});
}

QUINDEX_INLINE any_map ratio_to(const column& x, std::string_view method, column_size size, cost_form cost,
                                double high) {
  if (numeric::range(x.x).n == 0) refuse_empty(x);
  if (!x.better_when_high && cost == cost_form::reciprocal) {
    refuse_nonpositive(x, method);
    std::vector<double> reciprocals(x.x.begin(), x.x.end());
    for (double& v : reciprocals) v = 1 / v;
    return maps::affine{
        .before = maps::transform::power, .exponent = -1, .range = size(reciprocals), .base = 0, .span = high};
  }
  const double total = size(x.x);
  if (!(total > 0) || !std::isfinite(total))
    throw numeric_error({x.where(), std::string(method) + " divides by " + number_text(total) + " here",
                         "use min_max or z_score, or measure in other units"});
  if (x.better_when_high) return maps::affine{.range = total, .span = high};
  return maps::affine{.range = total, .base = cost == cost_form::complement ? high : 0, .span = -high};
}

}  // namespace normalise
QUINDEX_END
