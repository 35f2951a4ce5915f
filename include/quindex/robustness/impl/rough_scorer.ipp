/// Rough scores of replicates that have most of their weights in common: those of the first, moved.
///
/// A group with weights w, of sum W, that gives y = sum w x / W, gives y' = y + sum (w' - w) (x - y) / W' under other
/// weights w'. A score gains that times what the group holds of the whole, whatever changes further in or out, if the
/// whole is the new one and x and y are the old ones.
#pragma once

#include <cmath>
#include <span>

#include "quindex/robustness/impl/score_panels.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Lists the nodes whose weights are not the same in two replicates; false as soon as they are more than `most`.
QUINDEX_INLINE bool list_others(const tree_program& tree, const double* a, const double* b, std::size_t most,
                                std::vector<std::size_t>& others) {
  const std::size_t before = others.size();
  const bool are_few = for_each_other(tree, a, b, [&](std::size_t node) {
    others.push_back(node);
    return others.size() - before <= most;
  });
  if (!are_few) others.resize(before);
  return are_few;
}

/// The end of the replicates after `from` that have most of their weights in common with it.
QUINDEX_INLINE std::size_t end_of_likes(const tree_program& tree, const score_job& job, std::size_t from,
                                        fast_memory& own) {
  const std::size_t most = tree.nodes / 8 + 1;
  const double* const first = job.weights + from * tree.nodes;
  own.others.clear();
  own.first_other.assign(2, 0);
  std::size_t to = from + 1;
  while (to < job.replicates && list_others(tree, first, job.weights + to * tree.nodes, most, own.others)) {
    own.first_other.push_back(own.others.size());
    ++to;
  }
  return to;
}

/// What stands at a place in a tile: a leaf's terms, or what a group gives its parent in the first replicate.
[[nodiscard]] inline const double* column_at(const tree_program& tree, const fast_memory& own, std::size_t place) {
  return place < tree.leaves ? tree.terms.data() + place * tree.stride
                             : own.base.data() + (place - tree.leaves) * tree.stride;
}

/// What each group gives its parent in the first replicate, what it holds of the whole, and the sum of its weights.
/// False where weights are refused.
QUINDEX_INLINE bool find_columns(const tree_program& tree, const double* weights, fast_memory& own) {
  constexpr double least_sum = 0x1p-900;  // whatever is divided by it is finite
  const std::size_t groups = tree.groups.size();
  own.base.resize((groups + 1) * tree.stride);
  double* const nothing = own.base.data() + groups * tree.stride;
  std::fill_n(nothing, tree.stride, 0.0);
  own.sums.resize(groups);
  own.gains.assign(groups, 0.0);
  own.moves.assign(groups, 0.0);
  own.held.assign(groups, 1.0);
  for (std::size_t g = 0; g < groups; ++g) {
    const kernel::tree_children& group = tree.children[g];
    own.columns.resize(group.count);
    own.weights.resize(group.count);
    double sum = 0.0, least = 0.0;
    for (std::size_t c = 0; c < group.count; ++c) {
      const double w = weights[group.columns[c]];
      sum += w;
      least = std::min(least, w);
      own.weights[c] = w;
      own.columns[c] = column_at(tree, own, group.places[c]);
    }
    if (!(least >= 0 && sum >= least_sum && sum <= 1 / least_sum)) return false;
    own.sums[g] = sum;
    for (double& w : own.weights) w *= 1 / sum;
    numeric::active_kernels().moved(nothing, own.columns.data(), own.weights.data(), group.count, tree.units,
                                    own.base.data() + g * tree.stride);
  }
  for (std::size_t g = groups - 1; g-- > 0;) {
    const std::size_t node = tree.groups[g], above = tree.group_above[node];
    own.held[g] = own.held[above] * weights[node] / own.sums[above];
  }
  return true;
}

/// Finds the columns to be added and how much of each. False where weights are refused, and where they differ by so
/// much that the sum could not be trusted.
QUINDEX_INLINE bool find_moves(const tree_program& tree, const double* first, const double* weights,
                               std::span<const std::size_t> others, fast_memory& own) {
  bool is_fine = true;
  own.touched.clear();
  for (const std::size_t node : others) {
    const std::size_t g = tree.group_above[node];
    if (own.moves[g] == 0) own.touched.push_back(g);
    own.gains[g] += weights[node] - first[node];
    own.moves[g] += std::abs(weights[node] - first[node]);
    is_fine = is_fine && weights[node] >= 0;
  }
  for (const std::size_t g : own.touched) is_fine = is_fine && own.moves[g] <= 0.5 * own.sums[g];
  const auto held_by = [&](std::size_t g) {
    if (own.touched.size() == 1) return own.held[g];  // nothing has changed above
    double held = 1.0;
    for (std::size_t node = tree.groups[g]; node != 0; node = tree.groups[g]) {
      g = tree.group_above[node];
      held *= weights[node] / (own.sums[g] + own.gains[g]);
    }
    return held;
  };
  own.columns.clear();
  own.weights.clear();
  if (is_fine) {
    for (const std::size_t g : own.touched) own.moves[g] = held_by(g) / (own.sums[g] + own.gains[g]);
    for (const std::size_t node : others) {
      const std::size_t g = tree.group_above[node];
      own.columns.push_back(column_at(tree, own, tree.place_of[node]));
      own.weights.push_back(own.moves[g] * (weights[node] - first[node]));
    }
    for (const std::size_t g : own.touched) {
      own.columns.push_back(own.base.data() + g * tree.stride);
      own.weights.push_back(-own.moves[g] * own.gains[g]);
    }
  }
  for (const std::size_t g : own.touched) own.gains[g] = own.moves[g] = 0.0;
  return is_fine;
}

/// How far apart two moved scores have to be for the scores to be in the same order, as for `apart_of_sums`.
///
/// Let K be the roundings of a sum over all leaves and D the levels. A sum of weights that `find_moves` accepts is no
/// less than half of what it was: what is added of columns is no more than 2 of what their group holds, and so no more
/// than 2 at each level. A column is off by K; how much is added of it, by 2 K for every level above. The first score
/// is off by K, and adding loses K of each of 1 + 2 D. That makes 2 + 4 D + 4 D^2 times K, and K for the score itself.
[[nodiscard]] inline double apart_of_moves(const tree_program& tree) {
  const auto levels = static_cast<double>(tree.depth);
  return (1.0 + levels) * (1.0 + levels) * apart_of_sums(tree);
}

/// Rough scores of replicates `from` to `to` − 1 of a job, which have most of their weights in common with the first.
/// False when the first one's weights are refused: then nothing is done.
QUINDEX_INLINE bool move_likes(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                               fast_memory& own, std::vector<std::size_t>& left) {
  const double* const first = job.weights + from * tree.nodes;
  if (!find_columns(tree, first, own)) return false;
  const double* const base = own.base.data() + (tree.groups.size() - 1) * tree.stride;
  std::copy_n(base, tree.units, job.scores + from * tree.units);
  std::fill(job.apart + from, job.apart + to, apart_of_moves(tree));
  for (std::size_t r = from + 1; r < to; ++r) {
    const std::span<const std::size_t> others(own.others.data() + own.first_other[r - from],
                                              own.first_other[r - from + 1] - own.first_other[r - from]);
    if (find_moves(tree, first, job.weights + r * tree.nodes, others, own))
      numeric::active_kernels().moved(base, own.columns.data(), own.weights.data(), own.columns.size(), tree.units,
                                      job.scores + r * tree.units);
    else
      score_all(tree, job, r, r + 1, own, left);
  }
  return true;
}

}  // namespace robustness::detail
QUINDEX_END
