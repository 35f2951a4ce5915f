/// Replicates that differ from another in a few groups: only these and the groups above them are scored again.
#pragma once

#include <algorithm>
#include <bit>

#include "quindex/robustness/fast_scorer.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// The shares of replicates `from` to `to` − 1, tile after tile; those that are refused are added to `left`.
QUINDEX_INLINE void shares_of(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                              fast_memory& own, std::vector<std::size_t>& left) {
  constexpr std::size_t side = kernel::tile_replicates;
  const std::size_t tiles = (to - from + side - 1) / side;
  own.tiles.resize(tiles * tree.tile_size());
  own.wholes.resize(tiles * tree.wholes_size());
  own.states.resize(tiles);
  for (std::size_t t = 0; t < tiles; ++t) {
    const std::size_t first = from + t * side;
    own.states[t] = numeric::active_kernels().shares(
        tree.children.data(), tree.children.size(), job.weights + first * tree.nodes, std::min(side, to - first),
        tree.nodes, own.tiles.data() + t * tree.tile_size(), own.wholes.data() + t * tree.wholes_size());
    for (std::size_t r = 0; r < side; ++r)
      if ((own.states[t].bad >> r & 1u) != 0) left.push_back(first + r);
  }
}

/// Visits the nodes whose weights are not the same in two replicates, until a visit says that it was the last; returns
/// whether none did.
template <class Visit>
bool for_each_other(const tree_program& tree, const double* a, const double* b, Visit&& visit) {
  constexpr std::size_t at_once = 64;
  for (std::size_t from = 1; from < tree.nodes; from += at_once) {
    std::uint64_t marks = numeric::active_kernels().others(a + from, b + from, std::min(at_once, tree.nodes - from));
    for (; marks != 0; marks &= marks - 1)
      if (!visit(from + static_cast<std::size_t>(std::countr_zero(marks)))) return false;
  }
  return true;
}

/// Marks the groups that two replicates do not have in common, and those above them. False as soon as these have more
/// than `most` children.
QUINDEX_INLINE bool mark_changed(const tree_program& tree, const double* a, const double* b, std::size_t most,
                                 std::uint8_t* is_changed) {
  std::fill_n(is_changed, tree.groups.size(), std::uint8_t{0});
  std::size_t count = 0;
  return for_each_other(tree, a, b, [&](std::size_t node) {
    for (std::size_t g = tree.group_above[node]; g != kernel::nowhere && is_changed[g] == 0;
         g = tree.group_above[tree.groups[g]]) {
      is_changed[g] = 1;
      count += tree.children[g].count;
    }
    return count <= most;
  });
}

/// The end of the replicates after `from` that have most of their groups in common with it; `own.is_changed` says which
/// ones each has not.
QUINDEX_INLINE std::size_t end_of_family(const tree_program& tree, const score_job& job, std::size_t from,
                                         fast_memory& own) {
  std::size_t to = from + 1;
  if (tree.missing == numeric::absence::zero) return to;
  const std::size_t most = tree.columns.size() / 3, groups = tree.groups.size();
  own.is_changed.resize(groups * job.replicates);
  const auto is_like = [&](std::size_t r) {
    return mark_changed(tree, job.weights + from * tree.nodes, job.weights + r * tree.nodes, most,
                        own.is_changed.data() + r * groups);
  };
  while (to < job.replicates && is_like(to)) ++to;
  return to;
}

/// The shares of up to a tile of replicates in the groups that any of them has not in common with the first of its
/// family; those that are refused are added to `left`.
QUINDEX_INLINE void shares_of_changed(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                                      fast_memory& own, std::vector<std::size_t>& left) {
  own.some.clear();
  for (std::size_t g = 0; g < tree.groups.size(); ++g) {
    bool is_needed = false;
    for (std::size_t r = from; r < to; ++r) is_needed |= own.is_changed[r * tree.groups.size() + g] != 0;
    if (is_needed) own.some.push_back(tree.children[g]);
  }
  const kernel::tile_state state =
      numeric::active_kernels().shares(own.some.data(), own.some.size(), job.weights + from * tree.nodes, to - from,
                                       tree.nodes, own.tiles.data(), nullptr);
  for (std::size_t r = from; r < to; ++r)
    if ((state.bad >> (r - from) & 1u) != 0) left.push_back(r);
}

