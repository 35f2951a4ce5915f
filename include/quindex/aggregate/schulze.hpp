/// Schulze's method: the strongest chains of majorities.
#pragma once

#include <array>

#include "quindex/aggregate/pairwise.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How strong a majority is.
enum class majority {
  margin,  ///< Weight for it less weight against it.
  winning  ///< Weight for it; ties in a criterion speak for neither side.
};

/// How many units a unit beats by the strongest chain of majorities, less how many beat it so.
struct schulze {
  majority strength = majority::margin;

  static constexpr method_info info{
      .name = "schulze",
      .title = "Schulze's method",
      .summary = "How many units a unit beats by the strongest chain of majorities, less how many beat it so.",
      .formula =
          R"(s_i = \sum_{k \ne i} \mathrm{sign}(p_{ik} - p_{ki}), \qquad p_{ik} = \max_{\text{paths } i \to k} \min_{\text{steps}} d)",
      .reference =
          "Schulze (2011), A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent "
          "single-winner election method, Social Choice and Welfare 36(2)",
      .details =
          "A chain is as strong as its weakest majority d; only majorities (margins above 1e-9) make chains. Ranks "
          "completely where majorities go in circles, without Kemeny's search. Takes n³ steps and keeps n² numbers."};
  static constexpr claim_set claims = claim::dominance | claim::unit_invariant | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("strength", &schulze::strength, "What makes a majority strong: its margin or its weight."));
  }
  [[nodiscard]] std::vector<double> scores(const alternatives& all) const;

  friend bool operator==(const schulze&, const schulze&) = default;
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::majority> {
  static constexpr auto names = std::to_array<std::string_view>({"margin", "winning"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/schulze.ipp"
#endif
