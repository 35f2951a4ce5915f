/// Bodies of model/curves.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/model/curves.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace maps {
namespace detail {

QUINDEX_INLINE double log_of_one_plus(double x) {
  const double sum = 1 + x;  // what rounding takes from it is given back below
  return numeric::log(sum) + (x - (sum - 1)) / sum;
}

QUINDEX_INLINE double power_of_logarithm(double power, double l) {
  constexpr double near = 1e-3;  // exp(u) - 1 would lose digits here; the series is exact to the last one
  const double u = power * l;
  if (std::abs(u) < near) return l * (1 + u / 2 * (1 + u / 3 * (1 + u / 4 * (1 + u / 5))));
  return (numeric::exp(u) - 1) / power;
}

}  // namespace detail

QUINDEX_INLINE void logarithm::apply(column_view x, std::span<double> out) const {
  for (const double v : x)
    if (refuses(v))
      throw numeric_error(
          {"", number_text(v) + " has no logarithm after " + number_text(slope) + " x + " + number_text(shift),
           "choose a larger shift"});
  std::transform(x.begin(), x.end(), out.begin(), [this](double v) { return slope * v + shift; });
  numeric::log(out, out);
  for (double& z : out) z *= factor;
}

QUINDEX_INLINE void logistic::check(const path& where) const {
  if (range == 0 || !std::isfinite(range))
    throw spec_error(
        {(where / "range").text(), "the range is " + number_text(range), "expected a number other than 0"});
}

QUINDEX_INLINE void logistic::apply(column_view x, std::span<double> out) const {
  std::transform(x.begin(), x.end(), out.begin(), [this](double v) { return (origin - v) / range; });
  numeric::exp(out, out);
  for (double& z : out) z = base + span / (1 + z);  // at the far end of the curve 1 + z is infinite, and the score base
}

QUINDEX_INLINE void logit::check(const path& where) const {
  describe::check_below(where, low, high);
  if (!(2 * margin < high - low))
    throw spec_error({(where / "margin").text(), number_text(margin) + " leaves nothing between the bounds",
                      "choose less than half of their distance"});
}

QUINDEX_INLINE void logit::apply(column_view x, std::span<double> out) const {
  for (const double v : x)
    if (refuses(v))
      throw numeric_error(
          {"",
           "logit needs values between " + number_text(low) + " and " + number_text(high) + ", found " + number_text(v),
           "choose other bounds, or a margin"});
  const auto odds = [this](double v) {
    if (is_missing(v)) return v;
    const double inside = margin > 0 ? std::clamp(v, low + margin, high - margin) : v;
    return (inside - low) / (high - inside);
  };
  std::transform(x.begin(), x.end(), out.begin(), odds);
  numeric::log(out, out);
}

QUINDEX_INLINE void yeo_johnson::apply(column_view x, std::span<double> out) const {
  const auto bent = [this](double v) {
    if (is_missing(v)) return v;
    return v >= 0 ? detail::power_of_logarithm(lambda, detail::log_of_one_plus(v))
                  : -detail::power_of_logarithm(2 - lambda, detail::log_of_one_plus(-v));
  };
  std::transform(x.begin(), x.end(), out.begin(), bent);
}

}  // namespace maps
QUINDEX_END
