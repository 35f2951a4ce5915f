/// TODIM: gains and losses against every other unit.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The sum of a unit's gains and losses against all others, a loss being felt more; from 0 for the least to 1.
struct todim {
  double attenuation = 1;

  static constexpr method_info info{
      .name = "todim",
      .title = "TODIM",
      .summary =
          "The sum of a unit's gains and losses against all others, a loss being felt more; from 0 for the least to 1.",
      .formula =
          R"(s_i = \frac{\delta_i - \min \delta}{\max \delta - \min \delta}, \quad \delta_i = \sum_k \sum_j \varphi_j(i, k), \quad \varphi_j = \sqrt{w_j (p_{ij} - p_{kj})} \text{ for a gain}, \; -\frac1\theta \sqrt{(p_{kj} - p_{ij}) / w_j} \text{ for a loss})",
      .reference =
          "Gomes and Lima (1992), TODIM: basics and application to multicriteria ranking of projects with "
          "environmental impacts, Foundations of Computing and Decision Sciences 16(4); Gomes and Rangel (2009), An "
          "application of the TODIM method to the multicriteria rental evaluation of residential properties, European "
          "Journal of Operational Research 193(1)",
      .details =
          "Interactive and multicriteria decision making after prospect theory. p is x divided by its sum, or 1/x "
          "divided by the sum of 1/x for costs. Weights relative to a reference criterion cancel. With an "
          "`attenuation` theta below 1 losses are felt more, above 1 less; the paper takes 1, Gomes and Rangel 1 to "
          "15. Values have to be above 0. Takes n² m steps. Where all units are the same they score 1."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() {
    return fields_of(field("attenuation", &todim::attenuation, "Theta: below 1, losses are felt more.").above(0));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    const sums found = dominances(all);
    const numeric::extent reach = numeric::range(found.gained);
    std::vector<double> out = found.gained;
    const bool is_flat = reach.high - reach.low <= found.noise;
    for (double& d : out) d = is_flat ? 1.0 : (d - reach.low) / (reach.high - reach.low);
    return out;
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    return {{"dominance", dominances(all).gained}};
  }

  friend bool operator==(const todim&, const todim&) = default;

 private:
  struct sums {
    std::vector<double> gained;  ///< The paper's delta.
    double noise;                ///< What rounding can make of differences between them.
  };
  [[nodiscard]] sums dominances(const alternatives& all) const {
    criterion::need_positive(all, info.name);
    const std::size_t n = all.size();
    std::vector<double> out(n, 0.0);
    std::vector<double> sizes(n, 0.0);  // of the terms, without their signs
    std::vector<double> p(n);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      for (std::size_t i = 0; i < n; ++i) p[i] = all.better_when_high[j] ? all.columns[j][i] : 1 / all.columns[j][i];
      const double total = numeric::sum(p);
      const double gain = std::sqrt(all.weights[j] / total);
      const double loss = -std::sqrt(1 / (all.weights[j] * total)) / attenuation;
      std::sort(p.begin(), p.end());
      if (numeric::range(p).is_flat()) continue;  // the root would make a gain of what is only rounding
      for (std::size_t i = 0; i < n; ++i) {  // the others in order of size, so that the order of rows does not matter
        const double own = all.better_when_high[j] ? all.columns[j][i] : 1 / all.columns[j][i];
        double gains = 0;
        double losses = 0;
        std::size_t k = 0;
        for (; k < n && p[k] <= own; ++k) gains += std::sqrt(own - p[k]);
        for (; k < n; ++k) losses += std::sqrt(p[k] - own);
        out[i] += gain * gains + loss * losses;
        sizes[i] += gain * gains - loss * losses;
      }
    }
    const double terms = static_cast<double>(n + all.columns.size());  // a sum of so many is off by an ulp for each
    return {std::move(out), terms * 0x1p-52 * *std::max_element(sizes.begin(), sizes.end())};
  }
};

}  // namespace aggregate
QUINDEX_END
