/// What the two indices of Mazziotta and Pareto share: a mean, and what an unbalanced unit pays.
#pragma once

#include <array>

#include "quindex/aggregate/row_statistics.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// What imbalance between the children does to the mean.
enum class penalty {
  subtract,  ///< For indices where high is good, such as well-being.
  add,       ///< For indices where high is bad, such as poverty.
};

namespace row {

/// M - S²/M or M + S²/M: the mean times one minus or plus the square of the coefficient of variation.
[[nodiscard]] inline double unbalanced_mean(column_view z, column_view w, penalty sign, int ddof) {
  const statistics of(z, w);
  if (of.variance == 0) return of.mean;
  const double toll = of.variance * correction(of.n, ddof) / of.mean;
  return sign == penalty::subtract ? of.mean - toll : of.mean + toll;
}

/// Each child's part of it: its part of the mean, and its own squared distance from the mean.
inline void unbalanced_parts(column_view z, column_view w, penalty sign, int ddof, std::span<double> out) {
  const statistics of(z, w);
  double total = 0;
  for (const double weight : w) total += weight;
  const double rate = of.variance == 0 ? 0 : correction(of.n, ddof) / of.mean;
  for (std::size_t j = 0; j < z.size(); ++j) {
    out[j] = 0;
    if (w[j] == 0.0) continue;
    const double toll = rate * (z[j] - of.mean) * (z[j] - of.mean);
    out[j] = w[j] / total * (sign == penalty::subtract ? z[j] - toll : z[j] + toll);
  }
}

}  // namespace row
}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::penalty> {
  static constexpr auto names = std::to_array<std::string_view>({"subtract", "add"});
};
}  // namespace describe
QUINDEX_END
