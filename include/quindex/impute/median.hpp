/// The median of the values there are.
#pragma once

#include "quindex/impute/concept.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take the median of the indicator.
struct median {
  static constexpr method_info info{
      .name = "median",
      .title = "Median imputation",
      .summary = "Missing values take the median of the indicator.",
      .formula = R"(x_i := \mathrm{med}_{k\ \mathrm{observed}}\, x_k \text{ where missing})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2",
      .details = "As mean, but a few extreme values do not move what is filled in."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] fill fit(const column& x) const { return {.value = observed(x, numeric::median(x.x))}; }

  friend bool operator==(const median&, const median&) = default;
};

}  // namespace impute
QUINDEX_END
