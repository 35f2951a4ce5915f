/// Weights by how far apart units are.
#pragma once

#include "quindex/numeric/moments.hpp"
#include "quindex/weigh/columns.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A child weighs as much as its scores spread.
struct standard_deviation {
  scaling scale = scaling::none;
  int ddof = 1;
  rows_used rows = rows_used::available;

  static constexpr method_info info{
      .name = "standard_deviation",
      .title = "Standard deviation weights",
      .summary = "A child weighs as much as its scores spread.",
      .formula = R"(w_j = \frac{s_j}{\sum_k s_k})",
      .reference =
          "Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple criteria "
          "problems: the CRITIC method, Computers and Operations Research 22(7)",
      .details =
          "标准差法, 标准离差法. A child that is the same for every unit weighs 0. Spreads compare only on a common "
          "scale: inside an index the scores have one; for raw columns set scale to min_max, as Diakoulaki et al. "
          "do. On z-scores all weights are equal. ddof cancels unless children miss scores of different units."};

  static constexpr auto fields() {
    return fields_of(
        field("scale", &standard_deviation::scale, "What is done to the columns first."),
        field("ddof", &standard_deviation::ddof, "What is taken from the number of units: 0 or 1.").within(0, 1),
        field("rows", &standard_deviation::rows, "Which units count when scores are missing."));
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    if (g.children.size() == 1) return {1};
    const columns c = columns_of(g, rows, info.name);
    std::vector<double> out;
    for (std::size_t j = 0; j < c.size(); ++j) {
      const double spread = numeric::moments(c.x[j]).sd(static_cast<std::size_t>(ddof));
      out.push_back(c.is_constant(j) ? 0 : spread / (scale == scaling::none ? 1 : c.reach[j].high - c.reach[j].low));
    }
    return as_weights(std::move(out), g, no_difference);
  }

  friend bool operator==(const standard_deviation&, const standard_deviation&) = default;
};

}  // namespace weigh
QUINDEX_END
