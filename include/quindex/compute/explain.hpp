/// One unit from its raw values to its score, step by step.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/result.hpp"

QUINDEX_BEGIN

/// One line of an explanation, in the order of the framework.
struct explained_node {
  std::string node;       ///< Code.
  std::size_t depth = 0;  ///< Steps from the index.
  bool is_group = false;
  double raw = missing_value;       ///< The value in the table; missing for groups.
  double prepared = missing_value;  ///< After treatment and imputation; missing for groups.
  /// What made the score, and what it enters its parent with where that is another number:
  /// "min_max: 0 + 100 × (12 − 10) / 8", "geometric_mean of 3 children; enters as 100 − 77 = 23".
  std::string how{};
  double score = missing_value;
  double weight = 1;                    ///< Among its siblings, as it counts for this unit.
  double contribution = missing_value;  ///< What it adds to its parent's score; missing for the index, and
                                        ///< where `contributions` cannot be had.
  double rank = missing_value;
};

/// How the score of one unit came about. Throws data_error for an unknown unit.
[[nodiscard]] std::vector<explained_node> explain(const result& r, std::string_view unit);
/// The explanation as indented text, one node a line, numbers to `digits` significant digits.
[[nodiscard]] std::string explanation_text(const std::vector<explained_node>& nodes, int digits = 6);

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/compute/impl/explain.ipp"
#endif
