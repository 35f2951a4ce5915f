/// Shapley effects of the factors of a design on an index: for factors that depend on each other.
#pragma once

#include <string>

#include "quindex/robustness/sensitivity.hpp"
#include "quindex/robustness/shapley_effects.hpp"

QUINDEX_BEGIN
namespace robustness {

/// The Shapley effects of the factors of a design on R_S, or on the rank or score of a unit. The design's copula joins
/// the first coordinates of factors; other coordinates are independent. `names` and `correlation` of the options are
/// not used. Throws as `sensitivity` does, but takes dependent factors.
[[nodiscard]] shapley_effects shapley(const spec& recipe, const table& data, const design& d,
                                      const shapley_options& how = {}, const std::string& node = {},
                                      const std::string& unit = {}, unit_output output = unit_output::rank);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/index_shapley.ipp"
#endif
