/// How far units are from the best and from the worst that occurs: what the TOPSIS methods share.
#pragma once

#include <array>

#include "quindex/aggregate/raw_scale.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How differences over the criteria become one distance.
enum class ideal_metric {
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

/// Adds differences `by` times |x - end| of one criterion to a distance; euclidean ones squared, see `finish`.
inline void add_differences(column_view x, double end, double by, ideal_metric metric, std::span<double> out) {
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double d = by * std::abs(x[i] - end);
    if (metric == ideal_metric::chebyshev)
      out[i] = std::max(out[i], d);
    else
      out[i] += metric == ideal_metric::euclidean ? d * d : d;
  }
}

/// Distances between the weighted ratings, as in TOPSIS.
[[nodiscard]] inline ideal_distances distances_of_weighted(const alternatives& all, raw_scale how, ideal_metric metric,
                                                           std::string_view method) {
  ideal_distances out{std::vector<double>(all.size()), std::vector<double>(all.size())};
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const raw::scaled column = raw::scale(all, j, how, method);
    const raw::ends reach = column.reach();
    add_differences(column.x, reach.best, all.weights[j], metric, out.to_best);
    add_differences(column.x, reach.worst, all.weights[j], metric, out.to_worst);
  }
  if (metric == ideal_metric::euclidean)
    for (std::size_t i = 0; i < all.size(); ++i) {
      out.to_best[i] = std::sqrt(out.to_best[i]);
      out.to_worst[i] = std::sqrt(out.to_worst[i]);
    }
  return out;
}

/// Weighted Euclidean distances between the ratings themselves, as in modified TOPSIS.
[[nodiscard]] inline ideal_distances weighted_distances(const alternatives& all, raw_scale how,
                                                        std::string_view method) {
  ideal_distances out{std::vector<double>(all.size()), std::vector<double>(all.size())};
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const raw::scaled column = raw::scale(all, j, how, method);
    const raw::ends reach = column.reach();
    const double by = std::sqrt(all.weights[j]);
    add_differences(column.x, reach.best, by, ideal_metric::euclidean, out.to_best);
    add_differences(column.x, reach.worst, by, ideal_metric::euclidean, out.to_worst);
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    out.to_best[i] = std::sqrt(out.to_best[i]);
    out.to_worst[i] = std::sqrt(out.to_worst[i]);
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
