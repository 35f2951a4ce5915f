/// Values as shares of the best one.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// A value as a share of the best observed value; the best as a share of the value where low is better.
struct share_of_best {
  double high = 100;

  static constexpr method_info info{
      .name = "share_of_best",
      .title = "Share of the best",
      .summary = "A value as a share of the best observed value; the best as a share of the value where low is better.",
      .formula = R"(z = h\,\frac{x}{\max x} \quad\text{or}\quad z = h\,\frac{\min x}{x} \text{ where low is better})",
      .reference =
          "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.4; Stopp (1975), "
          "Variantenvergleich durch Matrixspielverfahren",
      .details =
          "Keeps proportions, so values need a natural zero: none below 0, and none at 0 where low is better. A unit "
          "with 0 scores 0. An indicator with an optimum has a best deviation of 0, of which nothing is a share."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::scale_invariant;

  static constexpr auto fields() {
    return fields_of(field("high", &share_of_best::high, "Score of the best value.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const share_of_best&, const share_of_best&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/share_of_best.ipp"
#endif
