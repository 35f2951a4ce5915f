/// Bodies of robustness/uncertainty.hpp: simultaneous intervals.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/numeric/order.hpp"
#include "quindex/robustness/impl/replicates.ipp"
#include "quindex/robustness/uncertainty.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// How far out each value of a column is: the share of the others that an interval has to hold so that it is inside.
inline void deepen(column_view x, std::vector<double>& depth) {
  std::vector<double> first(x.size()), last(x.size());
  numeric::ranks(x, ties::best, false, first);
  numeric::ranks(x, ties::worst, false, last);
  double n = 0;
  for (const double v : x) n += is_missing(v) ? 0 : 1;
  for (std::size_t t = 0; t < x.size(); ++t)
    if (!is_missing(x[t])) depth[t] = std::max(depth[t], std::max(first[t], n + 1 - last[t]) / (n + 1));
}

/// The k for n values at a depth: no less than what leaves something between x₍n+1−k₎ and x₍k₎.
[[nodiscard]] inline std::size_t order_statistic(double depth, std::size_t n) {
  const auto k = static_cast<std::size_t>(std::floor(depth * static_cast<double>(n + 1) + 1e-9));
  return std::min(n, std::max(k, (n + 2) / 2));
}

[[nodiscard]] inline matrix kept_scores(const node_counts& node) {
  const auto n = static_cast<Eigen::Index>(node.units.size());
  using by_row = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return Eigen::Map<const by_row>(node.kept.data(),
                                  static_cast<Eigen::Index>(node.kept.size()) / std::max<Eigen::Index>(n, 1), n);
}

[[nodiscard]] inline simultaneous_intervals named(simultaneous_intervals found, const outcomes& o,
                                                  const node_counts& node) {
  found.node = node.node;
  found.units = o.units();
  return found;
}

}  // namespace detail

QUINDEX_INLINE simultaneous_intervals simultaneous_of(const matrix& draws, double level) {
  detail::check_level("simultaneous", level);
  const auto replicates = static_cast<std::size_t>(draws.rows()), units = static_cast<std::size_t>(draws.cols());
  simultaneous_intervals out;
  out.level = level;
  out.low.assign(units, missing_value);
  out.high.assign(units, missing_value);
  std::vector<double> depth(replicates, 0.0);
  for (Eigen::Index i = 0; i < draws.cols(); ++i) detail::deepen(column_of(draws, i), depth);
  std::vector<double> sorted;
  for (const double d : depth)
    if (d > 0) sorted.push_back(d);
  if (sorted.empty()) return out;
  std::sort(sorted.begin(), sorted.end());
  const double wanted = level * static_cast<double>(sorted.size());
  const auto enough =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(wanted - 1e-9 * std::max(1.0, wanted))));
  const double limit = sorted[enough - 1];
  out.attained = static_cast<double>(std::upper_bound(sorted.begin(), sorted.end(), limit) - sorted.begin()) /
                 static_cast<double>(sorted.size());
  out.depth = 1 - limit;
  for (std::size_t i = 0; i < units; ++i) {
    std::vector<double> x;
    for (const double v : column_of(draws, static_cast<Eigen::Index>(i)))
      if (!is_missing(v)) x.push_back(v);
    if (x.empty()) continue;
    const std::size_t k = detail::order_statistic(limit, x.size());
    const auto nth = [&](std::size_t place) {
      const auto at = x.begin() + static_cast<std::ptrdiff_t>(place);
      std::nth_element(x.begin(), at, x.end());
      return *at;
    };
    out.low[i] = nth(x.size() - k);
    out.high[i] = nth(k - 1);
  }
  return out;
}

QUINDEX_INLINE simultaneous_intervals simultaneous_scores(const outcomes& o, std::string_view code, double level) {
  detail::check_kept("simultaneous_scores", o);
  const node_counts& node = o.at(code);
  return detail::named(simultaneous_of(detail::kept_scores(node), level), o, node);
}

QUINDEX_INLINE simultaneous_intervals simultaneous_ranks(const outcomes& o, std::string_view code, double level) {
  detail::check_kept("simultaneous_ranks", o);
  const node_counts& node = o.at(code);
  const std::size_t n = node.units.size(), replicates = n == 0 ? 0 : node.kept.size() / n;
  matrix ranks(static_cast<Eigen::Index>(replicates), static_cast<Eigen::Index>(n));
  std::vector<double> row(n);
  for (std::size_t r = 0; r < replicates; ++r) {
    o.ranks_of(node, {node.kept.data() + r * n, n}, row);
    for (std::size_t i = 0; i < n; ++i) ranks(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(i)) = row[i];
  }
  return detail::named(simultaneous_of(ranks, level), o, node);
}

}  // namespace robustness
QUINDEX_END
