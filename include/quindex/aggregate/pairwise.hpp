/// Units compared in pairs: how much more weight speaks for one of them than for the other.
#pragma once

#include <algorithm>
#include <array>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate::pairwise {

/// Sums of weights that differ by less are equal: half of 49 weights of 1/49 against the other half and one tie must be
/// a draw whatever the order of summation.
inline constexpr double tolerance = 1e-9;

/// Calls `visit(i, k, margin)` once for every pair i < k of units. The margin is the weight of the criteria on which i
/// is better, less that of those on which k is better; `indifference` per criterion, or nothing, is how far apart
/// values may be and count as equal. Goes through blocks of pairs that fit the cache, so nothing of the size of n² is
/// kept.
template <class Visit>
void for_each_pair(const alternatives& all, const std::vector<double>& indifference, Visit&& visit) {
  constexpr std::size_t tall = 16;
  constexpr std::size_t wide = 256;
  const std::size_t n = all.size();
  std::array<double, tall * wide> margin;
  for (std::size_t top = 0; top < n; top += tall)
    for (std::size_t left = top / wide * wide; left < n; left += wide) {
      const std::size_t rows = std::min(tall, n - top);
      const std::size_t columns = std::min(wide, n - left);
      margin.fill(0.0);
      for (std::size_t j = 0; j < all.columns.size(); ++j) {
        const double for_first = all.better_when_high[j] ? all.weights[j] : -all.weights[j];
        const double same = indifference.empty() ? 0.0 : indifference[j];
        const double* other = all.columns[j].data() + left;
        for (std::size_t r = 0; r < rows; ++r) {
          const double own = all.columns[j][top + r];
          double* sums = margin.data() + r * wide;
          for (std::size_t c = 0; c < columns; ++c) {
            const double lead = own - other[c];
            sums[c] += (lead > same ? for_first : 0.0) - (lead < -same ? for_first : 0.0);
          }
        }
      }
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = top + r >= left ? top + r + 1 - left : 0; c < columns; ++c)
          visit(top + r, left + c, margin[r * wide + c]);
    }
}

/// All margins, n × n; the margin of k over i is minus that of i over k.
[[nodiscard]] inline matrix margins(const alternatives& all, const std::vector<double>& indifference = {}) {
  const auto n = static_cast<Eigen::Index>(all.size());
  matrix out = matrix::Zero(n, n);
  for_each_pair(all, indifference, [&](std::size_t i, std::size_t k, double margin) {
    if (std::abs(margin) <= tolerance) margin = 0;
    out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = margin;
    out(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(i)) = -margin;
  });
  return out;
}

}  // namespace aggregate::pairwise
QUINDEX_END
