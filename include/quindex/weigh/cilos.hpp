/// Weights by what the other children lose when one is best.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs the more, the less it loses where another child is at its best.
struct cilos {
  static constexpr method_info info{
      .name = "cilos",
      .title = "CILOS weights",
      .summary = "A child weighs the more, the less it loses where another child is at its best.",
      .formula =
          R"(F w = 0, \quad f_{ij} = p_{ij} = \frac{a_{jj} - a_{ij}}{a_{jj}}, \quad f_{jj} = -\sum_{i \ne j} p_{ij}, \quad \sum_j w_j = 1)",
      .reference =
          "Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM, "
          "International Journal of Information Technology and Decision Making 15(2); after Mirkin (1974)",
      .details =
          "Criterion impact loss. a_ij is the value of child j for the unit that is best on child i, as a share of "
          "the column's sum, after turning children of which low is better into lowest value over value. Where "
          "several units are best on a child, the losses for them are averaged, so that the order of units does not "
          "matter. Scores have to be above 0. Units with a missing score are left out. A child that is the same for "
          "every unit never loses and would take all the weight by the formula: it weighs 0 instead. An error when "
          "the losses leave the weights open, as when one unit is best on every child."};
  static constexpr claim_set claims = claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const cilos&, const cilos&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/cilos.ipp"
#endif
