/// CODAS: distances from the worst that occurs, taxicab where Euclidean ones are as good as equal.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Distance from the worst that occurs against all other units, Euclidean first, taxicab where it differs enough.
struct codas {
  double threshold = 0.02;

  static constexpr method_info info{
      .name = "codas",
      .title = "CODAS",
      .summary =
          "Distance from the worst that occurs against all other units, Euclidean first, taxicab where it differs "
          "enough.",
      .formula =
          R"(s_i = \sum_k \big((E_i - E_k) + \psi(E_i - E_k)(T_i - T_k)\big), \quad \psi(d) = [\,|d| \ge \tau\,], \quad E_i = \sqrt{\textstyle\sum_j (r_{ij} - r_j^-)^2},\ T_i = \sum_j |r_{ij} - r_j^-|)",
      .reference =
          "Keshavarz Ghorabaee, Zavadskas, Turskis and Antucheviciene (2016), A new combinative distance-based "
          "assessment (CODAS) method for multi-criteria decision-making, Economic Computation and Economic "
          "Cybernetics Studies and Research 50(3)",
      .details =
          "r are weighted ratios to the best: x / max, or min / x where low is better. The measures are E and T. "
          "Taxicab distances count against units whose Euclidean distance differs by the threshold or more, as the "
          "formula in the paper has it. Since a unit that gets slightly better may fall out of, or into, such a "
          "comparison, a unit can score below another that it beats everywhere. Needs values of 0 or more, and above "
          "0 where low is better."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("threshold", &codas::threshold,
                           "The difference in Euclidean distance, tau, from which on taxicab distances count; 0.01 to "
                           "0.05 is usual.")
                         .at_least(0));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const codas&, const codas&) = default;

 private:
  struct distances {
    std::vector<double> euclidean, taxicab;
  };
  [[nodiscard]] static distances of(const alternatives& all);
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/codas.ipp"
#endif
