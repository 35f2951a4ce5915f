/// Bodies of aggregate/electre.hpp.
#pragma once

#include "quindex/aggregate/electre.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE electre_comparison::electre_comparison(const alternatives& all, electre_scale how,
                                                      std::string_view method)
    : weights_(all.weights), concordance_(all.size()), discordance_(all.size()), lead_(all.size()) {
  double widest = 0;
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    if (how == electre_scale::sum) criterion::check_sign(all, j, true, method);
    const numeric::extent reach = numeric::range(all.columns[j]);
    const double by = how == electre_scale::range ? reach.high - reach.low
                      : how == electre_scale::sum ? numeric::sum(all.columns[j])
                                                  : 1.0;
    std::vector<double> x(all.columns[j].begin(), all.columns[j].end());
    for (double& value : x) value = criterion::over(all.better_when_high[j] ? value : -value, by);
    widest = std::max(widest, criterion::over(reach.high - reach.low, by));
    columns_.push_back(std::move(x));
  }
  for (std::vector<double>& x : columns_)
    for (double& value : x) value = criterion::over(value, widest);
}

QUINDEX_INLINE void electre_comparison::compare(std::size_t a) {
  std::fill(concordance_.begin(), concordance_.end(), 0.0);
  std::fill(discordance_.begin(), discordance_.end(), 0.0);
  std::fill(lead_.begin(), lead_.end(), 0.0);
  for (std::size_t j = 0; j < columns_.size(); ++j) {
    const std::vector<double>& x = columns_[j];
    for (std::size_t b = 0; b < x.size(); ++b) {
      if (x[a] >= x[b]) concordance_[b] += weights_[j];
      if (x[a] != x[b]) lead_[b] += x[a] > x[b] ? weights_[j] : -weights_[j];
      discordance_[b] = std::max(discordance_[b], x[b] - x[a]);
    }
  }
}

}  // namespace aggregate
QUINDEX_END
