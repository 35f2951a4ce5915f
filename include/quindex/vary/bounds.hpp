/// Weights of which only the ends are known.
#pragma once

#include <utility>

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// The weights of a group are any between a lowest and a highest one each that sum to 1.
struct bounds {
  std::string group{};
  double low = 0;
  double high = 1;
  std::vector<std::pair<std::string, std::pair<double, double>>> limits{};

  static constexpr method_info info{
      .name = "bounds",
      .title = "Weights within bounds",
      .summary = "The weights of a group are any between a lowest and a highest one each that sum to 1.",
      .formula = R"(w \sim U\{w : l_j \le w_j \le h_j,\ \textstyle\sum_j w_j = 1\},\quad
P(w_k \le t \mid w_1, \dots, w_{k-1}) = \frac{F_{k+1}(s - l_k) - F_{k+1}(s - t)}{F_{k+1}(s - l_k) - F_{k+1}(s - h_k)},\
s = 1 - w_1 - \dots - w_{k-1},\quad
F_k(s) = P\Big(\textstyle\sum_{j \ge k} v_j \le s\Big),\ v_j \sim U(l_j, h_j))",
      .reference =
          "Devroye (1986), Non-Uniform Random Variate Generation, sections V.2 (uniform on a simplex) and XI.1 (one "
          "variable after the other, each given those before); Tervonen and Lahdelma (2007), Implementing stochastic "
          "multicriteria acceptability analysis, EJOR 178(2)",
      .details =
          "All weights within the bounds that sum to 1 are equally likely, whatever the order of the children. One "
          "child after the other, in the framework's order, is drawn given those before, and the last takes what is "
          "left: a group of m children takes m - 1 coordinates. Where no highest weight can bind, F is a power; "
          "otherwise it is tabulated in 4096 steps, which moves probabilities by less than 1e-6 for a dozen children. "
          "The weights that the spec's method finds are not looked at."};

  static constexpr bool replaces = true;

  static constexpr auto fields() {
    return fields_of(
        field("group", &bounds::group, "The group; empty when the index has no other."),
        field("low", &bounds::low, "The lowest weight of a child, as a share of the group.").within(0, 1),
        field("high", &bounds::high, "The highest weight of a child, as a share of the group.").within(0, 1),
        field("limits", &bounds::limits, "The lowest and the highest weight of single children, by code.")
            .within(0, 1));
  }
  void check(const path& where) const;
  [[nodiscard]] std::size_t dimension(const scene& s) const;
  void check_scene(const scene& s, const path& where) const;
  [[nodiscard]] constants prepare(const scene& s) const;
  void reweigh(const chance& c, std::span<double> weights) const;

  friend bool operator==(const bounds&, const bounds&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/bounds.ipp"
#endif
