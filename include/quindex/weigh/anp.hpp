/// Weights from a network of elements that depend on one another: the analytic network process.
#pragma once

#include "quindex/weigh/square.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from a network of elements that depend on one another.
struct anp {
  std::vector<std::string> elements{};
  square_table supermatrix{};
  std::vector<std::string> clusters{};
  square_table cluster_weights{};
  std::string goal{};

  static constexpr method_info info{
      .name = "anp",
      .title = "Analytic network process",
      .summary = "Weights from a network of elements that depend on one another.",
      .formula = R"(w = \lim_{t \to \infty} \frac{1}{t} \sum_{s=1}^{t} W^s w_0)",
      .reference =
          "Saaty (1996), Decision Making with Dependence and Feedback: The Analytic Network Process, RWS Publications",
      .details =
          "网络分析法. Column j of the supermatrix holds the priorities of all elements with respect to element j, "
          "commonly from pairwise comparisons cluster by cluster. With `clusters`, each block is multiplied by the "
          "weight of the row's cluster for the column's; then every column is divided by its sum. The mean of all "
          "powers is taken, which is the limit where there is one and the average over the cycle where there is none. "
          "It is read in the column of `goal`, or over all columns; in a hierarchy name the goal, and give the lowest "
          "elements a 1 on the diagonal. The children of the group have to be among the elements, and share their "
          "sum."};

  static constexpr auto fields() {
    return fields_of(
        field("elements", &anp::elements, "Codes of the elements; the order of the children without any."),
        field("supermatrix", &anp::supermatrix, "Priorities, row by row: of the row for the column.").at_least(0),
        field("clusters", &anp::clusters, "Cluster of each element; none for a supermatrix that is weighted already."),
        field("cluster_weights", &anp::cluster_weights,
              "Weights of the row's cluster for the column's, clusters in the order in which they first stand.")
            .at_least(0),
        field("goal", &anp::goal, "Element whose column is read; all of them without."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const anp&, const anp&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/anp.ipp"
#endif
