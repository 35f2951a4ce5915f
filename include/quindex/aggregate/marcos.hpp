/// MARCOS: utility between an anti-ideal and an ideal unit.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The compromise between a unit's utility relative to the worst and to the best that occurs.
struct marcos {
  static constexpr method_info info{
      .name = "marcos",
      .title = "MARCOS",
      .summary = "The compromise between a unit's utility relative to the worst and to the best that occurs.",
      .formula =
          R"(s_i = \frac{K_i^+ + K_i^-}{1 + \frac{1 - f(K_i^+)}{f(K_i^+)} + \frac{1 - f(K_i^-)}{f(K_i^-)}}, \quad K_i^\pm = \frac{S_i}{S^\pm},\ f(K_i^\pm) = \frac{K_i^\mp}{K_i^+ + K_i^-},\ S_i = \sum_j w_j r_{ij},\ r_{ij} = \frac{x_{ij}}{x_j^+} \text{ or } \frac{x_j^+}{x_{ij}})",
      .reference =
          "Stevic, Pamucar, Puska and Chatterjee (2020), Sustainable supplier selection in healthcare industries "
          "using a new MCDM method: measurement of alternatives and ranking according to compromise solution "
          "(MARCOS), Computers and Industrial Engineering 140",
      .details =
          "S+ and S- are the sums of an ideal unit, best everywhere, and of an anti-ideal one, worst everywhere. The "
          "measures are K- and K+. Needs values above 0. For one table the score is a multiple of S, so that the "
          "order is that of the weighted ratios to the best."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const utilities k = of(all);
    // (1 - f(K+)) / f(K+) is K+ / K-, the same for all units: S- / S+
    const double turns = 1 + k.to_best + 1 / k.to_best;
    std::vector<double> out(all.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = (k.plus[i] + k.minus[i]) / turns;
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    utilities k = of(all);
    return {{"K_minus", std::move(k.minus)}, {"K_plus", std::move(k.plus)}};
  }

  friend bool operator==(const marcos&, const marcos&) = default;

 private:
  struct utilities {
    std::vector<double> plus, minus;
    double to_best = 1;  // the anti-ideal sum over the ideal one
  };
  [[nodiscard]] static utilities of(const alternatives& all) {
    criterion::need_positive(all, info.name);
    utilities out{std::vector<double>(all.size()), {}};
    double ideal = 0;
    double anti_ideal = 0;
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      const bool high = all.better_when_high[j];
      ideal += all.weights[j];
      anti_ideal += all.weights[j] * reach.ratio(reach.worst, high);
      for (std::size_t i = 0; i < all.size(); ++i) out.plus[i] += all.weights[j] * reach.ratio(all.columns[j][i], high);
    }
    out.to_best = anti_ideal / ideal;
    out.minus = out.plus;
    for (double& s : out.plus) s /= ideal;
    for (double& s : out.minus) s /= anti_ideal;
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