/// Scores one group of a replicate from its children's columns, and writes what it gives its parent to `out`.
template <class ColumnOf>
void score_group(const tree_program& tree, std::size_t g, const double* tile, const ColumnOf& column_of_group,
                 fast_memory& own, double* out, double* const watched) {
  const kernel::tree_children& group = tree.children[g];
  const kernel::tree_step& how = tree.steps[tree.closing[g]];
  own.columns.resize(group.count);
  own.weights.resize(group.count);
  for (std::size_t c = 0; c < group.count; ++c) {
    const std::size_t place = group.places[c];
    own.columns[c] =
        place < tree.leaves ? tree.terms.data() + place * tree.stride : column_of_group(place - tree.leaves);
    own.weights[c] = tile[kernel::tile_replicates * place];
  }
  if (how.depth == 0 && watched != nullptr) out = watched;  // nobody else reads it
  const std::span<double> y(out, tree.units);
  numeric::active_kernels().mean(own.columns.data(), own.weights.data(), group.count, tree.units,
                                 {numeric::mean_of::values, 1.0, tree.missing, tree.coverage}, out);
  if (how.stays) {
    if (watched == nullptr) return;
    std::copy(y.begin(), y.end(), watched);
    return quindex::detail::to_scores({how.f, how.power}, {watched, tree.units});
  }
  quindex::detail::to_scores({how.f, how.power}, y);
  if (how.depth == 0) return;
  if (watched != nullptr) std::copy(y.begin(), y.end(), watched);
  if (how.is_turned)
    for (double& score : y) score = how.mirror - score;
  quindex::detail::to_terms({how.parent_f, how.parent_power}, y);
}

/// Scores replicates `from` to `to` − 1 of a job, which have most of their groups in common with the first. False when
/// the first one's weights are refused: then nothing is done.
QUINDEX_INLINE bool score_family(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                                 fast_memory& own, std::vector<std::size_t>& left) {
  constexpr std::size_t side = kernel::tile_replicates;
  const std::size_t before = left.size();
  shares_of(tree, job, from, from + 1, own, left);
  if (left.size() != before) return left.pop_back(), false;
  own.base.resize(tree.groups.size() * tree.stride);
  own.changed.resize(own.base.size());
  const auto watched_of = [&](std::size_t g, std::size_t replicate) -> double* {
    const std::size_t place = tree.steps[tree.closing[g]].watched;
    return place == kernel::nowhere ? nullptr : job.scores + (place * job.replicates + replicate) * tree.units;
  };
  const auto base_column = [&](std::size_t g) { return own.base.data() + g * tree.stride; };
  for (std::size_t g = 0; g < tree.groups.size(); ++g)
    score_group(tree, g, own.tiles.data(), base_column, own, base_column(g), watched_of(g, from));
  for (std::size_t r = from + 1; r < to; ++r) {
    const std::size_t in_tile = (r - from - 1) % side;
    if (in_tile == 0) shares_of_changed(tree, job, r, std::min(r + side, to), own, left);
    const std::uint8_t* is_changed = own.is_changed.data() + r * tree.groups.size();
    const auto column = [&](std::size_t g) {
      return (is_changed[g] != 0 ? own.changed.data() : own.base.data()) + g * tree.stride;
    };
    for (std::size_t g = 0; g < tree.groups.size(); ++g) {
      double* watched = watched_of(g, r);
      if (is_changed[g] != 0)
        score_group(tree, g, own.tiles.data() + in_tile, column, own, own.changed.data() + g * tree.stride, watched);
      else if (watched != nullptr)
        std::copy_n(watched_of(g, from), tree.units, watched);
    }
  }
  return true;
}

}  // namespace robustness::detail
QUINDEX_END
