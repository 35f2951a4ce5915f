/// Entropy and impact loss together.
#pragma once

#include "quindex/weigh/cilos.hpp"
#include "quindex/weigh/entropy.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Entropy weights times the weights by impact loss.
struct idocriw {
  static constexpr method_info info{
      .name = "idocriw",
      .title = "IDOCRIW weights",
      .summary = "Entropy weights times the weights by impact loss.",
      .formula = R"(w_j = \frac{q_j v_j}{\sum_k q_k v_k})",
      .reference =
          "Zavadskas and Podvezko (2016), Integrated determination of objective criteria weights in MCDM, "
          "International Journal of Information Technology and Decision Making 15(2)",
      .details =
          "v are the entropy weights of the columns divided by their sums, q those of cilos: a child that tells "
          "units apart gains, one that loses much where others are best loses. Everything said of cilos holds."};
  static constexpr claim_set claims = claim::scale_invariant | claim::needs_positive;

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    refuse_below_zero(columns_of(g, rows_used::complete, info.name), g, info.name, false);
    const std::vector<double> q = cilos{}.fit(g);
    std::vector<double> out = entropy{.rows = rows_used::complete}.fit(g);
    for (std::size_t j = 0; j < out.size(); ++j) out[j] *= q[j];
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const idocriw&, const idocriw&) = default;
};

}  // namespace weigh
QUINDEX_END
