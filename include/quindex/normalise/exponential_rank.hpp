/// Ranks on an exponential curve, so that being worst off in one respect is hardly made up for in another.
#pragma once

#include "quindex/normalise/concept.hpp"
#include "quindex/normalise/ranked.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace normalise {

/// Ranks on an exponential curve from near 0 to 100 that spreads out the top.
struct exponential_rank {
  double k = 23;
  quindex::ties ties = quindex::ties::best;

  static constexpr method_info info{
      .name = "exponential_rank",
      .title = "Exponentially transformed ranks",
      .summary = "Ranks on an exponential curve from near 0 to 100 that spreads out the top.",
      .formula = R"(z = -k \ln\big(1 - R\,(1 - e^{-100/k})\big), \qquad R = \frac{n - \mathrm{rank} + 1}{n})",
      .reference =
          "Noble et al. (2006), Measuring multiple deprivation at the small-area level, Environment and Planning A "
          "38(1); NISRA (2017), Northern Ireland Multiple Deprivation Measures 2017",
      .details =
          "Rank 1 is the best in the indicator's direction and scores 100. In a deprivation measure high stands for "
          "deprived; an indicator that is a published rank with 1 for the most deprived is one where low is better. "
          "With k = 23 the top tenth of ranks takes the scores from 50 to 100, so that domains hardly cancel out."};
  static constexpr claim_set claims = claim::order_preserving | claim::bounded | claim::unit_invariant;

  static constexpr auto fields() {
    return fields_of(
        field("k", &exponential_rank::k, "The scale of the curve: the smaller, the more the top is spread out.")
            .within(1, 1000),
        field("ties", &exponential_rank::ties, "How tied values share a rank (1 being the best); not ordinal."));
  }
  void check(const path& where) const { refuse_ordinal(ties, where); }
  [[nodiscard]] std::optional<double> mirror() const { return 100; }
  [[nodiscard]] any_map fit(const column& x) const {
    const double top = 1 - numeric::exp(-100 / k);
    return ranked_curve(x, info.name, ties, x.better_when_high,
                        [&](double p, double n) { return -k * numeric::log(1 - p / n * top); });
  }

  friend bool operator==(const exponential_rank&, const exponential_rank&) = default;
};

}  // namespace normalise
QUINDEX_END
