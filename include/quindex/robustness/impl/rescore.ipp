/// Replicates that differ from another in a few groups: only these and the groups above them are scored again.
#pragma once

#include <algorithm>

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

/// Marks in `own.is_changed` the groups that two replicates do not have in common, and those above them; returns how
/// many children these have, or more than `most` as soon as it is.
QUINDEX_INLINE std::size_t differing_children(const tree_program& tree, const double* a, const double* b,
                                              std::size_t most, fast_memory& own) {
  own.is_changed.assign(tree.groups.size(), 0);
  std::size_t count = 0;
  for (std::size_t node = 1; node < tree.nodes; ++node) {
    if (a[node] == b[node]) continue;
    for (std::size_t g = tree.group_above[node]; g != kernel::nowhere && own.is_changed[g] == 0;
         g = tree.group_above[tree.groups[g]]) {
      own.is_changed[g] = 1;
      count += tree.children[g].count;
    }
    if (count > most) break;
  }
  return count;
}

/// The end of the replicates after `from` that have most of their groups in common with it.
QUINDEX_INLINE std::size_t end_of_family(const tree_program& tree, const score_job& job, std::size_t from,
                                         fast_memory& own) {
  std::size_t to = from + 1;
  if (tree.missing == numeric::absence::zero) return to;
  const std::size_t most = tree.columns.size() / 3;
  const double* base = job.weights + from * tree.nodes;
  while (to < job.replicates && differing_children(tree, base, job.weights + to * tree.nodes, most, own) <= most) ++to;
  return to;
}

/// Scores one group of a replicate from its children's columns, and writes what it gives its parent to `out`.
template <class ColumnOf>
void score_group(const tree_program& tree, std::size_t g, const double* tile, const ColumnOf& column_of_group,
                 fast_memory& own, double* out, double* const watched) {
  const kernel::tree_children& group = tree.children[g];
  const kernel::tree_step& how = tree.steps[tree.closing[g]];
  own.columns.clear();
  own.weights.clear();
  for (std::size_t c = 0; c < group.count; ++c) {
    const std::size_t place = group.places[c];
    own.columns.push_back(place < tree.leaves ? tree.terms.data() + place * tree.stride
                                              : column_of_group(place - tree.leaves));
    own.weights.push_back(tile[kernel::tile_replicates * place]);
  }
  const std::span<double> y(out, tree.units);
  numeric::active_kernels().mean(own.columns.data(), own.weights.data(), group.count, tree.units,
                                 {numeric::mean_of::values, 1.0, tree.missing, tree.coverage}, out);
  if (how.stays) {
    if (watched == nullptr) return;
    std::copy(y.begin(), y.end(), watched);
    return quindex::detail::to_scores({how.f, how.power}, {watched, tree.units});
  }
  quindex::detail::to_scores({how.f, how.power}, y);
  if (watched != nullptr) std::copy(y.begin(), y.end(), watched);
  if (how.depth == 0) return;
  if (how.is_turned)
    for (double& score : y) score = how.mirror - score;
  quindex::detail::to_terms({how.parent_f, how.parent_power}, y);
}

/// Scores replicates `from` to `to` − 1 of a job, which have most of their groups in common with the first.
QUINDEX_INLINE void score_family(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                                 fast_memory& own, std::vector<std::size_t>& left) {
  constexpr std::size_t side = kernel::tile_replicates;
  shares_of(tree, job, from, to, own, left);
  own.base.resize(tree.groups.size() * tree.stride);
  own.changed.resize(own.base.size());
  const auto base_column = [&](std::size_t g) { return own.base.data() + g * tree.stride; };
  const auto column = [&](std::size_t g) {
    return (own.is_changed[g] != 0 ? own.changed.data() : own.base.data()) + g * tree.stride;
  };
  const auto watched_of = [&](std::size_t g, std::size_t replicate) -> double* {
    const std::size_t place = tree.steps[tree.closing[g]].watched;
    return place == kernel::nowhere ? nullptr : job.scores + (place * job.replicates + replicate) * tree.units;
  };
  for (std::size_t r = from; r < to; ++r) {
    const double* tile = own.tiles.data() + (r - from) / side * tree.tile_size() + (r - from) % side;
    if (r == from) {
      for (std::size_t g = 0; g < tree.groups.size(); ++g)
        score_group(tree, g, tile, base_column, own, base_column(g), watched_of(g, r));
      continue;
    }
    differing_children(tree, job.weights + from * tree.nodes, job.weights + r * tree.nodes, tree.columns.size(), own);
    for (std::size_t g = 0; g < tree.groups.size(); ++g) {
      double* watched = watched_of(g, r);
      if (own.is_changed[g] != 0) {
        score_group(tree, g, tile, column, own, own.changed.data() + g * tree.stride, watched);
      } else if (watched != nullptr) {
        std::copy_n(job.scores + (tree.steps[tree.closing[g]].watched * job.replicates + from) * tree.units, tree.units,
                    watched);
      }
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
