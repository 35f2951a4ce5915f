/// Weights that give every child the importance asked for.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

/// What a child's importance in its group's score is.
enum class importance {
  correlation,          ///< Its correlation with the score.
  squared_correlation,  ///< The share of the score's variance that it explains alone.
  variance_share,       ///< Its part in the score's variance: the covariance of its weighted score with the score.
};

/// The weights with which children have equal importance in the group's score, or that of the targets.
struct equalised_importance {
  importance measure = importance::correlation;
  std::vector<std::pair<std::string, double>> targets{};
  rows_used rows = rows_used::complete;

  static constexpr method_info info{
      .name = "equalised_importance",
      .title = "Weights for given importance",
      .summary = "The weights with which children have equal importance in the group's score, or that of the targets.",
      .formula =
          R"(\frac{I_j(w)}{\sum_k I_k(w)} = t_j, \quad I_j = r(z_j, s),\ r(z_j, s)^2\ \text{or}\ \frac{w_j \operatorname{cov}(z_j, s)}{\operatorname{var}(s)}, \quad s = \sum_j w_j z_j)",
      .reference =
          "Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?, Journal of the Royal "
          "Statistical Society A 176(3); Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance "
          "in composite indicators: closing the gap, Ecological Indicators 80",
      .details =
          "Weights are not importance: a child that goes with the others counts for more than its weight. For "
          "correlations the weights follow from linear equations, and there is at most one answer (the smallest "
          "where children repeat one another); it may ask for a weight below 0, which is an error that lists all "
          "weights. For variance shares there is always one answer unless children cancel, found by Newton's method. "
          "Either way the importance is computed anew from the weights and compared with the targets. The score is "
          "the weighted arithmetic mean. Targets go by code and count relative to one another; in a group that has "
          "none of the codes all are equal. A child that is the same for every unit weighs 0."};

  static constexpr auto fields() {
    return fields_of(
        field("measure", &equalised_importance::measure, "What a child's importance is."),
        field("targets", &equalised_importance::targets, "Importance by code of the child; empty for equal importance.")
            .at_least(0),
        field("rows", &equalised_importance::rows, "Which units count when scores are missing."));
  }
  /// Throws spec_error for a target below 0 and for a code that stands twice.
  void check(const path& where) const;
  /// Throws data_error when no weights of 0 or more do it, numeric_error without convergence; both say the last state.
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const equalised_importance&, const equalised_importance&) = default;
};

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::importance> {
  static constexpr auto names =
      std::to_array<std::string_view>({"correlation", "squared_correlation", "variance_share"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/equalised_importance.ipp"
#endif
