/// Efficiency over time, as others see it, and with its sampling error: Malmquist, cross-efficiency, bootstrap.
#pragma once

#include <cstdint>
#include <vector>

#include "quindex/frontier/technology.hpp"
#include "quindex/model/note.hpp"

QUINDEX_BEGIN
namespace frontier {

/// Productivity change of every unit between two periods; above 1 is progress.
struct malmquist_index {
  labels units{};
  std::vector<double> index{};       ///< efficiency change x technical change.
  std::vector<double> efficiency{};  ///< Catching up with the frontier.
  std::vector<double> technical{};   ///< Movement of the frontier, where the unit is.
  std::vector<note> notes{};         ///< Which units have no index, and why.
};
/// The Malmquist index under constant returns and its two parts; both tables have the same units in the same order.
///
/// Färe, Grosskopf, Norris and Zhang (1994), Productivity growth, technical progress, and efficiency change in
/// industrialized countries, American Economic Review 84(1). Missing where a unit has no score in one of the four
/// comparisons, such as one without outputs; a note names it.
[[nodiscard]] malmquist_index malmquist(const table& before, const table& after, const roles& names,
                                        orientation towards = orientation::output);

/// What the multipliers of a unit are chosen for, among those that give it its best score.
enum class attitude { benevolent, aggressive };

/// Scores of every unit with the multipliers of every other one.
struct cross_scores {
  labels units{};
  matrix scores{};             ///< Row: whose multipliers; column: who is measured.
  std::vector<double> mean{};  ///< Of each column.
};
/// Cross-efficiency under constant returns; Sexton, Silkman and Hogan (1986); multipliers by the secondary goal of
/// Doyle and Green (1994), Journal of the Operational Research Society 45(5): the others together look best, or worst.
[[nodiscard]] cross_scores cross_efficiency(const table& data, const roles& names,
                                            attitude to_others = attitude::benevolent);

/// How a bootstrap is run.
struct bootstrap_options {
  returns scale = returns::variable;         ///< Which activities may be scaled.
  orientation towards = orientation::input;  ///< Which side is moved to the frontier.
  std::size_t replicates = 2000;             ///< How many samples.
  std::uint64_t seed = 0;                    ///< Where the random numbers come from.
  double confidence = 0.95;                  ///< Of the intervals; above 0, below 1.
  double bandwidth = 0;                      ///< 0: the normal reference rule on the reflected scores.
};

/// Scores with their bias and interval.
struct bootstrap_scores {
  labels units{};
  std::vector<double> scores{}, bias{}, corrected{}, low{}, high{};
  double bandwidth = 0;
  std::vector<note> notes{};  ///< How many corrected scores and ends of intervals are below 0.
};
/// The smoothed bootstrap of radial scores; Simar and Wilson (1998), Sensitivity analysis of efficiency scores,
/// Management Science 44(1).
///
/// Scores (theta, or 1 / phi) are drawn from their smoothed distribution, reflected at 1; every unit is moved to the
/// place that its drawn score gives it, and all are measured against those. corrected = score - bias. The interval
/// comes from the quantiles of the differences of replicates from the score. Replicate b has random numbers of its own,
/// so that more replicates extend fewer. Nothing keeps a corrected score or the end of an interval above 0: with few
/// units, under variable returns, some can be below, which a note counts. Throws `data_error` where all units score 1,
/// which leaves nothing to smooth.
[[nodiscard]] bootstrap_scores bootstrap(const table& data, const roles& names, const bootstrap_options& options = {});

}  // namespace frontier
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/frontier/impl/bootstrap.ipp"
#include "quindex/frontier/impl/comparisons.ipp"
#endif
