/// Bodies of robustness/outcomes.hpp: what can be asked.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The same numbers, missing ones in the same places?
QUINDEX_INLINE bool same_numbers(column_view a, column_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return x == y || (is_missing(x) && is_missing(y)); });
}

/// Outcomes of nothing, with the same units and rules.
QUINDEX_INLINE outcomes empty_like(const outcomes::parts& like) {
  outcomes::parts out;
  out.units = like.units;
  out.nodes = like.nodes;
  out.rule = like.rule;
  out.rank_decimals = like.rank_decimals;
  return outcomes(std::move(out));
}

/// Does a run of this design keep every score?
QUINDEX_INLINE bool keeps_scores(const outcomes::parts& all) {
  const std::size_t nodes = std::max<std::size_t>(all.design.nodes.size(), 1);
  return all.design.scores && all.design.keep.value_or(all.design.draws * all.units.size() * nodes <= most_kept);
}

}  // namespace detail

QUINDEX_INLINE bool operator==(const unit_counts& a, const unit_counts& b) {
  return a.ranks == b.ranks && a.present == b.present && a.sum == b.sum && a.squares == b.squares &&
         detail::same_numbers({&a.least, 1}, {&b.least, 1}) && detail::same_numbers({&a.most, 1}, {&b.most, 1}) &&
         a.bands == b.bands && a.first == b.first;
}

QUINDEX_INLINE bool operator==(const node_counts& a, const node_counts& b) {
  return a.node == b.node && a.low_is_better == b.low_is_better &&
         detail::same_numbers(a.nominal_scores, b.nominal_scores) &&
         detail::same_numbers(a.nominal_ranks, b.nominal_ranks) && a.units == b.units && a.beats == b.beats &&
         a.tied == b.tied && a.shift == b.shift && a.shift_squares == b.shift_squares &&
         detail::same_numbers(a.shifts, b.shifts) && detail::same_numbers(a.kept, b.kept);
}

QUINDEX_INLINE std::size_t outcomes::done() const {
  std::size_t count = 0;
  for (const replicate_range& range : parts_.done) count += range.last - range.first;
  return count;
}

QUINDEX_INLINE const node_counts& outcomes::at(std::string_view node) const {
  std::vector<std::string> watched_codes;
  for (const node_counts& one : parts_.watched) {
    if (node.empty() || one.node == node) return one;
    watched_codes.push_back(one.node);
  }
  throw spec_error({"robustness", quoted(node) + " was not watched", did_you_mean(node, watched_codes)});
}

QUINDEX_INLINE std::size_t outcomes::bins() const {
  const std::size_t n = parts_.units.size();
  return parts_.rule == ties::average && n > 0 ? 2 * n - 1 : n;
}

QUINDEX_INLINE double outcomes::rank_of_bin(std::size_t bin) const {
  const auto from_first = static_cast<double>(bin);
  return parts_.rule == ties::average ? 1 + from_first / 2 : 1 + from_first;
}

QUINDEX_INLINE std::size_t outcomes::bin_of_rank(double rank) const {
  return static_cast<std::size_t>(parts_.rule == ties::average ? 2 * rank - 2 : rank - 1);
}

QUINDEX_INLINE void outcomes::ranks_of(const node_counts& node, column_view scores, std::span<double> out) const {
  if (!parts_.rank_decimals) return numeric::ranks(scores, parts_.rule, !node.low_is_better, out);
  const std::vector<double> seen = quindex::detail::rounded(scores, parts_.rank_decimals);
  numeric::ranks(seen, parts_.rule, !node.low_is_better, out);
}

QUINDEX_INLINE bool outcomes::is_kept() const { return detail::keeps_scores(parts_); }

QUINDEX_INLINE std::size_t outcomes::replicate_at(std::size_t k) const {
  for (const replicate_range& range : parts_.done) {
    if (k < range.last - range.first) return range.first + k;
    k -= range.last - range.first;
  }
  throw spec_error({"robustness", "there is no replicate " + std::to_string(k) + " after the last one done",
                    std::to_string(done()) + " replicates are done"});
}

}  // namespace robustness
QUINDEX_END
