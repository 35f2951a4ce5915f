/// Replicates scored block by block.
#pragma once

#include "quindex/robustness/impl/grouping.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE void evaluator::state::fail(evaluation& out, std::size_t place, const issue& why) {
  for (std::size_t w = 0; w < of.watched.size(); ++w) {
    const std::size_t from = (w * out.replicates + place) * out.units;
    if (out.with_scores) std::fill_n(out.scores.data() + from, out.units, missing_value);
    if (out.with_ranks) std::visit([&](auto& ranks) { std::fill_n(ranks.data() + from, out.units, 0); }, out.ranks);
  }
  const std::lock_guard lock(failing);
  out.failures.push_back({place, why});
}

/// Writes the shares that a replicate's weights are among siblings.
QUINDEX_INLINE void evaluator::state::keep_weights(const batch_scorer& scorer, const double* weights, std::size_t place,
                                                   workspace& own, evaluation& out) const {
  const variant& from = scorer.of();
  double* to = out.weights.data() + place * of.tree().size();
  std::fill_n(to, of.tree().size(), 0.0);
  to[from.origin[0]] = 1.0;
  for (const std::size_t g : from.tree().groups_inside_out()) {
    batch_scorer::group_weights(from, g, weights, own.shares);
    for (std::size_t c = 0; c < own.shares.size(); ++c) to[from.origin[from.tree().at(g).children[c]]] = own.shares[c];
  }
}

/// The weights of one replicate by node of the whole framework.
QUINDEX_INLINE void evaluator::state::draw_whole(const source& one, const double* u, const std::vector<double>& fitted,
                                                 std::span<double> weights, workspace& own) const {
  if (one.head == nullptr || !of.reweighs) {
    std::copy(fitted.begin(), fitted.end(), weights.begin());
    if (of.reweighs) of.reweigh(one, u, weights);
    return;
  }
  if (own.head != one.head) {
    own.head = one.head;
    own.of_head = fitted;
    of.reweigh(*one.head, one.head->coordinates, own.of_head);
  }
  std::copy(own.of_head.begin(), own.of_head.end(), weights.begin());
  of.reweigh_exchanged(one, u, fitted, weights);
}

/// The weights of some members, replicates × nodes of the variant's tree.
template <class At>
void evaluator::state::draw_weights(const replicate_block& block, const variant& from,
                                    const std::vector<double>& fitted, const At& at, workspace& own) const {
  const std::size_t count = block.end - block.begin, nodes = from.weights.size();
  const bool is_whole = nodes == fitted.size();
  own.weights.resize(count * nodes);
  own.whole.resize(fitted.size());
  own.head = nullptr;  // its weights were those of another fit
  for (std::size_t b = 0; b < count; ++b) {
    const std::size_t place = block.group->places[block.begin + b];
    const std::span<double> weights = std::span<double>(own.weights).subspan(b * nodes, nodes);
    draw_whole(at(place), point(at(place), place), fitted, is_whole ? weights : std::span<double>(own.whole), own);
    for (std::size_t i = 0; i < nodes && !is_whole; ++i) weights[i] = own.whole[from.origin[i]];
  }
}

template <numeric::StoredRank Place>
void evaluator::state::rank_row(std::size_t w, column_view scores, workspace& own, Place* out) const {
  std::vector<double> rounded;
  if (of.recipe.rank_decimals) {
    rounded = quindex::detail::rounded(scores, of.recipe.rank_decimals);
    scores = rounded;
  }
  own.scorer.ranker.ranks<Place>({scores.data(), 1, scores.size(), scores.size()}, of.recipe.ties, ranks_from_high(w),
                                 std::span(out, scores.size()));
}

/// Copies rows of a block to the places of its members.
template <class Number>
void to_places(const replicate_block& block, const Number* rows, std::size_t units, Number* out) {
  for (std::size_t k = block.begin; k < block.end; ++k, rows += units)
    std::copy_n(rows, units, out + block.group->places[k] * units);
}

