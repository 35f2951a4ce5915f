/// EDAS: distances above and below the average unit.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How far a unit is above the average, and how little below it, over all criteria.
struct edas {
  static constexpr method_info info{
      .name = "edas",
      .title = "EDAS",
      .summary = "How far a unit is above the average, and how little below it, over all criteria.",
      .formula =
          R"(s_i = \frac12\Big(\frac{S_i^P}{\max_k S_k^P} + 1 - \frac{S_i^N}{\max_k S_k^N}\Big), \qquad S_i^P = \sum_j w_j \frac{\max(0, \pm(x_{ij} - \bar x_j))}{\bar x_j}, \quad S_i^N = \sum_j w_j \frac{\max(0, \mp(x_{ij} - \bar x_j))}{\bar x_j})",
      .reference =
          "Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis (2015), Multi-criteria inventory classification using a "
          "new method of evaluation based on distance from average solution (EDAS), Informatica 26(3)",
      .details =
          "The measures are S^P and S^N. Needs values of 0 or more: it divides by means. A criterion that is the "
          "same for all units adds nothing; units that are all the same score 0.5: no one is above the average, no "
          "one below."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    sums found = of(all);
    const double most = numeric::range(found.above).high;
    const double least = numeric::range(found.below).high;
    for (std::size_t i = 0; i < found.above.size(); ++i)
      found.above[i] = 0.5 * (criterion::over(found.above[i], most) + (1 - criterion::over(found.below[i], least)));
    return std::move(found.above);
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    sums found = of(all);
    return {{"above_average", std::move(found.above)}, {"below_average", std::move(found.below)}};
  }

  friend bool operator==(const edas&, const edas&) = default;

 private:
  struct sums {
    std::vector<double> above, below;
  };
  [[nodiscard]] static sums of(const alternatives& all) {
    criterion::need_non_negative(all, info.name);
    sums out{std::vector<double>(all.size()), std::vector<double>(all.size())};
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      if (criterion::ends_of(all, j).is_constant()) continue;
      const double mean = numeric::mean(all.columns[j]);
      const double sign = all.better_when_high[j] ? 1.0 : -1.0;
      for (std::size_t i = 0; i < all.size(); ++i) {
        const double d = all.weights[j] * (sign * (all.columns[j][i] - mean) / mean);
        (d > 0 ? out.above : out.below)[i] += std::abs(d);
      }
    }
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
