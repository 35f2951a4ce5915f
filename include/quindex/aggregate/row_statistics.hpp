/// Statistics of one unit's children that several aggregators share; children of weight 0 are not looked at.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate::row {

/// Weighted mean and variance of one unit's children, the lowest of them, and how many count.
struct statistics {
  double mean = missing_value;
  double variance = 0;  ///< With the weights as probabilities.
  double lowest = missing_value;
  std::size_t n = 0;

  statistics(column_view z, column_view w) {
    double total = 0;
    double sum = 0;
    for (std::size_t j = 0; j < z.size(); ++j) {
      if (w[j] == 0.0) continue;
      ++n;
      total += w[j];
      sum += w[j] * z[j];
      if (!(lowest <= z[j])) lowest = z[j];
    }
    mean = sum / total;
    for (std::size_t j = 0; j < z.size(); ++j)
      if (w[j] != 0.0) variance += w[j] / total * (z[j] - mean) * (z[j] - mean);
  }
};

/// What turns the variance of n children into one divided by n - `ddof`; 1 for a single child, whose variance is 0.
[[nodiscard]] inline double correction(std::size_t n, int ddof) {
  return n <= 1 || ddof == 0 ? 1.0 : static_cast<double>(n) / static_cast<double>(n - 1);
}

/// Calls `visit(z, w)` for the children that count, the highest first (or the lowest); the order is found in place for
/// up to 64 children, so that a unit costs no allocation.
template <class Visit>
void for_each_sorted(column_view z, column_view w, bool highest_first, Visit&& visit) {
  constexpr std::size_t few = 64;
  std::pair<double, double> near_by[few];
  std::vector<std::pair<double, double>> more;
  if (z.size() > few) more.resize(z.size());
  const std::span<std::pair<double, double>> pairs =
      z.size() > few ? std::span(more) : std::span<std::pair<double, double>>(near_by, z.size());
  std::size_t n = 0;
  for (std::size_t j = 0; j < z.size(); ++j)
    if (w[j] != 0.0) pairs[n++] = {z[j], w[j]};
  std::sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(n), [&](const auto& a, const auto& b) {
    return highest_first ? a > b : a < b;  // equal children by weight, so that their order does not matter
  });
  for (std::size_t j = 0; j < n; ++j) visit(pairs[j].first, pairs[j].second);
}

}  // namespace aggregate::row
QUINDEX_END
