/// A group without all of its children has no score.
#pragma once

#include "quindex/missing/concept.hpp"

QUINDEX_BEGIN
namespace missing {

/// A unit that lacks a child has no score for the group.
struct propagate {
  static constexpr method_info info{
      .name = "propagate",
      .title = "No score without all children",
      .summary = "A unit that lacks a child has no score for the group.",
      .formula = R"(s_i = \text{missing if any } z_{ij} \text{ is})",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical notes: no HDI without all four indicators",
      .details =
          "The strictest policy, and the default: nothing is assumed about what is not known. Children of weight 0 "
          "are not asked for."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] missing::rule rule() const { return {missing::rule::kind::propagate, 1.0}; }

  friend bool operator==(const propagate&, const propagate&) = default;
};

}  // namespace missing
QUINDEX_END
