/// Bodies of robustness/counting.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/counting.hpp"
#include "quindex/robustness/impl/counting_pairs.ipp"
#include "quindex/robustness/impl/counting_windows.ipp"
#include "quindex/robustness/impl/exact_rows.ipp"
#include "quindex/robustness/impl/outcomes.ipp"
#include "quindex/robustness/rank_shifts.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE counter::counter(outcomes::parts& into, const evaluator& from, numeric::executor where)
    : into_(into),
      where_(std::move(where)),
      is_kept_(keeps_scores(into)),
      kinds_(numeric::stored_ranks(into.units.size(), into.rule)),
      first_(into.rule == ties::average ? 2 : 1),
      units_(into.units.size()) {
  constexpr std::size_t most_dense = std::size_t{1} << 22U;  // counts: 16 MB, which are copied in some milliseconds
  const framework& tree = from.of().tree();
  const outcomes rules = empty_like(into_);
  for (std::size_t w = 0; w < from.watched().size(); ++w) {
    const std::size_t at = from.watched()[w];
    node_counts& node = into_.watched.emplace_back();
    node.node = tree.about(at).code;
    node.low_is_better = !is_high_better(tree, at);
    node.nominal_scores = from.nominal_scores(w);
    node.nominal_ranks.resize(units_);
    rules.ranks_of(node, node.nominal_scores, node.nominal_ranks);
    node.units.resize(units_);
    for (unit_counts& unit : node.units)
      unit.bands.assign(into_.design.bands.empty() ? 0 : into_.design.bands.size() + 1, 0);
    if (into_.design.pairs) node.beats.assign(units_ * units_, 0), node.tied.assign(units_ * units_, 0);
    std::vector<std::size_t>& inside = inside_.emplace_back();
    for (std::size_t i = at + 1; i < tree.size(); ++i)
      if (tree.is_within(i, at)) inside.push_back(i);
    if (units_ * kinds_ * from.watched().size() <= most_dense) dense_.emplace_back(units_ * kinds_, 0);
  }
  for (std::size_t i = 0; i < tree.size(); ++i) parents_.push_back(tree.at(i).parent);
}

QUINDEX_INLINE void counter::count(const evaluation& round, const numeric::executor& first) {
  replicates_ = round.replicates;
  shifts_.resize(replicates_);
  if (are_small(units_, into_.rule))
    count_ranked(round, first, small_);
  else
    count_ranked(round, first, large_);
  ++rounds_;
}

template <numeric::StoredRank Place>
void counter::count_ranked(const evaluation& round, const numeric::executor& first, rank_rows<Place>& ranked) {
  if (dense_.empty()) make_room(ranked);
  for (std::size_t w = 0; w < into_.watched.size(); ++w) {
    node_counts& node = into_.watched[w];
    ranked.all = round.ranks_of<Place>(w);
    find_shifts<Place>(ranked.all, node.nominal_ranks, into_.rule, w == 0 ? first : where_, shifts_);
    numeric::parallel_for(where_, blocks(), [&](std::size_t b) { count_units(w, round, b, ranked); });
    for (const double shift : shifts_) {
      if (is_missing(shift)) continue;
      node.shift.add(shift);
      node.shift_squares.add(shift * shift);
    }
    if (into_.design.pairs) count_pairs(node, ranked);
    if (into_.design.central_weights) count_first_places(w, round, ranked);
    if (is_kept_) keep(w, round);
  }
}

template <numeric::StoredRank Place>
void counter::count_units(std::size_t w, const evaluation& round, std::size_t block, rank_rows<Place>& ranked) {
  const auto [begin, end] = units_of(block);
  if (into_.design.scores) count_scores(w, round, begin, end);
  if (dense_.empty()) return put_aside(w, block, ranked);
  numeric::count_ranks<Place>(ranked.all, units_, kinds_, begin,
                              std::span(dense_[w]).subspan(begin * kinds_, (end - begin) * kinds_));
}

QUINDEX_INLINE void counter::count_scores(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end) {
  moment_rows moments;
  node_counts& node = into_.watched[w];
  std::vector<double> centre(end - begin);
  for (std::size_t i = begin; i < end; ++i)
    centre[i - begin] = is_missing(node.nominal_scores[i]) ? 0.0 : node.nominal_scores[i];
  moments.add(round.at(w, 0).data() + begin, replicates_, units_, end - begin, centre.data(),
              node.units.data() + begin);
  if (!into_.design.bands.empty()) count_bands(w, round, begin, end);
}

QUINDEX_INLINE void counter::count_bands(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end) {
  const std::vector<double>& limits = into_.design.bands;
  for (std::size_t r = 0; r < replicates_; ++r)
    for (std::size_t i = begin; i < end; ++i)
      if (const double score = round.at(w, r)[i]; !is_missing(score))
        ++into_.watched[w]
              .units[i]
              .bands[static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), score) - limits.begin())];
}

QUINDEX_INLINE void counter::keep(std::size_t w, const evaluation& round) {
  node_counts& node = into_.watched[w];
  const double* scores = round.at(w, 0).data();
  const std::size_t before = node.kept.size(), count = replicates_ * units_;
  node.kept.resize(before + count);
  for (std::size_t k = 0; k < count; ++k)
    node.kept[before + k] = is_missing(scores[k]) ? missing_value : scores[k];  // there are several NaNs, one is kept
  node.shifts.insert(node.shifts.end(), shifts_.begin(), shifts_.end());
}

QUINDEX_INLINE void counter::finish() {
  for (std::size_t w = 0; w < waiting_.size(); ++w)
    are_small(units_, into_.rule) ? count_all_waiting(w, small_) : count_all_waiting(w, large_);
  for (std::size_t w = 0; w < dense_.size(); ++w)
    numeric::parallel_for(
        where_, units_,
        [&](std::size_t i) {
          const std::span<const std::uint32_t> counts(dense_[w]);
          into_.watched[w].units[i].ranks = window_of(counts.subspan(i * kinds_ + first_, kinds_ - first_));
        },
        block_size);
  dense_.clear();
  for (node_counts& node : into_.watched)  // whoever has a rank has a score
    for (unit_counts& unit : node.units)
      for (const std::uint32_t times : unit.ranks.counts) unit.present += times;
}

}  // namespace robustness::detail
QUINDEX_END
