/// Bodies of robustness/counting.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/counting.hpp"
#include "quindex/robustness/impl/exact_rows.ipp"
#include "quindex/robustness/impl/outcomes.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE counter::counter(outcomes::parts& into, const evaluator& from, numeric::executor where)
    : into_(into), rules_(empty_like(into)), where_(std::move(where)) {
  const framework& tree = from.of().tree();
  const std::size_t units = into_.units.size();
  is_kept_ = keeps_scores(into_);
  for (std::size_t w = 0; w < from.watched().size(); ++w) {
    const std::size_t at = from.watched()[w];
    node_counts& node = into_.watched.emplace_back();
    node.node = tree.about(at).code;
    node.low_is_better = tree.about(at).is_group && tree.about(at).about.better.better == direction::kind::low;
    node.nominal_scores = from.nominal_scores(w);
    node.nominal_ranks.resize(units);
    rules_.ranks_of(node, node.nominal_scores, node.nominal_ranks);
    node.units.resize(units);
    for (unit_counts& unit : node.units)
      unit.bands.assign(into_.design.bands.empty() ? 0 : into_.design.bands.size() + 1, 0);
    if (into_.design.pairs) node.beats.assign(units * units, 0), node.tied.assign(units * units, 0);
    std::vector<std::size_t>& inside = inside_.emplace_back();
    for (std::size_t i = at + 1; i < tree.size(); ++i)
      if (tree.is_within(i, at)) inside.push_back(i);
  }
  for (std::size_t i = 0; i < tree.size(); ++i) parents_.push_back(tree.at(i).parent);
}

QUINDEX_INLINE void counter::count(const evaluation& round) {
  constexpr std::size_t ranked_at_once = 64, counted_at_once = 32;
  replicates_ = round.replicates;
  const std::size_t units = round.units;
  bins_.resize(units * replicates_);
  shifts_.resize(replicates_);
  for (std::size_t w = 0; w < into_.watched.size(); ++w) {
    numeric::parallel_for(where_, (replicates_ + ranked_at_once - 1) / ranked_at_once, [&](std::size_t b) {
      rank_rows(w, round, b * ranked_at_once, std::min(replicates_, (b + 1) * ranked_at_once));
    });
    numeric::parallel_for(where_, (units + counted_at_once - 1) / counted_at_once, [&](std::size_t b) {
      const std::size_t begin = b * counted_at_once, end = std::min(units, begin + counted_at_once);
      count_units(w, round, begin, end);
      if (into_.design.pairs) count_pairs(into_.watched[w], begin, end);
    });
    for (const double shift : shifts_) {
      if (is_missing(shift)) continue;
      into_.watched[w].shift.add(shift);
      into_.watched[w].shift_squares.add(shift * shift);
    }
    if (into_.design.central_weights) count_first_places(w, round);
    if (is_kept_) keep(w, round);
  }
}

/// Ranks some replicates: their bins, and how far they are from the nominal ranks.
QUINDEX_INLINE void counter::rank_rows(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end) {
  const node_counts& node = into_.watched[w];
  const bool has_halves = into_.rule == ties::average;
  std::vector<double> ranks(round.units);
  numeric::ranker ranker;
  for (std::size_t r = begin; r < end; ++r) {
    if (into_.rank_decimals)
      rules_.ranks_of(node, round.at(w, r), ranks);
    else
      ranker.ranks(round.at(w, r), into_.rule, !node.low_is_better, ranks);
    double moved = 0;
    std::size_t both = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      const double rank = ranks[i];
      bins_[i * replicates_ + r] =
          is_missing(rank) ? no_bin : static_cast<std::uint32_t>(has_halves ? 2 * rank - 2 : rank - 1);
      const double away = std::abs(rank - node.nominal_ranks[i]);
      if (is_missing(away)) continue;
      moved += away;
      ++both;
    }
    shifts_[r] = both == 0 ? missing_value : moved / static_cast<double>(both);
  }
}

