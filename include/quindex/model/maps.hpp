/// What fitting leaves behind: a handful of small functions from a value to a score, whatever method made them.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/any_method.hpp"
#include "quindex/model/curves.hpp"
#include "quindex/model/extension.hpp"
#include "quindex/model/node.hpp"

QUINDEX_BEGIN
namespace maps {

/// What is applied to a value before the straight line.
enum class transform { identity, log, power };

/// base + span · t, with t = (f(x) − origin) / range, and t kept within [0, 1] when `clip` is set.
struct affine {
  transform before = transform::identity;  ///< f: the value itself, its natural logarithm, or its power.
  double exponent = 1;                     ///< The power when f is one.
  double origin = 0;                       ///< f(x) that scores `base`.
  double range = 1;                        ///< Not 0; negative when low values are better.
  double base = 0;
  double span = 1;
  bool clip = false;

  static constexpr method_info info{.name = "affine",
                                    .title = "Straight line",
                                    .summary = "A straight line in the value, its logarithm or its power.",
                                    .formula = R"(z = b + s \frac{f(x) - o}{r})",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("before", &affine::before, "What is applied to the value first."),
                     field("exponent", &affine::exponent, "The exponent when that is a power."),
                     field("origin", &affine::origin, "The transformed value that scores base."),
                     field("range", &affine::range, "The distance that is worth span."),
                     field("base", &affine::base, "The score at the origin."),
                     field("span", &affine::span, "The score gained over the range."),
                     field("clip", &affine::clip, "Whether scores stay between base and base + span."));
  }
  void check(const path& where) const;
  /// Has the value no logarithm or power?
  [[nodiscard]] bool refuses(double x) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const affine&, const affine&) = default;
};

/// base · exp(rate · (x − origin) / range), the exponential efficacy function.
struct exponential {
  double origin = 0;
  double range = 1;
  double base = 60;
  double rate = 0;
  bool clip = false;

  static constexpr method_info info{.name = "exponential",
                                    .title = "Exponential curve",
                                    .summary = "An exponential curve through two points.",
                                    .formula = R"(z = b\, e^{k (x - o) / r})",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("origin", &exponential::origin, "The value that scores base."),
                     field("range", &exponential::range, "The distance over which the score grows by exp(rate)."),
                     field("base", &exponential::base, "The score at the origin."),
                     field("rate", &exponential::rate, "The exponent over the range."),
                     field("clip", &exponential::clip, "Whether scores stay between those of the two ends."));
  }
  void check(const path& where) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const exponential&, const exponential&) = default;
};

/// Straight lines between points; a value at a point gets exactly the point's score.
struct piecewise_linear {
  std::vector<std::pair<double, double>> points{};  ///< (value, score), values ascending.
  bool extend = false;  ///< Continue the first and last line outward instead of staying level.

  static constexpr method_info info{.name = "piecewise_linear",
                                    .title = "Straight lines between points",
                                    .summary = "Joins points (value, score) by straight lines.",
                                    .formula = R"(z = y_k + (y_{k+1} - y_k) \frac{x - x_k}{x_{k+1} - x_k})",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(
        field("points", &piecewise_linear::points, "Pairs (value, score), values strictly ascending."),
        field("extend", &piecewise_linear::extend, "Whether the outer lines go on; otherwise the ends are level."));
  }
  void check(const path& where) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const piecewise_linear&, const piecewise_linear&) = default;
};

/// A score for each of a few values; any other value is an error that names it.
struct categories {
  std::vector<std::pair<double, double>> scores{};

  static constexpr method_info info{.name = "categories",
                                    .title = "A score for each category",
                                    .summary = "Gives each of a few values its score.",
                                    .formula = "z = s(x)",
                                    .reference = "definition"};
  static constexpr auto fields() { return fields_of(field("scores", &categories::scores, "Pairs (value, score).")); }
  void check(const path& where) const;
  /// Is the value none of the categories?
  [[nodiscard]] bool refuses(double x) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const categories&, const categories&) = default;
};

/// The value kept within limits.
struct clamp {
  double low = -1e308;
  double high = 1e308;

  static constexpr method_info info{.name = "clamp",
                                    .title = "Limits",
                                    .summary = "Moves values outside the limits onto them.",
                                    .formula = R"(z = \min(\max(x, l), h))",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("low", &clamp::low, "The lower limit."), field("high", &clamp::high, "The upper limit."));
  }
  void check(const path& where) const;
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const clamp&, const clamp&) = default;
};

/// The value where it lies within limits, missing elsewhere.
struct keep_between {
  double low = -1e308;
  double high = 1e308;

  static constexpr method_info info{.name = "keep_between",
                                    .title = "Removal beyond limits",
                                    .summary = "Takes values outside the limits away.",
                                    .formula = R"(z = x \text{ for } l \le x \le h, \text{ otherwise missing})",
                                    .reference = "definition"};
  static constexpr auto fields() {
    return fields_of(field("low", &keep_between::low, "The lower limit."),
                     field("high", &keep_between::high, "The upper limit."));
  }
  void check(const path& where) const { clamp{low, high}.check(where); }
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const keep_between&, const keep_between&) = default;
};

