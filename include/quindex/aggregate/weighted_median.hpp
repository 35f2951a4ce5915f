/// The child in the middle of all weight.
#pragma once

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The child at which half of all weight is reached: a single extreme child has no say, a heavy one has more.
struct weighted_median {
  static constexpr method_info info{
      .name = "weighted_median",
      .title = "Weighted median",
      .summary =
          "The child at which half of all weight is reached: a single extreme child has no say, a heavy one has more.",
      .formula =
          R"(s = z_{(k)}, \quad \sum_{h<k} w_{(h)} < \tfrac12 < \sum_{h \le k} w_{(h)}, \qquad s = \tfrac12 (z_{(k)} + z_{(k+1)}) \text{ where the sum is } \tfrac12)",
      .reference =
          "Edgeworth (1888), On a new method of reducing observations relating to several quantities, Philosophical "
          "Magazine 25; Beliakov, Bustince and Calvo (2016), A Practical Guide to Averaging Functions, section 2.8",
      .details =
          "Where the children up to one have half of all weight (to 1e-12), the mean of it and of the next. With equal "
          "weights it is the median."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] double score(column_view z, column_view w) const {
    constexpr double slack = 1e-12;  // half of the weight is a sum of rounded numbers
    double all = 0;
    for (const double weight : w) all += weight;
    double seen = 0;
    double low = missing_value;
    double high = missing_value;
    row::for_each_sorted(z, w, false, [&](double child, double weight) {
      if (is_missing(high) && seen >= 0.5 * all - slack) high = child;
      seen += weight;
      if (is_missing(low) && seen >= 0.5 * all - slack) low = child;
      if (is_missing(high) && seen > 0.5 * all + slack) high = child;
    });
    return low == high ? low : low + 0.5 * (high - low);
  }

  friend bool operator==(const weighted_median&, const weighted_median&) = default;
};

}  // namespace aggregate
QUINDEX_END
