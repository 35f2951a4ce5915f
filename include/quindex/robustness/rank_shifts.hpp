/// Ranks of the units in each replicate, and how far they are from the nominal ones.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "quindex/numeric/batch.hpp"
#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Ranks the units that two rankings share anew among these: whoever moves up because somebody ahead is left out has
/// not moved. Ranks are missing where a unit has none; where both rank the same units, they stay as they are.
void rank_shared(std::vector<double>& ranks, std::vector<double>& nominal, ties rule);

/// R_S of the units that two rankings share, each ranked anew among these, see `rank_shared`. Missing when there are
/// none.
[[nodiscard]] double shift_of_shared(std::vector<double> ranks, std::vector<double> nominal, ties rule);

/// R_S: the mean of |rank − nominal rank| over the units that have both; missing when there are none. Where some have
/// one of them only, both are ranks among the units that have both, see `shift_of_shared`. Of stored ranks.
template <numeric::StoredRank Place>
[[nodiscard]] double mean_shift(const Place* ranks, const Place* nominal, std::size_t units, ties rule) {
  constexpr std::size_t step = sizeof(Place) == 2 ? 65536 : 1;  // as many differences as 32 bits hold the sum of
  std::uint64_t moved = 0;
  std::uint32_t both = 0, one = 0;
  for (std::size_t from = 0; from < units; from += step) {
    std::uint32_t part = 0;
    for (std::size_t i = from; i < std::min(from + step, units); ++i) {
      const std::uint32_t a = ranks[i], b = nominal[i];
      const std::uint32_t has_a = static_cast<std::uint32_t>(a != 0), has_b = static_cast<std::uint32_t>(b != 0);
      part += (a > b ? a - b : b - a) * (has_a & has_b);
      both += has_a & has_b;
      one += has_a ^ has_b;
    }
    moved += part;
  }
  if (one > 0 && both > 0) {
    std::vector<double> own(units), expected(units);
    for (std::size_t i = 0; i < units; ++i)
      own[i] = numeric::rank_of(ranks[i], rule), expected[i] = numeric::rank_of(nominal[i], rule);
    return shift_of_shared(std::move(own), std::move(expected), rule);
  }
  const double sum = static_cast<double>(moved) * (rule == ties::average ? 0.5 : 1.0);
  return both == 0 ? missing_value : sum / static_cast<double>(both);
}

/// R_S of each replicate, whose stored ranks lie row after row, against the nominal ranks of the units.
template <numeric::StoredRank Place>
void find_shifts(std::span<const Place> ranks, column_view nominal, ties rule, const numeric::executor& where,
                 std::span<double> out) {
  constexpr std::size_t at_once = 64;
  const std::size_t units = nominal.size();
  std::vector<Place> expected;
  for (const double rank : nominal) expected.push_back(static_cast<Place>(numeric::stored_rank(rank, rule)));
  numeric::parallel_for(
      where, out.size(),
      [&](std::size_t r) { out[r] = mean_shift(ranks.data() + r * units, expected.data(), units, rule); }, at_once);
}

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/rank_shifts.ipp"
#endif
