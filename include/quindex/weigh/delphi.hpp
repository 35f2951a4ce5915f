/// Weights from rounds of ratings by experts who see what the others said.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/budget_allocation.hpp"
#include "quindex/weigh/judgements.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from rounds of ratings by experts who see what the others said.
struct delphi {
  std::vector<std::vector<by_code>> rounds{};
  joint_share joint = joint_share::mean;
  double agreement = 0.7;
  double stability = 0.05;

  static constexpr method_info info{
      .name = "delphi",
      .title = "Delphi rounds",
      .summary = "Weights from rounds of ratings by experts who see what the others said.",
      .formula =
          R"(w_j = \frac{\bar r_j}{\sum_k \bar r_k}, \quad W = \frac{12 \sum_j (R_j - \bar R)^2}{K^2 (m^3 - m) - K \sum_k T_k})",
      .reference =
          "Dalkey and Helmer (1963), An experimental application of the Delphi method to the use of experts, "
          "Management Science 9(3), 458-467; Schmidt (1997), Managing Delphi surveys using nonparametric statistical "
          "techniques, Decision Sciences 28(3), 763-774",
      .details =
          "德尔菲法. The weights are those of the last round: each child's mean or median rating, higher being more "
          "important. Kendall's W, with ties, says how much the experts agree. A note gives it for each round and "
          "whether to stop: when W reaches the agreement wanted (Schmidt calls 0.7 strong), or when it changed by no "
          "more than `stability` from the round before, so that another round would hardly help."};

  static constexpr auto fields() {
    return fields_of(
        field("rounds", &delphi::rounds, "For each round, for each expert, ratings by code of the child.").at_least(0),
        field("joint", &delphi::joint, "What stands for the ratings of all experts."),
        field("agreement", &delphi::agreement, "Kendall's W at which the rounds end.").within(0, 1),
        field("stability", &delphi::stability, "Change of Kendall's W at which the rounds end.").within(0, 1));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;
  /// Kendall's W of each round and whether another one is called for.
  [[nodiscard]] std::vector<std::string> remarks(const group& g) const;

  friend bool operator==(const delphi&, const delphi&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/delphi.ipp"
#endif
