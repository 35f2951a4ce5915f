/// The mean of all weights that keep to an order of importance.
#pragma once

#include "quindex/weigh/ranked.hpp"

QUINDEX_BEGIN
namespace weigh {

/// The mean of all weights that keep to an order of importance.
struct rank_order_centroid {
  by_code ranks{};

  static constexpr method_info info{
      .name = "rank_order_centroid",
      .title = "Rank-order centroid weights",
      .summary = "The mean of all weights that keep to an order of importance.",
      .formula = R"(w_{(r)} = \frac{1}{m} \sum_{k=r}^{m} \frac{1}{k})",
      .reference =
          "Barron and Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11), "
          "1515-1523",
      .details =
          "The centre of the region of weights that the ranking leaves. Steeper than the other two weights from ranks, "
          "and in simulations closest to what people would have stated. Children that share a rank share the mean "
          "weight of their places; only the order of the ranks counts, not their distances."};

  static constexpr auto fields() {
    return fields_of(field("ranks", &rank_order_centroid::ranks, "Rank by code of the child, 1 for the most important.")
                         .at_least(1));
  }
  void check(const path& where) const { detail::check_codes(where / "ranks", ranks); }
  [[nodiscard]] std::vector<double> fit(const group& g) const {
    const std::vector<double> given = detail::by_child(g, ranks, "ranks", "a rank");
    const std::size_t m = given.size();
    std::vector<double> at_place(m);
    double tail = 0;
    for (std::size_t r = m; r >= 1; --r)
      at_place[r - 1] = (tail += 1 / static_cast<double>(r)) / static_cast<double>(m);
    return detail::ranked_weights(given, at_place);
  }

  friend bool operator==(const rank_order_centroid&, const rank_order_centroid&) = default;
};

}  // namespace weigh
QUINDEX_END
