/// Bodies of robustness/acceptability.hpp: units against each other.
#pragma once

#include <algorithm>

#include "quindex/robustness/acceptability.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// How often each unit was ahead of each other, and level with it.
struct pair_counts {
  matrix beats, tied;
};
[[nodiscard]] inline pair_counts count_pairs(const outcomes& o, const node_counts& node,
                                             const numeric::executor& where) {
  const auto n = static_cast<Eigen::Index>(node.units.size());
  pair_counts out{matrix::Zero(n, n), matrix::Zero(n, n)};
  if (!node.beats.empty()) {
    numeric::parallel_for(where, node.units.size(), [&](std::size_t column) {
      const auto b = static_cast<Eigen::Index>(column);
      for (Eigen::Index a = 0; a < n; ++a) {
        const auto at = static_cast<std::size_t>(a * n + b);
        out.beats(a, b) = node.beats[at], out.tied(a, b) = node.tied[at];
      }
    });
    return out;
  }
  if (!o.is_kept())
    throw spec_error({"pairs", "the design counts no pairs and the scores of the replicates were not kept",
                      "run it with pairs = true, or with keep = true"});
  constexpr std::size_t at_once = 64;  // replicates
  const std::size_t units = node.units.size(), rows = units == 0 ? 0 : node.kept.size() / units;
  std::vector<double> ranks(at_once * units);
  for (std::size_t from = 0; from < rows; from += at_once) {
    const std::size_t count = std::min(at_once, rows - from);
    for (std::size_t r = 0; r < count; ++r)
      o.ranks_of(node, {node.kept.data() + (from + r) * units, units}, {ranks.data() + r * units, units});
    numeric::parallel_for(where, units, [&](std::size_t column) {
      const auto b = static_cast<Eigen::Index>(column);
      for (std::size_t r = 0; r < count; ++r) {
        const double* row = ranks.data() + r * units;
        for (Eigen::Index a = 0; a < n; ++a) {
          out.beats(a, b) += row[a] < row[column] ? 1 : 0;
          out.tied(a, b) += row[a] == row[column] ? 1 : 0;
        }
      }
    });
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE pair_table pairs(const outcomes& o, std::string_view code, const numeric::executor& where) {
  const node_counts& node = o.at(code);
  const detail::pair_counts counts = detail::count_pairs(o, node, where);
  const Eigen::Index n = counts.beats.rows();
  pair_table out{node.node, o.units(), matrix(n, n), matrix(n, n), matrix(n, n)};
  for (Eigen::Index b = 0; b < n; ++b)
    for (Eigen::Index a = 0; a < n; ++a) {
      const double both = a == b ? node.units[static_cast<std::size_t>(a)].present
                                 : counts.beats(a, b) + counts.beats(b, a) + counts.tied(a, b);
      out.together(a, b) = both;
      out.beats(a, b) = both > 0 ? counts.beats(a, b) / both : missing_value;
      out.tied(a, b) = both > 0 ? (a == b ? 1 : counts.tied(a, b) / both) : missing_value;
    }
  return out;
}

}  // namespace robustness
QUINDEX_END
