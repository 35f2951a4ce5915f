/// Bodies of model/maps.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/model/impl/curves.ipp"
#include "quindex/model/maps.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace maps {
namespace detail {

QUINDEX_INLINE void check_range(const path& where, double range) {
  if (range == 0 || !std::isfinite(range))
    throw spec_error(
        {(where / "range").text(), "the range is " + number_text(range), "expected a number other than 0"});
}

/// The first value that `refuses`, or null.
template <class Map>
const double* refused_by(const Map& map, column_view x) {
  const auto at = std::find_if(x.begin(), x.end(), [&](double v) { return map.refuses(v); });
  return at == x.end() ? nullptr : &*at;
}

}  // namespace detail

QUINDEX_INLINE void affine::check(const path& where) const { detail::check_range(where, range); }

QUINDEX_INLINE bool affine::refuses(double x) const {
  if (before == transform::log) return x <= 0;
  if (before == transform::power && exponent != 1) return x < 0 || (x == 0 && exponent < 0);
  return false;
}

QUINDEX_INLINE void affine::apply(column_view x, std::span<double> out) const {
  if (const double* refused = before == transform::identity ? nullptr : detail::refused_by(*this, x))
    throw numeric_error({"", number_text(*refused) + " has no " + (before == transform::log ? "logarithm" : "power"),
                         before == transform::log ? "values have to be above 0" : "values must not be below 0"});
  numeric::affine_map line{.origin = origin, .range = range, .base = base, .span = span};
  if (clip) line.low = std::min(base, base + span), line.high = std::max(base, base + span);
  if (before == transform::log) numeric::log(x, out);
  if (before == transform::power) numeric::pow(x, exponent, out);
  numeric::active_kernels().affine(before == transform::identity ? x.data() : out.data(), x.size(), line, out.data());
}

QUINDEX_INLINE void exponential::check(const path& where) const { detail::check_range(where, range); }

QUINDEX_INLINE void exponential::apply(column_view x, std::span<double> out) const {
  numeric::affine_map line{.origin = origin, .range = range, .base = 0, .span = rate};
  if (clip) line.low = std::min(0.0, rate), line.high = std::max(0.0, rate);
  numeric::active_kernels().affine(x.data(), x.size(), line, out.data());
  numeric::exp(out, out);
  for (double& z : out) z *= base;
}

QUINDEX_INLINE void piecewise_linear::check(const path& where) const {
  if (points.empty()) throw spec_error({(where / "points").text(), "there are no points", "give at least one"});
  for (std::size_t i = 1; i < points.size(); ++i)
    if (!(points[i - 1].first < points[i].first))
      throw spec_error({(where / "points").text(),
                        "the value " + number_text(points[i].first) + " follows " + number_text(points[i - 1].first),
                        "values have to ascend"});
}

namespace detail {

/// The score of a value of which `right` is the first point not below it.
QUINDEX_INLINE double between_points(const piecewise_linear& curve, double v,
                                     std::vector<std::pair<double, double>>::const_iterator right) {
  const auto& points = curve.points;
  if (right != points.end() && right->first == v) return right->second;
  const bool is_inside = right != points.begin() && right != points.end();
  if (!is_inside && (!curve.extend || points.size() == 1))
    return right == points.begin() ? points.front().second : points.back().second;
  if (right == points.begin()) ++right;
  if (right == points.end()) --right;
  const auto left = right - 1;
  return left->second + (right->second - left->second) * ((v - left->first) / (right->first - left->first));
}

/// Looking up many values among many points would miss the cache at every step: sorted, both are walked through once.
QUINDEX_INLINE void walk_points(const piecewise_linear& curve, column_view x, std::span<double> out) {
  const std::vector<std::size_t> ascending = numeric::order(x, false);
  auto right = curve.points.begin();
  for (const std::size_t i : ascending) {
    const double v = x[i];
    if (!is_missing(v)) {
      while (right != curve.points.end() && right->first < v) ++right;
      out[i] = between_points(curve, v, right);
    } else {
      out[i] = v;
    }
  }
}

}  // namespace detail

