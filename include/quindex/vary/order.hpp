/// Weights of which only the order is known.
#pragma once

#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// The weights of a group are any that keep an order of importance, all equally likely.
struct order {
  std::string group{};
  std::vector<std::string> codes{};

  static constexpr method_info info{
      .name = "order",
      .title = "Weights by order of importance alone",
      .summary = "The weights of a group are any that keep an order of importance, all equally likely.",
      .formula = R"(w_{(k)} = \frac{\sum_{i=k}^{m} e_i / i}{\sum_{i=1}^{m} e_i},\quad e_i = -\ln(1 - u_i))",
      .reference =
          "Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11); "
          "Lahdelma, Miettinen and Salminen (2003), Ordinal criteria in stochastic multicriteria acceptability "
          "analysis, EJOR 147(1)",
      .details =
          "Uniform on all weights with w(1) >= w(2) >= ... >= 0 that sum to 1. Their means are the rank order "
          "centroid weights. The weights that the spec's method finds are not looked at. Every child of the group has "
          "its place in the order."};

  static constexpr bool replaces = true;

  static constexpr auto fields() {
    return fields_of(field("group", &order::group, "The group; empty when the index has no other."),
                     field("codes", &order::codes, "The group's children, the most important first."));
  }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return codes.size(); }
  void check_scene(const scene& s, const path& where) const;
  [[nodiscard]] constants prepare(const scene& s) const;
  void reweigh(const chance& c, std::span<double> weights) const;

  friend bool operator==(const order&, const order&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/weights.ipp"
#endif
