/// Weights by how far apart units are, relative to the mean.
#pragma once

#include <cmath>

#include "quindex/numeric/moments.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as its scores spread relative to their mean.
struct coefficient_of_variation {
  int ddof = 1;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "coefficient_of_variation",
      .title = "Coefficient of variation weights",
      .summary = "A child weighs as much as its scores spread relative to their mean.",
      .formula = R"(w_j = \frac{v_j}{\sum_k v_k}, \qquad v_j = \frac{s_j}{|\bar z_j|})",
      .reference =
          "Shuai, Zongzhun, Yongji and Lei (2012), A new angular method to determine the objective weights, 24th "
          "Chinese Control and Decision Conference, 3889-3892",
      .details =
          "变异系数法, usual in Chinese index studies. It needs scores with a natural zero: adding a constant to a "
          "child changes its weight, and a mean of 0 is refused. A child that is the same for every unit weighs 0. "
          "ddof cancels unless children miss scores of different units."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("ddof", &coefficient_of_variation::ddof, "What is taken from the number of units: 0 or 1.").within(0, 1),
        field("rows", &coefficient_of_variation::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    std::vector<double> out;
    for (std::size_t j = 0; j < c.size(); ++j) {
      const numeric::moments m(c.x[j]);
      if (!c.is_constant(j) && m.mean == 0)
        throw data_error({g.where() + "/" + g.children[j], "the mean of the scores is 0",
                          "coefficient_of_variation divides by it; use standard_deviation"});
      out.push_back(c.is_constant(j) ? 0 : m.sd(static_cast<std::size_t>(ddof)) / std::abs(m.mean));
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const coefficient_of_variation&, const coefficient_of_variation&) = default;
};

}  // namespace weigh
QUINDEX_END
