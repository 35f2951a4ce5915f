/// Weights by contrast and conflict.
#pragma once

#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as its scores spread and as little as they go together with those of the others.
struct critic {
  scaling scale = scaling::min_max;
  correlation_kind correlation = correlation_kind::pearson;
  bool absolute = false;
  int ddof = 1;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "critic",
      .title = "CRITIC weights",
      .summary =
          "A child weighs as much as its scores spread and as little as they go together with those of the others.",
      .formula = R"(w_j = \frac{C_j}{\sum_k C_k}, \qquad C_j = s_j \sum_k (1 - r_{jk}))",
      .reference =
          "Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple criteria "
          "problems: the CRITIC method, Computers and Operations Research 22(7)",
      .details =
          "CRITIC 法. s is the standard deviation after scaling to [0, 1], r the correlation with high being better "
          "in all children: a child whose low values are better has to be turned round first, which some programs "
          "leave out. The paper uses Pearson's correlation; Spearman's is a common variant, and so is 1 - |r|, for "
          "which directions do not matter. A child that is the same for every unit weighs 0 and counts in no sum. "
          "When all children go together perfectly nothing is left to weigh by, which is an error."};
  static constexpr claim_set claims = claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("scale", &critic::scale, "What is done to the columns before their spread is taken."),
                     field("correlation", &critic::correlation, "The correlation that says how children go together."),
                     field("absolute", &critic::absolute, "Whether correlations count without their sign."),
                     field("ddof", &critic::ddof, "What is taken from the number of units: 0 or 1.").within(0, 1),
                     field("rows", &critic::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const critic&, const critic&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/critic.ipp"
#endif
