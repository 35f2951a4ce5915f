/// A child that is not there counts as nothing.
#pragma once

#include "quindex/missing/concept.hpp"

QUINDEX_BEGIN
namespace missing {

/// A missing child counts with the score 0.
struct zero {
  double at_least = 0;

  static constexpr method_info info{
      .name = "zero",
      .title = "Missing counts as zero",
      .summary = "A missing child counts with the score 0.",
      .formula = R"(z_{ij} := 0 \text{ where missing})",
      .reference =
          "Hale et al. (2021), A global panel database of pandemic policies (Oxford COVID-19 Government Response "
          "Tracker), Nature Human Behaviour 5",
      .details =
          "For scores that count what has been done, where silence means nothing was. The stringency index of nine "
          "indicators asks for eight of them: at_least = 8/9 with equal weights. Not for scores whose 0 is not the "
          "worst, such as z-scores."};

  static constexpr auto fields() {
    return fields_of(field("at_least", &zero::at_least,
                           "Least share of the group's weight that has to be there; below it the unit has no score.")
                         .within(0, 1));
  }
  [[nodiscard]] missing::rule rule() const { return {missing::rule::kind::zero, at_least}; }

  friend bool operator==(const zero&, const zero&) = default;
};

}  // namespace missing
QUINDEX_END
