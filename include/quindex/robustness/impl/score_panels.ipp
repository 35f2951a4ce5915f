/// Replicates scored panel by panel of units, and tile by tile of their weights.
#pragma once

#include <algorithm>

#include "quindex/robustness/impl/rescore.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Asks for a share of the numbers of the panel after the one that begins at `unit`: its leaves lie a column apart,
/// which no processor foresees. Replicates `from` to `to` of `all` are being scored meanwhile.
QUINDEX_INLINE void fetch_ahead(const tree_program& tree, std::size_t unit, std::size_t from, std::size_t to,
                                std::size_t all) {
  constexpr std::size_t line = 8;  // numbers
  const std::size_t next = unit + kernel::panel_units;
  if (next >= tree.units) return;
  for (std::size_t j = tree.leaves * from / all; j < tree.leaves * to / all; ++j)
    for (std::size_t i = 0; i < kernel::panel_units; i += line)
      __builtin_prefetch(tree.terms.data() + j * tree.stride + next + i, 0, 2);
}

/// How far apart two rough sums over all leaves have to be for the scores to be in the same order.
///
/// A sum of products of which the weights sum to 1 is off by one rounding of the largest term for each of its steps, to
/// first order (Higham 2002, Accuracy and stability of numerical algorithms, 2nd ed., section 3.1). A rough sum has a
/// step a leaf and a product a level, a score a step a node: K = nodes + 16 each, at most. Two are compared, both known
/// from rough sums: 4 K. Twice as much leaves room for what is of second order, and for exponentials.
[[nodiscard]] inline double apart_of_sums(const tree_program& tree) {
  return 8.0 * static_cast<double>(tree.nodes + 16) * tree.rounding;
}

/// The same panel, leaf after leaf without a gap: there are not as many pages at hand as leaves.
QUINDEX_INLINE kernel::tree_panel packed(const tree_program& tree, kernel::tree_panel panel, line_numbers& room) {
  room.resize(tree.leaves * kernel::panel_units);
  for (std::size_t j = 0; j < tree.leaves; ++j)
    std::copy_n(panel.leaves + j * panel.stride, kernel::panel_units, room.data() + j * kernel::panel_units);
  panel.leaves = room.data();
  panel.stride = kernel::panel_units;
  return panel;
}

/// Scores replicates `from` to `to` − 1 of a job, all of them anew.
QUINDEX_INLINE void score_all(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                              fast_memory& own, std::vector<std::size_t>& left) {
  constexpr std::size_t side = kernel::tile_replicates, most_tiles = 64;  // a tile's weights stay in the second cache
  const numeric::kernels& loops = numeric::active_kernels();
  const bool is_rough = job.apart != nullptr;
  if (is_rough) std::fill(job.apart + from, job.apart + to, apart_of_sums(tree));
  for (; from < to; from += std::min(to - from, most_tiles * side)) {
    const std::size_t here = std::min(to - from, most_tiles * side);
    shares_of(tree, job, from, from + here, own, left);
    for (std::size_t r = 0; r < here && is_rough; r += side)
      loops.collapse(tree.children.data(), tree.children.size(), tree.leaves,
                     own.tiles.data() + r / side * tree.tile_size());
    for (std::size_t unit = 0; unit < tree.units; unit += kernel::panel_units) {
      kernel::tree_panel panel{tree.terms.data() + unit, tree.present.data() + (tree.present.empty() ? 0 : unit),
                               tree.stride, unit, std::min(kernel::panel_units, tree.units - unit)};
      if (is_rough && here > side) panel = packed(tree, panel, own.panel);
      for (std::size_t r = 0; r < here; r += side) {
        const std::size_t t = r / side;
        fetch_ahead(tree, unit, r, std::min(r + side, here), here);
        const kernel::tree_tile tile{own.tiles.data() + t * tree.tile_size(),
                                     own.wholes.data() + t * tree.wholes_size(), std::min(side, here - r),
                                     own.states[t].has_zero};
        const kernel::tree_scores to_scores{job.scores + (from + r) * tree.units, job.replicates * tree.units,
                                            tree.units};
        if (is_rough)
          loops.rough(tree.leaves, panel, tile, to_scores);
        else
          loops.tree(tree.walk(), panel, tile, to_scores);
      }
    }
  }
}

}  // namespace robustness::detail
QUINDEX_END
