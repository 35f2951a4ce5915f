/// Bodies of normalise/categorical_scale.hpp.
#pragma once

#include <algorithm>

#include "quindex/normalise/categorical_scale.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE std::optional<double> categorical_scale::mirror() const {
  if (scores.empty()) return std::nullopt;
  const auto by_score = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto [low, high] = std::minmax_element(scores.begin(), scores.end(), by_score);
  return low->second + high->second;
}

QUINDEX_INLINE any_map categorical_scale::fit(const column& x) const {
  check(path("normalise"));
  if (x.best)
    throw spec_error(
        {x.where(), "categorical_scale does not go with an optimum", "give the best category the highest score"});
  return maps::categories{scores};
}

}  // namespace normalise
QUINDEX_END
