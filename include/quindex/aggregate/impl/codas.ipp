/// Bodies of aggregate/codas.hpp.
#pragma once

#include "quindex/aggregate/codas.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE codas::distances codas::of(const alternatives& all) {
  criterion::need_ratios(all, info.name);
  const std::size_t n = all.size();
  distances out{std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    const bool high = all.better_when_high[j];
    const double worst = reach.ratio(reach.worst, high);
    for (std::size_t i = 0; i < n; ++i) {
      const double lead = all.weights[j] * (reach.ratio(all.columns[j][i], high) - worst);
      out.euclidean[i] += lead * lead;
      out.taxicab[i] += std::abs(lead);
    }
  }
  for (double& e : out.euclidean) e = std::sqrt(e);
  return out;
}

QUINDEX_INLINE std::vector<double> codas::scores(const alternatives& all) const {
  const std::size_t n = all.size();
  const distances d = of(all);
  const std::vector<std::size_t> order = numeric::order(d.euclidean);
  std::vector<double> before(n + 1, 0.0);  // before[k]: the taxicab distances of the first k units in that order
  for (std::size_t k = 0; k < n; ++k) before[k + 1] = before[k] + d.taxicab[order[k]];
  const double units = static_cast<double>(n);
  const double euclidean = numeric::sum(d.euclidean);
  std::vector<double> out(n);
  std::size_t behind = 0;  // how many units are behind by the threshold or more
  std::size_t close = 0;   // how many are not that far ahead; neither ever shrinks
  for (std::size_t k = 0; k < n; ++k) {
    const double e = d.euclidean[order[k]];
    while (behind < n && e - d.euclidean[order[behind]] >= threshold) ++behind;
    while (close < n && d.euclidean[order[close]] - e < threshold) ++close;
    close = std::max(close, behind);  // without a threshold equal units are behind and ahead at once
    const double counted = static_cast<double>(behind + (n - close));
    const double taxicab = before[behind] + (before[n] - before[close]);
    out[order[k]] = (units * e - euclidean) + (counted * d.taxicab[order[k]] - taxicab);
  }
  return out;
}

QUINDEX_INLINE std::vector<measure> codas::measures(const alternatives& all) const {
  distances d = of(all);
  return {{"euclidean", std::move(d.euclidean)}, {"taxicab", std::move(d.taxicab)}};
}

}  // namespace aggregate
QUINDEX_END
