/// Obstacle degree (障碍度): which indicators keep a unit from the goal, and how far it is away.
#pragma once

#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// Obstacles of each unit. Rows are units, columns indicators.
struct obstacle_table {
  labels units, indicators;
  matrix degree;  ///< wⱼ (1 − zⱼ) / Σ w (1 − z), from 0 to 1; rows sum to 1. All 0 where every goal is reached.
  matrix gap;     ///< wⱼ (1 − zⱼ): what the indicator takes away from the highest possible score.
  std::vector<double> sum;  ///< Σ w (1 − z) of each unit: how far it is from the goal, from 0 to 1.
};

/// The obstacles of units with normalised values in [0, 1], 1 being the goal.
///
/// Degrees always sum to 1, also for a unit that is close to every goal: read `sum` and `gap` beside them. A missing
/// value is left out, and the weights of the others are divided by their sum. Weights are divided by their sum. Throws
/// data_error for values outside [0, 1], spec_error for weights that do not fit.
[[nodiscard]] obstacle_table obstacles(const table& normalised, const std::vector<double>& weights);

/// The obstacles in a result: normalised values are taken from [`low`, `high`], the ends of the normalisation's range,
/// and weights are the effective ones.
[[nodiscard]] obstacle_table obstacles(const result& r, double low, double high);

/// Degrees summed over the indicators of each group that has indicators as children: the obstacles of the blocks.
[[nodiscard]] matrix block_obstacles(const obstacle_table& found, const framework& tree, labels& groups);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/obstacles.ipp"
#endif
