/// Sensitivity from any sample of inputs and outputs: how far a factor moves the whole distribution of the output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/model/note.hpp"
#include "quindex/robustness/resampling.hpp"

QUINDEX_BEGIN
namespace robustness {

/// What becomes of the distances of all slices of a factor.
enum class pawn_summary {
  median,
  maximum,
  mean,
};

/// How PAWN indices are estimated.
struct pawn_options {
  std::size_t slices = 10;  ///< Parts of equal size into which the values of a factor are cut; 2 or more.
  pawn_summary summary = pawn_summary::median;  ///< What is made of the distances of the slices.
  std::size_t dummies = 100;     ///< How many factors without any influence are made up; 0 for no threshold.
  interval_options intervals{};  ///< Of the bootstrap intervals.
};

/// PAWN indices of one output.
struct pawn_indices {
  labels factors{};
  std::size_t rows = 0;     ///< That count.
  std::size_t dropped = 0;  ///< Rows left out because a value or the output is missing.
  estimates index{};        ///< One per factor, 0 to 1; missing for a factor without spread.
  /// What so many factors in a hundred without any influence stay below (`level` of the intervals); missing without.
  double dummy = missing_value;
  std::vector<bool> is_above_dummy{};  ///< Is the index above it: does the factor matter?
  matrix distances{};                  ///< Factors × slices; missing where a factor has fewer different values.
  std::vector<note> notes{};
};

/// PAWN from given data: for each slice of a factor's values the Kolmogorov–Smirnov distance of the output's
/// distribution within the slice from that of all rows, and their median, largest or mean; Pianosi and Wagener (2015,
/// 2018).
///
/// `x` is rows × factors. Slices hold equally many rows, equal values together; a factor with no more different values
/// than slices has one slice per value. Since slices are small, distances are above 0 even for a factor without any
/// influence: `dummy` says by how much, from made-up factors (Khorashadi Zadeh et al. 2017; purpose "robustness.pawn",
/// replicate by dummy). Intervals resample rows within their slices as they are; resampling adds to a distance, so that
/// they lie somewhat high, and the dummy is the fairer test. A constant output has no indices. Throws data_error for
/// lengths that do not fit, spec_error for fewer than two slices.
[[nodiscard]] pawn_indices pawn(const labels& factors, const matrix& x, column_view y, const pawn_options& how = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/pawn.ipp"
#endif
