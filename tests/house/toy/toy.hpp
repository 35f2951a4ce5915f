/// A toy: the observed range becomes [low, high], as a method of nobody's.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Maps the observed range of each indicator onto [low, high], to show how little a method takes.
struct toy {
  double low = 1;
  double high = 7;

  static constexpr method_info info{
      .name = "toy",
      .title = "Toy rescaling",
      .summary = "Maps the observed range onto [low, high], to show how little a method takes.",
      .formula = R"(z = l + (h - l)\frac{x - \min x}{\max x - \min x})",
      .reference = "nobody (2022), Nothing in particular",
      .details = "It exists in a test only."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("low", &toy::low, "Score of the worst value.").within(-10, 10),
                     field("high", &toy::high, "Score of the best value."));
  }
  void check(const path& where) const { describe::check_below(where, low, high); }
  [[nodiscard]] any_map fit(const column& x) const {
    const ends seen = observed_ends(x, info.name);
    return maps::affine{.origin = seen.worst, .range = seen.range(), .base = low, .span = high - low};
  }

  friend bool operator==(const toy&, const toy&) = default;
};

}  // namespace normalise
QUINDEX_END
