/// An S-shaped curve, steep around the middle and flat at both ends.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// What the middle and the spread of a column are taken to be.
enum class logistic_centre {
  mean,    ///< Mean and standard deviation.
  median,  ///< Median and median absolute deviation, scaled to the standard deviation of a normal distribution.
};

/// An S-shaped curve through the middle of the scale at the middle of the data.
struct logistic {
  logistic_centre centre = logistic_centre::mean;
  double steepness = 1;
  double low = 0;
  double high = 100;

  static constexpr method_info info{
      .name = "logistic",
      .title = "Logistic curve",
      .summary = "An S-shaped curve through the middle of the scale at the middle of the data.",
      .formula = R"(z = l + \frac{h - l}{1 + e^{-k u}}, \qquad u = \pm\frac{x - \bar x}{\hat\sigma_x})",
      .reference =
          "Verhulst (1845), Recherches mathématiques sur la loi d'accroissement de la population; as a scaling of "
          "data: Pyle (1999), Data Preparation for Data Mining, chapter 7 (softmax scaling)",
      .details =
          "Nearly linear within one standard deviation of the middle; beyond, differences count less and less, and no "
          "outlier takes the scale for itself. With a steepness of 1.702 scores are within 1 point of 100 times the "
          "normal distribution function. The sign is minus where low values are better."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(field("centre", &logistic::centre, "What the middle and the spread are taken to be."),
                     field("steepness", &logistic::steepness, "k: the larger, the steeper in the middle.").above(0),
                     field("low", &logistic::low, "l, what the worst scores tend to."),
                     field("high", &logistic::high, "h, what the best scores tend to."));
  }
  void check(const path& where) const;
  [[nodiscard]] std::optional<double> mirror() const { return low + high; }
  /// Throws data_error when there are no two distinct values, or when more than half of them are equal and the centre
  /// is the median.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const logistic&, const logistic&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::logistic_centre> {
  static constexpr auto names = std::to_array<std::string_view>({"mean", "median"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/logistic.ipp"
#endif
