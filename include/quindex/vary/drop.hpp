/// Indicators, or whole groups, that are left out.
#pragma once

#include "quindex/vary/edits.hpp"
#include "quindex/vary/groups.hpp"

QUINDEX_BEGIN
namespace vary {

/// Indicators, or whole groups, are left out of the index.
struct drop {
  std::vector<std::string> codes{};
  bool each = false;
  double probability = 1;

  static constexpr method_info info{
      .name = "drop",
      .title = "Indicators or groups left out",
      .summary = "Indicators, or whole groups, are left out of the index.",
      .formula = R"(D = \{d_k\} \text{ for } (k - 1)/n \le u/p < k/n,\ \emptyset \text{ for } u \ge p
\quad\text{or}\quad D = \{d_k : u_k < p\})",
      .reference =
          "Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the "
          "quality assessment of composite indicators, JRSS A 168(2)",
      .details =
          "What is dropped is gone before anything is fitted, unlike an indicator of weight 0, which still takes part "
          "in imputation and screening. Either one of the candidates is dropped (with the probability; otherwise "
          "none), or each on its own. A group whose children are all dropped goes with them. A replicate in which "
          "nothing is left fails, and is counted so."};

  static constexpr auto fields() {
    return fields_of(
        field("codes", &drop::codes, "What may be dropped: indicators or groups; empty for every indicator."),
        field("each", &drop::each, "Whether each is dropped on its own, rather than one of them."),
        field("probability", &drop::probability, "Of dropping one, or each.").within(0, 1));
  }
  [[nodiscard]] std::size_t dimension(const scene& s) const {
    if (!each) return 1;
    return codes.empty() ? s.tree.indicators().size() : codes.size();
  }
  void check_scene(const scene& s, const path& where) const;
  [[nodiscard]] constants prepare(const scene& s) const;
  void change(const scene& s, const chance& c, alternative& out) const;
  /// The codes of what is dropped.
  [[nodiscard]] std::string level(const scene& s, const chance& c) const;

  friend bool operator==(const drop&, const drop&) = default;
};

}  // namespace vary
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/vary/impl/drop.ipp"
#endif
