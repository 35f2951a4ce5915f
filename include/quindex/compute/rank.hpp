/// Units ranked on a few criteria by one method, without a framework.
#pragma once

#include <optional>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/model/note.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN

/// What ranking is told beside the method.
struct ranking_options {
  std::vector<double> weights{};         ///< One per criterion, 0 or more, divided by their sum; none for equal ones.
  std::vector<bool> better_when_high{};  ///< One per criterion; none when high is better for all.
  std::optional<quindex::normalise::method> normalise{};  ///< What turns criteria into scores first.
  quindex::ties ties = quindex::ties::best;               ///< How equal scores share a rank.
  std::optional<int> rank_decimals{};                     ///< Round scores to so many decimals before ranking.
};

/// The units in order of merit.
struct ranking {
  labels units{};
  std::vector<double> weights{};               ///< One per criterion, summing to 1.
  std::vector<double> scores{};                ///< One per unit, high being better.
  std::vector<double> ranks{};                 ///< One per unit, 1 being best.
  std::vector<aggregate::measure> measures{};  ///< The numbers that the method's paper reports.
  std::vector<note> notes{};
};

/// Scores and ranks of the units of a table by one method.
///
/// A method that compares all units (TOPSIS, PROMETHEE) sees the criteria as they are, and which of them are costs: it
/// is the method of its paper, with that paper's own normalisation. A method that scores each unit from its own row (a
/// weighted mean) sees criteria of which high values are better: give `normalise` unless they are scores already.
///
/// Throws data_error for a missing cell (naming it) and for an empty table, spec_error for weights or directions that
/// do not match the criteria, for weights below 0 or all 0, for `rank_decimals` outside [0, 15], and for a cost that a
/// method by row is given without `normalise`; numeric_error, naming unit and criterion, for a value below 0 where the
/// method needs 0 or more, and naming the unit where its score is no number; whatever the method refuses besides.
///
/// Ties are ties of the scores in their last bit, which sums of the same numbers in another order may differ in:
/// `rank_decimals` rounds that away.
[[nodiscard]] ranking rank(const table& data, const aggregate::method& method, const ranking_options& how = {});

/// The weights of the criteria of a table by one method, one per column, 0 or more, summing to 1.
///
/// The method sees the values as they are, and which criteria are costs; `better_when_high` is empty when high is
/// better for all. Throws data_error for an empty table, spec_error for directions that do not match the criteria;
/// whatever the method refuses besides.
[[nodiscard]] std::vector<double> criteria_weights(const table& data, const weigh::method& method,
                                                   const std::vector<bool>& better_when_high = {});

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/rank.ipp"
#endif
