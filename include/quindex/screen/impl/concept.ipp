/// Bodies of screen/concept.hpp.
#pragma once

#include "quindex/screen/concept.hpp"

QUINDEX_BEGIN
namespace screen {

QUINDEX_INLINE matrix shares_available(const candidates& all) {
  const framework& tree = *all.tree;
  const auto rows = static_cast<Eigen::Index>(all.units.size());
  matrix present = matrix::Zero(rows, static_cast<Eigen::Index>(tree.size()));
  std::vector<double> below(tree.size(), 0.0);
  for (std::size_t k = 0; k < all.x.size(); ++k)
    for (std::size_t node = tree.indicators()[k]; node != framework::none; node = tree.at(node).parent) {
      below[node] += 1;
      const std::span<double> count = column_of(present, static_cast<Eigen::Index>(node));
      for (std::size_t i = 0; i < count.size(); ++i) count[i] += is_missing(all.x[k][i]) ? 0 : 1;
    }
  for (std::size_t node = 0; node < tree.size(); ++node) present.col(static_cast<Eigen::Index>(node)) /= below[node];
  return present;
}

}  // namespace screen
QUINDEX_END
