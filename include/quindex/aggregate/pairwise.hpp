/// Units compared in pairs: how much more weight speaks for one of them than for the other.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace aggregate::pairwise {

/// Sums of weights that differ by less are equal: half of 49 weights of 1/49 against the other half and one tie must be
/// a draw whatever the order of summation.
inline constexpr double tolerance = 1e-9;

/// Values of all units in two orders: by unit, and by tiles of units that a kernel compares with one unit at a time.
template <class Value>
struct tiled {
  std::size_t units, criteria;
  std::vector<Value> own;     ///< Unit i's value of criterion j at i m + j.
  std::vector<Value> others;  ///< That of unit 64 t + l at (t m + j) 64 + l; 0 beyond the last unit.

  tiled(std::size_t n, std::size_t m)
      : units(n),
        criteria(m),
        own(n * m),
        others((n + kernel::units_tile - 1) / kernel::units_tile * kernel::units_tile * m) {}

  void set(std::size_t j, std::span<const Value> values) {
    for (std::size_t i = 0; i < units; ++i) {
      own[i * criteria + j] = values[i];
      others[(i / kernel::units_tile * criteria + j) * kernel::units_tile + i % kernel::units_tile] = values[i];
    }
  }
  [[nodiscard]] const Value* of(std::size_t i) const { return own.data() + i * criteria; }

  /// Calls `f(i, left, from, to, others)` for every unit i and every tile of units that follow it, of which places
  /// `from` to `to` - 1 count; `left` is the tile's first unit.
  template <class F>
  void for_each(F&& f) const {
    for (std::size_t left = 0; left < units; left += kernel::units_tile) {
      const std::size_t to = std::min(kernel::units_tile, units - left);
      for (std::size_t i = 0; i < left + to; ++i) {
        const std::size_t from = i >= left ? i + 1 - left : 0;
        if (from < to) f(i, left, from, to, others.data() + left * criteria);
      }
    }
  }
};

/// Do all criteria weigh the same, and do places and counts fit into 16 bits?
[[nodiscard]] inline bool are_alike(const alternatives& all) {
  constexpr std::size_t most = 32767;
  return all.columns.size() <= most && all.size() <= most &&
         std::all_of(all.weights.begin(), all.weights.end(), [&](double w) { return w == all.weights[0]; });
}

/// The place of every value in its criterion's order, equal values sharing one, the best with the highest.
[[nodiscard]] inline tiled<short> places_of(const alternatives& all) {
  const std::size_t n = all.size();
  constexpr std::size_t few = 110;  // counting beats sorting
  tiled<short> out(n, all.columns.size());
  numeric::ranker ranker;
  std::vector<double> rank(n);
  std::vector<short> place(n);
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    if (n <= few)
      numeric::active_kernels().count_below(all.columns[j].data(), n, rank.data());
    else
      ranker.ranks(all.columns[j], ties::best, false, rank);
    const double sign = all.better_when_high[j] ? 1 : -1;
    for (std::size_t i = 0; i < n; ++i) place[i] = static_cast<short>(static_cast<int>(sign * rank[i]));
    out.set(j, place);
  }
  return out;
}

/// Calls `visit(i, k, margins, unit)` for stretches of the pairs i < k of units, each pair once: margins of i over k,
/// k + 1, ... in units of `unit`. A margin is the weight of the criteria on which i is better, less that of those on
/// which k is better. Where all criteria weigh the same they are whole numbers of criteria, in 16 bits; otherwise sums
/// of weights. `indifference` per criterion, or nothing, is how far apart values may be and count as equal.
template <class Visit>
void for_each_stretch(const alternatives& all, const std::vector<double>& indifference, Visit&& visit) {
  const std::size_t m = all.columns.size();
  const numeric::kernels& loops = numeric::active_kernels();
  if (indifference.empty() && are_alike(all)) {
    std::array<short, kernel::units_tile> counts{};
    const tiled<short> places = places_of(all);
    places.for_each([&](std::size_t i, std::size_t left, std::size_t from, std::size_t to, const short* others) {
      loops.leads(others, places.of(i), m, counts.data());
      visit(i, left + from, std::span<const short>(counts).subspan(from, to - from), all.weights[0]);
    });
    return;
  }
  std::array<double, kernel::units_tile> margins{};
  tiled<double> values(all.size(), m);
  std::vector<double> weights(m);
  std::vector<double> same = indifference;
  same.resize(m);
  for (std::size_t j = 0; j < m; ++j) {
    values.set(j, all.columns[j]);
    weights[j] = all.better_when_high[j] ? all.weights[j] : -all.weights[j];
  }
  values.for_each([&](std::size_t i, std::size_t left, std::size_t from, std::size_t to, const double* others) {
    loops.weighted_leads(others, values.of(i), weights.data(), same.data(), m, margins.data());
    visit(i, left + from, std::span<const double>(margins).subspan(from, to - from), 1.0);
  });
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
