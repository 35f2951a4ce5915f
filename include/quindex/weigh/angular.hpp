/// Weights by the angle between a child and one on which all units are equal.
#pragma once

#include <cmath>

#include "quindex/numeric/arctangent.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as the angle between its scores and scores that are the same for every unit.
struct angular {
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "angular",
      .title = "Angular weights",
      .summary = "A child weighs as much as the angle between its scores and scores that are the same for every unit.",
      .formula = R"(w_j = \frac{u_j}{\sum_k u_k}, \qquad u_j = \arccos\frac{\sum_i z_{ij}}{\sqrt{n \sum_i z_{ij}^2}})",
      .reference =
          "Shuai, Zongzhun, Yongji and Lei (2012), A new angular method to determine the objective weights, 24th "
          "Chinese Control and Decision Conference, 3889-3892",
      .details =
          "角度法. The angle is the arctangent of the coefficient of variation (with n below), so the weights are "
          "close to those of coefficient_of_variation, with less for the children that vary most. The sign of the "
          "mean does not matter. A child that is the same for every unit weighs 0."};
  static constexpr claim_set claims = claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("rows", &angular::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    std::vector<double> out;
    for (std::size_t j = 0; j < c.size(); ++j) {
      const numeric::moments m(c.x[j]);
      // By the tangent, since the arccosine of a number close to 1 has lost half of its digits.
      out.push_back(c.is_constant(j) ? 0 : numeric::arctangent(m.sd(0), std::abs(m.mean)));
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const angular&, const angular&) = default;
};

}  // namespace weigh
QUINDEX_END
