/// What the PROMETHEE methods share: preference functions with their thresholds, and the flows between units.
#pragma once

#include <array>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How a difference d in favour of a unit becomes a preference from 0 to 1; there is none for d <= 0.
enum class preference_function {
  usual,     ///< 1 for any d (type I).
  u_shape,   ///< 1 for d > q (II).
  v_shape,   ///< d / p, at most 1 (III).
  level,     ///< 0.5 for d > q, 1 for d > p (IV).
  linear,    ///< (d - q) / (p - q), within 0 and 1 (V).
  gaussian,  ///< 1 - exp(-d^2 / (2 s^2)) (VI).
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::preference_function> {
  static constexpr auto names =
      std::to_array<std::string_view>({"usual", "u_shape", "v_shape", "level", "linear", "gaussian"});
};
}  // namespace describe

namespace aggregate {

/// The preference of one criterion with its thresholds, in the criterion's unit.
struct preference {
  preference_function function = preference_function::usual;
  double indifference = 0;  ///< q, in types II, IV and V.
  double strict = 0;        ///< p, in types III, IV and V.
  double spread = 1;        ///< s, in type VI.

  /// Of a difference.
  [[nodiscard]] double of(double d) const;
  friend bool operator==(const preference&, const preference&) = default;
};

/// What every unit gains over the others and what the others gain over it, both means over the others.
struct preference_flows {
  std::vector<double> positive;
  std::vector<double> negative;
};

/// The flows for one preference per criterion. Takes O(m n log n), for gaussian preferences O(m n^2); both in O(n)
/// memory. With a single unit they are 0.
[[nodiscard]] preference_flows flows_of(const alternatives& all, const std::vector<preference>& preferences);

/// The parameters of PROMETHEE methods, and what follows from them.
template <class Method>
struct promethee_parameters {
  /// The preference of each criterion; throws spec_error for codes that are not there and thresholds out of order.
  [[nodiscard]] static std::vector<preference> preferences(const Method& m, const alternatives& all) {
    criterion::check_codes(m.functions, all, "functions");
    criterion::check_codes(m.indifferences, all, "indifferences");
    criterion::check_codes(m.preferences, all, "preferences");
    criterion::check_codes(m.spreads, all, "spreads");
    std::vector<preference> out;
    for (const std::string& code : all.criteria) {
      out.push_back({criterion::given_or(m.functions, code, m.function),
                     criterion::given_or(m.indifferences, code, m.indifference),
                     criterion::given_or(m.preferences, code, m.preference),
                     criterion::given_or(m.spreads, code, m.spread)});
      check(out.back(), all.where + "/" + code);
    }
    return out;
  }
  /// Throws spec_error where p is not above q in a function that goes from one to the other.
  static void check(const preference& p, const std::string& where) {
    using enum preference_function;
    const bool needs_both = p.function == v_shape || p.function == level || p.function == linear;
    const double from = p.function == v_shape ? 0 : p.indifference;
    if (needs_both && !(p.strict > from))
      throw spec_error(
          {where,
           std::string(describe::enum_names<preference_function>::names[static_cast<std::size_t>(p.function)]) +
               " has the preference threshold " + number_text(p.strict) + ", not above " + number_text(from),
           "give a preference threshold in the criterion's unit"});
  }
  /// The rule above where one set of thresholds holds for all criteria.
  static void check(const Method& m, const path& where) {
    if (m.functions.empty() && m.indifferences.empty() && m.preferences.empty())
      check(preference{m.function, m.indifference, m.preference, m.spread}, (where / "preference").text());
  }
  static constexpr auto fields() {
    return fields_of(
        field("function", &Method::function, "How a difference becomes a preference."),
        field("indifference", &Method::indifference,
              "The threshold q: differences up to it do not count in u_shape, level and linear.")
            .at_least(0),
        field("preference", &Method::preference,
              "The threshold p: differences beyond it count in full in v_shape, level and linear.")
            .at_least(0),
        field("spread", &Method::spread, "The difference s at the turning point of gaussian.").above(0),
        field("functions", &Method::functions, "Other functions for some criteria, by code."),
        field("indifferences", &Method::indifferences, "Other thresholds q for some criteria, by code.").at_least(0),
        field("preferences", &Method::preferences, "Other thresholds p for some criteria, by code.").at_least(0),
        field("spreads", &Method::spreads, "Other values of s for some criteria, by code.").above(0));
  }
};

/// Net flows: what a unit gains over the others less what they gain over it.
[[nodiscard]] inline std::vector<double> net_flows(const preference_flows& flows) {
  std::vector<double> out = flows.positive;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] -= flows.negative[i];
  return out;
}

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/promethee.ipp"
#endif
