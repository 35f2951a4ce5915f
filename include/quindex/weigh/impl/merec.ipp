/// Bodies of weigh/merec.hpp.
#pragma once

#include <cmath>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/merec.hpp"

QUINDEX_BEGIN
namespace weigh {

QUINDEX_INLINE std::vector<double> merec::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows_used::complete, info.name);
  refuse_below_zero(c, g, info.name, false);
  const double m = static_cast<double>(c.size());
  std::vector<std::vector<double>> logs(c.size(), std::vector<double>(c.n));
  std::vector<double> whole(c.n, 0.0), effect(c.n), out;
  for (std::size_t j = 0; j < c.size(); ++j) {
    numeric::log(c.x[j], logs[j]);
    const double end = numeric::log(g.is_high_better(j) ? c.reach[j].low : c.reach[j].high);
    for (std::size_t i = 0; i < c.n; ++i) {
      logs[j][i] = std::abs(logs[j][i] - end);
      whole[i] += logs[j][i];
    }
  }
  for (std::size_t j = 0; j < c.size(); ++j) {
    // S - S' as one logarithm; without the child the performance is never higher.
    for (std::size_t i = 0; i < c.n; ++i) effect[i] = (1 + whole[i] / m) / (1 + (whole[i] - logs[j][i]) / m);
    numeric::log(effect, effect);
    out.push_back(c.is_constant(j) ? 0 : numeric::sum(effect));
  }
  return as_weights(std::move(out), g, no_difference);
}

}  // namespace weigh
QUINDEX_END
