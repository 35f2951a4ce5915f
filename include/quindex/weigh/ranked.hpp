/// Weights that depend on an order of importance alone.
#pragma once

#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh::detail {

/// The weight of each child, `at_place[r - 1]` being that of the one in place r; children that share a rank share the
/// mean of their places.
[[nodiscard]] inline std::vector<double> ranked_weights(const std::vector<double>& ranks,
                                                        const std::vector<double>& at_place) {
  const std::vector<std::size_t> order = numeric::order(ranks);
  std::vector<double> out(ranks.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first + 1;
    while (last < order.size() && ranks[order[last]] == ranks[order[first]]) ++last;
    const double mean = numeric::mean(column_view(at_place).subspan(first, last - first));
    for (; first < last; ++first) out[order[first]] = mean;
  }
  return out;
}

}  // namespace weigh::detail
QUINDEX_END
