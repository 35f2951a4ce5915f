/// Bodies of weigh/factor_nicoletti.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/numeric/symmetric.hpp"
#include "quindex/numeric/varimax.hpp"
#include "quindex/weigh/factor_nicoletti.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// How many of the components, the largest first, the rules retain; at least one.
inline Eigen::Index retained(const factor_nicoletti& rules, const std::vector<double>& eigenvalues) {
  // Equal eigenvalues come with rounding errors: those that are as good as on the threshold are retained.
  constexpr double slack = 1e-12;
  const double m = static_cast<double>(eigenvalues.size());
  double explained = 0;
  std::size_t k = 0;
  for (; k < eigenvalues.size(); ++k) {
    const bool is_large =
        eigenvalues[k] >= rules.least_eigenvalue - slack && eigenvalues[k] / m >= rules.least_share - slack;
    if (k > 0 && !is_large && explained / m >= rules.least_cumulative - slack) break;
    explained += eigenvalues[k];
  }
  return static_cast<Eigen::Index>(k);
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> factor_nicoletti::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  const live_matrix r = live_correlations(c, g);
  const numeric::eigen_system e = numeric::symmetric_eigen(r.values);
  const Eigen::Index m = r.values.rows();
  if (factors && *factors > m)
    throw spec_error({g.where(), std::to_string(*factors) + " factors are asked for",
                      "the group has " + std::to_string(m) + " children that differ from unit to unit"});
  const Eigen::Index k = factors ? *factors : detail::retained(*this, e.values);
  matrix loadings = e.vectors.leftCols(k);
  for (Eigen::Index f = 0; f < k; ++f)
    loadings.col(f) *= std::sqrt(std::max(0.0, e.values[static_cast<std::size_t>(f)]));
  const matrix turned = numeric::varimax(loadings, normalise).loadings;
  std::vector<double> own;
  for (Eigen::Index j = 0; j < m; ++j) {
    double largest = 0;
    for (Eigen::Index f = 0; f < k; ++f)
      if (std::abs(turned(j, f)) > std::abs(largest)) largest = turned(j, f);
    own.push_back(largest);
  }
  own = settled(std::move(own), negative, g, r.live, "loading");
  for (double& x : own) x *= x;
  return as_weights(spread_out(own, r.live, c.size()), g, "all loadings are 0 or below");
}

}  // namespace weigh
QUINDEX_END
