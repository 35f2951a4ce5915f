/// The weighted harmonic mean.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The weighted harmonic mean: stricter with low children than the geometric mean.
struct harmonic_mean {
  static constexpr method_info info{
      .name = "harmonic_mean",
      .title = "Harmonic mean",
      .summary = "The weighted harmonic mean: stricter with low children than the geometric mean.",
      .formula = R"(s = \Big(\sum_j w_j / z_j\Big)^{-1})",
      .reference =
          "UNDP (2024), Human Development Report 2023/24, Technical note 4: indices of women and men; OECD and JRC "
          "(2008), section 6.2",
      .details = "A child of 0 (with a weight above 0) makes the score 0, its limit; scores below 0 are refused."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::optional<numeric::mean_job> as_mean() const {
    return numeric::mean_job{.f = numeric::mean_of::reciprocals};
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const { return mean_of_children(*as_mean(), z, w); }

  friend bool operator==(const harmonic_mean&, const harmonic_mean&) = default;
};

}  // namespace aggregate
QUINDEX_END
