/// How far units are from the best and from the worst that occurs: what the TOPSIS methods share.
#pragma once

#include <array>
#include <cmath>

#include "quindex/aggregate/criterion.hpp"
#include "quindex/aggregate/raw_scale.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How differences over the criteria become one distance.
enum class ideal_metric {
  // As in kernel::distance_of.
  euclidean,  ///< The root of the sum of squares.
  manhattan,  ///< The sum.
  chebyshev,  ///< The largest.
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::ideal_metric> {
  static constexpr auto names = std::to_array<std::string_view>({"euclidean", "manhattan", "chebyshev"});
};
}  // namespace describe

namespace aggregate {

/// Distances of the units from the point made of the best and from that made of the worst values.
struct ideal_distances {
  std::vector<double> to_best;
  std::vector<double> to_worst;

  /// D- / (D+ + D-), written so that rounding never turns an order; 0.5 where both are 0.
  [[nodiscard]] std::vector<double> closeness() const {
    std::vector<double> out(to_best.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (to_worst[i] == 0)
        out[i] = to_best[i] == 0 ? 0.5 : 0.0;
      else
        out[i] = 1 / (1 + to_best[i] / to_worst[i]);
    }
    return out;
  }
  /// The distances, as a paper reports them.
  [[nodiscard]] std::vector<measure> measures() && {
    return {{"distance_to_best", std::move(to_best)}, {"distance_to_worst", std::move(to_worst)}};
  }
};

/// The columns between whose ends distances are taken.
struct ideal_columns {
  std::vector<column_view> x;               ///< On the scale, n values each.
  std::vector<kernel::end_distances> ends;  ///< Of each column: its best and worst value, and what differences count.
  std::vector<raw::scaled> own;             ///< What the scaled columns look into.
};

/// The columns on a scale, differences counting `by(j)` times. Scales that divide by a number divide the differences
/// instead of the values, which spares a copy and a rounding.
template <class By>
[[nodiscard]] ideal_columns ideal_columns_of(const alternatives& all, raw_scale how, ideal_metric metric,
                                             std::string_view method, By by) {
  const auto kind = static_cast<kernel::distance_of>(metric);
  const std::size_t m = all.columns.size();
  ideal_columns out;
  out.ends.reserve(m);
  if (how == raw_scale::vector || how == raw_scale::sum) {
    out.x = all.columns;
    for (std::size_t j = 0; j < m; ++j) {
      if (how == raw_scale::sum) criterion::check_sign(all, j, true, method);
      const numeric::kernels& loops = numeric::active_kernels();
      const column_view x = all.columns[j];
      const kernel::column_summary seen =
          how == raw_scale::sum ? loops.summary(x.data(), x.size()) : loops.squares(x.data(), x.size());
      const double length = how == raw_scale::sum ? seen.sum : std::sqrt(seen.sum);
      const double factor = length == 0 ? 0.0 : by(j) / length;
      const bool up = all.better_when_high[j];
      out.ends.push_back({up ? seen.high : seen.low, up ? seen.low : seen.high, factor, kind});
    }
    return out;
  }
  out.own.reserve(m);
  for (std::size_t j = 0; j < m; ++j) {
    const raw::scaled& column = out.own.emplace_back(raw::scale(all, j, how, method));
    const criterion::ends reach = column.reach();
    out.x.emplace_back(column.x);
    out.ends.push_back({reach.best, reach.worst, by(j), kind});
  }
  return out;
}

/// Distances of the units, a stretch of them at a time, for which both sums stay in the nearest cache.
[[nodiscard]] inline ideal_distances distances_between(const ideal_columns& columns, std::size_t n,
                                                       ideal_metric metric) {
  constexpr std::size_t stretch = 1024;
  ideal_distances out{std::vector<double>(n), std::vector<double>(n)};
  const numeric::kernels& loops = numeric::active_kernels();
  for (std::size_t from = 0; from < n; from += stretch) {
    const std::size_t count = std::min(stretch, n - from);
    for (std::size_t j = 0; j < columns.x.size(); ++j)
      loops.distances(columns.x[j].data() + from, count, columns.ends[j], &out.to_best[from], &out.to_worst[from]);
  }
  if (metric == ideal_metric::euclidean)
    for (std::size_t i = 0; i < n; ++i) {
      out.to_best[i] = std::sqrt(out.to_best[i]);
      out.to_worst[i] = std::sqrt(out.to_worst[i]);
    }
  return out;
}

/// Distances between the weighted ratings, as in TOPSIS.
[[nodiscard]] inline ideal_distances distances_of_weighted(const alternatives& all, raw_scale how, ideal_metric metric,
                                                           std::string_view method) {
  return distances_between(ideal_columns_of(all, how, metric, method, [&](std::size_t j) { return all.weights[j]; }),
                           all.size(), metric);
}

/// Weighted Euclidean distances between the ratings themselves, as in modified TOPSIS.
[[nodiscard]] inline ideal_distances weighted_distances(const alternatives& all, raw_scale how,
                                                        std::string_view method) {
  constexpr ideal_metric metric = ideal_metric::euclidean;
  return distances_between(
      ideal_columns_of(all, how, metric, method, [&](std::size_t j) { return std::sqrt(all.weights[j]); }), all.size(),
      metric);
}

}  // namespace aggregate
QUINDEX_END
