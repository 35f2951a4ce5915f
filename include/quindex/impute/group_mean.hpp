/// The mean of the unit's peers.
#pragma once

#include "quindex/impute/concept.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take the mean of the indicator over the units of the same group.
struct group_mean {
  static constexpr method_info info{
      .name = "group_mean",
      .title = "Group means",
      .summary = "Missing values take the mean of the indicator over the units of the same group.",
      .formula =
          R"(x_i := \frac{1}{|G_i|} \sum_{k \in G_i} x_k \text{ where missing, } G_i \text{ the units of } i\text{'s group with a value})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2",
      .details =
          "Groups are those of the table. A cell stays missing where its whole group has no value, and where the unit "
          "has no group (an empty label)."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] fill fit(const column& x) const {
    return fill_by_group(x, info.name, [](column_view values) { return numeric::mean(values); });
  }

  friend bool operator==(const group_mean&, const group_mean&) = default;
};

}  // namespace impute
QUINDEX_END
