/// Bodies of aggregate/cocoso.hpp.
#pragma once

#include "quindex/aggregate/cocoso.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE cocoso::strategies cocoso::of(const alternatives& all) const {
  const std::size_t n = all.size();
  const std::vector<double> none(n);
  strategies out{none, none, none, none, none};
  std::vector<double> share(n);
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    for (std::size_t i = 0; i < n; ++i) share[i] = reach.share(all.columns[j][i]);
    for (std::size_t i = 0; i < n; ++i) out.s[i] += all.weights[j] * share[i];
    numeric::pow(share, all.weights[j], share);
    for (std::size_t i = 0; i < n; ++i) out.p[i] += share[i];
  }
  const numeric::extent s = numeric::range(out.s);
  const numeric::extent p = numeric::range(out.p);
  for (std::size_t i = 0; i < n; ++i)
    if (out.s[i] == 0)
      throw numeric_error({all.where + "/" + all.units[i],
                           "cocoso divides by the lowest sum of scores, and this unit's is 0: it is the worst on every "
                           "criterion",
                           "leave the unit out, or use waspas or marcos"});
  const double total = numeric::sum(out.s) + numeric::sum(out.p);
  for (std::size_t i = 0; i < n; ++i) {
    out.a[i] = (out.p[i] + out.s[i]) / total;
    out.b[i] = out.s[i] / s.low + out.p[i] / p.low;
    out.c[i] = (lambda * out.s[i] + (1 - lambda) * out.p[i]) / (lambda * s.high + (1 - lambda) * p.high);
  }
  return out;
}

QUINDEX_INLINE std::vector<double> cocoso::scores(const alternatives& all) const {
  const strategies k = of(all);
  std::vector<double> out(all.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = k.a[i] * k.b[i] * k.c[i];
  numeric::pow(out, 1.0 / 3.0, out);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] += (k.a[i] + k.b[i] + k.c[i]) / 3;
  return out;
}

QUINDEX_INLINE std::vector<measure> cocoso::measures(const alternatives& all) const {
  strategies k = of(all);
  return {{"S", std::move(k.s)},
          {"P", std::move(k.p)},
          {"a", std::move(k.a)},
          {"b", std::move(k.b)},
          {"c", std::move(k.c)}};
}

}  // namespace aggregate
QUINDEX_END
