/// Standardising: distance from the mean in standard deviations.
#pragma once

#include "quindex/normalise/concept.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace normalise {

/// How many standard deviations a value is better than the mean.
struct z_score {
  double mean = 0;
  double sd = 1;
  int ddof = 1;

  static constexpr method_info info{
      .name = "z_score",
      .title = "Standardisation (z-scores)",
      .summary = "How many standard deviations a value is better than the mean.",
      .formula =
          R"(z = m \pm s\,\frac{x - \bar x}{\hat\sigma_x}, \qquad \hat\sigma_x^2 = \frac{\sum (x - \bar x)^2}{n - \mathrm{ddof}})",
      .reference = "OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.2",
      .details =
          "The sign is minus where low values are better. Scores may be below 0, so they do not go with geometric "
          "means; 50 and 10 (T-scores) or 100 and 10 are common for mean and sd. For an indicator with an optimum, "
          "the deviations are standardised."};
  static constexpr claim_set claims = claim::order_preserving | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("mean", &z_score::mean, "The mean of the scores."),
        field("sd", &z_score::sd, "The standard deviation of the scores.").above(0),
        field("ddof", &z_score::ddof, "What is taken from n in the variance: 1 for a sample, 0 for all there are.")
            .within(0, 1));
  }
  [[nodiscard]] std::optional<double> mirror() const { return 2 * mean; }
  [[nodiscard]] any_map fit(const column& x) const {
    refuse_constant(x, info.name);
    const numeric::moments seen(x.x);
    const double spread = seen.sd(static_cast<std::size_t>(ddof));
    return maps::affine{.origin = seen.mean, .range = x.better_when_high ? spread : -spread, .base = mean, .span = sd};
  }

  friend bool operator==(const z_score&, const z_score&) = default;
};

}  // namespace normalise
QUINDEX_END
