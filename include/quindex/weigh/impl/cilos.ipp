/// Bodies of weigh/cilos.hpp.
#pragma once

#include <algorithm>

#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/cilos.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// The mean share that child j loses at the units that are best on child i; sums of columns cancel in it.
inline double impact_loss(const columns& c, const group& g, std::size_t i, std::size_t j) {
  const double best_i = g.is_high_better(i) ? c.reach[i].high : c.reach[i].low;
  std::vector<double> losses;
  for (std::size_t row = 0; row < c.n; ++row)
    if (c.x[i][row] == best_i)
      losses.push_back(g.is_high_better(j) ? 1 - c.x[j][row] / c.reach[j].high : 1 - c.reach[j].low / c.x[j][row]);
  return numeric::mean(losses);
}

/// The weights of the children in `live`.
inline std::vector<double> loss_weights(const columns& c, const group& g, const std::vector<std::size_t>& live) {
  const Eigen::Index m = static_cast<Eigen::Index>(live.size());
  matrix f = matrix::Zero(m, m);
  for (Eigen::Index j = 0; j < m; ++j) {
    for (Eigen::Index i = 0; i < m; ++i) {
      if (i == j) continue;
      f(i, j) = impact_loss(c, g, live[static_cast<std::size_t>(i)], live[static_cast<std::size_t>(j)]);
      f(j, j) -= f(i, j);
    }
  }
  // The rows of F sum to 0, so one of them says nothing new: the sum of the weights stands in its place.
  f.row(m - 1).setOnes();
  std::vector<double> right(live.size(), 0.0);
  right.back() = 1;
  const auto found = numeric::solve(f, right);
  if (!found)
    throw data_error({g.where(), "the losses leave the weights open: some units are best on several children",
                      "cilos needs children with different best units; use another method"});
  return *found;
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> cilos::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows_used::complete, info.name);
  refuse_below_zero(c, g, info.name, false);
  std::vector<std::size_t> live;
  for (std::size_t j = 0; j < c.size(); ++j)
    if (!c.is_constant(j)) live.push_back(j);
  std::vector<double> out(c.size(), 0.0);
  if (live.size() == 1) out[live.front()] = 1;
  if (live.size() > 1) {
    const std::vector<double> found = detail::loss_weights(c, g, live);
    for (std::size_t k = 0; k < live.size(); ++k) out[live[k]] = std::max(0.0, found[k]);
  }
  return as_weights(std::move(out), g, no_difference);
}

}  // namespace weigh
QUINDEX_END
