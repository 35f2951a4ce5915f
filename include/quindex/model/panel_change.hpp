/// Panels of changes: what has happened to each unit since the period before, and its cycles.
#pragma once

#include "quindex/model/panel.hpp"

QUINDEX_BEGIN

/// What a change is measured by.
enum class change {
  difference,  ///< x_t - x_{t-1}.
  ratio,       ///< x_t / x_{t-1}; missing where the earlier value is 0.
};

/// The change of every value since the period before, units matched by code; the first period is left out.
///
/// A value is missing where the unit was not there before, or one of the two values is missing. Sizes and groups are
/// those of the later table; standard errors are left out. Made for `normalise::balance_of_opinions` (differences) and
/// `normalise::annual_difference` (ratios). Throws data_error for a panel of fewer than two periods.
[[nodiscard]] panel changes(const panel& data, change measure = change::difference);

/// Each unit's deviation from its own mean over time, in mean absolute deviations over time, plus `mean`.
///
/// Source: OECD and JRC (2008), Handbook on Constructing Composite Indicators, section 5.6. Missing values stay
/// missing; throws data_error that names the unit and the indicator whose series has no two distinct values.
[[nodiscard]] panel cycles(const panel& data, double mean = 100);

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/panel_change.ipp"
#endif
