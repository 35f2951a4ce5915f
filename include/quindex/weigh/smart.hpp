/// Weights from ratios of importance to the least important child.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from ratios of importance to the least important child.
struct smart {
  by_code points{};

  static constexpr method_info info{
      .name = "smart",
      .title = "SMART weights",
      .summary = "Weights from ratios of importance to the least important child.",
      .formula = R"(w_j = p_j / \sum_k p_k)",
      .reference =
          "Edwards (1977), How to use multiattribute utility measurement for social decisionmaking, IEEE Transactions "
          "on Systems, Man and Cybernetics 7(5), 326-340",
      .details =
          "The least important child gets 10 points, the others as many as they are more important: 20 for twice as "
          "important. Importance is judged without looking at the range of the values; swing weights look at it."};

  static constexpr auto fields() {
    return fields_of(
        field("points", &smart::points, "Points by code of the child, 10 for the least important.").at_least(10));
  }
  void check(const path& where) const {
    detail::check_codes(where / "points", points);
    if (!points.empty() &&
        std::none_of(points.begin(), points.end(), [](const auto& entry) { return entry.second == 10; }))
      throw spec_error({(where / "points").text(), "no child has 10 points",
                        "give 10 to the least important child and the others relative to it"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    std::vector<double> out = detail::by_child(g, points, "points", "points");
    const double total = numeric::sum(out);
    for (double& w : out) w /= total;
    return out;
  }

  friend bool operator==(const smart&, const smart&) = default;
};

}  // namespace weigh
QUINDEX_END
