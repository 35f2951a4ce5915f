/// The mean of the values there are.
#pragma once

#include "quindex/impute/concept.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take the mean of the indicator.
struct mean {
  static constexpr method_info info{
      .name = "mean",
      .title = "Mean imputation",
      .summary = "Missing values take the mean of the indicator.",
      .formula = R"(x_i := \frac{1}{n} \sum_{k\ \mathrm{observed}} x_k \text{ where missing})",
      .reference = "Little and Rubin (2002), Statistical Analysis with Missing Data, section 4.2",
      .details = "Understates variance and correlations; units whose value was filled move towards the middle."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] fill fit(const column& x) const {
    const numeric::tally seen = numeric::total(x.x);
    return {.value = observed(x, seen.sum / static_cast<double>(seen.n))};
  }

  friend bool operator==(const mean&, const mean&) = default;
};

}  // namespace impute
QUINDEX_END
