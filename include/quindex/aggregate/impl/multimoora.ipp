/// Bodies of aggregate/multimoora.hpp.
#pragma once

#include "quindex/aggregate/multimoora.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE std::vector<measure> multimoora::measures(const alternatives& all) const {
  criterion::need_positive(all, info.name);
  std::vector<double> product(all.size());
  std::vector<double> logarithms(all.size());
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    numeric::log(all.columns[j], logarithms);
    const double power = all.better_when_high[j] ? all.weights[j] : -all.weights[j];
    for (std::size_t i = 0; i < product.size(); ++i) product[i] += power * logarithms[i];
  }
  numeric::exp(product, product);
  return {{"ratio", moora_ratios(all)}, {"distance", moora_distances(all)}, {"product", std::move(product)}};
}

QUINDEX_INLINE std::vector<double> multimoora::scores(const alternatives& all) const {
  const std::vector<measure> parts = measures(all);
  const std::vector<double>& ratio = parts[0].values;
  const std::vector<double>& distance = parts[1].values;
  const std::vector<double>& product = parts[2].values;
  const std::size_t n = all.size();
  std::vector<double> out(n, 1.0);
  if (n < 2) return out;
  const auto sign = [](double a, double b) { return static_cast<int>(a > b) - static_cast<int>(a < b); };
  for (std::size_t i = 0; i < n; ++i) {
    long won = 0;  // twice the units beaten, draws once
    for (std::size_t k = 0; k < n; ++k) {
      if (k == i) continue;
      const int balance = sign(ratio[i], ratio[k]) + sign(distance[k], distance[i]) + sign(product[i], product[k]);
      won += 1 + sign(balance, 0);
    }
    out[i] = static_cast<double>(won) / (2 * static_cast<double>(n - 1));
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
