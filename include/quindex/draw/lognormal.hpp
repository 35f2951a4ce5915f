/// A positive number whose logarithm is normal.
#pragma once

#include "quindex/draw/concept.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace draw {

/// A positive number whose logarithm is normal.
struct lognormal {
  double log_mean = 0;
  double log_sd = 1;

  static constexpr method_info info{
      .name = "lognormal",
      .title = "Lognormal distribution",
      .summary = "A positive number whose logarithm is normal.",
      .formula = R"(F^{-1}(u) = \exp(\mu + \sigma\,\Phi^{-1}(u)))",
      .reference = "Johnson, Kotz and Balakrishnan (1994), Continuous Univariate Distributions, volume 1, chapter 14",
      .details =
          "The median is exp(log_mean), the mean exp(log_mean + log_sd^2 / 2). For factors that may be twice as high "
          "as easily as half as high: log_sd = ln(2) / 1.96 puts 95 % between a half and twice the median."};

  static constexpr auto fields() {
    return fields_of(field("log_mean", &lognormal::log_mean, "The mean of the logarithm.").within(-100, 100),
                     field("log_sd", &lognormal::log_sd, "The standard deviation of the logarithm.").within(1e-9, 10));
  }
  [[nodiscard]] double quantile(double u) const {
    return numeric::exp(log_mean + log_sd * numeric::normal_quantile(u));
  }

  friend bool operator==(const lognormal&, const lognormal&) = default;
};

}  // namespace draw
QUINDEX_END
