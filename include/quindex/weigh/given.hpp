/// Weights that somebody has decided.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/weigh/concept.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights that somebody has decided: those of the framework, or those written here.
struct given {
  std::vector<std::pair<std::string, double>> weights{};

  static constexpr method_info info{
      .name = "given",
      .title = "Given weights",
      .summary = "Weights that somebody has decided: those of the framework, or those written here.",
      .formula = R"(w_j = v_j / \sum_k v_k)",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1",
      .details =
          "Weights count relative to one another inside a group and need not sum to 1. When weights are written here, "
          "every child of every group that has one of them must have one; groups with none of them keep the "
          "framework's."};

  static constexpr auto fields() {
    return fields_of(
        field("weights", &given::weights, "Weights by code of the child; empty for those of the framework.")
            .at_least(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::vector<double> fit(const group& g) const;

  friend bool operator==(const given&, const given&) = default;
};

}  // namespace weigh
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/given.ipp"
#endif
