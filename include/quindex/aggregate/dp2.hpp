/// The distance P2: what each criterion adds that those before it have not said.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The distance from a unit that is worst everywhere, each criterion counting with what those before it do not explain.
struct dp2 {
  static constexpr method_info info{
      .name = "dp2",
      .title = "Distance P2 (DP2)",
      .summary =
          "The distance from a unit that is worst everywhere, each criterion counting with what those before it do not "
          "explain.",
      .formula = R"(s_i = \sum_j m w_j \frac{|x_{ij} - x_j^-|}{\sigma_j} \big(1 - R^2_{j \cdot j-1, \dots, 1}\big))",
      .reference =
          "Pena Trapero (1977), Problemas de la medicion del bienestar y conceptos afines, Instituto Nacional de "
          "Estadistica, Madrid; Zarzosa Espina and Somarriba Arechavala (2013), An assessment of social welfare in "
          "Spain: territorial analysis using a synthetic welfare indicator, Social Indicators Research 111(1)",
      .details =
          "The order of criteria is found by rounds: first all count fully (Frechet's distance), then they are "
          "ordered by their absolute correlation with the distance of the round before, the highest first, until the "
          "order stays. On one table in about a hundred it goes in a circle instead; then that order of the circle is "
          "taken whose first criterion correlates most with its own distance, and the measure `settled` is 0 rather "
          "than 1. Equal weights give the paper's form, where a criterion counts 1 in its own standard deviations "
          "(divided by n); weights multiply that. A criterion that those before it explain fully (to 1e-12), or that "
          "is the same for all units, adds nothing. The measure `frechet` is the distance of the first round, which "
          "no unit exceeds."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const;

  friend bool operator==(const dp2&, const dp2&) = default;
};

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/dp2.ipp"
#endif
