/// CRADIS: compromise by distances from an ideal and an anti-ideal.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The mean of two utilities: nearness to the ideal and distance from the anti-ideal, each against the best possible
/// unit.
struct cradis {
  static constexpr method_info info{
      .name = "cradis",
      .title = "CRADIS",
      .summary =
          "The mean of two utilities: nearness to the ideal and distance from the anti-ideal, each against the best "
          "possible unit.",
      .formula =
          R"(s_i = \tfrac12 \Big( \frac{S_0^+}{S_i^+} + \frac{S_i^-}{S_0^-} \Big), \quad S_i^+ = \sum_j (\max v - v_{ij}), \quad S_i^- = \sum_j (v_{ij} - \min v), \quad v_{ij} = w_j \frac{x_{ij}}{\max_k x_{kj}} \text{ or } w_j \frac{\min_k x_{kj}}{x_{ij}})",
      .reference =
          "Puska, Stevic and Pamucar (2022), Evaluation and selection of healthcare waste incinerators using extended "
          "sustainability criteria and multi-criteria analysis methods, Environment, Development and Sustainability 24",
      .details =
          "Compromise ranking of alternatives from distance to ideal solution. The ideal is the largest weighted value "
          "of the whole table, the anti-ideal the smallest; unit 0 has the best of every criterion. Benefit criteria "
          "are x/max, cost criteria min/x. Values have to be above 0. A utility of 0/0 is 1: the unit is the best "
          "possible one."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const utilities of(all);
    std::vector<double> out(all.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = 0.5 * (of.near[i] + of.far[i]);
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    utilities of(all);
    return {{"utility_ideal", std::move(of.near)}, {"utility_anti_ideal", std::move(of.far)}};
  }

  friend bool operator==(const cradis&, const cradis&) = default;

 private:
  struct utilities {
    std::vector<double> near, far;
    explicit utilities(const alternatives& all);
  };
};

inline cradis::utilities::utilities(const alternatives& all) : near(all.size(), 0.0), far(all.size(), 0.0) {
  criterion::need_positive(all, info.name);
  const std::size_t m = all.columns.size();
  double ideal = 0;
  double anti_ideal = missing_value;
  for (std::size_t j = 0; j < m; ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    ideal = std::max(ideal, all.weights[j]);  // the best of a criterion is its weight
    const double lowest = all.weights[j] * (reach.low() / reach.high());
    if (!(anti_ideal <= lowest)) anti_ideal = lowest;
  }
  double best_near = 0;
  double best_far = 0;
  for (std::size_t j = 0; j < m; ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    best_near += ideal - all.weights[j];
    best_far += all.weights[j] - anti_ideal;
    for (std::size_t i = 0; i < near.size(); ++i) {
      const double x = all.columns[j][i];
      const double v = all.weights[j] * (all.better_when_high[j] ? x / reach.best : reach.best / x);
      near[i] += ideal - v;
      far[i] += v - anti_ideal;
    }
  }
  for (std::size_t i = 0; i < near.size(); ++i) {
    near[i] = near[i] == best_near ? 1.0 : best_near / near[i];
    far[i] = far[i] == best_far ? 1.0 : far[i] / best_far;
  }
}

}  // namespace aggregate
QUINDEX_END
