/// Bodies of robustness/index_shapley.hpp.
#pragma once

#include <algorithm>
#include <vector>

#include "quindex/robustness/impl/sensitivity_parts.ipp"
#include "quindex/robustness/index_shapley.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The design's correlations as a matrix; 0×0 without.
QUINDEX_INLINE matrix correlations_in(const design& d) {
  const auto n = static_cast<Eigen::Index>(d.correlation.size());
  matrix out(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      out(i, j) = d.correlation[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  return out;
}

/// The sources of some base rows; `points` keeps their coordinates.
QUINDEX_INLINE void add_shapley_sources(const evaluator& engine, const shapley_points& sets, std::size_t first_row,
                                        std::size_t rows, const numeric::executor& where, std::vector<source>& sources,
                                        std::vector<double>& points) {
  const std::vector<std::size_t>& first = engine.first_coordinate();
  const std::size_t factors = first.size() - 1, dimension = engine.dimension(), per_row = sets.per_row();
  sources.resize(rows * per_row);
  points.resize(rows * per_row * dimension);
  numeric::parallel_for(where, rows, [&](std::size_t k) {
    std::vector<double> u(per_row * factors), a(dimension), b(dimension);
    std::vector<std::vector<std::size_t>> anew;
    sets.fill(first_row + k, u, anew);
    engine.coordinates({first_row + k, std::vector<std::uint8_t>(factors, 0), nullptr}, a);
    engine.coordinates({first_row + k, std::vector<std::uint8_t>(factors, 1), nullptr}, b);
    for (std::size_t p = 0; p < per_row; ++p) {
      source& one = sources[k * per_row + p];
      double* at = points.data() + (k * per_row + p) * dimension;
      one = {first_row + k, std::vector<std::uint8_t>(factors, 0), at};
      std::copy(a.begin(), a.end(), at);
      for (const std::size_t f : anew[p]) {
        one.from_b[f] = 1;
        std::copy_n(b.data() + first[f], first[f + 1] - first[f], at + first[f]);
      }
      for (std::size_t f = 0; f < factors; ++f) at[first[f]] = u[p * factors + f];
    }
  });
}

}  // namespace detail

QUINDEX_INLINE shapley_effects shapley(const spec& recipe, const table& data, const design& d,
                                       const shapley_options& how, const std::string& node, const std::string& unit,
                                       unit_output output) {
  detail::check_level(how.intervals);
  detail::evaluator engine(recipe, data, detail::watching(d, node), {how.intervals.executor, true, 256}, how.base_rows);
  shapley_options own = how;
  own.correlation = detail::correlations_in(d);
  const detail::shapley_points sets(d.factors.size(), own);
  const std::size_t at = unit.empty() ? 0 : detail::unit_position("shapley.unit", engine.units(), unit);
  const std::vector<double> nominal = detail::nominal_ranks_of(engine);
  matrix y(static_cast<Eigen::Index>(sets.per_row()), static_cast<Eigen::Index>(how.base_rows));
  const std::size_t step = std::max<std::size_t>(1, 4096 / sets.per_row());
  std::vector<detail::source> sources;
  std::vector<double> points;
  detail::evaluation found;
  detail::ranked_evaluation ranked;
  for (std::size_t row = 0; row < how.base_rows; row += step) {
    const std::size_t rows = std::min(step, how.base_rows - row);
    detail::add_shapley_sources(engine, sets, row, rows, how.intervals.executor, sources, points);
    detail::evaluate_ranked(engine, sources, nominal, how.intervals.executor,
                            !unit.empty() && output == unit_output::score, !unit.empty(), found, ranked);
    for (std::size_t r = 0; r < found.replicates; ++r)
      y.data()[row * sets.per_row() + r] =
          unit.empty()                   ? ranked.shift[r]
          : output == unit_output::score ? found.at(0, r)[at]
                                         : ranked.ranks(static_cast<Eigen::Index>(at), static_cast<Eigen::Index>(r));
  }
  return detail::shapley_from_runs(detail::factor_names(d), sets, y, how.intervals);
}

}  // namespace robustness
QUINDEX_END
