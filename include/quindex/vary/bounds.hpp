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
      .formula = R"(w_j = l_j + x_j,\quad x_j = r_j\,(1 - S_j^{1/(m - j)}),\quad
S_j = S(a_j) - u_j\,(S(a_j) - S(b_j)),\ S(x) = (1 - x/r_j)^{m - j})",
      .reference =
          "Devroye (1986), Non-Uniform Random Variate Generation, section V.2 (uniform on a simplex, by stick "
          "breaking); "
          "Tervonen and Lahdelma (2007), Implementing stochastic multicriteria acceptability analysis, EJOR 178(2)",
      .details =
          "One child after the other, in the framework's order, gets its share of what is left (r) above the lowest "
          "weights, as on a simplex without highest weights, cut to what it may take (a to b) so that the others can "
          "take the rest; the last takes what is left. Where no highest weight can bind, this is the uniform "
          "distribution on all weights allowed; where one does, every weight allowed can occur, but not all are "
          "exactly "
          "as likely, and the order of the children has a small influence. The weights that the spec's method finds "
          "are "
          "not looked at."};

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
