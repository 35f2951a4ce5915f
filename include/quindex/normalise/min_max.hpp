/// Min-max rescaling: the observed range becomes [low, high].
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Maps the observed range of each indicator onto [low, high].
struct min_max {
  double low = 0;
  double high = 100;

  static constexpr method_info info{
      .name = "min_max",
      .title = "Min-max rescaling",
      .summary = "Maps the observed range of each indicator onto [low, high].",
      .formula = R"(z = l + (h - l)\frac{x - \min x}{\max x - \min x})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.3; Weitendorf (1976)",
      .details =
          "Where low values are better, minimum and maximum change places. For an indicator with an optimum, x is "
          "the deviation and the best value is a deviation of 0."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("low", &min_max::low, "Score of the worst observed value."),
                     field("high", &min_max::high, "Score of the best observed value."));
  }
  void check(const path& where) const { describe::check_below(where, low, high); }
  [[nodiscard]] std::optional<double> mirror() const { return low + high; }
  [[nodiscard]] any_map fit(const column& x) const {
    const ends seen = observed_ends(x, info.name);
    return maps::affine{.origin = seen.worst, .range = seen.range(), .base = low, .span = high - low};
  }

  friend bool operator==(const min_max&, const min_max&) = default;
};

}  // namespace normalise
QUINDEX_END
