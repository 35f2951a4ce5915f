/// What the MOORA methods share: the ratio system and the distance from the reference point.
#pragma once

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// Weighted benefits and weighted costs of every unit, each criterion divided by its length.
struct moora_sums {
  std::vector<double> benefits;
  std::vector<double> costs;
};

/// The weighted sums of x / √Σx² over the benefits and over the costs; a criterion of zeros adds nothing.
[[nodiscard]] inline moora_sums moora_sums_of(const alternatives& all) {
  moora_sums out{std::vector<double>(all.size()), std::vector<double>(all.size())};
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const double by = criterion::length(all.columns[j]);
    std::vector<double>& side = all.better_when_high[j] ? out.benefits : out.costs;
    for (std::size_t i = 0; i < side.size(); ++i) side[i] += all.weights[j] * criterion::over(all.columns[j][i], by);
  }
  return out;
}

/// The ratio system: benefits less costs.
[[nodiscard]] inline std::vector<double> moora_ratios(const alternatives& all) {
  moora_sums sums = moora_sums_of(all);
  for (std::size_t i = 0; i < sums.costs.size(); ++i) sums.benefits[i] -= sums.costs[i];
  return std::move(sums.benefits);
}

/// The reference point approach: the largest weighted distance from the best that occurs (Tchebycheff's metric).
[[nodiscard]] inline std::vector<double> moora_distances(const alternatives& all) {
  std::vector<double> out(all.size());
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const double by = criterion::length(all.columns[j]);
    const double best = criterion::ends_of(all, j).best;
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] = std::max(out[i], all.weights[j] * criterion::over(std::abs(best - all.columns[j][i]), by));
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
