/// The range of value method.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The middle between the best and the worst utility of a unit.
struct rov {
  static constexpr method_info info{
      .name = "rov",
      .title = "Range of value (ROV)",
      .summary = "The middle between the best and the worst utility of a unit.",
      .formula =
          R"(s_i = \tfrac12 (u_i^+ + u_i^-), \qquad u_i^+ = \sum_{j \in \text{benefit}} w_j \frac{x_{ij} - \min_k x_{kj}}{\max_k x_{kj} - \min_k x_{kj}}, \quad u_i^- = \sum_{j \in \text{cost}} w_j \frac{\max_k x_{kj} - x_{ij}}{\max_k x_{kj} - \min_k x_{kj}})",
      .reference =
          "Yakowitz, Lane and Szidarovszky (1993), Multi-attribute decision making: dominance with respect to an "
          "importance order of the attributes, Applied Mathematics and Computation 54(2-3)",
      .details =
          "The measures are the two utilities. Where all criteria are better when high, it is half the weighted mean "
          "of min-max scores. A criterion that is the same for all units counts as at its best."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    std::vector<double> out = utility(all, true);
    const std::vector<double> of_costs = utility(all, false);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = 0.5 * (out[i] + of_costs[i]);
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return {{"benefits", utility(all, true)}, {"costs", utility(all, false)}};
  }

  friend bool operator==(const rov&, const rov&) = default;

 private:
  [[nodiscard]] static std::vector<double> utility(const alternatives& all, bool benefits) {
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      if (all.better_when_high[j] != benefits) continue;
      const criterion::ends reach = criterion::ends_of(all, j);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += all.weights[j] * reach.share(all.columns[j][i]);
    }
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
