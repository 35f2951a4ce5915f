/// The weights of one of several people, or something between them.
#pragma once

#include <utility>

#include "quindex/vary/groups.hpp"
#include "quindex/vary/probabilities.hpp"

QUINDEX_BEGIN
namespace vary {

/// The weights are those of one of several people, or a blend of all of them.
struct stakeholders {
  std::vector<std::vector<std::pair<std::string, double>>> sets{};
  std::vector<double> probabilities{};
  bool blend = false;

  static constexpr method_info info{
      .name = "stakeholders",
      .title = "Weights of stakeholders",
      .summary = "The weights are those of one of several people, or a blend of all of them.",
      .formula = R"(w_j = w_j^{(s)} \text{ with probability } p_s \quad\text{or}\quad
w_j = \sum_s b_s w_j^{(s)},\ (b_1, \dots, b_S) \sim \mathrm{Dirichlet}(S p_1, \dots, S p_S))",
      .reference =
          "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the "
          "quality assessment of composite indicators, JRSS A 168(2) (weights of experts, drawn one set at a time)",
      .details =
          "Each set gives weights by code, relative to one another inside a group; it covers the same groups as the "
          "others, and all children of each. Groups that no set speaks of keep their weights. A set is brought to a "
          "sum of 1 in every group before sets are blended. With equal probabilities all blends are equally likely."};

  static constexpr bool replaces = true;

  static constexpr auto fields() {
    return fields_of(
        field("sets", &stakeholders::sets, "The weights by code, one object for each of the people.").at_least(0),
        field("probabilities", &stakeholders::probabilities, "Of each set, summing to 1; empty for equal ones.")
            .within(0, 1),
        field("blend", &stakeholders::blend, "Whether the sets are blended, rather than one of them taken."));
  }
  void check(const path& where) const {
    detail::check_probabilities(probabilities, sets.size(), where / "probabilities");
  }
  [[nodiscard]] std::size_t dimension(const scene& /*unused*/) const { return blend ? sets.size() : 1; }
  void check_scene(const scene& s, const path& where) const;
  /// The nodes of the first set; then, set by set, the weights of these nodes.
  [[nodiscard]] constants prepare(const scene& s) const;
  void reweigh(const chance& c, std::span<double> weights) const;
  /// The position of the set that was taken; missing for a blend.
  [[nodiscard]] double number(const scene& /*unused*/, const chance& c) const {
    return blend ? missing_value : static_cast<double>(detail::option_at(c.u[0], sets.size(), probabilities));
  }
  [[nodiscard]] std::string level(const scene& s, const chance& c) const {
    return blend ? "blend" : number_text(number(s, c));
  }

  friend bool operator==(const stakeholders&, const stakeholders&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/stakeholders.ipp"
#endif
