/// Enough data to be compared.
#pragma once

#include <string>
#include <vector>

#include "quindex/screen/concept.hpp"

QUINDEX_BEGIN
namespace screen {

/// Units take part that have values of enough indicators.
struct availability {
  double at_least = 2.0 / 3;
  double in_every_group = 0;
  double non_zero = 0;
  std::vector<std::string> keep{};
  std::vector<std::string> drop{};

  static constexpr method_info info{
      .name = "availability",
      .title = "Data availability",
      .summary = "Units take part that have values of enough indicators.",
      .formula = R"(\frac{|\{j : x_{ij} \text{ observed}\}|}{m} \ge a, \quad
\frac{|\{j : x_{ij} \ne 0\}|}{|\{j : x_{ij} \text{ observed}\}|} \ge z)",
      .reference =
          "Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for "
          "developing composite indicators, Journal of Open Source Software 7(78); screening",
      .details =
          "Shares are those of the indicators of the framework, in the table as it comes in, before any preparation. "
          "in_every_group asks the same of each group right below the index, as the Global Innovation Index does of "
          "its sub-indices. non_zero is for indicators where 0 stands for nothing reported; a unit without any value "
          "has a non-zero share of 0. A share equal to the limit is enough. keep and drop name units that the rule is "
          "not asked about. The notes of a result name every unit that is left out, with its share."};

  static constexpr auto fields() {
    using self = availability;
    return fields_of(
        field("at_least", &self::at_least, "The share of all indicators that a unit must have.").within(0, 1),
        field("in_every_group", &self::in_every_group, "The share of each main group's indicators that it must have.")
            .within(0, 1),
        field("non_zero", &self::non_zero, "The share of its values that must not be zero.").within(0, 1),
        field("keep", &self::keep, "Units that take part whatever they have."),
        field("drop", &self::drop, "Units that do not take part."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<verdict> judge(const candidates& all) const;

  friend bool operator==(const availability&, const availability&) = default;
};

}  // namespace screen
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/screen/impl/availability.ipp"
#endif