/// ((x + shift)^λ − r^λ) / λ, or ln((x + shift) / r) for λ = 0; the ordinary transformation for r = 1, and a constant
/// less for others, which keeps the digits of values of which 1 hides the power.
struct box_cox {
  double lambda = 0;
  double shift = 0;
  double reference = 1;  ///< r, the shifted value that becomes 0; above 0.

  static constexpr method_info info{.name = "box_cox",
                                    .title = "Box–Cox transformation",
                                    .summary = "A power of the shifted value; its logarithm when lambda is 0.",
                                    .formula = R"(z = \frac{(x + c)^\lambda - r^\lambda}{\lambda})",
                                    .reference = "Box and Cox (1964), An analysis of transformations, JRSS B 26(2)"};
  static constexpr auto fields() {
    return fields_of(field("lambda", &box_cox::lambda, "The power; 0 is the logarithm."),
                     field("shift", &box_cox::shift, "What is added first, so that all values are positive."),
                     field("reference", &box_cox::reference, "r, the shifted value that becomes 0.").above(0));
  }
  /// Is the shifted value not above 0?
  [[nodiscard]] bool refuses(double x) const { return x + shift <= 0; }
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const box_cox&, const box_cox&) = default;
};

/// A function of the user's, applied to a whole column.
struct custom {
  using function = std::function<std::vector<double>(column_view, const node&)>;
  std::string name{};
  std::shared_ptr<const function> call{};
  std::shared_ptr<const node> about{};  ///< The indicator or group that the function is told about.

  static constexpr std::size_t undescribed = 2;
  static constexpr method_info info{.name = "custom",
                                    .title = "A function of yours",
                                    .summary = "Applies a function given in code.",
                                    .formula = "z = f(x)",
                                    .reference = "the user's"};
  static constexpr auto fields() { return fields_of(field("name", &custom::name, "The name it has in files.")); }
  /// Finds the function by its name.
  void bind(const path& where, const describe::reader& r) { call = function_named<function>(name, where, r); }
  /// Missing stays missing. Throws spec_error when there is no function, when it returns another number of scores than
  /// there are values, or an infinite one.
  void apply(column_view x, std::span<double> out) const;
  friend bool operator==(const custom& a, const custom& b) {
    return a.name == b.name && a.call == b.call && (a.about == b.about || (a.about && b.about && *a.about == *b.about));
  }
};

/// The kinds of map there are.
using methods = method_list<affine, exponential, piecewise_linear, categories, clamp, keep_between, box_cox, logarithm,
                            logistic, logit, yeo_johnson, custom>;

}  // namespace maps

/// Any fitted map from values to scores.
using any_map = any_method<maps::methods>;

/// A fitted column: the deviation from an optimum if there is one, then a map.
struct scale {
  std::optional<std::pair<double, double>> optimum{};  ///< The optimal interval; values become their distance from it.
  any_map map{};

  /// Scores of values; missing stays missing. `out` may be `x` itself. Throws data_error for a value that is no
  /// category and numeric_error for one that has no logarithm or power; `first_refused` tells which it is.
  void apply(column_view x, std::span<double> out) const;
  /// The position of the first value that the map refuses, if there is one.
  [[nodiscard]] std::optional<std::size_t> first_refused(column_view x) const;
  /// How many values lie beyond the ends of the scale and score as the ends do: where a straight line or an exponential
  /// curve clips, and beyond the outer points of lines between points. The scale must refuse none of the values.
  [[nodiscard]] std::size_t kept_at_ends(column_view x) const;
  friend bool operator==(const scale&, const scale&) = default;
};

namespace describe {
template <>
struct enum_names<maps::transform> {
  static constexpr auto names = std::to_array<std::string_view>({"identity", "log", "power"});
};
template <>
struct codec<scale> {
  static constexpr std::string_view python = "dict";
  static value write(const scale& s) {
    return value::object{{"optimum", codec<std::optional<std::pair<double, double>>>::write(s.optimum)},
                         {"map", s.map.write()}};
  }
  static scale read(const value& v, const path& where, const interval& range, const reader& r) {
    if (v.as_object() == nullptr) wrong_kind(where, v, "an object with the key 'map'");
    scale out;
    if (const value* map = v.find("map")) out.map = any_map::read(*map, where / "map", r);
    if (const value* optimum = v.find("optimum"))
      out.optimum = codec<std::optional<std::pair<double, double>>>::read(*optimum, where / "optimum", range, r);
    return out;
  }
  static value schema(const interval& range) {
    return value::object{
        {"type", "object"},
        {"properties", value::object{{"optimum", codec<std::optional<std::pair<double, double>>>::schema(range)},
                                     {"map", codec<any_map>::schema(range)}}}};
  }
};
}  // namespace describe

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/maps.ipp"
#include "quindex/model/impl/scale.ipp"
#endif
