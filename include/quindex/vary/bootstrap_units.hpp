/// Units drawn with replacement.
#pragma once

#include "quindex/vary/concept.hpp"

QUINDEX_BEGIN
namespace vary {

/// The index is computed on as many units, drawn from the units with replacement.
struct bootstrap_units {
  static constexpr method_info info{
      .name = "bootstrap_units",
      .title = "Units drawn with replacement (bootstrap)",
      .summary = "The index is computed on as many units, drawn from the units with replacement.",
      .formula = R"(i_k = 1 + \lfloor n\,u_k \rfloor,\quad k = 1, \dots, n)",
      .reference = "Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 6",
      .details =
          "For units that are a sample of many. A unit that is not drawn, which happens in 37 % of the replicates, "
          "has no score and no rank there; one that is drawn several times counts several times in whatever is "
          "fitted, and has one rank. Ranks are among the units that are drawn, so that they are often better than the "
          "nominal ones; the mean shift of ranks compares with nominal ranks among the same units. Of an index of all "
          "countries there are, the units are no sample: leave_out_units asks a better question."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  void change(const scene& s, const chance& c, alternative& out) const;

  friend bool operator==(const bootstrap_units&, const bootstrap_units&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/units.ipp"
#endif
