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

QUINDEX_INLINE double power_from(double power, double l, double origin) {
  constexpr double far = 600;  // where exp(u) comes near the end of the numbers, and nothing cancels
  if (std::abs(power * l) > far) return (numeric::exp(power * (origin + l)) - numeric::exp(power * origin)) / power;
  return numeric::exp(power * origin) * power_of_logarithm(power, l);
}

/// ln((1 + a) / (1 + b)) for values of 0 and more, with the digits that it has where they are close.
QUINDEX_INLINE double log_of_quotient(double a, double b) {
  const bool are_close = 1 + a < 2 * (1 + b) && 1 + b < 2 * (1 + a);
  return are_close ? log_of_one_plus((a - b) / (1 + b)) : log_of_one_plus(a) - log_of_one_plus(b);
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
  const auto ordinary = [this](double v) {
    return v >= 0 ? detail::power_of_logarithm(lambda, detail::log_of_one_plus(v))
                  : -detail::power_of_logarithm(2 - lambda, detail::log_of_one_plus(-v));
  };
  const double sign = reference < 0 ? -1 : 1;
  const double size = sign * reference;
  const double power = reference < 0 ? 2 - lambda : lambda;
  const double origin = detail::log_of_one_plus(size);
  const double constant = ordinary(reference);
  const auto bent = [&](double v) {
    if (is_missing(v)) return v;
    const bool is_on_its_side = sign * v >= 0 && size > 0;  // of 0
    if (!is_on_its_side) return ordinary(v) - constant;
    return sign * detail::power_from(power, detail::log_of_quotient(sign * v, size), origin);
  };
  std::transform(x.begin(), x.end(), out.begin(), bent);
}

}  // namespace maps
QUINDEX_END
