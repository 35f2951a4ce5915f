/// Values of which an interval is known.
#pragma once

#include <utility>

#include "quindex/draw/methods.hpp"
#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// Every value is drawn anew within an interval around itself.
struct intervals {
  std::vector<std::pair<std::string, double>> half_widths{};
  bool relative = false;
  draw::method draw{draw::uniform{.low = -1, .high = 1}};

  static constexpr method_info info{
      .name = "intervals",
      .title = "Interval data",
      .summary = "Every value is drawn anew within an interval around itself.",
      .formula = R"(x_{ij} := x_{ij} + h_{ij}\,F^{-1}(u_{ij}))",
      .reference =
          "Lahdelma and Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis for group decision "
          "making, Operations Research 49(3) (criteria with intervals)",
      .details =
          "Half the width of the interval is given by indicator, in its own unit or as a share of the value; without "
          "any, the table's standard errors are taken for half widths, cell by cell. Within the interval values are "
          "as likely as the distribution on [-1, 1] says: uniform unless said. All cells are independent, missing "
          "values stay missing, and a number depends on the seed, the replicate, the unit and the indicator only."};

  static constexpr auto fields() {
    return fields_of(field("half_widths", &intervals::half_widths,
                           "Half the width of the interval by indicator; empty for the table's standard errors.")
                         .at_least(0),
                     field("relative", &intervals::relative, "Whether half widths are shares of the value."),
                     field("draw", &intervals::draw, "The distribution on [-1, 1], times half the width."));
  }
  void check(const path& where) const { draw.check(where / "draw"); }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The columns; their half widths, if they have one; the names of columns and units.
  [[nodiscard]] constants prepare(const scene& s) const;
  void change(const scene& s, const chance& c, alternative& out) const;

  friend bool operator==(const intervals&, const intervals&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/cells.ipp"
#endif
