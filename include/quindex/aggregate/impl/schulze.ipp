/// Bodies of aggregate/schulze.hpp.
#pragma once

#include "quindex/aggregate/schulze.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// Turns margins into the weight of each majority: half of what is not tied, plus half the margin.
inline void weigh_majorities(const alternatives& all, matrix& margin) {
  const auto n = margin.rows();
  matrix decided = matrix::Zero(n, n);  // weight of the criteria on which two units differ
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    for (Eigen::Index k = 0; k < n; ++k)
      for (Eigen::Index i = 0; i < n; ++i)
        if (all.columns[j][static_cast<std::size_t>(i)] != all.columns[j][static_cast<std::size_t>(k)])
          decided(i, k) += all.weights[j];
  for (Eigen::Index k = 0; k < n; ++k)
    for (Eigen::Index i = 0; i < n; ++i)
      if (margin(i, k) > 0) margin(i, k) = 0.5 * (decided(i, k) + margin(i, k));
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> schulze::scores(const alternatives& all) const {
  matrix margin = pairwise::margins(all);
  if (strength == majority::winning) detail::weigh_majorities(all, margin);
  const std::size_t n = all.size();
  // Strengths in billionths, the tolerance of majorities: integers, of which many are compared at a time.
  std::vector<std::int32_t> path(n * n);
  for (std::size_t c = 0; c < path.size(); ++c)
    path[c] = static_cast<std::int32_t>(std::lround(std::max(margin.data()[c], 0.0) / pairwise::tolerance));
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t k = 0; k < n; ++k) {
      const std::int32_t onward = path[k * n + via];
      if (onward == 0 || k == via) continue;
      const std::int32_t* first = path.data() + via * n;
      std::int32_t* to = path.data() + k * n;
      for (std::size_t i = 0; i < n; ++i) to[i] = std::max(to[i], std::min(first[i], onward));
    }
  std::vector<double> out(n, 0.0);
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < k; ++i) {
      const std::int32_t lead = path[k * n + i] - path[i * n + k];
      if (lead >= -1 && lead <= 1) continue;  // one apart may be rounding
      out[i] += lead > 0 ? 1 : -1;
      out[k] += lead > 0 ? -1 : 1;
    }
  return out;
}

}  // namespace aggregate
QUINDEX_END
