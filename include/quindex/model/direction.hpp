/// Which values of an indicator are better.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/describe/codec.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN

/// High is better, low is better, or best at a point or inside an interval (moderate-type indicators).
///
/// In data: "high", "low", a number (the optimal point) or a list of two numbers (the optimal interval). An optimal
/// point at 1 or -1, which many write for high and low, is the list [1, 1] there.
struct direction {
  enum class kind { high, low, optimal };

  kind better = kind::high;
  double optimum_low = 0;   ///< Lower end of the optimal interval.
  double optimum_high = 0;  ///< Upper end of the optimal interval; equal to the lower end for an optimal point.

  static const direction better_when_high;
  static const direction worse_when_high;
  /// Best at `x`, worse the further away.
  [[nodiscard]] static direction optimal_point(double x) { return {kind::optimal, x, x}; }
  /// Best anywhere in [low, high], worse the further outside.
  [[nodiscard]] static direction optimal_interval(double low, double high) { return {kind::optimal, low, high}; }

  [[nodiscard]] bool is_optimal() const { return better == kind::optimal; }
  /// How far `x` is from the optimal interval; 0 inside it, missing when `x` is.
  [[nodiscard]] double deviation(double x) const {
    if (is_missing(x)) return x;
    return std::max({optimum_low - x, x - optimum_high, 0.0});
  }
  friend bool operator==(const direction&, const direction&) = default;
};
inline constexpr direction direction::better_when_high{};
inline constexpr direction direction::worse_when_high{.better = kind::low};

namespace describe {
template <>
struct codec<direction> {
  static constexpr std::string_view python = "str | float | tuple[float, float]";
  static bool is_sign(double x) { return x == 1 || x == -1; }
  static value write(const direction& d) {
    if (!d.is_optimal()) return d.better == direction::kind::high ? "high" : "low";
    if (d.optimum_low == d.optimum_high && !is_sign(d.optimum_low)) return d.optimum_low;
    return value::list{d.optimum_low, d.optimum_high};
  }
  static direction read(const value& v, const path& where, const interval& range, const reader& r) {
    if (const double* point = v.as_number()) {
      if (is_sign(*point)) {
        const std::string x = number_text(*point);
        throw framework_error({where.text(), x + " may be a sign or an optimum",
                               std::string("write ") + (*point > 0 ? "'high'" : "'low'") + ", or [" + x + ", " + x +
                                   "] for an optimum at " + x});
      }
      return direction::optimal_point(*point);
    }
    if (v.as_list() != nullptr) {
      const auto ends = codec<std::pair<double, double>>::read(v, where, range, r);
      if (!(ends.first <= ends.second))
        throw framework_error(
            {where.text(),
             "the optimal interval [" + number_text(ends.first) + ", " + number_text(ends.second) + "] is reversed",
             "write the lower end first"});
      return direction::optimal_interval(ends.first, ends.second);
    }
    const std::string* word = v.as_text();
    if (word == nullptr) wrong_kind(where, v, "'high', 'low', an optimal point or an optimal interval");
    if (*word == "high") return direction::better_when_high;
    if (*word == "low") return direction::worse_when_high;
    throw framework_error(
        {where.text(), "unknown direction " + quoted(*word),
         did_you_mean(*word, {"high", "low"}) + " (or an optimal point 7, or an optimal interval [6.5, 8.5])"});
  }
  static value schema(const interval& /*unused*/) {
    const value number = value::object{{"type", "number"}, {"not", value::object{{"enum", value::list{1.0, -1.0}}}}};
    return value::object{{"oneOf", value::list{value::object{{"enum", value::list{"high", "low"}}}, number,
                                               codec<std::pair<double, double>>::schema({})}}};
  }
};
}  // namespace describe

QUINDEX_END
