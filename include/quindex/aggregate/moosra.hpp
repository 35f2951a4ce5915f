/// MOOSRA: benefits divided by costs.
#pragma once

#include "quindex/aggregate/moora_parts.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Weighted benefits divided by weighted costs, each criterion divided by its length.
struct moosra {
  static constexpr method_info info{
      .name = "moosra",
      .title = "MOOSRA",
      .summary = "Weighted benefits divided by weighted costs, each criterion divided by its length.",
      .formula =
          R"(s_i = \frac{\sum_{j \in \text{benefit}} w_j r_{ij}}{\sum_{j \in \text{cost}} w_j r_{ij}}, \qquad r_{ij} = \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}})",
      .reference =
          "Das, Sarkar and Ray (2012), Towards utilization of Indian technical education: a decision making "
          "framework for measuring performance of technical institutions, Socio-Economic Planning Sciences 46(3)",
      .details =
          "Needs a criterion that is better when low, with values above 0; the others have to be 0 or more. In an "
          "index all scores are better when high, so that moora is the one to use there."};
  static constexpr claim_set claims = claim::dominance | claim::scale_invariant;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const {
    if (std::find(all.better_when_high.begin(), all.better_when_high.end(), false) == all.better_when_high.end())
      throw spec_error({all.where, "moosra divides benefits by costs, and no criterion is better when low",
                        "use moora, which takes costs off"});
    criterion::need_ratios(all, info.name);
    moora_sums sums = moora_sums_of(all);
    for (std::size_t i = 0; i < sums.costs.size(); ++i) sums.benefits[i] /= sums.costs[i];
    return std::move(sums.benefits);
  }

  friend bool operator==(const moosra&, const moosra&) = default;
};

}  // namespace aggregate
QUINDEX_END
