/// Values drawn anew within their standard errors.
#pragma once

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// Every value that has a standard error is drawn anew from a normal distribution around itself.
struct cell_errors {
  double scale = 1;
  std::vector<std::string> only{};
  std::vector<std::vector<double>> correlation{};

  static constexpr method_info info{
      .name = "cell_errors",
      .title = "Errors of the cells",
      .summary = "Every value that has a standard error is drawn anew from a normal distribution around itself.",
      .formula = R"(x_{ij} := x_{ij} + s\,\sigma_{ij}\,z_{ij},\quad z_i \sim N(0, R))",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7; Saisana, Saltelli and "
          "Tarantola (2005), JRSS A 168(2) (one trigger for many numbers)",
      .details =
          "The standard errors are those of the table, per cell. Errors of different units are independent; those of "
          "a unit's indicators are correlated as the matrix says, whose rows and columns are the indicators of "
          "`only`, in that order; errors may be the same (1) or opposite (-1). Missing values stay missing. An error "
          "depends on the seed, the replicate, the unit and the indicator only: not on the order of units, nor on who "
          "else is in the table. Values that have bounds may leave them: clip them in the preparation."};

  static constexpr auto fields() {
    return fields_of(field("scale", &cell_errors::scale, "What the standard errors are multiplied by.").at_least(0),
                     field("only", &cell_errors::only, "The indicators it is for; empty for all that have errors."),
                     field("correlation", &cell_errors::correlation,
                           "Correlations of the errors of the indicators of `only`; empty for independent ones.")
                         .within(-1, 1));
  }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The columns; the lower triangle of the correlations; the names of columns and units.
  [[nodiscard]] constants prepare(const scene& s) const;
  void change(const scene& s, const chance& c, alternative& out) const;

  friend bool operator==(const cell_errors&, const cell_errors&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/cells.ipp"
#endif