/// Widens the window of a unit's rank counts and counts some bins.
QUINDEX_INLINE void count_bins(rank_counts& into, const std::uint32_t* bins, std::size_t count) {
  std::uint32_t low = no_bin, high = 0;
  for (std::size_t r = 0; r < count; ++r) low = std::min(low, bins[r]);
  if (low == no_bin) return;
  for (std::size_t r = 0; r < count; ++r) high = std::max(high, bins[r] == no_bin ? 0 : bins[r]);
  if (into.counts.empty()) into.first = low;
  if (low < into.first) {
    into.counts.insert(into.counts.begin(), into.first - low, 0);
    into.first = low;
  }
  if (into.counts.size() < high - into.first + 1) into.counts.resize(high - into.first + 1, 0);
  for (std::size_t r = 0; r < count; ++r)
    if (bins[r] != no_bin) ++into.counts[bins[r] - into.first];
}

QUINDEX_INLINE void counter::count_units(std::size_t w, const evaluation& round, std::size_t begin, std::size_t end) {
  node_counts& node = into_.watched[w];
  std::vector<double> centre(end - begin);
  for (std::size_t i = begin; i < end; ++i)
    centre[i - begin] = is_missing(node.nominal_scores[i]) ? 0.0 : node.nominal_scores[i];
  moment_rows moments;
  moments.add(round.at(w, 0).data() + begin, replicates_, round.units, end - begin, centre.data(),
              node.units.data() + begin);
  const std::vector<double>& limits = into_.design.bands;
  for (std::size_t i = begin; i < end; ++i) {
    count_bins(node.units[i].ranks, bins_.data() + i * replicates_, replicates_);
    if (limits.empty()) continue;
    for (std::size_t r = 0; r < replicates_; ++r)
      if (const double score = round.at(w, r)[i]; !is_missing(score))
        ++node.units[i]
              .bands[static_cast<std::size_t>(std::upper_bound(limits.begin(), limits.end(), score) - limits.begin())];
  }
}

QUINDEX_INLINE void counter::count_pairs(node_counts& node, std::size_t begin, std::size_t end) const {
  const std::size_t units = node.units.size();
  for (std::size_t a = begin; a < end; ++a)
    for (std::size_t b = 0; b < units; ++b) {
      if (a == b) continue;
      const std::uint32_t* x = bins_.data() + a * replicates_;
      const std::uint32_t* y = bins_.data() + b * replicates_;
      std::uint32_t wins = 0, equal = 0;
      for (std::size_t r = 0; r < replicates_; ++r) {
        wins += static_cast<std::uint32_t>(x[r] < y[r]) & static_cast<std::uint32_t>(y[r] != no_bin);
        equal += static_cast<std::uint32_t>(x[r] == y[r]) & static_cast<std::uint32_t>(y[r] != no_bin);
      }
      node.beats[a * units + b] += wins;
      node.tied[a * units + b] += equal;
    }
}

QUINDEX_INLINE void counter::count_first_places(std::size_t w, const evaluation& round) {
  node_counts& node = into_.watched[w];
  const std::size_t nodes = into_.nodes.size();
  const std::size_t at = *into_.nodes.find(node.node);
  std::vector<double> shares(nodes);
  for (std::size_t r = 0; r < replicates_; ++r) {
    std::uint32_t best = no_bin;
    for (std::size_t i = 0; i < round.units; ++i) best = std::min(best, bins_[i * replicates_ + r]);
    if (best == no_bin) continue;
    shares[at] = 1;
    for (const std::size_t i : inside_[w]) shares[i] = shares[parents_[i]] * round.weights[r * nodes + i];
    for (std::size_t i = 0; i < round.units; ++i) {
      if (bins_[i * replicates_ + r] != best) continue;
      first_places& first = node.units[i].first;
      first.weights.resize(nodes);
      ++first.times;
      first.weights[at].add(1.0);
      for (const std::size_t k : inside_[w]) first.weights[k].add(shares[k]);
    }
  }
}

QUINDEX_INLINE void counter::keep(std::size_t w, const evaluation& round) {
  node_counts& node = into_.watched[w];
  const double* scores = round.at(w, 0).data();
  for (std::size_t k = 0; k < replicates_ * round.units; ++k)
    node.kept.push_back(is_missing(scores[k]) ? missing_value : scores[k]);  // there are several NaNs, one is kept
  node.shifts.insert(node.shifts.end(), shifts_.begin(), shifts_.end());
}

}  // namespace robustness::detail
QUINDEX_END
