/// What a framework is written with: indicators and groups of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/model/direction.hpp"

QUINDEX_BEGIN

/// What an indicator or a group may say beside its code.
struct node_options {
  direction better = direction::better_when_high;            ///< Which values are better.
  double weight = 1;                                         ///< Relative to its siblings; 0 or more.
  std::string name{};                                        ///< Name in the language of the spec.
  std::vector<std::pair<std::string, std::string>> names{};  ///< Names by language: {"zh", "…"}.
  std::string unit{};                                        ///< Unit of measurement.
  std::optional<double> target{};                            ///< The value aimed at.
  /// The values that stand for the lowest and highest score; with an optimum between them, the worst value on each
  /// side.
  std::optional<std::pair<double, double>> goalposts{};
  friend bool operator==(const node_options&, const node_options&) = default;
};

/// An indicator, or a group of indicators and groups; written with `indicator` and `group`.
struct node {
  std::string code;
  node_options about{};
  std::vector<node> children{};
  bool is_group = false;
  friend bool operator==(const node&, const node&) = default;
};

/// An indicator: a column of the table.
[[nodiscard]] inline node indicator(std::string code, node_options about = {}) {
  return {std::move(code), std::move(about), {}, false};
}
/// An indicator with a direction.
[[nodiscard]] inline node indicator(std::string code, direction better) {
  return {std::move(code), node_options{.better = better}, {}, false};
}
/// A group of indicators and groups.
[[nodiscard]] inline node group(std::string code, std::vector<node> children, node_options about = {}) {
  return {std::move(code), std::move(about), std::move(children), true};
}

namespace describe {
/// A node as plain data; defaults are left out.
[[nodiscard]] value write_node(const node& n);
/// Reads a node; unknown keys are errors that name the place.
[[nodiscard]] node read_node(const value& v, const path& where);
}  // namespace describe

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/node.ipp"
#endif
