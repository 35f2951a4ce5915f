/// Bodies of weigh/critic.hpp and weigh/d_critic.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/numeric/distance_correlation.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/critic.hpp"
#include "quindex/weigh/d_critic.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// Spread times conflict; `dependence(j, k)` is asked for pairs of children that both differ from unit to unit.
template <class Dependence>
std::vector<double> contrast_times_conflict(const columns& c, const group& g, scaling scale, int ddof,
                                            Dependence dependence) {
  const std::size_t m = c.size();
  std::vector<std::vector<double>> conflict(m);
  for (std::size_t j = 0; j < m; ++j) {
    for (std::size_t k = 0; k < j; ++k) {
      if (c.is_constant(j) || c.is_constant(k)) continue;
      const double r = dependence(j, k);
      if (is_missing(r))
        throw data_error({g.where(),
                          "the children " + quoted(g.children[k]) + " and " + quoted(g.children[j]) +
                              " have too few units in common to go together or not",
                          "set rows to 'complete', or leave one of them out"});
      // A rounding error of 1 is 1: children that go together perfectly are in no conflict at all.
      const double between = 1 - r <= 1e-14 ? 0 : 1 - r;
      conflict[j].push_back(between);
      conflict[k].push_back(between);
    }
  }
  std::vector<double> out;
  for (std::size_t j = 0; j < m; ++j) {
    const double spread = numeric::moments(c.x[j]).sd(static_cast<std::size_t>(ddof));
    const double range = scale == scaling::none ? 1 : c.reach[j].high - c.reach[j].low;
    out.push_back(c.is_constant(j) ? 0 : spread / range * numeric::sum(conflict[j]));
  }
  return as_weights(std::move(out), g, "no two children differ from one another, so all weights would be 0");
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> critic::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  const matrix r = correlations(c, g, correlation);
  return detail::contrast_times_conflict(c, g, scale, ddof, [&](std::size_t j, std::size_t k) {
    const double found = r(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k));
    return absolute ? std::abs(found) : found;
  });
}

QUINDEX_INLINE std::vector<double> d_critic::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  std::vector<numeric::distance_profile> profiles(c.size());
  for (std::size_t j = 0; j < c.size(); ++j)
    if (!c.has_gaps(j)) profiles[j] = numeric::distance_profile_of(c.x[j]);
  return detail::contrast_times_conflict(c, g, scale, ddof, [&](std::size_t j, std::size_t k) {
    return c.has_gaps(j) || c.has_gaps(k) ? numeric::distance_correlation(c.x[j], c.x[k])
                                          : numeric::distance_correlation(profiles[j], profiles[k]);
  });
}

}  // namespace weigh
QUINDEX_END
