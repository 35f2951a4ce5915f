/// Data envelopment analysis: how far each unit is from what the others show to be possible.
#pragma once

#include <vector>

#include "quindex/frontier/technology.hpp"

QUINDEX_BEGIN
namespace frontier {

/// How the distance to the frontier is measured.
enum class distance {
  radial,       ///< All inputs shrunk, or all outputs stretched, by one factor.
  additive,     ///< The largest sum of slacks (Charnes, Cooper, Golany, Seiford and Stutz 1985).
  slacks_based  ///< The mean shares of the slacks (Tone 2001).
};
/// How slacks are added up: each divided by the range of its column (the range-adjusted measure of Cooper, Park and
/// Pastor 1999), or as they are, which depends on the units of measurement.
enum class slack_weights { range, one };

/// How a unit is measured.
struct envelopment_options {
  distance by = distance::radial;            ///< What is measured.
  returns scale = returns::constant;         ///< Which activities may be scaled.
  orientation towards = orientation::input;  ///< Which side is moved to the frontier.
  bool both_sides = false;                   ///< Slacks-based: inputs and outputs together, whatever `towards` says.
  /// A unit is not measured against itself: Andersen and Petersen (1993) if radial, Tone (2002) if slacks-based, then
  /// for units that would score 1.
  bool super_efficiency = false;
  slack_weights slacks = slack_weights::range;  ///< Additive only.
};

/// How the measurement of a unit ended.
enum class outcome {
  optimal,
  infeasible,  ///< Super-efficiency: no combination of the others does what it does. Under constant returns only where
               ///< nobody else makes one of its outputs.
  unbounded    ///< A unit without outputs, whose outputs can be stretched without end: its score is 0.
};

/// Scores with all that explains them; rows are units, columns inputs and then outputs.
struct efficiency {
  labels units{};
  labels measures{};
  /// High is better, 1 is efficient, above 1 only with super-efficiency, missing where infeasible. Radial: theta, or
  /// 1 / phi for outputs. Slacks-based: rho. Additive: 1 - the mean of the slacks over the ranges of their columns,
  /// which with weights of one and other than variable returns can be below 0.
  std::vector<double> scores{};
  std::vector<double> objectives{};  ///< The program's own value: theta, phi, the sum of slacks, rho.
  std::vector<outcome> outcomes{};
  std::vector<std::vector<numeric::peer>> peers{};  ///< Which units, and how much of each, a unit is compared with.
  matrix slacks{};   ///< What is left to gain beyond the radial factor; the most that is possible.
  matrix targets{};  ///< What the combination of the peers uses and makes.
  matrix weights{};  ///< The multipliers: what a unit's inputs and outputs are worth in its favour; not always unique.
};

/// Measures every unit of a table. Among several ways to be inefficient, the second stage picks the one with the most
/// slack, each slack divided by the mean of its column, so that units of measurement do not matter. Proven by duals.
///
/// Zero inputs and outputs of a unit are left out of its slacks-based score; under super-efficiency the others must not
/// need an input of which it has none. Throws as `activities::of`, and `spec_error` for super-efficiency of the
/// additive measure, and for range weights under other than variable returns, where slacks can exceed the ranges.
[[nodiscard]] efficiency data_envelopment(const table& data, const roles& names,
                                          const envelopment_options& options = {});

/// Scores under constant, variable and non-increasing returns, and what they say of each unit's size.
struct scale_analysis {
  labels units{};
  std::vector<double> constant{}, variable{}, non_increasing{};
  std::vector<double> scale{};   ///< constant / variable: at most 1.
  std::vector<returns> local{};  ///< constant, non_decreasing (too small) or non_increasing (too large).
};
/// Scale efficiency and local returns to scale by comparing the three (Färe, Grosskopf and Lovell 1985).
[[nodiscard]] scale_analysis scale_efficiency(const table& data, const roles& names,
                                              orientation towards = orientation::input);

}  // namespace frontier
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/frontier/impl/data_envelopment.ipp"
#endif
