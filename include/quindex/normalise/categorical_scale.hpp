/// A score for each category.
#pragma once

#include <utility>
#include <vector>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Gives each of a few values the score that somebody has decided.
struct categorical_scale {
  std::vector<std::pair<double, double>> scores{};

  static constexpr method_info info{
      .name = "categorical_scale",
      .title = "Categorical scale",
      .summary = "Gives each of a few values the score that somebody has decided.",
      .formula = R"(z = s(x), \qquad x \in \{c_1, \dots, c_k\})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.5",
      .details =
          "For grades, stars and answers kept as codes. The scores say themselves what is better, so the indicator's "
          "direction is not looked at. A value without a score is an error that names it."};

  static constexpr auto fields() {
    return fields_of(
        field("scores", &categorical_scale::scores, "Pairs [value, score], one for each value that occurs."));
  }
  void check(const path& where) const { maps::categories{scores}.check(where); }
  [[nodiscard]] std::optional<double> mirror() const;
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const categorical_scale&, const categorical_scale&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/categorical_scale.ipp"
#endif
