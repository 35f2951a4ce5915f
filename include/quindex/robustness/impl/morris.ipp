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

QUINDEX_INLINE morris_design make_morris_design(std::size_t factors, std::size_t trajectories, std::size_t levels,
                                                std::uint64_t seed) {
  if (levels == 0 || levels % 2 != 0)
    throw spec_error({"morris.levels", "found " + std::to_string(levels), "give an even number, such as 4"});
  if (trajectories == 0) throw spec_error({"morris.trajectories", "found 0", "give 2 or more, such as 20"});
  morris_design out{factors, trajectories, {}, {}};
  out.points.resize(static_cast<Eigen::Index>(trajectories * (factors + 1)), static_cast<Eigen::Index>(factors));
  const std::size_t half = levels / 2;
  Eigen::Index run = 0;
  for (std::size_t t = 0; t < trajectories; ++t) {
    const numeric::random_stream stream(seed, "robustness.morris", static_cast<std::uint32_t>(t));
    std::vector<std::size_t> level(factors), order(factors);
    for (std::size_t i = 0; i < factors; ++i) {
      level[i] = stream.below(levels, 2 * i);
      order[i] = i;
    }
    for (std::size_t i = factors; i > 1; --i) std::swap(order[i - 1], order[stream.below(i, 2 * i - 1)]);
    for (std::size_t s = 0; s <= factors; ++s, ++run) {
      out.changed.push_back(s == 0 ? morris_design::none : order[s - 1]);
      if (s > 0) {
        std::size_t& moved = level[order[s - 1]];
        moved = moved < half ? moved + half : moved - half;
      }
      for (std::size_t i = 0; i < factors; ++i)
        out.points(run, static_cast<Eigen::Index>(i)) =
            (static_cast<double>(level[i]) + 0.5) / static_cast<double>(levels);
    }
  }
  return out;
}

namespace detail {

/// Trajectories × factors; a trajectory with a missing run is left out.
inline matrix elementary_effects(const morris_design& design, column_view y) {
  const std::size_t d = design.factors;
  std::vector<std::size_t> kept;
  for (std::size_t t = 0; t < design.trajectories; ++t) {
    const column_view mine = y.subspan(t * (d + 1), d + 1);
    if (std::none_of(mine.begin(), mine.end(), is_missing)) kept.push_back(t);
  }
  matrix out(static_cast<Eigen::Index>(kept.size()), static_cast<Eigen::Index>(d));
  for (std::size_t k = 0; k < kept.size(); ++k)
    for (std::size_t s = 1; s <= d; ++s) {
      const std::size_t run = kept[k] * (d + 1) + s;
      const auto i = static_cast<Eigen::Index>(design.changed[run]);
      const double step =
          design.points(static_cast<Eigen::Index>(run), i) - design.points(static_cast<Eigen::Index>(run - 1), i);
      out(static_cast<Eigen::Index>(k), i) = (y[run] - y[run - 1]) / step;
    }
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
  out.effects = detail::elementary_effects(design, y);
  out.trajectories = static_cast<std::size_t>(out.effects.rows());
  out.dropped = design.trajectories - out.trajectories;
  if (out.dropped > 0)
    out.notes.push_back({"morris", "trajectories left out because a run of theirs has no output", out.dropped});
  // Sums of effects about those of the first trajectory, so that equal effects have no spread at all.
  matrix parts(static_cast<Eigen::Index>(3 * d), out.effects.rows());
  for (Eigen::Index t = 0; t < out.effects.rows(); ++t)
    for (std::size_t i = 0; i < d; ++i) {
      const auto j = static_cast<Eigen::Index>(i);
      const double about = out.effects(t, j) - out.effects(0, j);
      parts(3 * j, t) = about;
      parts(3 * j + 1, t) = about * about;
      parts(3 * j + 2, t) = std::abs(out.effects(t, j));
    }
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
