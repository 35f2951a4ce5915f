/// How much of the way to a target has been covered.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// What a target is measured by.
enum class target_form {
  ratio,  ///< The value as a share of the target; the target as a share of the value where low is better.
  range,  ///< The way covered from the worst value to the target.
};

/// How much of the way to the indicator's target has been covered.
struct distance_to_target {
  target_form form = target_form::range;
  double high = 100;
  bool clip = false;

  static constexpr method_info info{
      .name = "distance_to_target",
      .title = "Distance to target",
      .summary = "How much of the way to the indicator's target has been covered.",
      .formula =
          R"(z = h\,\frac{x - x_0}{t - x_0} \quad\text{or}\quad z = h\,\frac{x}{t} \ \big(h\,\frac{t}{x} \text{ where low is better}\big))",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4; Becker et al. (2022), "
          "COINr: An R package for developing composite indicators, Journal of Open Source Software 7(78)",
      .details =
          "x_0 is the worse of the indicator's goalposts, or the worst observed value where it has none. A target "
          "that has been surpassed scores more than high unless clip is set. Ratios need a natural zero: targets, and "
          "values where low is better, have to be above 0. For an indicator with an optimum the target is the "
          "optimum, and only the range form makes sense."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("form", &distance_to_target::form, "What the target is measured by."),
                     field("high", &distance_to_target::high, "Score at the target.").above(0),
                     field("clip", &distance_to_target::clip, "Whether scores stay between 0 and that of the target."));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  /// Throws spec_error when the indicator has no target, or one that cannot be reached from the worst value.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const distance_to_target&, const distance_to_target&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::target_form> {
  static constexpr auto names = std::to_array<std::string_view>({"ratio", "range"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/distance_to_target.ipp"
#endif
