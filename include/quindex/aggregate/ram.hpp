/// The root assessment method.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A root of the benefits, its order growing with the costs: benefits make up for costs only in part.
struct ram {
  static constexpr method_info info{
      .name = "ram",
      .title = "Root assessment method (RAM)",
      .summary = "A root of the benefits, its order growing with the costs: benefits make up for costs only in part.",
      .formula =
          R"(s_i = \sqrt[2 + S_i^-]{2 + S_i^+}, \qquad S_i^{\pm} = \sum_{j \in \text{benefit / cost}} w_j \frac{x_{ij}}{\sum_k x_{kj}})",
      .reference =
          "Sotoudeh-Anvari (2023), Root assessment method (RAM): a novel multi-criteria decision making method and its "
          "applications in sustainability challenges, Journal of Cleaner Production 423",
      .details =
          "Values have to be 0 or more; a criterion of zeros adds nothing. In an index, where all scores are better "
          "when high, it is the square root of 2 plus the weighted shares."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    sums of(all);
    for (std::size_t i = 0; i < all.size(); ++i) of.benefit[i] = numeric::pow(2 + of.benefit[i], 1 / (2 + of.cost[i]));
    return std::move(of.benefit);
  }
  [[nodiscard]] std::vector<measure> measures(const alternatives& all) const {
    sums of(all);
    return {{"benefits", std::move(of.benefit)}, {"costs", std::move(of.cost)}};
  }

  friend bool operator==(const ram&, const ram&) = default;

 private:
  struct sums {
    std::vector<double> benefit, cost;
    explicit sums(const alternatives& all) : benefit(all.size(), 0.0), cost(all.size(), 0.0) {
      criterion::need_non_negative(all, info.name);
      for (std::size_t j = 0; j < all.columns.size(); ++j) {
        const double total = numeric::sum(all.columns[j]);
        std::vector<double>& side = all.better_when_high[j] ? benefit : cost;
        for (std::size_t i = 0; i < side.size(); ++i)
          side[i] += all.weights[j] * criterion::over(all.columns[j][i], total);
      }
    }
  };
};

}  // namespace aggregate
QUINDEX_END