QUINDEX_INLINE void piecewise_linear::apply(column_view x, std::span<double> out) const {
  constexpr std::size_t many = 1U << 10U;
  if (x.size() >= many && points.size() >= many) return detail::walk_points(*this, x, out);
  const auto score = [this](double v) {
    if (is_missing(v)) return v;
    const auto is_below = [](const auto& point, double value) { return point.first < value; };
    return detail::between_points(*this, v, std::lower_bound(points.begin(), points.end(), v, is_below));
  };
  std::transform(x.begin(), x.end(), out.begin(), score);
}

QUINDEX_INLINE void categories::check(const path& where) const {
  if (scores.empty()) throw spec_error({(where / "scores").text(), "there are no categories", "give at least one"});
  for (std::size_t i = 1; i < scores.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (scores[i].first == scores[k].first)
        throw spec_error({(where / "scores").text(), "the value " + number_text(scores[i].first) + " stands twice",
                          "keep one of them"});
}

QUINDEX_INLINE bool categories::refuses(double x) const {
  return !is_missing(x) && std::none_of(scores.begin(), scores.end(), [x](const auto& s) { return s.first == x; });
}

QUINDEX_INLINE void categories::apply(column_view x, std::span<double> out) const {
  for (std::size_t i = 0; i < x.size(); ++i) {
    const auto at = std::find_if(scores.begin(), scores.end(), [&](const auto& s) { return s.first == x[i]; });
    if (at == scores.end() && !is_missing(x[i])) {
      std::vector<std::string> known;
      for (const auto& s : scores) known.push_back(number_text(s.first));
      throw data_error({"", number_text(x[i]) + " is none of the categories", "there are " + listed(known)});
    }
    out[i] = at == scores.end() ? x[i] : at->second;
  }
}

QUINDEX_INLINE void clamp::check(const path& where) const {
  if (!(low <= high))
    throw spec_error(
        {where.text(), "low (" + number_text(low) + ") must not be above high (" + number_text(high) + ")", ""});
}

QUINDEX_INLINE void clamp::apply(column_view x, std::span<double> out) const {
  // Written so that a missing value passes both comparisons unchanged.
  std::transform(x.begin(), x.end(), out.begin(), [this](double v) { return v < low ? low : v > high ? high : v; });
}

QUINDEX_INLINE void keep_between::apply(column_view x, std::span<double> out) const {
  const auto kept = [this](double v) { return v < low || v > high ? missing_value : v; };
  std::transform(x.begin(), x.end(), out.begin(), kept);
}

QUINDEX_INLINE void box_cox::apply(column_view x, std::span<double> out) const {
  if (const double* refused = detail::refused_by(*this, x))
    throw numeric_error({"",
                         "box_cox needs values above " + number_text(0.0 - shift) + ", found " + number_text(*refused),
                         "choose a larger shift"});
  std::transform(x.begin(), x.end(), out.begin(), [this](double v) { return (v + shift) / reference; });
  numeric::log(out, out);
  const double origin = numeric::log(reference);
  for (double& z : out) z = detail::power_from(lambda, z, origin);
}

QUINDEX_INLINE void custom::apply(column_view x, std::span<double> out) const {
  const std::string which = "the custom function " + quoted(name);
  if (!call || !*call) throw spec_error({"", which + " is not there", "pass it in `extensions`"});
  const std::vector<double> scores = call_custom(name, "", [&] { return (*call)(x, about ? *about : node{}); });
  if (scores.size() != x.size())
    throw spec_error({"",
                      which + " returned " + std::to_string(scores.size()) + " values for " + std::to_string(x.size()),
                      "return one for each"});
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isinf(scores[i]))
      throw spec_error({"", which + " returned " + number_text(scores[i]) + " for " + number_text(x[i]),
                        "return finite values, or NaN for a missing score"});
    out[i] = is_missing(x[i]) ? missing_value : scores[i];
  }
}

}  // namespace maps

QUINDEX_END
