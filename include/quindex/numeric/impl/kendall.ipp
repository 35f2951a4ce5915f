/// Kendall's tau-b: what is known of each column, and the count of discordant pairs of two of them.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "quindex/numeric/association.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// A column without missing values by its order alone.
struct ordered_column {
  struct run {
    std::uint32_t from, to;
  };
  std::vector<std::uint32_t> order;  // positions from the smallest value to the largest
  std::vector<std::uint32_t> place;  // how many values are smaller
  std::vector<run> runs;             // stretches of two and more equal values in that order
  double tied = 0;                   // pairs of equal values

  ordered_column(column_view x, ranker& sorter) : place(x.size()) {
    const auto sorted = sorter.order(x, false);
    order.assign(sorted.begin(), sorted.end());
    for (std::size_t from = 0, to = 0; from < order.size(); from = to) {
      for (to = from; to < order.size() && x[order[to]] == x[order[from]]; ++to)
        place[order[to]] = static_cast<std::uint32_t>(from);
      if (to - from < 2) continue;
      runs.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
      tied += pairs_of(to - from);
    }
  }
  static double pairs_of(std::size_t n) { return static_cast<double>(n) * (static_cast<double>(n) - 1) / 2; }
};

// Pairs of columns, with the memory that counting needs.
class discordance {
 public:
  double tau(const ordered_column& x, const ordered_column& y) {
    const std::size_t n = x.order.size();
    const double pairs = ordered_column::pairs_of(n);
    if (n < 2 || x.tied == pairs || y.tied == pairs) return missing_value;
    places_.resize(n);
    for (std::size_t i = 0; i < n; ++i) places_[i] = y.place[x.order[i]];
    const double tied_both = sort_runs(x, y);
    if (!y.runs.empty()) make_distinct(n);
    room_.resize((n + 4095) / 4096 * kernel::inversion_room);
    const auto discordant = static_cast<double>(active_kernels().inversions(places_.data(), n, room_.data()));
    const double difference = pairs - x.tied - y.tied + tied_both - 2 * discordant;
    return difference / (std::sqrt(pairs - x.tied) * std::sqrt(pairs - y.tied));
  }

 private:
  // Puts the places in y of values equal in x in order, for these are neither concordant nor discordant; returns how
  // many pairs are equal in both.
  double sort_runs(const ordered_column& x, const ordered_column& y) {
    double both = 0;
    for (const ordered_column::run& r : x.runs) {
      const auto begin = places_.begin() + r.from, end = places_.begin() + r.to;
      std::sort(begin, end);
      if (y.runs.empty()) continue;
      for (auto at = begin; at != end;) {
        const auto next = std::upper_bound(at, end, *at);
        both += ordered_column::pairs_of(static_cast<std::size_t>(next - at));
        at = next;
      }
    }
    return both;
  }
  // Values equal in y share a place; in order of appearance they get those from there on.
  void make_distinct(std::size_t n) {
    used_.assign(n, 0);
    for (std::uint32_t& place : places_) place += used_[place]++;
  }

  std::vector<std::uint32_t> places_, used_;
  std::vector<std::uint64_t> room_;
};

}  // namespace detail

QUINDEX_INLINE double kendall(column_view x, column_view y) {
  const detail::paired p(x, y);
  ranker sorter;
  return detail::discordance().tau(detail::ordered_column(p.x, sorter), detail::ordered_column(p.y, sorter));
}

QUINDEX_INLINE matrix kendall(columns_span x, rows_used rows) {
  return detail::on_rows(x, rows, [](columns_span used, const detail::column_facts& facts) {
    ranker sorter;
    std::vector<detail::ordered_column> columns;
    for (std::size_t j = 0; j < used.size(); ++j) columns.emplace_back(facts.gaps[j] ? column_view() : used[j], sorter);
    detail::discordance counter;
    return detail::of_pairs(used.size(), [&](std::size_t i, std::size_t j) {
      if (i == j) return facts.constant[j] ? missing_value : 1.0;
      return facts.gaps[i] || facts.gaps[j] ? kendall(used[i], used[j]) : counter.tau(columns[i], columns[j]);
    });
  });
}

}  // namespace numeric
QUINDEX_END
