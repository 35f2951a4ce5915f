/// Bodies of robustness/sensitivity.hpp: elementary effects of an index.
#pragma once

#include <vector>

#include "quindex/robustness/impl/morris.ipp"
#include "quindex/robustness/impl/sensitivity_parts.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The coordinates of the runs of one trajectory, and where they come from: `first` is where those of each factor
/// begin.
inline void lay_trajectory(const morris_design& steps, std::size_t trajectory, std::size_t levels, std::uint64_t seed,
                           const std::vector<std::size_t>& first, double* points, source* sources) {
  const std::size_t factors = steps.factors, dimension = first.back();
  for (std::size_t s = 0; s <= factors; ++s) {
    const std::size_t run = trajectory * (factors + 1) + s;
    source& one = sources[run];
    double* at = points + run * dimension;
    one.row = trajectory;
    one.coordinates = at;
    if (s == 0) {
      one.from_b.assign(factors, 0);
      morris_start(trajectory, levels, seed, {at, dimension});
      for (std::size_t f = 0; f < factors; ++f)
        at[first[f]] = steps.points(static_cast<Eigen::Index>(run), static_cast<Eigen::Index>(f));
      continue;
    }
    const std::size_t moved = steps.changed[run];
    one.from_b = sources[run - 1].from_b;
    one.from_b[moved] ^= 1U;
    std::copy_n(at - dimension, dimension, at);
    for (std::size_t c = first[moved]; c < first[moved + 1]; ++c) at[c] += at[c] < 0.5 ? 0.5 : -0.5;
  }
}

}  // namespace detail

QUINDEX_INLINE morris_effects screening(const spec& recipe, const table& data, const design& d,
                                        const screening_options& how) {
  detail::check_level(how.intervals);
  detail::check_independence(d, detail::groups_of(d, {}));
  const std::size_t factors = d.factors.size();
  // Whole factors step, so that a trajectory has one run per factor; each of their coordinates has its own start.
  const morris_design steps = make_morris_design(factors, how.trajectories, how.levels, d.seed, how.intervals.executor);
  detail::evaluator engine(recipe, data, detail::watching(d, how.node), {how.intervals.executor, how.fast, 256},
                           how.trajectories);
  const std::vector<std::size_t>& first = engine.first_coordinate();
  const std::size_t dimension = engine.dimension(), runs = steps.changed.size();
  std::vector<double> points(runs * dimension), y(runs);
  std::vector<detail::source> sources(runs);
  detail::in_parts(how.intervals.executor, how.trajectories, [&](std::size_t t) {
    detail::lay_trajectory(steps, t, how.levels, d.seed + 1, first, points.data(), sources.data());
  });
  detail::evaluation found;
  detail::ranked_evaluation ranked;
  const std::vector<double> nominal = detail::nominal_ranks_of(engine);
  constexpr std::size_t block = 4096;
  for (std::size_t from = 0; from < runs; from += block) {
    const std::size_t count = std::min(block, runs - from);
    detail::evaluate_ranked(engine, std::span<const detail::source>(sources).subspan(from, count), nominal,
                            how.intervals.executor, false, false, found, ranked);
    std::copy(ranked.shift.begin(), ranked.shift.end(), y.begin() + static_cast<std::ptrdiff_t>(from));
  }
  return morris_from_runs(detail::factor_names(d), steps, y, how.intervals);
}

}  // namespace robustness
QUINDEX_END
