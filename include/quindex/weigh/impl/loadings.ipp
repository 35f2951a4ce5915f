/// Bodies of weigh/loadings.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/weigh/loadings.hpp"

QUINDEX_BEGIN
namespace weigh {

QUINDEX_INLINE std::vector<double> settled(std::vector<double> loadings, negative_loadings rule, const group& g,
                                           const std::vector<std::size_t>& live, std::string_view what) {
  double largest = 0;
  for (const double x : loadings) largest = std::max(largest, std::abs(x));
  for (std::size_t j = 0; j < loadings.size(); ++j) {
    if (std::abs(loadings[j]) <= 1e-14 * largest) loadings[j] = 0;
    if (!(loadings[j] < 0)) continue;
    if (rule == negative_loadings::refuse)
      throw data_error({g.where() + "/" + g.children[live[j]],
                        "its " + std::string(what) + " is " + number_text(loadings[j]),
                        "it goes against the others: turn it round, leave it out, or set negative to 'zero' or "
                        "'absolute'"});
    loadings[j] = rule == negative_loadings::zero ? 0 : -loadings[j];
  }
  return loadings;
}

QUINDEX_INLINE live_matrix live_correlations(const columns& c, const group& g) {
  const matrix all = correlations(c, g, correlation_kind::pearson);
  live_matrix out;
  for (std::size_t j = 0; j < c.size(); ++j)
    if (!c.is_constant(j)) out.live.push_back(j);
  if (out.live.empty()) throw data_error({g.where(), std::string(no_difference), "leave the group's weights equal"});
  const Eigen::Index m = static_cast<Eigen::Index>(out.live.size());
  out.values.resize(m, m);
  for (Eigen::Index b = 0; b < m; ++b) {
    for (Eigen::Index a = 0; a < m; ++a) {
      const std::size_t j = out.live[static_cast<std::size_t>(a)], k = out.live[static_cast<std::size_t>(b)];
      out.values(a, b) = all(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k));
      if (is_missing(out.values(a, b)))
        throw data_error({g.where(),
                          "the children " + quoted(g.children[j]) + " and " + quoted(g.children[k]) +
                              " have too few units in common to go together or not",
                          "set rows to 'complete', or leave one of them out"});
    }
  }
  return out;
}

QUINDEX_INLINE std::vector<double> spread_out(const std::vector<double>& values, const std::vector<std::size_t>& live,
                                              std::size_t size) {
  std::vector<double> out(size, 0.0);
  for (std::size_t k = 0; k < live.size(); ++k) out[live[k]] = values[k];
  return out;
}

}  // namespace weigh
QUINDEX_END
