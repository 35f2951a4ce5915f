/// The weighted arithmetic mean.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The weighted arithmetic mean: a low child is made up for by a high one.
struct arithmetic_mean {
  static constexpr method_info info{
      .name = "arithmetic_mean",
      .title = "Arithmetic mean",
      .summary = "The weighted arithmetic mean: a low child is made up for by a high one.",
      .formula = R"(s = \sum_j w_j z_j)",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.2",
      .details = "Fully compensatory: weights are rates at which children are exchanged for one another."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::optional<numeric::mean_job> as_mean() const { return numeric::mean_job{}; }
  [[nodiscard]] double score(column_view z, column_view w) const { return mean_of_children({}, z, w); }
  void contributions(column_view z, column_view w, std::span<double> out) const {
    for (std::size_t j = 0; j < z.size(); ++j) out[j] = w[j] == 0.0 ? 0.0 : w[j] * z[j];
  }

  friend bool operator==(const arithmetic_mean&, const arithmetic_mean&) = default;
};

}  // namespace aggregate
QUINDEX_END
