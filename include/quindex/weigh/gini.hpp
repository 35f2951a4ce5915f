/// Weights by the Gini coefficient.
#pragma once

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as units are unequal on it.
struct gini {
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "gini",
      .title = "Gini coefficient weights",
      .summary = "A child weighs as much as units are unequal on it.",
      .formula = R"(w_j = \frac{G_j}{\sum_k G_k}, \qquad G_j = \frac{\sum_i \sum_l |z_{ij} - z_{lj}|}{2 n^2 \bar z_j})",
      .reference =
          "Li and Chi (2009), A new determining objective weights method: Gini coefficient weight, First "
          "International Conference on Information Science and Engineering, 3726-3729",
      .details =
          "基尼系数法. Scores have to be 0 or more. A child that is the same for every unit weighs 0. One sort per "
          "child instead of all pairs of units."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("rows", &gini::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    refuse_below_zero(c, g, info.name, true);
    std::vector<double> out, terms;
    numeric::ranker sorter;
    for (std::size_t j = 0; j < c.size(); ++j) {
      const std::span<const std::size_t> order = sorter.order(c.x[j], false);
      const std::size_t n = c.reach[j].n;
      const double mean = numeric::moments(c.x[j]).mean;
      terms.resize(n);
      // About the mean: the factors sum to 0, so that it cancels, and digits do not.
      for (std::size_t i = 0; i < n; ++i)
        terms[i] = (2 * static_cast<double>(i) + 1 - static_cast<double>(n)) * (c.x[j][order[i]] - mean);
      const double count = static_cast<double>(n);
      out.push_back(c.is_constant(j) ? 0 : numeric::sum(terms) / (count * count * mean));
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const gini&, const gini&) = default;
};

}  // namespace weigh
QUINDEX_END
