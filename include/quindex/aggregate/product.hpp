/// The product of the children.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The children multiplied, each once or each to the power of its weight.
struct product {
  bool weighted = false;

  static constexpr method_info info{
      .name = "product",
      .title = "Product",
      .summary = "The children multiplied, each once or each to the power of its weight.",
      .formula = R"(s = \prod_j z_j \quad\text{or}\quad s = \prod_j z_j^{w_j})",
      .reference =
          "Bridgman (1922), Dimensional Analysis: the weighted product; Triantaphyllou (2000), Multi-Criteria "
          "Decision Making Methods, section 2.2",
      .details =
          "Not weighted unless asked for: weights then only say which children count, those of weight 0 do not. For "
          "shares that apply one after another, such as the parts of a rate. Scores below 0 are refused. Weights "
          "that sum to 1 make the weighted product the geometric mean."};
  static constexpr claim_set claims = claim::monotone;

  static constexpr auto fields() {
    return fields_of(
        field("weighted", &product::weighted, "Whether each child's weight is its exponent (weights sum to 1)."));
  }
  [[nodiscard]] bool needs_non_negative() const { return true; }
  [[nodiscard]] double score(column_view z, column_view w) const {
    double out = 1.0;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0) out *= weighted ? numeric::pow(z[j], w[j]) : z[j];
    return out;
  }

  friend bool operator==(const product&, const product&) = default;
};

}  // namespace aggregate
QUINDEX_END
