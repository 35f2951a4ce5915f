/// MABAC: distances from the border between what is above and below the typical unit.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The sum of a unit's distances above, less those below, the geometric mean of the units on every criterion.
struct mabac {
  static constexpr method_info info{
      .name = "mabac",
      .title = "MABAC",
      .summary =
          "The sum of a unit's distances above, less those below, the geometric mean of the units on every criterion.",
      .formula =
          R"(s_i = \sum_j (v_{ij} - g_j), \qquad v_{ij} = w_j\Big(\frac{x_{ij} - x_j^-}{x_j^+ - x_j^-} + 1\Big), \quad g_j = \Big(\prod_i v_{ij}\Big)^{1/n})",
      .reference =
          "Pamucar and Cirovic (2015), The selection of transport and handling resources in logistics centers using "
          "multi-attributive border approximation area comparison (MABAC), Expert Systems with Applications 42(6)",
      .details =
          "Multi-attributive border approximation area comparison. A score above 0 is in the upper approximation "
          "area. The order is that of weighted min-max scores: the border takes the same from every unit. A "
          "criterion that is the same for all units adds 0."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const std::size_t n = all.size();
    std::vector<double> out(n);
    std::vector<double> logarithms(n);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      if (reach.is_constant()) continue;
      for (std::size_t i = 0; i < n; ++i) logarithms[i] = 1 + reach.share(all.columns[j][i]);
      numeric::log(logarithms, logarithms);
      const double border = numeric::exp(numeric::mean(logarithms));
      for (std::size_t i = 0; i < n; ++i) out[i] += all.weights[j] * (1 + reach.share(all.columns[j][i]) - border);
    }
    return out;
  }

  friend bool operator==(const mabac&, const mabac&) = default;
};

}  // namespace aggregate
QUINDEX_END
