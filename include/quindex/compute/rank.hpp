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
/// do not match the criteria, for weights below 0 or all 0, and for a cost that a method by row is given without
/// `normalise`; whatever the method refuses besides.
[[nodiscard]] ranking rank(const table& data, const aggregate::method& method, const ranking_options& how = {});

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/rank.ipp"
#endif
