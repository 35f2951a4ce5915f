/// Weights in proportion to one over the rank.
#pragma once

#include "quindex/weigh/ranked.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights in proportion to one over the rank.
struct rank_reciprocal {
  by_code ranks{};

  static constexpr method_info info{
      .name = "rank_reciprocal",
      .title = "Rank-reciprocal weights",
      .summary = "Weights in proportion to one over the rank.",
      .formula = R"(w_{(r)} = \frac{1/r}{\sum_k 1/k})",
      .reference =
          "Stillwell, Seaver and Edwards (1981), A comparison of weight approximation techniques in multiattribute "
          "utility decision making, Organizational Behavior and Human Performance 28(1), 62-77",
      .details =
          "Falls fast at the top and slowly at the bottom. Children that share a rank share the mean weight of their "
          "places."};

  static constexpr auto fields() {
    return fields_of(
        field("ranks", &rank_reciprocal::ranks, "Rank by code of the child, 1 for the most important.").at_least(1));
  }
  void check(const path& where) const { detail::check_codes(where / "ranks", ranks); }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    const std::vector<double> given = detail::by_child(g, ranks, "ranks", "a rank");
    std::vector<double> at_place;
    for (std::size_t r = 1; r <= given.size(); ++r) at_place.push_back(1 / static_cast<double>(r));
    const double total = numeric::sum(at_place);
    for (double& w : at_place) w /= total;
    return detail::ranked_weights(given, at_place);
  }

  friend bool operator==(const rank_reciprocal&, const rank_reciprocal&) = default;
};

}  // namespace weigh
QUINDEX_END
