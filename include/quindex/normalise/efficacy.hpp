/// The efficacy coefficient: a passing score at the unacceptable end, full marks at the satisfactory one.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The curve of the efficacy function.
enum class efficacy_form {
  linear,       ///< The same gain for every step.
  exponential,  ///< A larger gain the better a value is already.
};

/// Gives the unacceptable value a passing score and the satisfactory value full marks; no value is cut off.
struct efficacy {
  efficacy_form form = efficacy_form::linear;
  double base = 60;
  double gain = 40;
  bool clip = false;

  static constexpr method_info info{
      .name = "efficacy",
      .title = "Efficacy coefficient",
      .summary =
          "Gives the unacceptable value a passing score and the satisfactory value full marks; no value is cut off.",
      .formula =
          R"(z = c + d\,t \quad\text{or}\quad z = c\,\Big(\frac{c + d}{c}\Big)^{t}, \qquad t = \frac{x - x_s}{x_h - x_s})",
      .reference =
          "Harrington (1965), The desirability function, Industrial Quality Control 21(10); Su Weihua (2000), "
          "Theory and Methods of Multi-indicator Comprehensive Evaluation (in Chinese), chapter 3",
      .details =
          "x_s and x_h are the indicator's goalposts (the unacceptable and the satisfactory value), or the observed "
          "ends where it has none; where low values are better they change places. Values beyond them score below c "
          "or above c + d unless clip is set. With 60 and 40 the exponential form is 60 exp(-ln(0.6) t). Scores from "
          "observed ends are relative: a new unit may change all of them. For an indicator with an optimum, x_s is the "
          "deviation of the goalpost further away from it, and x_h is 0."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("form", &efficacy::form, "The curve between the two values."),
                     field("base", &efficacy::base, "c, the score of the unacceptable value."),
                     field("gain", &efficacy::gain, "d, what the satisfactory value scores more.").above(0),
                     field("clip", &efficacy::clip, "Whether scores stay between base and base + gain."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return 2 * base + gain; }
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const efficacy&, const efficacy&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::efficacy_form> {
  static constexpr auto names = std::to_array<std::string_view>({"linear", "exponential"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/efficacy.ipp"
#endif
