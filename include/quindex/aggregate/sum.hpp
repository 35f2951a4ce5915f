/// The sum of the children.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The children added up, each once or each times its weight.
struct sum {
  bool weighted = false;

  static constexpr method_info info{
      .name = "sum",
      .title = "Sum",
      .summary = "The children added up, each once or each times its weight.",
      .formula = R"(s = \sum_j z_j \quad\text{or}\quad s = \sum_j w_j z_j)",
      .reference =
          "Flanagan et al. (2011), A social vulnerability index for disaster management, Journal of Homeland "
          "Security and Emergency Management 8(1)",
      .details =
          "Not weighted unless asked for: weights then only say which children count, those of weight 0 do not. The "
          "scale grows with the number of children, so under renormalise the score of a unit that lacks one is a "
          "smaller sum. Weights that sum to 1 make the weighted sum the arithmetic mean."};
  static constexpr claim_set claims = claim::monotone | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("weighted", &sum::weighted, "Whether each child is multiplied by its weight (weights sum to 1)."));
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double out = 0.0;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0) out += weighted ? w[j] * z[j] : z[j];
    return out;
  }
  void contributions(column_view z, column_view w, std::span<double> out) const {
    for (std::size_t j = 0; j < z.size(); ++j) out[j] = w[j] == 0.0 ? 0.0 : weighted ? w[j] * z[j] : z[j];
  }

  friend bool operator==(const sum&, const sum&) = default;
};

}  // namespace aggregate
QUINDEX_END
