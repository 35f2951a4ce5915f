/// An imputation that has been fitted before.
#pragma once

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// An imputation fitted before: the same cells are filled in the same way, whatever else is in the table.
struct fixed {
  joint_fill fill{};

  static constexpr method_info info{
      .name = "fixed",
      .title = "Fixed imputation",
      .summary =
          "An imputation fitted before: the same cells are filled in the same way, whatever else is in the table.",
      .formula = R"(x_i := \hat f(x_i) \text{ where missing})",
      .reference = "definition",
      .details =
          "What freezing makes of the imputations that look at several indicators. Those that look at one "
          "indicator become constant."};

  static constexpr auto fields() { return fields_of(field("fill", &fixed::fill, "What fitting has left behind.")); }
  [[nodiscard]] joint_fill fit(const indicators& /*unused*/) const { return fill; }

  friend bool operator==(const fixed&, const fixed&) = default;
};

}  // namespace impute
QUINDEX_END
