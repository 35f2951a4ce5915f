/// Units compared in pairs: how much more weight speaks for one of them than for the other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "quindex/aggregate/criterion.hpp"

QUINDEX_BEGIN
namespace aggregate::pairwise {

/// Sums of weights that differ by less are equal: half of 49 weights of 1/49 against the other half and one tie must be
/// a draw whatever the order of summation.
inline constexpr double tolerance = 1e-9;

inline constexpr std::size_t tall = 8;    ///< Rows of a block of pairs.
inline constexpr std::size_t wide = 256;  ///< Its columns; the sums of a block fit the first-level cache.

/// The place of every value in its criterion's order, equal values sharing one, filled up to whole blocks: integers, of
/// which all processors compare many at a time.
template <class Place>
[[nodiscard]] std::vector<Place> places(column_view x) {
  std::vector<Place> out((x.size() + wide - 1) / wide * wide, 0);
  std::vector<double> rank(x.size());
  numeric::ranks(x, ties::dense, false, rank);
  for (std::size_t i = 0; i < rank.size(); ++i) out[i] = static_cast<Place>(rank[i]);
  return out;
}

/// Adds one criterion to the margins of a block.
template <class Place, class Sum>
void add_by_place(std::span<const Place> own, const Place* other, Sum weight, Sum* sums) {
  for (std::size_t r = 0; r < own.size(); ++r, sums += wide) {
    const Place here = own[r];
    for (std::size_t c = 0; c < wide; ++c) {
      const int sign = static_cast<int>(here > other[c]) - static_cast<int>(here < other[c]);
      sums[c] = static_cast<Sum>(sums[c] + weight * static_cast<Sum>(sign));
    }
  }
}

/// Adds one criterion in which values up to `same` apart are equal.
inline void add_by_lead(column_view own, column_view other, double same, double weight, double* sums) {
  for (std::size_t r = 0; r < own.size(); ++r, sums += wide)
    for (std::size_t c = 0; c < other.size(); ++c) {
      const double lead = own[r] - other[c];
      sums[c] += lead > same ? weight : lead < -same ? -weight : 0.0;
    }
}

/// Goes through the pairs i < k of n units by blocks: `add(top, rows, left, columns, sums)` fills a block with margins,
/// `visit(i, k, margins)` gets those of i over k, k + 1, ... Nothing of the size of n² is kept.
template <class Sum, class Add, class Visit>
void for_each_block(std::size_t n, Add&& add, Visit&& visit) {
  std::vector<Sum> sums(tall * wide);
  for (std::size_t top = 0; top < n; top += tall)
    for (std::size_t left = top / wide * wide; left < n; left += wide) {
      const std::size_t rows = std::min(tall, n - top);
      const std::size_t columns = std::min(wide, n - left);
      std::fill(sums.begin(), sums.end(), Sum{0});
      add(top, rows, left, columns, sums.data());
      for (std::size_t i = top; i < top + rows; ++i) {
        const std::size_t from = i >= left ? i + 1 - left : 0;
        if (from < columns) visit(i, left + from, std::span<const Sum>(&sums[(i - top) * wide + from], columns - from));
      }
    }
}

/// Calls `visit(i, k, margins, unit)` for stretches of the pairs i < k of units, each pair once: margins of i over k,
/// k + 1, ... in units of `unit`. A margin is the weight of the criteria on which i is better, less that of those on
/// which k is better. Where all criteria weigh the same they are whole numbers of criteria, in 16 bits; otherwise sums
/// of weights. `indifference` per criterion, or nothing, is how far apart values may be and count as equal.
template <class Visit>
void for_each_stretch(const alternatives& all, const std::vector<double>& indifference, Visit&& visit) {
  using small = std::int16_t;
  const std::size_t m = all.columns.size();
  constexpr std::size_t most = 32767;  // places and counts of 16 bits
  if (indifference.empty() && m <= most && all.size() <= most &&
      std::all_of(all.weights.begin(), all.weights.end(), [&](double w) { return w == all.weights[0]; })) {
    std::vector<std::vector<small>> place;
    for (const column_view& x : all.columns) place.push_back(places<small>(x));
    return for_each_block<small>(
        all.size(),
        [&](std::size_t top, std::size_t rows, std::size_t left, std::size_t /*unused*/, small* sums) {
          for (std::size_t j = 0; j < m; ++j)
            add_by_place<small, small>({place[j].data() + top, rows}, place[j].data() + left,
                                       all.better_when_high[j] ? small{1} : small{-1}, sums);
        },
        [&](std::size_t i, std::size_t k, std::span<const small> counts) { visit(i, k, counts, all.weights[0]); });
  }
  std::vector<std::vector<std::int32_t>> place(m);
  for (std::size_t j = 0; j < m; ++j)
    if (indifference.empty() || indifference[j] == 0) place[j] = places<std::int32_t>(all.columns[j]);
  for_each_block<double>(
      all.size(),
      [&](std::size_t top, std::size_t rows, std::size_t left, std::size_t columns, double* sums) {
        for (std::size_t j = 0; j < m; ++j) {
          const double weight = all.better_when_high[j] ? all.weights[j] : -all.weights[j];
          if (!place[j].empty())
            add_by_place<std::int32_t, double>({place[j].data() + top, rows}, place[j].data() + left, weight, sums);
          else
            add_by_lead(all.columns[j].subspan(top, rows), all.columns[j].subspan(left, columns), indifference[j],
                        weight, sums);
        }
      },
      [&](std::size_t i, std::size_t k, std::span<const double> margins) { visit(i, k, margins, 1.0); });
}

/// All margins, n × n; the margin of k over i is minus that of i over k.
[[nodiscard]] inline matrix margins(const alternatives& all, const std::vector<double>& indifference = {}) {
  const auto n = static_cast<Eigen::Index>(all.size());
  matrix out = matrix::Zero(n, n);
  for_each_stretch(all, indifference, [&](std::size_t i, std::size_t k, auto stretch, double unit) {
    for (const auto sum : stretch) {
      const double margin = std::abs(unit * sum) <= tolerance ? 0.0 : unit * sum;
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = margin;
      out(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(i)) = -margin;
      ++k;
    }
  });
  return out;
}

}  // namespace aggregate::pairwise
QUINDEX_END
