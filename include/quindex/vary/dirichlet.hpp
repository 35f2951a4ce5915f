/// Weights drawn around those that were fitted, always summing to 1.
#pragma once

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// The weights of a group are drawn from a Dirichlet distribution whose mean they are.
struct dirichlet {
  std::string group{};
  double concentration = 50;

  static constexpr method_info info{
      .name = "dirichlet",
      .title = "Dirichlet weights",
      .summary = "The weights of a group are drawn from a Dirichlet distribution whose mean they are.",
      .formula = R"((w_1, \dots, w_m) \sim \mathrm{Dirichlet}(c\,\bar w_1, \dots, c\,\bar w_m), \quad
w_j = \frac{g_j}{\sum_k g_k},\ g_j = \Gamma^{-1}(u_j;\, c\,\bar w_j))",
      .reference =
          "Johnson, Kotz and Balakrishnan (2000), Continuous Multivariate Distributions, volume 1, chapter 49; "
          "Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, EJOR 178(2)",
      .details =
          "The mean of a weight is the weight that the spec's method has found, with the variance w (1 - w) / (c + "
          "1): the higher the concentration c, the less they vary. Equal weights of m children with the concentration "
          "m are uniform on all weights there are, which stands for knowing nothing. A weight of 0 stays 0. The last "
          "bits may differ between machines."};

  static constexpr auto fields() {
    return fields_of(
        field("group", &dirichlet::group, "Whose children's weights: a group's code, \"level:N\", or empty for all."),
        field("concentration", &dirichlet::concentration, "How close the weights stay to their means.")
            .within(1e-3, 1e7));
  }
  [[nodiscard]] std::size_t dimension(const scene& s) const { return detail::children_meant(s.tree, group).size(); }
  void check_scene(const scene& s, const path& where) const { detail::check_groups(s.tree, group, where / "group"); }
  [[nodiscard]] constants prepare(const scene& s) const;
  void reweigh(const chance& c, std::span<double> weights) const;

  friend bool operator==(const dirichlet&, const dirichlet&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/weights.ipp"
#endif
