/// Who moved between two results, and why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/result.hpp"
#include "quindex/diagnose/importance.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// The difference between two results of the same units, taken apart. Rows are the units of both, in the order of the
/// later result; columns are the parts of a group: those of the later result, then those that only the earlier one has.
struct comparison {
  std::string node;
  labels units, parts;
  std::vector<double> before, after, difference;             ///< Scores of the node.
  std::vector<double> rank_before, rank_after, rank_change;  ///< Of each result's own; change above 0 is places won.
  /// What each part adds to the difference; rows add up to it exactly, in the order of the parts. Missing where the
  /// score of the node is missing in one of the results.
  matrix change;
  matrix from_scores;   ///< Of it: because the part's score changed.
  matrix from_weights;  ///< Of it: because the same score counts more or less, or the part came or went.
};

/// Compares two results by the contributions of the parts of a group (the index when none is named), for example two
/// years of one index, or one table computed by two specs.
///
/// A part's contribution is c s, s its score and c how much a point of it counts; between two results it changes by
/// (c₁ + c₂)/2 (s₂ − s₁), what the score did, and (s₁ + s₂)/2 (c₂ − c₁), what the weight did. An indicator further down
/// gets the share in its group's contribution that it has in the group's score. Throws spec_error when the group is
/// not in both, or has no contributions (see `result::contributions`), data_error when no unit is in both.
[[nodiscard]] comparison compare(const result& earlier, const result& later, std::string_view group = {},
                                 parts_of what = parts_of::children);

/// Why one unit moved, in a sentence: "A rose by 3.2 to 71.4 (rank 5 to 2): income +2.5, health +1.1, life -0.4". The
/// parts that moved most come first, at most `most` of them. Throws data_error for an unknown unit.
[[nodiscard]] std::string movement_text(const comparison& found, std::string_view unit, std::size_t most = 5);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/comparison.ipp"
#endif
