/// Weights from what it is worth to go from the worst to the best of each child.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights from what it is worth to go from the worst to the best of each child.
struct swing {
  by_code points{};

  static constexpr method_info info{
      .name = "swing",
      .title = "Swing weights",
      .summary = "Weights from what it is worth to go from the worst to the best of each child.",
      .formula = R"(w_j = p_j / \sum_k p_k)",
      .reference =
          "von Winterfeldt and Edwards (1986), Decision Analysis and Behavioral Research, Cambridge University Press",
      .details =
          "Imagine a unit that is worst in everything. The child whose swing from worst to best is wanted most gets "
          "100 points, the others less in proportion. Made for scores by the range of the values (min_max, "
          "goalposts), since that range is the swing that is judged."};

  static constexpr auto fields() {
    return fields_of(
        field("points", &swing::points, "Points by code of the child, 100 for the swing wanted most.").within(0, 100));
  }
  void check(const path& where) const {
    detail::check_codes(where / "points", points);
    if (!points.empty() &&
        std::none_of(points.begin(), points.end(), [](const auto& entry) { return entry.second == 100; }))
      throw spec_error({(where / "points").text(), "no child has 100 points",
                        "give 100 to the swing that is wanted most and the others relative to it"});
  }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    std::vector<double> out = detail::by_child(g, points, "points", "points");
    const double total = numeric::sum(out);
    if (!(total > 0)) throw spec_error({g.where(), "all points are 0", "give at least one child points above 0"});
    for (double& w : out) w /= total;
    return out;
  }

  friend bool operator==(const swing&, const swing&) = default;
};

}  // namespace weigh
QUINDEX_END
