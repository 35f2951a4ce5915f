/// Bodies of aggregate/concept.hpp.
#pragma once

#include <cmath>

#include "quindex/aggregate/concept.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE double mean_of_children(const numeric::mean_job& mean, column_view z, column_view w) {
  using numeric::mean_of;
  double sum = 0.0;
  for (const double weight : w) sum += weight;
  if (sum == 0.0) return missing_value;
  // As in the kernels: weights that sum to 1 up to rounding are not divided by their sum.
  const bool is_whole = std::abs(sum - 1.0) <= static_cast<double>(w.size()) * 0x1p-52;
  double y = 0.0;
  for (std::size_t j = 0; j < z.size(); ++j) {
    if (w[j] == 0.0) continue;
    double t = z[j];
    if (mean.f == mean_of::logarithms) t = numeric::log(t);
    if (mean.f == mean_of::reciprocals) t = 1.0 / t;
    if (mean.f == mean_of::powers) t = numeric::pow(t, mean.power);
    y += (is_whole ? w[j] : w[j] / sum) * t;
  }
  switch (mean.f) {
    case mean_of::values:
      return y;
    case mean_of::logarithms:
      return numeric::exp(y);
    case mean_of::reciprocals:
      return 1.0 / y;
    case mean_of::powers:
      return numeric::pow(y, 1.0 / mean.power);
  }
  return missing_value;
}

}  // namespace aggregate
QUINDEX_END
