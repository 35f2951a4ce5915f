/// How far a unit is behind the best one.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// What the distance to the best value is measured by.
enum class best_form {
  range,     ///< The distance between the worst and the best value.
  relative,  ///< The best value itself.
};

/// Full marks for the best observed value, less the further behind it.
struct distance_to_best {
  best_form form = best_form::range;
  double high = 100;

  static constexpr method_info info{
      .name = "distance_to_best",
      .title = "Distance to the best",
      .summary = "Full marks for the best observed value, less the further behind it.",
      .formula =
          R"(z = h\,\Big(1 - \frac{|x^* - x|}{|x^* - x_0|}\Big) \quad\text{or}\quad z = h\,\Big(1 - \frac{|x^* - x|}{|x^*|}\Big))",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4",
      .details =
          "x* is the best, x_0 the worst observed value. The range form is min-max rescaling onto [0, high]. The "
          "relative form has no lower bound: twice the best value scores 0 where low is better, and more is below "
          "0. It needs a natural zero and a best value other than 0; see share_of_best for min x / x."};
  static constexpr claim_set claims = claim::order_preserving | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("form", &distance_to_best::form, "What the distance is measured by."),
                     field("high", &distance_to_best::high, "Score of the best value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const {
    const ends seen = observed_ends(x, info.name);
    if (form == best_form::range) return maps::affine{.origin = seen.worst, .range = seen.range(), .span = high};
    if (seen.best == 0)
      throw data_error({x.where(), "the best value is 0, nothing is relative to it", "use the form 'range'"});
    const double size = seen.best < 0 ? -seen.best : seen.best;
    return maps::affine{.origin = seen.best, .range = x.better_when_high ? size : -size, .base = high, .span = high};
  }

  friend bool operator==(const distance_to_best&, const distance_to_best&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::best_form> {
  static constexpr auto names = std::to_array<std::string_view>({"range", "relative"});
};
}  // namespace describe
QUINDEX_END
