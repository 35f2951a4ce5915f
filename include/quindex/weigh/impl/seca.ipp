/// Bodies of weigh/seca.hpp.
#pragma once

#include <string>

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/impl/best_worst_case.ipp"
#include "quindex/weigh/seca.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// The columns as shares of their best value, 1 being best.
inline std::vector<std::vector<double>> shares_of_best(const columns& c, const group& g) {
  std::vector<std::vector<double>> out;
  for (std::size_t j = 0; j < c.size(); ++j) {
    out.emplace_back(c.x[j].begin(), c.x[j].end());
    for (double& x : out.back()) x = g.is_high_better(j) ? x / c.reach[j].high : c.reach[j].low / x;
  }
  return out;
}

/// The mean of the shares of spread and of conflict.
inline std::vector<double> reference_weights(const columns& c, const group& g,
                                             const std::vector<std::vector<double>>& x) {
  matrix side(static_cast<Eigen::Index>(c.n), static_cast<Eigen::Index>(c.size()));
  for (std::size_t j = 0; j < x.size(); ++j)
    std::copy(x[j].begin(), x[j].end(), column_of(side, static_cast<Eigen::Index>(j)).begin());
  const matrix r = numeric::pearson(side);
  std::vector<double> spread, conflict;
  for (std::size_t j = 0; j < x.size(); ++j) {
    spread.push_back(c.is_constant(j) ? 0 : numeric::moments(x[j]).sd());
    double total = 0;
    for (std::size_t k = 0; k < x.size(); ++k)
      if (k != j && !c.is_constant(j) && !c.is_constant(k))
        total += 1 - r(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k));
    conflict.push_back(total);
  }
  spread = as_weights(std::move(spread), g, no_difference);
  conflict = as_weights(std::move(conflict), g, "no two children differ from one another");
  for (std::size_t j = 0; j < x.size(); ++j) spread[j] = (spread[j] + conflict[j]) / 2;
  return spread;
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> seca::fit(const group& g) const {
  const std::size_t m = g.children.size();
  if (m == 1) return {1};
  if (least_weight * static_cast<double>(m) >= 1)
    throw spec_error({g.where(),
                      "least_weight is " + number_text(least_weight) + " for " + std::to_string(m) + " children",
                      "set it below 1 over their number"});
  const columns c = columns_of(g, rows_used::complete, info.name);
  refuse_below_zero(c, g, info.name, false);
  const std::vector<std::vector<double>> x = detail::shares_of_best(c, g);
  // Both squared distances together are twice that from the mean of the two references, and a constant.
  detail::best_worst_case model(x, detail::reference_weights(c, g, x), 4 * closeness, least_weight);
  return as_weights(model.solve(g.where()), g, no_difference);
}

}  // namespace weigh
QUINDEX_END