/// Ranks members under the weights drawn, whose scores nobody asks for.
template <numeric::StoredRank Place>
void evaluator::state::rank_members(const replicate_block& block, const batch_scorer& scorer, workspace& own,
                                    evaluation& out, std::vector<Place>& ranks) const {
  const std::size_t count = block.end - block.begin;
  if (own.ranks.index() != out.ranks.index()) own.ranks.emplace<std::vector<Place>>();
  std::vector<Place>& here = std::get<std::vector<Place>>(own.ranks);
  here.resize(count * out.units);
  own.scores.resize(count * out.units);
  scorer.rank<Place>({count, own.weights.data(), own.scores.data()}, of.recipe.ties, ranks_from_high(0), own.scorer,
                     here, own.refused);
  to_places(block, here.data(), out.units, ranks.data());
}

/// Scores members under the weights drawn.
QUINDEX_INLINE void evaluator::state::score_members(const replicate_block& block, const batch_scorer& scorer,
                                                    workspace& own, evaluation& out) {
  const std::size_t count = block.end - block.begin, watched = of.watched.size();
  const std::size_t* places = block.group->places.data() + block.begin;
  own.refused.clear();
  if (out.with_ranks && !out.with_scores && watched == 1 && !of.recipe.rank_decimals) {
    std::visit([&](auto& ranks) { rank_members(block, scorer, own, out, ranks); }, out.ranks);
  } else {
    const bool is_in_place = out.with_scores && watched == 1 && places[count - 1] - places[0] == count - 1;
    if (!is_in_place) own.scores.resize(watched * count * out.units);
    double* const scores = is_in_place ? out.scores.data() + places[0] * out.units : own.scores.data();
    scorer.score({count, own.weights.data(), scores}, own.scorer, own.refused);
    for (std::size_t w = 0; w < watched; ++w) {
      const double* const rows = scores + w * count * out.units;
      const std::size_t first = w * out.replicates * out.units;
      if (out.with_scores && !is_in_place) to_places(block, rows, out.units, out.scores.data() + first);
      if (!out.with_ranks) continue;
      std::visit(
          [&](auto& ranks) {
            for (std::size_t b = 0; b < count; ++b)
              rank_row(w, {rows + b * out.units, out.units}, own, ranks.data() + first + places[b] * out.units);
          },
          out.ranks);
    }
  }
  for (const refusal& refused : own.refused) fail(out, places[refused.replicate], refused.why);
}

/// Gives members the scores of their variant as they are.
QUINDEX_INLINE void evaluator::state::copy_scores(const replicate_block& block, const batch_scorer& scorer,
                                                  workspace& own, evaluation& out) const {
  const std::vector<double> none(out.units, missing_value);
  for (std::size_t w = 0; w < of.watched.size(); ++w) {
    const std::size_t node = scorer.watched()[w];
    const column_view scores =
        node == framework::none ? column_view(none) : column_of(scorer.of().scores, static_cast<Eigen::Index>(node));
    const auto give = [&](const auto* row, auto* to) {
      for (std::size_t k = block.begin; k < block.end; ++k)
        std::copy_n(row, out.units, to + (w * out.replicates + block.group->places[k]) * out.units);
    };
    if (out.with_scores) give(scores.data(), out.scores.data());
    if (!out.with_ranks) continue;
    std::visit(
        [&]<class Ranks>(Ranks& ranks) {
          Ranks row(out.units);
          rank_row(w, scores, own, row.data());
          give(row.data(), ranks.data());
        },
        out.ranks);
  }
}

/// Replicates that differ in weights only.
template <class At>
void evaluator::state::run_members(const replicate_block& block, const batch_scorer& scorer,
                                   const std::vector<double>& fitted, const At& at, workspace& own, evaluation& out) {
  own.refused.clear();
  if (of.reweighs || out.with_weights) draw_weights(block, scorer.of(), fitted, at, own);
  if (of.reweighs)
    score_members(block, scorer, own, out);
  else
    copy_scores(block, scorer, own, out);
  if (!out.with_weights) return;
  const std::size_t nodes = scorer.of().weights.size();
  for (std::size_t b = 0; b < block.end - block.begin; ++b) {
    const bool is_refused =
        std::any_of(own.refused.begin(), own.refused.end(), [b](const refusal& one) { return one.replicate == b; });
    if (!is_refused)
      keep_weights(scorer, own.weights.data() + b * nodes, block.group->places[block.begin + b], own, out);
  }
}

