/// One weight, drawn from a distribution.
#pragma once

#include <algorithm>

#include "quindex/draw/methods.hpp"
#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// The weight of one node is drawn, as a multiple of what it is or as a share of its group.
struct weight {
  std::string node{};
  draw::method draw{draw::uniform{.low = 0.75, .high = 1.25}};
  bool relative = true;

  static constexpr method_info info{
      .name = "weight",
      .title = "One weight",
      .summary = "The weight of one node is drawn, as a multiple of what it is or as a share of its group.",
      .formula =
          R"(w_j := w_j\,F^{-1}(u) \quad\text{or}\quad w_j := \frac{q}{1 - q} \sum_{k \ne j} w_k,\ q = F^{-1}(u))",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, step 7; Saltelli et al. (2008), Global "
          "Sensitivity Analysis: The Primer, chapter 1",
      .details =
          "The others keep their proportions to one another. Relative, 1 leaves the weight as it is; otherwise the "
          "number drawn is the weight itself when the group's weights sum to 1, so it stays below 1. Of several shares "
          "in one group only the last is as drawn: each moves all its siblings, those drawn before included. Draw the "
          "weights of a whole group by bounds or dirichlet instead."};

  static constexpr auto fields() {
    return fields_of(field("node", &weight::node, "The code of the node."),
                     field("draw", &weight::draw, "The distribution of the multiple, or of the share."),
                     field("relative", &weight::relative, "Whether the number drawn multiplies the weight."));
  }
  void check(const path& where) const { draw.check(where / "draw"); }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The node, and then its siblings where their weights matter.
  [[nodiscard]] constants prepare(const scene& s) const;
  void reweigh(const chance& c, std::span<double> weights) const {
    const double q = quindex::draw::quantile(draw, c.u[0]);
    const std::vector<std::size_t>& nodes = c.known.nodes;
    if (relative) {
      weights[nodes[0]] *= q;
      return;
    }
    double others = 0;
    for (std::size_t k = 1; k < nodes.size(); ++k) others += weights[nodes[k]];
    weights[nodes[0]] = others > 0 ? q / (1 - q) * others : 1;
  }
  [[nodiscard]] double number(const scene& /*unused*/, const chance& c) const {
    return quindex::draw::quantile(draw, c.u[0]);
  }
  [[nodiscard]] std::string level(const scene& s, const chance& c) const { return number_text(number(s, c)); }

  friend bool operator==(const weight&, const weight&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/weights.ipp"
#endif
