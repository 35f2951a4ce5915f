/// Expected values under the most likely multivariate normal distribution.
#pragma once

#include "quindex/impute/normal_model.hpp"

QUINDEX_BEGIN
namespace impute {

/// Missing values are what the unit's other indicators let expect, under the normal distribution that fits best.
struct expectation_maximisation {
  double tolerance = 1e-8;
  int rounds = 1000;
  double ridge = 0;
  bool draw = false;
  int seed = 1;

  static constexpr method_info info{
      .name = "expectation_maximisation",
      .title = "Expectation-maximisation (multivariate normal)",
      .summary =
          "Missing values are what the unit's other indicators let expect, under the normal distribution that fits "
          "best.",
      .formula = R"(x_m := \hat\mu_m + \hat\Sigma_{mo} \hat\Sigma_{oo}^{-1} (x_o - \hat\mu_o), \quad
(\hat\mu, \hat\Sigma) = \arg\max \sum_i \ln f(x_{i,o(i)};\, \mu_o, \Sigma_{oo}))",
      .reference =
          "Dempster, Laird and Rubin (1977), Maximum likelihood from incomplete data via the EM algorithm, "
          "JRSS B 39(1); Little and Rubin (2002), Statistical Analysis with Missing Data, section 11.2",
      .details =
          "The covariance has divisor n, the maximum-likelihood one. All units count, complete or not; one without "
          "any value gets the means. It ends when no mean and no covariance of the standardised indicators moves by "
          "more than the tolerance, and is an error, with the last change, when that is not so after all rounds. With "
          "about as many indicators as units, impute them in several steps, or give a ridge: the prior of so many "
          "units without correlations, as in Amelia. With draw, a random deviation of the conditional distribution is "
          "added, always the same for the same seed, unit and indicator; what is expected understates the spread "
          "otherwise. Recommended by the OECD and JRC handbook (2008), section 4.4."};

  static constexpr auto fields() {
    using self = expectation_maximisation;
    return fields_of(
        field("tolerance", &self::tolerance, "The largest change at which it ends, in standard deviations.").above(0),
        field("rounds", &self::rounds, "After how many rounds it gives up.").at_least(1),
        field("ridge", &self::ridge, "How many units a prior without correlations counts for.").at_least(0),
        field("draw", &self::draw, "Whether values are drawn around what is expected."),
        field("seed", &self::seed, "Where the random numbers come from.").at_least(0));
  }
  [[nodiscard]] fills::normal fit(const indicators& all) const {
    refuse_empty(all, info.name);
    const standardised scale = standardise(all);
    fills::normal out = normal_fill(
        all, scale, expectation_maximisation_of(scale.z, {tolerance, rounds, ridge}, all.executor(), all.where));
    out.draw = draw;
    out.seed = seed;
    return out;
  }

  friend bool operator==(const expectation_maximisation&, const expectation_maximisation&) = default;
};

}  // namespace impute
QUINDEX_END
