/// Full marks inside an ideal interval, less the nearer a value is to the ends of its range.
#pragma once

#include <optional>
#include <utility>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Full marks inside an ideal interval [C, D], nothing at the ends of the range [A, B], straight lines between.
struct reference_ideal {
  std::optional<std::pair<double, double>> range{};
  std::optional<std::pair<double, double>> ideal{};
  double high = 1;

  static constexpr method_info info{
      .name = "reference_ideal",
      .title = "Reference ideal interval (RIM)",
      .summary = "Full marks inside an ideal interval, nothing at the ends of the range, straight lines between.",
      .formula =
          R"(z = h \text{ for } x \in [C, D], \qquad z = h\Big(1 - \frac{C - x}{C - A}\Big) \text{ for } A \le x < C, \qquad z = h\Big(1 - \frac{x - D}{B - D}\Big) \text{ for } D < x \le B)",
      .reference =
          "Cables, Lamata and Verdegay (2016), RIM-reference ideal method in multicriteria decision making, "
          "Information Sciences 337-338",
      .details =
          "The two sides may be of different length, unlike those of an indicator with an optimum. Without a range it "
          "is the indicator's goalposts, or the observed range; without an ideal it is the better end of the range by "
          "the indicator's direction, which says nothing otherwise. Values beyond the range score as its end does. "
          "An indicator with an optimum brings its own ideal: its deviations score h at 0 and nothing at that "
          "of the goalpost further away, or at the largest deviation."};
  static constexpr claim_set claims = claim::bounded;

  static constexpr auto fields() {
    return fields_of(field("range", &reference_ideal::range, "[A, B]; nothing for goalposts or the observed range."),
                     field("ideal", &reference_ideal::ideal, "[C, D]; nothing for the better end of the range."),
                     field("high", &reference_ideal::high, "h, the score of the ideal.").above(0));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return high; }
  /// Throws spec_error when the ideal is not within the range, or when the indicator has an optimum of its own.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const reference_ideal&, const reference_ideal&) = default;
};

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/reference_ideal.ipp"
#endif
