/// The value of another unit, by lot or by likeness.
#pragma once

#include "quindex/impute/donor_table.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values take those of another unit, drawn from its group or from the units that are most alike.
struct hot_deck {
  bool within_groups = false;
  int nearest = 0;
  int seed = 1;

  static constexpr method_info info{
      .name = "hot_deck",
      .title = "Hot deck",
      .summary =
          "Missing values take those of another unit, drawn from its group or from the units that are most alike.",
      .formula = R"(x_{ij} := x_{d(i)j}, \quad d(i) \text{ drawn from the donors of } i)",
      .reference =
          "Andridge and Little (2010), A review of hot deck imputation for survey non-response, International "
          "Statistical Review 78(1); OECD and JRC (2008), Handbook on Constructing Composite Indicators, "
          "section 4.2",
      .details =
          "Donors are all units, those of the same group with within_groups, or the nearest so many with nearest "
          "(distances as in nearest_neighbours; 1 is the nearest-donor hot deck, without any lot but among equals). "
          "All missing cells of a unit come from one donor as far as it has them, so that its values go together. The "
          "draw depends on the seed and the two units only: not on the order of units. A cell stays missing where no "
          "donor has the indicator."};

  static constexpr auto fields() {
    return fields_of(
        field("within_groups", &hot_deck::within_groups, "Whether donors serve units of their own group only."),
        field("nearest", &hot_deck::nearest, "From how many of the nearest units is drawn; 0 for all.").at_least(0),
        field("seed", &hot_deck::seed, "Where the random numbers come from.").at_least(0));
  }
  [[nodiscard]] fills::donors fit(const indicators& all) const {
    if (within_groups && all.groups.empty())
      throw spec_error({all.where, "hot_deck within groups needs groups of units, the table has none",
                        "give the table groups, or draw from all units"});
    fills::donors out = donor_table(all, info.name);
    if (within_groups) out.groups.assign(all.groups.begin(), all.groups.end());
    out.nearest = nearest;
    out.take = fills::donation::random;
    out.seed = seed;
    return out;
  }

  friend bool operator==(const hot_deck&, const hot_deck&) = default;
};

}  // namespace impute
QUINDEX_END
