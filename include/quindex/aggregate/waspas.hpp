/// WASPAS: between the weighted sum and the weighted product of ratios to the best.
#pragma once

#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A mixture of the weighted sum and the weighted product of ratios to the best unit.
struct waspas {
  double lambda = 0.5;

  static constexpr method_info info{
      .name = "waspas",
      .title = "WASPAS",
      .summary = "A mixture of the weighted sum and the weighted product of ratios to the best unit.",
      .formula =
          R"(s_i = \lambda \sum_j w_j r_{ij} + (1 - \lambda) \prod_j r_{ij}^{w_j}, \qquad r_{ij} = \frac{x_{ij}}{\max_k x_{kj}} \text{ or } \frac{\min_k x_{kj}}{x_{ij}})",
      .reference =
          "Zavadskas, Turskis, Antucheviciene and Zakarevicius (2012), Optimisation of weighted aggregated sum "
          "product assessment, Elektronika ir Elektrotechnika 122(6)",
      .details =
          "The measures are the sum (WSM) and the product (WPM), the results for lambda = 1 and 0. Needs values of 0 "
          "or more, and above 0 where low is better. A criterion that is the same for all units counts 1."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("lambda", &waspas::lambda, "The part of the sum; the rest is the product.").within(0, 1));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    parts found = of(all);
    for (std::size_t i = 0; i < found.sum.size(); ++i)
      found.sum[i] = lambda * found.sum[i] + (1 - lambda) * found.product[i];
    return std::move(found.sum);
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    parts found = of(all);
    return {{"weighted_sum", std::move(found.sum)}, {"weighted_product", std::move(found.product)}};
  }

  friend bool operator==(const waspas&, const waspas&) = default;

 private:
  struct parts {
    std::vector<double> sum, product;
  };
  [[nodiscard]] static parts of(const alternatives& all) {
    criterion::need_ratios(all, info.name);
    const std::size_t n = all.size();
    parts out{std::vector<double>(n), std::vector<double>(n)};
    std::vector<double> ratio(n);
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      for (std::size_t i = 0; i < n; ++i) ratio[i] = reach.ratio(all.columns[j][i], all.better_when_high[j]);
      for (std::size_t i = 0; i < n; ++i) out.sum[i] += all.weights[j] * ratio[i];
      numeric::log(ratio, ratio);
      for (std::size_t i = 0; i < n; ++i) out.product[i] += all.weights[j] * ratio[i];
    }
    numeric::exp(out.product, out.product);
    return out;
  }
};

}  // namespace aggregate
QUINDEX_END
