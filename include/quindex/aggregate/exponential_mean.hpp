/// The exponential mean: how far children make up for one another, whatever the scale's zero.
#pragma once

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A mean that leans to the lowest children, or to the highest, by an exponential; values below 0 are allowed.
struct exponential_mean {
  double rate = -0.05;

  static constexpr method_info info{
      .name = "exponential_mean",
      .title = "Exponential mean",
      .summary =
          "A mean that leans to the lowest children, or to the highest, by an exponential; values below 0 are allowed.",
      .formula =
          R"(s = \frac{1}{\lambda} \ln \sum_j w_j e^{\lambda z_j}, \qquad s = \sum_j w_j z_j \text{ for } \lambda = 0)",
      .reference =
          "Kolmogorov (1930), Sur la notion de la moyenne, Atti della Accademia Nazionale dei Lincei 12; Nagumo "
          "(1930), Ueber eine Klasse der Mittelwerte, Japanese Journal of Mathematics 7",
      .details =
          "The rate is per point of the scores: -0.05 on a scale of 0 to 100 is strong. Below 0 low children decide, "
          "above 0 high ones; towards the ends it becomes the minimum and the maximum. Moving all children by the same "
          "amount moves the score by it, so unlike the power mean it does not depend on where the scale's zero is, "
          "but on its unit. Rates within 1e-9 of 0 give the arithmetic mean."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal;

  static constexpr auto fields() {
    return fields_of(
        field("rate", &exponential_mean::rate, "The rate; below 0 the lowest children decide, above 0 the highest.")
            .within(-1000, 1000));
  }
  [[nodiscard]] double score(column_view z, column_view w) const {
    constexpr double near_zero = 1e-9;  // nearer, rounding of the logarithm costs more than the mean is off
    if (std::abs(rate) < near_zero) return row::statistics(z, w).mean;
    double pivot = missing_value;  // the child with the largest exponential, taken out so that nothing overflows
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0 && !(rate > 0 ? pivot >= z[j] : pivot <= z[j])) pivot = z[j];
    double sum = 0;
    double total = 0;
    for (std::size_t j = 0; j < z.size(); ++j) {
      if (w[j] == 0.0) continue;
      total += w[j];
      sum += w[j] * numeric::exp(rate * (z[j] - pivot));
    }
    return pivot + numeric::log(sum / total) / rate;
  }

  friend bool operator==(const exponential_mean&, const exponential_mean&) = default;
};

}  // namespace aggregate
QUINDEX_END
