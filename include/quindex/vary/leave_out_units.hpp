/// Units that are left out.
#pragma once

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// Some units, drawn anew each time, are left out.
struct leave_out_units {
  int count = 1;
  std::vector<std::string> units{};

  static constexpr method_info info{
      .name = "leave_out_units",
      .title = "Units left out (jackknife)",
      .summary = "Some units, drawn anew each time, are left out.",
      .formula = R"(i \notin \{i_1, \dots, i_k\},\quad \text{every set of } k \text{ candidates equally likely})",
      .reference =
          "Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 11; selection sampling: Knuth "
          "(1997), The Art of Computer Programming, volume 2, section 3.4.2, algorithm S",
      .details =
          "Shows how much the scores of the others hang on one of them: on the unit that is the maximum of min-max "
          "scaling, for instance. A unit has no score and no rank in a replicate that leaves it out, and the ranks of "
          "the others are among those that are left, so that they are often better than their nominal ones. The mean "
          "shift of ranks compares with nominal ranks among the same units: it is 0 where nobody overtakes anybody."};

  static constexpr auto fields() {
    return fields_of(field("count", &leave_out_units::count, "How many are left out at a time.").at_least(1),
                     field("units", &leave_out_units::units, "Which may be left out; empty for all."));
  }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The rows that may be left out, ascending.
  [[nodiscard]] constants prepare(const scene& s) const;
  void change(const scene& s, const chance& c, alternative& out) const;
  /// The name of the unit, when it is one.
  [[nodiscard]] std::string level(const scene& s, const chance& c) const;

  friend bool operator==(const leave_out_units&, const leave_out_units&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/units.ipp"
#endif
