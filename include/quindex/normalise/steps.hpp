/// A scale of three steps, for the methods that only say whether a value lies above, within or below a band.
#pragma once

#include "quindex/normalise/concept.hpp"

QUINDEX_BEGIN
namespace normalise {

/// -1 below the band [from, to], 0 inside it, 1 above it, times `size`; turned where low is better.
///
/// The steps stand between neighbouring doubles, so that no number scores in between.
[[nodiscard]] any_map three_steps(double from, double to, double size, bool better_when_high);

}  // namespace normalise
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/normalise/impl/steps.ipp"
#endif
