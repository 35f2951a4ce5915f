/// Between two ends, in the shape that two parameters give.
#pragma once

#include "quindex/draw/concept.hpp"
#include "quindex/numeric/distributions.hpp"

QUINDEX_BEGIN
namespace draw {

/// Between two ends, in the shape that two parameters give.
struct beta {
  double alpha = 2;
  double beta_ = 2;
  double low = 0;
  double high = 1;

  static constexpr method_info info{
      .name = "beta",
      .title = "Beta distribution",
      .summary = "Between two ends, in the shape that two parameters give.",
      .formula = R"(F^{-1}(u) = a + (b - a)\, I^{-1}_u(\alpha, \beta))",
      .reference = "Johnson, Kotz and Balakrishnan (1995), Continuous Univariate Distributions, volume 2, chapter 25",
      .details =
          "The mean is low + (high - low) alpha / (alpha + beta). Both 1 is uniform, both 2 a hill in the middle, both "
          "below 1 heaps at the ends. A least, a likeliest and a greatest value m (PERT) are alpha = 1 + 4 (m - low) / "
          "(high - low) and beta = 6 - alpha. The last bits may differ between machines."};

  static constexpr auto fields() {
    return fields_of(field("alpha", &beta::alpha, "How much is pulled towards the highest value.").within(1e-3, 1e6),
                     field("beta", &beta::beta_, "How much is pulled towards the lowest value.").within(1e-3, 1e6),
                     field("low", &beta::low, "The lowest value."), field("high", &beta::high, "The highest value."));
  }
  void check(const path& where) const { detail::check_ends(where, low, high); }
  [[nodiscard]] double quantile(double u) const { return low + (high - low) * numeric::beta_quantile(u, alpha, beta_); }

  friend bool operator==(const beta&, const beta&) = default;
};

}  // namespace draw
QUINDEX_END
