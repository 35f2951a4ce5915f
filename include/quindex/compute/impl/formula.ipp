/// How a map makes a score of one value, in numbers: what `explain` shows.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "quindex/base/text.hpp"
#include "quindex/model/maps.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::string short_number(double x, int digits) {
  if (is_missing(x)) return "missing";
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), x, std::chars_format::general, digits);
  return {buffer.data(), end.ptr};
}

/// A value on its way through a map: as a number, as it is written, and to how many digits numbers are.
struct shown_value {
  double x;
  std::string text;
  int digits;
  [[nodiscard]] std::string number(double value) const { return short_number(value, digits); }
  /// "(x − 25) / 35"
  [[nodiscard]] std::string along(double origin, double range) const {
    return "(" + text + " − " + number(origin) + ") / " + number(range);
  }
};

constexpr const char* kept_within = ", kept within its ends";

QUINDEX_INLINE std::string formula(const maps::affine& m, const shown_value& v) {
  shown_value f = v;
  if (m.before == maps::transform::log) f.text = "ln " + v.text;
  if (m.before == maps::transform::power) f.text += "^" + v.number(m.exponent);
  return v.number(m.base) + " + " + v.number(m.span) + " × " + f.along(m.origin, m.range) + (m.clip ? kept_within : "");
}

QUINDEX_INLINE std::string formula(const maps::exponential& m, const shown_value& v) {
  return v.number(m.base) + " × exp(" + v.number(m.rate) + " × " + v.along(m.origin, m.range) + ")" +
         (m.clip ? kept_within : "");
}

/// The point that the value is at, the end it is beyond, or the line between two points.
QUINDEX_INLINE std::string formula(const maps::piecewise_linear& m, const shown_value& v) {
  const auto& points = m.points;
  const auto is_below = [](const auto& point, double value) { return point.first < value; };
  auto right = std::lower_bound(points.begin(), points.end(), v.x, is_below);
  const auto place = [&](auto at) {
    return "point " + std::to_string(at - points.begin() + 1) + " of " + std::to_string(points.size());
  };
  if (right != points.end() && right->first == v.x)
    return v.number(right->second) + " at " + v.text + ", " + place(right);
  const bool is_inside = right != points.begin() && right != points.end();
  if (!is_inside && (!m.extend || points.size() == 1)) {
    const auto end = right == points.begin() ? right : right - 1;
    return v.number(end->second) + " at its end " + v.number(end->first) + ", " + v.text + " is beyond";
  }
  if (right == points.begin()) ++right;
  if (right == points.end()) --right;
  const auto left = right - 1;
  return v.number(left->second) + " + " + v.number(right->second - left->second) + " × " +
         v.along(left->first, right->first - left->first);
}

QUINDEX_INLINE std::string formula(const maps::categories& m, const shown_value& v) {
  for (const auto& [category, score] : m.scores)
    if (category == v.x) return v.number(score) + " for the category " + v.text;
  return "score of the category " + v.text;
}

QUINDEX_INLINE std::string formula(const maps::clamp& m, const shown_value& v) {
  return v.text + " kept within [" + v.number(m.low) + ", " + v.number(m.high) + "]";
}

QUINDEX_INLINE std::string formula(const maps::keep_between& m, const shown_value& v) {
  return v.text + " where within [" + v.number(m.low) + ", " + v.number(m.high) + "]";
}

QUINDEX_INLINE std::string formula(const maps::box_cox& m, const shown_value& v) {
  const std::string shifted = m.shift == 0 ? v.text : "(" + v.text + " + " + v.number(m.shift) + ")";
  if (m.lambda == 0) return "ln " + shifted;
  return "(" + shifted + "^" + v.number(m.lambda) + " − 1) / " + v.number(m.lambda);
}

QUINDEX_INLINE std::string formula(const maps::logarithm& m, const shown_value& v) {
  return v.number(m.factor) + " × ln(" + v.number(m.slope) + " × " + v.text + " + " + v.number(m.shift) + ")";
}

QUINDEX_INLINE std::string formula(const maps::logistic& m, const shown_value& v) {
  return v.number(m.base) + " + " + v.number(m.span) + " / (1 + exp(−" + v.along(m.origin, m.range) + "))";
}

QUINDEX_INLINE std::string formula(const maps::logit& m, const shown_value& v) {
  return "ln((" + v.text + " − " + v.number(m.low) + ") / (" + v.number(m.high) + " − " + v.text + "))" +
         (m.margin > 0 ? ", kept " + v.number(m.margin) + " within its ends" : "");
}

QUINDEX_INLINE std::string formula(const maps::yeo_johnson& m, const shown_value& v) {
  return "yeo_johnson of " + v.text + " with lambda " + v.number(m.lambda);
}

QUINDEX_INLINE std::string formula(const maps::custom& m, const shown_value& v) {
  return "the function " + quoted(m.name) + " of " + v.text;
}

QUINDEX_INLINE std::string formula_of(const scale& s, double x, int digits) {
  if (is_missing(x)) return "no value";
  shown_value v{x, short_number(x, digits), digits};
  if (s.optimum) {
    const direction best = direction::optimal_interval(s.optimum->first, s.optimum->second);
    v.x = best.deviation(x);
    v.text =
        "distance of " + v.text + " from [" + v.number(s.optimum->first) + ", " + v.number(s.optimum->second) + "]";
  }
  return s.map.visit([&](const auto& m) { return formula(m, v); });
}

}  // namespace detail
QUINDEX_END
