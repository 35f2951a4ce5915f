/// The unit's own level on its other indicators.
#pragma once

#include <algorithm>

#include "quindex/impute/concept.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values lie as far between worst and best as the unit's other indicators do on average.
struct row_mean {
  bool median = false;
  int level = 0;

  static constexpr method_info info{
      .name = "row_mean",
      .title = "The unit's own mean",
      .summary = "Missing values lie as far between worst and best as the unit's other indicators do on average.",
      .formula = R"(x_{ij} := w_j + (b_j - w_j)\, \frac{1}{|O_i|} \sum_{k \in O_i} \frac{x_{ik} - w_k}{b_k - w_k})",
      .reference =
          "Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana (2022), COINr: An R package for "
          "developing composite indicators, Journal of Open Source Software 7(78); imputation by rows",
      .details =
          "Worst and best are the lowest and the highest value of the indicator, or the reverse where low is better; "
          "an indicator with an optimum counts as better when high. The mean is taken over the indicators of the "
          "step, or with level over those in the same group of that level of the framework (2 are the groups of "
          "indicators). What a unit without any value there misses stays missing. The same as giving the unit the "
          "mean of its other min-max scores, as leaving the indicator out does."};

  static constexpr auto fields() {
    return fields_of(
        field("median", &row_mean::median, "Whether the median is taken instead of the mean."),
        field("level", &row_mean::level, "The level whose groups bound the mean; 0 for all indicators.").at_least(0));
  }
  [[nodiscard]] fills::level fit(const indicators& all) const {
    refuse_empty(all, info.name);
    fills::level out{.median = median};
    for (std::size_t j = 0; j < all.codes.size(); ++j) {
      const auto [low, high, n] = numeric::range(all.x[j]);
      const bool turned = all.tree != nullptr && better_of(all, j).better == direction::kind::low;
      out.ends.emplace_back(all.codes[j], turned ? std::pair(high, low) : std::pair(low, high));
      if (level > 0) out.parts.push_back(part_of(all, j));
    }
    return out;
  }

  friend bool operator==(const row_mean&, const row_mean&) = default;

 private:
  static const direction& better_of(const indicators& all, std::size_t j) {
    return all.tree->about(*all.tree->codes().find(all.codes[j])).about.better;
  }
  /// The nearest group above the indicator that is of the level or higher.
  [[nodiscard]] std::string part_of(const indicators& all, std::size_t j) const {
    if (all.tree == nullptr) return {};
    std::size_t node = *all.tree->codes().find(all.codes[j]);
    while (all.tree->at(node).parent != framework::none && all.tree->at(node).level < static_cast<std::size_t>(level))
      node = all.tree->at(node).parent;
    return all.tree->about(node).code;
  }
};

}  // namespace impute
QUINDEX_END
