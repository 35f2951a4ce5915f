/// A child that is not there is taken from the unit's peers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/missing/concept.hpp"

QUINDEX_BEGIN
namespace missing {

/// A missing child takes its mean over the units of the same group.
struct group_mean {
  std::vector<std::pair<std::string, double>> means{};

  static constexpr method_info info{
      .name = "group_mean",
      .title = "Mean of the peers",
      .summary = "A missing child takes its mean over the units of the same group.",
      .formula =
          R"(z_{ij} := \frac{1}{|G_i|} \sum_{k \in G_i} z_{kj} \text{ where missing, } G_i \text{ the units of } i\text{'s group with a } z_{kj})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 4.2",
      .details =
          "Groups of units are those of the table; without groups the mean is over all units. Where a whole group "
          "lacks the child, the unit has no score. The means are part of what is fitted, so a later table is filled "
          "with those of the table the index was fitted to. A unit without any child has no score."};

  static constexpr auto fields() {
    return fields_of(
        field("means", &group_mean::means,
              "Means fitted before, by code of the child, or code/group; empty to take them from the table."));
  }
  [[nodiscard]] missing::rule rule() const { return {missing::rule::kind::group_mean, 0.0}; }

  friend bool operator==(const group_mean&, const group_mean&) = default;
};

}  // namespace missing
QUINDEX_END
