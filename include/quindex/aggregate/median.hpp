/// The middle child.
#pragma once

#include <vector>

#include "quindex/aggregate/concept.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The middle child, or the mean of the two in the middle: a single extreme child has no say.
struct median {
  static constexpr method_info info{
      .name = "median",
      .title = "Median",
      .summary = "The middle child, or the mean of the two in the middle: a single extreme child has no say.",
      .formula = R"(s = \mathrm{med}_j\, z_j)",
      .reference = "Munda (2008), Social Multi-Criteria Evaluation for a Sustainable Economy, chapter 4",
      .details = "Plain, not weighted: weights only say which children count, those of weight 0 do not."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] double score(column_view z, column_view w) const {
    std::vector<double> counting;
    counting.reserve(z.size());
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0) counting.push_back(z[j]);
    return numeric::median(counting);
  }

  friend bool operator==(const median&, const median&) = default;
};

}  // namespace aggregate
QUINDEX_END
