/// Bodies of normalise/percentile_rank.hpp.
#pragma once

#include "quindex/normalise/percentile_rank.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void percentile_rank::check(const path& where) const {
  refuse_ordinal(ties, where);
  describe::check_below(where, low, high);
}

QUINDEX_INLINE any_map percentile_rank::fit(const column& x) const {
  const bool turned = !x.better_when_high && reversal == normalise::reversal::complement;
  const bool largest_first = x.better_when_high || turned;
  const double step = decimals ? std::pow(10.0, *decimals) : 1.0;
  return ranked_curve(x, info.name, ties, largest_first, [&](double p, double n) {
    double share = 0;
    switch (formula) {
      case percentile_formula::strict:
        share = (p - 1) / (n - 1);
        break;
      case percentile_formula::hazen:
        share = (p - 0.5) / n;
        break;
      case percentile_formula::weibull:
        share = p / (n + 1);
        break;
      case percentile_formula::share:
        share = p / n;
        break;
    }
    if (turned) share = 1 - share;
    const double score = low + (high - low) * share;
    return decimals ? std::round(score * step) / step : score;
  });
}

}  // namespace normalise
QUINDEX_END
