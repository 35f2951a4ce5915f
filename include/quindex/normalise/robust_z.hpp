/// Standardising with the median and a spread that outliers do not reach.
#pragma once

#include <string_view>

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// The spread that distances from the median are measured by.
enum class robust_spread {
  median_deviation,     ///< The median absolute deviation from the median.
  interquartile_range,  ///< The distance between the quartiles.
};

/// The standard deviation of a normal distribution in median absolute deviations: 1 / Phi^-1(3/4).
inline constexpr double normal_deviation = 1.482602218505602;

/// The median of a column and a spread around it.
struct robust_location {
  double median;
  double spread;
};
/// The median and the median absolute deviation. Throws data_error when the latter is 0.
[[nodiscard]] robust_location median_and_deviation(const column& x, std::string_view method);
/// The median and the interquartile range (quantile type 7). Throws data_error when the latter is 0.
[[nodiscard]] robust_location median_and_quartiles(const column& x, std::string_view method);

/// How far a value is better than the median, in robust standard deviations.
struct robust_z {
  robust_spread spread = robust_spread::median_deviation;
  bool as_normal = true;
  double mean = 0;
  double sd = 1;

  static constexpr method_info info{
      .name = "robust_z",
      .title = "Robust z-scores",
      .summary = "How far a value is better than the median, in robust standard deviations.",
      .formula =
          R"(z = m \pm s\,\frac{x - \tilde x}{c\,D}, \qquad D = \operatorname{med}|x - \tilde x|,\ c = \frac{1}{\Phi^{-1}(3/4)} \approx 1.4826 \quad\text{or}\quad D = Q_3 - Q_1,\ c = \frac{1/2}{\Phi^{-1}(3/4)} \approx 0.7413)",
      .reference =
          "Hampel (1974), The influence curve and its role in robust estimation, Journal of the American Statistical "
          "Association 69(346); Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers",
      .details =
          "Up to half of the values (a quarter with the interquartile range) may be outliers without moving the scale. "
          "With as_normal the spread is that of a normal distribution with the same D, so that scores read like "
          "z-scores; without it they are in units of D. Where more than half of the values are equal the median "
          "deviation is 0, which is an error. Quartiles are of type 7. The sign is minus where low values are better."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("spread", &robust_z::spread, "The spread that distances are measured by."),
        field("as_normal", &robust_z::as_normal, "Whether the spread is scaled to that of a normal distribution."),
        field("mean", &robust_z::mean, "m, the score of the median."),
        field("sd", &robust_z::sd, "s, what one robust standard deviation is worth.").above(0));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 2 * mean; }
  /// Throws data_error when there are no two distinct values, or when too many are equal.
  [[nodiscard]] any_map fit(const column& x) const;

  friend bool operator==(const robust_z&, const robust_z&) = default;
};

}  // namespace normalise

namespace describe {
template <>
struct enum_names<normalise::robust_spread> {
  static constexpr auto names = std::to_array<std::string_view>({"median_deviation", "interquartile_range"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/robust_z.ipp"
#endif
