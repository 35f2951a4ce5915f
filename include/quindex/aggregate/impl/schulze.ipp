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
  matrix path = pairwise::margins(all);
  const auto n = path.rows();
  if (strength == majority::winning) detail::weigh_majorities(all, path);
  for (Eigen::Index k = 0; k < n; ++k)
    for (Eigen::Index i = 0; i < n; ++i) path(i, k) = std::max(path(i, k), 0.0);
  for (Eigen::Index via = 0; via < n; ++via)
    for (Eigen::Index k = 0; k < n; ++k) {
      const double onward = path(via, k);
      if (onward == 0 || k == via) continue;
      for (Eigen::Index i = 0; i < n; ++i)
        if (i != k) path(i, k) = std::max(path(i, k), std::min(path(i, via), onward));
    }
  std::vector<double> out(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index k = 0; k < n; ++k)
    for (Eigen::Index i = 0; i < k; ++i) {
      const double lead = path(i, k) - path(k, i);
      if (std::abs(lead) <= pairwise::tolerance) continue;
      out[static_cast<std::size_t>(i)] += lead > 0 ? 1 : -1;
      out[static_cast<std::size_t>(k)] += lead > 0 ? -1 : 1;
    }
  return out;
}

}  // namespace aggregate
QUINDEX_END
