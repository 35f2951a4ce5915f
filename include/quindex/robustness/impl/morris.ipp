/// Bodies of robustness/morris.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/error.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/morris.hpp"

QUINDEX_BEGIN
namespace robustness {

namespace detail {

/// Does `one(t)` for all trajectories, some at a time: an executor that looks for a wish to stop does so in between.
template <class One>
void in_parts(const numeric::executor& where, std::size_t trajectories, const One& one) {
  constexpr std::size_t at_once = 64;
  numeric::parallel_for(where, (trajectories + at_once - 1) / at_once, [&](std::size_t part) {
    for (std::size_t t = part * at_once; t < std::min(trajectories, (part + 1) * at_once); ++t) one(t);
  });
}

/// The random numbers of a trajectory.
[[nodiscard]] inline numeric::random_stream morris_stream(std::uint64_t seed, std::size_t trajectory) {
  return numeric::random_stream(seed, "robustness.morris", static_cast<std::uint32_t>(trajectory));
}
[[nodiscard]] inline double morris_number(std::size_t level, std::size_t levels) {
  return (static_cast<double>(level) + 0.5) / static_cast<double>(levels);
}

QUINDEX_INLINE void morris_start(std::size_t trajectory, std::size_t levels, std::uint64_t seed,
                                 std::span<double> out) {
  const numeric::random_stream stream = morris_stream(seed, trajectory);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = morris_number(stream.below(levels, 2 * i), levels);
}

/// Writes the runs of one trajectory.
inline void fill_trajectory(morris_design& out, std::size_t trajectory, std::size_t levels, std::uint64_t seed) {
  const std::size_t factors = out.factors, half = levels / 2;
  const numeric::random_stream stream = morris_stream(seed, trajectory);
  std::vector<std::size_t> level(factors), order(factors);
  for (std::size_t i = 0; i < factors; ++i) {
    level[i] = stream.below(levels, 2 * i);
    order[i] = i;
  }
  for (std::size_t i = factors; i > 1; --i) std::swap(order[i - 1], order[stream.below(i, 2 * i - 1)]);
  for (std::size_t s = 0; s <= factors; ++s) {
    const std::size_t run = trajectory * (factors + 1) + s;
    if (s > 0) {
      std::size_t& moved = level[order[s - 1]];
      moved = moved < half ? moved + half : moved - half;
      out.changed[run] = order[s - 1];
    }
    for (std::size_t i = 0; i < factors; ++i)
      out.points(static_cast<Eigen::Index>(run), static_cast<Eigen::Index>(i)) = morris_number(level[i], levels);
  }
}

}  // namespace detail

QUINDEX_INLINE morris_design make_morris_design(std::size_t factors, std::size_t trajectories, std::size_t levels,
                                                std::uint64_t seed, const numeric::executor& where) {
  if (levels == 0 || levels % 2 != 0)
    throw spec_error({"morris.levels", "found " + std::to_string(levels), "give an even number, such as 4"});
  if (trajectories == 0) throw spec_error({"morris.trajectories", "found 0", "give 2 or more, such as 20"});
  const std::size_t runs = trajectories * (factors + 1);
  morris_design out{factors, trajectories, {}, std::vector<std::size_t>(runs, morris_design::none)};
  out.points.resize(static_cast<Eigen::Index>(runs), static_cast<Eigen::Index>(factors));
  detail::in_parts(where, trajectories, [&](std::size_t t) { detail::fill_trajectory(out, t, levels, seed); });
  return out;
}

namespace detail {

/// Trajectories × factors; a trajectory with a missing run is left out.
inline matrix elementary_effects(const morris_design& design, column_view y, const numeric::executor& where) {
  const std::size_t d = design.factors;
  std::vector<std::size_t> kept;
  for (std::size_t t = 0; t < design.trajectories; ++t) {
    const column_view mine = y.subspan(t * (d + 1), d + 1);
    if (std::none_of(mine.begin(), mine.end(), is_missing)) kept.push_back(t);
  }
  matrix out(static_cast<Eigen::Index>(kept.size()), static_cast<Eigen::Index>(d));
  in_parts(where, kept.size(), [&](std::size_t k) {
    for (std::size_t s = 1; s <= d; ++s) {
      const std::size_t run = kept[k] * (d + 1) + s;
      const auto i = static_cast<Eigen::Index>(design.changed[run]);
      const double step =
          design.points(static_cast<Eigen::Index>(run), i) - design.points(static_cast<Eigen::Index>(run - 1), i);
      out(static_cast<Eigen::Index>(k), i) = (y[run] - y[run - 1]) / step;
    }
  });
  return out;
}

}  // namespace detail

QUINDEX_INLINE morris_effects morris_from_runs(const labels& factors, const morris_design& design, column_view y,
                                               const interval_options& how) {
  const std::size_t d = design.factors;
  if (factors.size() != d)
    throw spec_error({"morris.factors",
                      "there are " + std::to_string(factors.size()) + " names for " + std::to_string(d) + " factors",
                      "give one per factor"});
  if (y.size() != design.trajectories * (d + 1))
    throw data_error({"morris.y",
                      "there are " + std::to_string(y.size()) + " outputs for " +
                          std::to_string(design.trajectories * (d + 1)) + " runs",
                      "give one per run"});
  morris_effects out;
  out.factors = factors;
  out.effects = detail::elementary_effects(design, y, how.executor);
  out.trajectories = static_cast<std::size_t>(out.effects.rows());
  out.dropped = design.trajectories - out.trajectories;
  if (out.dropped > 0)
    out.notes.push_back({"morris", "trajectories left out because a run of theirs has no output", out.dropped});
  // Sums of effects about those of the first trajectory, so that equal effects have no spread at all.
  matrix parts(static_cast<Eigen::Index>(3 * d), out.effects.rows());
  detail::in_parts(how.executor, out.trajectories, [&](std::size_t k) {
    const auto t = static_cast<Eigen::Index>(k);
    for (std::size_t i = 0; i < d; ++i) {
      const auto j = static_cast<Eigen::Index>(i);
      const double about = out.effects(t, j) - out.effects(0, j);
      parts(3 * j, t) = about;
      parts(3 * j + 1, t) = about * about;
      parts(3 * j + 2, t) = std::abs(out.effects(t, j));
    }
  });
  const estimates all = estimate(
      parts, 3 * d,
      [&](std::span<const double> sums, double n, std::span<double> numbers) {
        for (std::size_t i = 0; i < d; ++i) {
          const double mean = sums[3 * i] / n;
          numbers[i] = out.effects(0, static_cast<Eigen::Index>(i)) + mean;
          numbers[d + i] = sums[3 * i + 2] / n;
          numbers[2 * d + i] =
              n > 1 ? std::sqrt(std::max(0.0, (sums[3 * i + 1] - n * mean * mean) / (n - 1))) : missing_value;
        }
      },
      how);
  out.mu = detail::part_of(all, 0, d);
  out.mu_star = detail::part_of(all, d, d);
  out.sigma = detail::part_of(all, 2 * d, d);
  return out;
}

}  // namespace robustness
QUINDEX_END
