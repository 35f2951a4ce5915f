/// Bodies of aggregate/vikor.hpp.
#pragma once

#include "quindex/aggregate/vikor.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE vikor::distances vikor::of(const alternatives& all) const {
  const std::size_t n = all.size();
  distances d{std::vector<double>(n), std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    if (reach.is_constant()) continue;
    for (std::size_t i = 0; i < n; ++i) {
      const double shortfall = all.weights[j] * ((reach.best - all.columns[j][i]) / (reach.best - reach.worst));
      d.s[i] += shortfall;
      d.r[i] = std::max(d.r[i], shortfall);
    }
  }
  const numeric::extent s = numeric::range(d.s);
  const numeric::extent r = numeric::range(d.r);
  for (std::size_t i = 0; i < n; ++i)
    d.q[i] = strategy * criterion::over(d.s[i] - s.low, s.high - s.low) +
             (1 - strategy) * criterion::over(d.r[i] - r.low, r.high - r.low);
  return d;
}

QUINDEX_INLINE std::vector<double> vikor::compromise(const distances& d) {
  const std::size_t n = d.q.size();
  std::vector<double> out(n, 0.0);
  if (n < 2) return std::vector<double>(n, 1.0);
  const std::vector<std::size_t> order = numeric::order(d.q);
  const std::size_t first = order[0];
  const double advantage = 1 / static_cast<double>(n - 1);
  out[first] = 1;
  if (d.q[order[1]] - d.q[first] < advantage) {
    for (std::size_t i = 0; i < n; ++i)
      if (d.q[i] - d.q[first] < advantage) out[i] = 1;
  } else if (d.s[first] != numeric::range(d.s).low && d.r[first] != numeric::range(d.r).low) {
    out[order[1]] = 1;
  }
  return out;
}

QUINDEX_INLINE std::vector<double> vikor::scores(const alternatives& all) const {
  std::vector<double> out = of(all).q;
  for (double& q : out) q = 1 - q;
  return out;
}

QUINDEX_INLINE std::vector<measure> vikor::measures(const alternatives& all) const {
  distances d = of(all);
  std::vector<double> chosen = compromise(d);
  return {{"S", std::move(d.s)}, {"R", std::move(d.r)}, {"Q", std::move(d.q)}, {"compromise", std::move(chosen)}};
}

}  // namespace aggregate
QUINDEX_END
