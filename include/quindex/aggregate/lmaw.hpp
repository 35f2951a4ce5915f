/// LMAW: logarithms of additive weights.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Logarithmic shares of every criterion, bent by its weight and added.
struct lmaw {
  static constexpr method_info info{
      .name = "lmaw",
      .title = "LMAW",
      .summary = "Logarithmic shares of every criterion, bent by its weight and added.",
      .formula =
          R"(s_i = \sum_j \frac{2 \varphi_{ij}^{w_j}}{(2 - \varphi_{ij})^{w_j} + \varphi_{ij}^{w_j}}, \quad \varphi_{ij} = \frac{\ln \vartheta_{ij}}{\sum_k \ln \vartheta_{kj}}, \quad \vartheta_{ij} = \frac{x_{ij} + \max_k x_{kj}}{\max_k x_{kj}} \text{ or } \frac{x_{ij} + \min_k x_{kj}}{x_{ij}})",
      .reference =
          "Pamucar, Zizovic, Biswas and Bozanic (2021), A new logarithm methodology of additive weights (LMAW) for "
          "multi-criteria decision-making: application in logistics, Facta Universitatis, Series: Mechanical "
          "Engineering 19(3)",
      .details =
          "The ranking part of the method; its weighting part starts from experts' judgements. Values have to be above "
          "0."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    criterion::need_positive(all, info.name);
    std::vector<double> out(all.size(), 0.0);
    std::vector<double> phi(all.size());
    std::vector<double> rest(all.size());
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const double best = criterion::ends_of(all, j).best;
      for (std::size_t i = 0; i < out.size(); ++i) {
        const double x = all.columns[j][i];
        phi[i] = (x + best) / (all.better_when_high[j] ? best : x);
      }
      numeric::log(phi, phi);
      const double total = numeric::sum(phi);
      for (std::size_t i = 0; i < out.size(); ++i) {
        phi[i] /= total;
        rest[i] = 2 - phi[i];
      }
      numeric::pow(phi, all.weights[j], phi);
      numeric::pow(rest, all.weights[j], rest);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] += 2 * phi[i] / (rest[i] + phi[i]);
    }
    return out;
  }

  friend bool operator==(const lmaw&, const lmaw&) = default;
};

}  // namespace aggregate
QUINDEX_END
