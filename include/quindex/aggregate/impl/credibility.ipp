/// Bodies of aggregate/credibility.hpp.
#pragma once

#include "quindex/aggregate/credibility.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE std::vector<double> credibilities(const std::vector<std::vector<double>>& a,
                                                 const std::vector<std::vector<double>>& b,
                                                 const credibility_criteria& criteria) {
  const std::size_t m = criteria.weights.size();
  const std::size_t rows = m == 0 ? 0 : a[0].size();
  const std::size_t width = m == 0 ? 0 : b[0].size();
  std::vector<double> out(rows * width);
  std::vector<double> against(m * width);
  for (std::size_t i = 0; i < rows; ++i) {
    double* row = out.data() + i * width;
    for (std::size_t j = 0; j < m; ++j)
      for (std::size_t k = 0; k < width; ++k) {
        const double lead = b[j][k] - a[j][i];
        row[k] += criteria.weights[j] * criteria.thresholds[j].concordance(lead);
        against[j * width + k] = criteria.thresholds[j].discordance(lead);
      }
    for (std::size_t k = 0; k < width; ++k) {
      const double concordance = row[k];
      for (std::size_t j = 0; j < m; ++j)
        if (against[j * width + k] > concordance) row[k] *= (1 - against[j * width + k]) / (1 - concordance);
    }
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
