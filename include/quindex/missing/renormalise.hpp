/// The children that are there carry the group.
#pragma once

#include "quindex/missing/concept.hpp"

QUINDEX_BEGIN
namespace missing {

/// The weights of the children that are there are rescaled to sum to one.
struct renormalise {
  double at_least = 0;

  static constexpr method_info info{
      .name = "renormalise",
      .title = "Weights of the children present",
      .summary = "The weights of the children that are there are rescaled to sum to one.",
      .formula = R"(s_i = f(z_{ij}, w_j / \sum_{k\ \mathrm{present}} w_k), \quad j\ \mathrm{present})",
      .reference =
          "CMS (2021), Overall Hospital Quality Star Rating, methodology: measure group weights are redistributed",
      .details =
          "Same as giving the missing child the unit's own score for the group (shadow imputation). With at_least a "
          "unit has a score only when children of that share of the group's weight are there; hospital star "
          "ratings and many statistical offices ask for such a floor."};

  static constexpr auto fields() {
    return fields_of(field("at_least", &renormalise::at_least,
                           "Least share of the group's weight that has to be there; below it the unit has no score.")
                         .within(0, 1));
  }
  [[nodiscard]] missing::rule rule() const { return {missing::rule::kind::renormalise, at_least}; }

  friend bool operator==(const renormalise&, const renormalise&) = default;
};

}  // namespace missing
QUINDEX_END
