/// By how much a value has changed since the year before, in relation to it.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// How a change is measured in relation to the year before.
enum class change_scale {
  percentage,  ///< 100 (r - 1).
  logarithm,   ///< 100 ln r, in which a rise and the fall back are equal.
};

/// The change since the year before, in per cent of the year before.
struct annual_difference {
  change_scale form = change_scale::percentage;

  static constexpr method_info info{
      .name = "annual_difference",
      .title = "Percentage of annual differences",
      .summary = "The change since the year before, in per cent of the year before.",
      .formula =
          R"(z = 100\,\frac{x^t - x^{t-1}}{x^{t-1}} = 100\,(r - 1) \quad\text{or}\quad z = 100 \ln r, \qquad r = \frac{x^t}{x^{t-1}}, \text{ turned where low is better})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.7",
      .details =
          "Values are ratios r of a year to the year before, such as published growth factors, or those of a panel: "
          "`changes(panel, change::ratio)`. Only with them in the column can each unit be scored on its own, and a "
          "frozen index score the years to come. Scores are dimensionless; a rise where low is better counts as a "
          "loss. Levels say nothing here: who is far ahead and stands still scores 0. Ratios have to be above 0 for "
          "logarithms."};
  static constexpr claim_set claims = claim::order_preserving;

  static constexpr auto fields() {
    return fields_of(field("form", &annual_difference::form, "How the change is measured."));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 0; }
  /// Throws spec_error for an indicator with an optimum, numeric_error for a ratio without a logarithm.
  [[nodiscard]] any_map fit(const column& x) const {
    if (x.best)
      throw spec_error({x.where(), "annual_difference looks at changes, the indicator has an optimum",
                        "say whether a rise is better ('high') or worse ('low')"});
    const double rise = x.better_when_high ? 100 : -100;
    if (form == change_scale::percentage) return maps::affine{.origin = 1, .span = rise};
    return maps::affine{.before = maps::transform::log, .span = rise};
  }

  friend bool operator==(const annual_difference&, const annual_difference&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::change_scale> {
  static constexpr auto names = std::to_array<std::string_view>({"percentage", "logarithm"});
};
}  // namespace describe
QUINDEX_END
