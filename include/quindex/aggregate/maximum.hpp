/// The highest child.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The highest child: the best side of a unit is what counts.
struct maximum {
  static constexpr method_info info{.name = "maximum",
                                    .title = "Maximum",
                                    .summary = "The highest child: the best side of a unit is what counts.",
                                    .formula = R"(s = \max_j z_j)",
                                    .reference = "Hardy, Littlewood and Polya (1934), Inequalities, chapter 2",
                                    .details =
                                        "The limit of the power mean for ever higher exponents. Weights only say which "
                                        "children count: those of weight 0 do not."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double out = missing_value;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0 && !(out >= z[j])) out = z[j];
    return out;
  }

  friend bool operator==(const maximum&, const maximum&) = default;
};

}  // namespace aggregate
QUINDEX_END
