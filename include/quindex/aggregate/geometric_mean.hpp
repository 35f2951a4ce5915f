/// The weighted geometric mean.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The weighted geometric mean: the lower a child, the more it would take of another to make up for it.
struct geometric_mean {
  static constexpr method_info info{
      .name = "geometric_mean",
      .title = "Geometric mean",
      .summary = "The weighted geometric mean: the lower a child, the more it would take of another to make up for it.",
      .formula = R"(s = \prod_j z_j^{w_j})",
      .reference = "UNDP (2024), Human Development Report 2023/24, Technical note 1; OECD and JRC (2008), section 6.2",
      .details =
          "A child of 0 (with a weight above 0) makes the score 0; scores below 0 are refused. Children should "
          "therefore be normalised to a scale above 0, such as 1 to 100, or between goalposts."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::optional<numeric::mean_job> as_mean() const {
    return numeric::mean_job{.f = numeric::mean_of::logarithms};
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const { return mean_of_children(*as_mean(), z, w); }

  friend bool operator==(const geometric_mean&, const geometric_mean&) = default;
};

}  // namespace aggregate
QUINDEX_END