/// Replicates that have units or values of their own: each is fitted by itself.
template <class At>
void evaluator::state::run_drawn(const replicate_block& block, const At& at, workspace& own, evaluation& out) {
  for (std::size_t k = block.begin; k < block.end; ++k) {
    const std::size_t place = block.group->places[k];
    try {
      own.drawn.clear();
      of.change(at(place), point(at(place), place), own.drawn);
      variant fitted = fitted_to_drawn(of, *block.group->spec->recipe, own.drawn, how.within);
      const std::vector<double> weights = whole_weights(fitted);
      const auto scorer = scorer_of(of, std::move(fitted), false);
      run_members({block.group, k, k + 1}, *scorer, weights, at, own, out);
    } catch (const error& e) {
      fail(out, place, e.about());
    }
  }
}

template <class At>
void evaluator::state::run_block(const replicate_block& block, const At& at, evaluation& out) {
  changed_spec& one = *block.group->spec;
  if (!block.group->is_kept && one.recipe == nullptr && !one.refused) {  // a group of its own block
    read_spec_of(*block.group, at(block.group->places.front()));
    if (block.group->is_shared) fit_spec_of(*block.group);
  }
  const bool is_broken = one.refused || (block.group->is_shared && one.unfit);
  if (is_broken) {
    for (std::size_t k = block.begin; k < block.end; ++k)
      fail(out, block.group->places[k], one.refused ? *one.refused : *one.unfit);
    return;
  }
  pool.with([&](workspace& own) {
    if (block.group->is_shared)
      run_members(block, *one.scorer, one.weights, at, own, out);
    else
      run_drawn(block, at, own, out);
  });
  if (!block.group->is_kept && block.group->is_shared) block.group->spec.reset();
}

template <class At>
void evaluator::state::evaluate(std::size_t count, const At& at, evaluation& out) {
  out.replicates = count;
  out.units = of.data.units().size();
  const std::size_t size = of.watched.size() * count * out.units;
  out.scores.resize(out.with_scores ? size : 0);
  const bool is_small = are_small(out.units, of.recipe.ties);
  if (is_small && out.ranks.index() != 0) out.ranks.emplace<0>();
  if (!is_small && out.ranks.index() != 1) out.ranks.emplace<1>();
  std::visit([&](auto& ranks) { ranks.resize(out.with_ranks ? size : 0); }, out.ranks);
  out.weights.assign(out.with_weights ? count * of.tree().size() : 0, 0.0);
  out.failures.clear();
  if (count == 0) return;
  draw_coordinates(count, at);
  make_groups(count, at);
  prepare_groups();
  std::vector<replicate_group*> unready;  // those that several blocks share are made before
  for (replicate_group& group : groups)
    if (group.spec->recipe == nullptr && !group.spec->refused && (group.is_kept || !group.is_shared))
      unready.push_back(&group);
  numeric::parallel_for(how.executor, unready.size(),
                        [&](std::size_t k) { read_spec_of(*unready[k], at(unready[k]->places.front())); });
  std::vector<replicate_group*> unfitted;
  for (replicate_group& group : groups)
    if (group.is_kept && group.is_shared && group.spec->scorer == nullptr) unfitted.push_back(&group);
  numeric::parallel_for(how.executor, unfitted.size(), [&](std::size_t k) { fit_spec_of(*unfitted[k]); });
  cut_into_blocks(at);
  numeric::parallel_for(how.executor, blocks.size(), [&](std::size_t b) { run_block(blocks[b], at, out); });
  std::sort(out.failures.begin(), out.failures.end(), [](const auto& a, const auto& b) { return a.place < b.place; });
}

}  // namespace robustness::detail
QUINDEX_END
