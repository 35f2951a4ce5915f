/// Weights by what removing a child changes.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as the units' performance changes when it is taken away.
struct merec {
  static constexpr method_info info{
      .name = "merec",
      .title = "MEREC weights",
      .summary = "A child weighs as much as the units' performance changes when it is taken away.",
      .formula =
          R"(w_j = \frac{E_j}{\sum_k E_k}, \quad E_j = \sum_i |S_{ij}' - S_i|, \quad S_i = \ln\Big(1 + \frac{1}{m} \sum_j |\ln x_{ij}|\Big), \quad S_{ij}' = \ln\Big(1 + \frac{1}{m} \sum_{k \ne j} |\ln x_{ik}|\Big))",
      .reference =
          "Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene (2021), Determination of objective "
          "weights using a new method based on the removal effects of criteria (MEREC), Symmetry 13(4), 525",
      .details =
          "x is the lowest value over z where high is better, z over the highest value where low is better. Made for "
          "raw columns above 0; inside an index it sees scores, which have to be above 0 too: let the worst unit "
          "have 1, not 0. Units with a missing score are left out. A child that is the same for every unit weighs 0."};
  static constexpr claim_set claims = claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const merec&, const merec&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/merec.ipp"
#endif
