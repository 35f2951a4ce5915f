/// Bodies of aggregate/electre_1.hpp.
#pragma once

#include "quindex/aggregate/electre_1.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE std::vector<double> electre_1::scores(const alternatives& all) const {
  const std::size_t n = all.size();
  electre_comparison pair(all, scale, info.name);
  outranking relation(n);
  for (std::size_t a = 0; a < n; ++a) {
    pair.compare(a);
    for (std::size_t b = 0; b < n; ++b)
      if (a != b && pair.concordance()[b] >= concordance - electre_slack &&
          pair.discordance()[b] <= discordance + electre_slack)
        relation.add(a, b);
  }
  const circuits groups = circuits_of(relation);
  const std::vector<bool> kernel = kernel_of(between(relation, groups));
  std::vector<double> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = kernel[groups.of[i]] ? 1.0 : 0.0;
  return out;
}

QUINDEX_INLINE std::vector<measure> electre_1::measures(const alternatives& all) const {
  const std::size_t n = all.size();
  electre_comparison pair(all, scale, info.name);
  std::vector<double> outranks(n), outranked_by(n), net(n);
  const double others = std::max<double>(1, static_cast<double>(n) - 1);
  for (std::size_t a = 0; a < n; ++a) {
    pair.compare(a);
    for (std::size_t b = 0; b < n; ++b) {
      if (a == b) continue;
      net[a] += pair.concordance()[b] / others;
      net[b] -= pair.concordance()[b] / others;
      if (pair.concordance()[b] < concordance - electre_slack || pair.discordance()[b] > discordance + electre_slack)
        continue;
      ++outranks[a];
      ++outranked_by[b];
    }
  }
  return {{"outranks", std::move(outranks)},
          {"outranked_by", std::move(outranked_by)},
          {"net_concordance", std::move(net)}};
}

}  // namespace aggregate
QUINDEX_END
