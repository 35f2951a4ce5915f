/// Weights that fall in equal steps from rank to rank.
#pragma once

#include "quindex/numeric/elementary.hpp"
#include "quindex/weigh/ranked.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Weights that fall in equal steps from rank to rank.
struct rank_sum_weights {
  by_code ranks{};
  double exponent = 1;

  static constexpr method_info info{
      .name = "rank_sum_weights",
      .title = "Rank-sum weights",
      .summary = "Weights that fall in equal steps from rank to rank.",
      .formula = R"(w_{(r)} = \frac{(m + 1 - r)^p}{\sum_k k^p})",
      .reference =
          "Stillwell, Seaver and Edwards (1981), A comparison of weight approximation techniques in multiattribute "
          "utility decision making, Organizational Behavior and Human Performance 28(1), 62-77",
      .details =
          "An exponent of 1 is the rank sum, 0 gives equal weights, 2 is a rank exponent that is steeper. Children "
          "that share a rank share the mean weight of their places."};

  static constexpr auto fields() {
    return fields_of(
        field("ranks", &rank_sum_weights::ranks, "Rank by code of the child, 1 for the most important.").at_least(1),
        field("exponent", &rank_sum_weights::exponent, "Steepness p of the fall.").within(0, 20));
  }
  void check(const path& where) const { detail::check_codes(where / "ranks", ranks); }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    const std::vector<double> given = detail::by_child(g, ranks, "ranks", "a rank");
    std::vector<double> at_place;
    for (std::size_t r = given.size(); r >= 1; --r)
      at_place.push_back(exponent == 1 ? static_cast<double>(r) : numeric::pow(static_cast<double>(r), exponent));
    const double total = numeric::sum(at_place);
    for (double& w : at_place) w /= total;
    return detail::ranked_weights(given, at_place);
  }

  friend bool operator==(const rank_sum_weights&, const rank_sum_weights&) = default;
};

}  // namespace weigh
QUINDEX_END
