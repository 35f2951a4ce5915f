/// The weighted power mean, from the minimum's side to the maximum's.
#pragma once

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// The weighted power mean: the exponent says how far children make up for one another.
struct power_mean {
  double exponent = 1;

  static constexpr method_info info{
      .name = "power_mean",
      .title = "Power mean",
      .summary = "The weighted power mean: the exponent says how far children make up for one another.",
      .formula = R"(s = \Big(\sum_j w_j z_j^p\Big)^{1/p}, \qquad s = \prod_j z_j^{w_j} \text{ for } p = 0)",
      .reference =
          "Hardy, Littlewood and Polya (1934), Inequalities, chapter 2; Decancq and Lugo (2013), Weights in "
          "multidimensional indices of wellbeing, Econometric Reviews 32(1)",
      .details =
          "1 is the arithmetic mean, 0 (and anything within 1e-8 of it) the geometric, -1 the harmonic, 2 the "
          "quadratic; the lower the exponent, the closer to the lowest child. A child of 0 makes the score 0 for "
          "exponents of 0 and below. Scores below 0 are refused unless the exponent is 1."};
  static constexpr claim_set claims = claim::monotone | claim::idempotent | claim::internal | claim::homogeneous;

  static constexpr auto fields() {
    return fields_of(
        field("exponent", &power_mean::exponent, "The power; lower values let children make up less for one another.")
            .within(-10, 10));
  }
  [[nodiscard]] std::optional<numeric::mean_job> as_mean() const;
  [[nodiscard]] bool needs_non_negative() const { return exponent != 1; }
  [[nodiscard]] double score(column_view z, column_view w) const { return mean_of_children(*as_mean(), z, w); }

  friend bool operator==(const power_mean&, const power_mean&) = default;
};

inline std::optional<numeric::mean_job> power_mean::as_mean() const {
  using numeric::mean_of;
  constexpr double near_zero = 1e-8;  // nearer, rounding of x^p costs more than the geometric mean is off
  if (exponent == 1) return numeric::mean_job{};
  if (exponent == -1) return numeric::mean_job{.f = mean_of::reciprocals};
  if (exponent > -near_zero && exponent < near_zero) return numeric::mean_job{.f = mean_of::logarithms};
  return numeric::mean_job{.f = mean_of::powers, .power = exponent};
}

}  // namespace aggregate
QUINDEX_END
