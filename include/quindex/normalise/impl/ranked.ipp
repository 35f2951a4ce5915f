/// Bodies of normalise/ranked.hpp.
#pragma once

#include <algorithm>
#include <vector>

#include "quindex/normalise/ranked.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map ranked_curve(const column& x, std::string_view method, ties rule, bool largest_first,
                                    const std::function<double(double p, double n)>& score) {
  refuse_constant(x, method);
  const std::vector<double> ranks = numeric::ranks(x.x, rule, largest_first);
  const std::vector<std::size_t> ascending = numeric::order(x.x, false);
  double n = 0;
  for (const double rank : ranks) n += is_missing(rank) ? 0.0 : 1.0;
  if (rule == ties::dense) {
    n = 1;
    for (const double rank : ranks) n = rank > n ? rank : n;
  }
  maps::piecewise_linear curve;
  for (const std::size_t i : ascending) {
    if (is_missing(x.x[i])) break;  // they come last
    if (curve.points.empty() || curve.points.back().first != x.x[i])
      curve.points.emplace_back(x.x[i], score(n + 1 - ranks[i], n));
  }
  return curve;
}

}  // namespace normalise
QUINDEX_END
