/// The same weight for every child.
#pragma once

#include "quindex/weigh/concept.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Every child of a group weighs the same.
struct equal {
  static constexpr method_info info{
      .name = "equal",
      .title = "Equal weights",
      .summary = "Every child of a group weighs the same.",
      .formula = R"(w_j = 1/m)",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 6.1",
      .details =
          "Equal inside every group; an indicator in a small group therefore counts more in the index than one in a "
          "large group. The framework's weights are not looked at."};

  static constexpr auto fields() { return fields_of(); }
  [[nodiscard]] std::vector<double> fit(const group& g) const { return std::vector<double>(g.children.size(), 1.0); }

  friend bool operator==(const equal&, const equal&) = default;
};

}  // namespace weigh
QUINDEX_END
