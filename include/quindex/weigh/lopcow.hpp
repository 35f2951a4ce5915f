/// Weights by the logarithm of size over spread.
#pragma once

#include <cmath>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as the logarithm of the size of its scores relative to their spread.
struct lopcow {
  int ddof = 1;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "lopcow",
      .title = "LOPCOW weights",
      .summary = "A child weighs as much as the logarithm of the size of its scores relative to their spread.",
      .formula =
          R"(w_j = \frac{V_j}{\sum_k V_k}, \quad V_j = 100\,\left|\ln \frac{\sqrt{\frac{1}{n} \sum_i r_{ij}^2}}{s_j}\right|, \quad r_{ij} = \frac{z_{ij} - \min_j}{\max_j - \min_j})",
      .reference =
          "Ecer and Pamucar (2022), A novel LOPCOW-DOBI multi-criteria sustainability performance assessment "
          "methodology, Omega 112, 102690",
      .details =
          "Logarithmic percentage change-driven objective weighting. r is turned round where low is better, so the "
          "direction matters. Made against extreme weights: a child that varies little about a high level gains, "
          "which is the reverse of dispersion weights. A child that is the same for every unit has no r and weighs 0."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("ddof", &lopcow::ddof, "What is taken from the number of units: 0 or 1.").within(0, 1),
                     field("rows", &lopcow::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    std::vector<double> out;
    for (std::size_t j = 0; j < c.size(); ++j) {
      const numeric::moments m(c.x[j]);
      const double worst = g.is_high_better(j) ? c.reach[j].low : c.reach[j].high;
      const double from_worst = m.mean - worst;
      // The mean square is variance plus squared mean; the range cancels in the quotient.
      const double size = m.variance(0) + from_worst * from_worst;
      out.push_back(c.is_constant(j) ? 0
                                     : std::abs(numeric::log(size / m.variance(static_cast<std::size_t>(ddof))) / 2));
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const lopcow&, const lopcow&) = default;
};

}  // namespace weigh
QUINDEX_END
