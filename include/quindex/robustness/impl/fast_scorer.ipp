/// Bodies of robustness/fast_scorer.hpp.
#pragma once

#include <algorithm>

#include "quindex/robustness/fast_scorer.hpp"
#include "quindex/robustness/impl/rescore.ipp"

QUINDEX_BEGIN
namespace robustness::detail {

struct fast_program {
  /// A watched node whose scores no weight changes.
  struct constant {
    std::size_t place;
    column_view scores;  ///< Of the variant; nothing for a node that it has not.
  };
  tree_program tree{};
  std::vector<constant> constants{};
};

QUINDEX_INLINE std::shared_ptr<const fast_program> compile_fast(const variant& of,
                                                                const std::vector<std::size_t>& watched) {
  auto out = std::make_shared<fast_program>();
  std::vector<std::size_t> places(of.tree().size(), kernel::nowhere);
  for (std::size_t w = 0; w < watched.size(); ++w) {
    const std::size_t node = watched[w];
    if (node == framework::none) {
      out->constants.push_back({w, {}});
    } else if (!of.tree().about(node).is_group) {
      out->constants.push_back({w, column_of(of.scores, static_cast<Eigen::Index>(node))});
    } else if (places[node] == kernel::nowhere) {
      places[node] = w;
    } else {
      return nullptr;  // watched twice
    }
  }
  if (!compile_tree(of, places, out->tree)) return nullptr;
  return out;
}

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

/// Scores replicates `from` to `to` − 1 of a job, all of them anew.
QUINDEX_INLINE void score_all(const tree_program& tree, const score_job& job, std::size_t from, std::size_t to,
                              fast_memory& own, std::vector<std::size_t>& left) {
  constexpr std::size_t side = kernel::tile_replicates, most_tiles = 64;  // a tile's weights stay in the second cache
  const numeric::kernels& loops = numeric::active_kernels();
  for (; from < to; from += std::min(to - from, most_tiles * side)) {
    const std::size_t here = std::min(to - from, most_tiles * side);
    shares_of(tree, job, from, from + here, own, left);
    for (std::size_t unit = 0; unit < tree.units; unit += kernel::panel_units) {
      const kernel::tree_panel panel{tree.terms.data() + unit, tree.present.data() + (tree.present.empty() ? 0 : unit),
                                     tree.stride, unit, std::min(kernel::panel_units, tree.units - unit)};
      for (std::size_t r = 0; r < here; r += side) {
        const std::size_t t = r / side;
        fetch_ahead(tree, unit, r, std::min(r + side, here), here);
        loops.tree(tree.walk(), panel,
                   {own.tiles.data() + t * tree.tile_size(), own.wholes.data() + t * tree.wholes_size(),
                    std::min(side, here - r), own.states[t].has_zero},
                   {job.scores + (from + r) * tree.units, job.replicates * tree.units, tree.units});
      }
    }
  }
}

QUINDEX_INLINE void run_fast(const fast_program& program, const score_job& job, fast_memory& own,
                             std::vector<std::size_t>& left) {
  const tree_program& tree = program.tree;
  for (const fast_program::constant& fixed : program.constants)
    for (std::size_t r = 0; r < job.replicates; ++r) {
      double* out = job.scores + (fixed.place * job.replicates + r) * tree.units;
      if (fixed.scores.empty())
        std::fill_n(out, tree.units, missing_value);
      else
        std::copy(fixed.scores.begin(), fixed.scores.end(), out);
    }
  constexpr std::size_t worth_it = 3;  // replicates: the first one of a family costs more than others
  std::size_t anew = 0;                // those from here on have not been scored
  for (std::size_t from = 0; from < job.replicates;) {
    const std::size_t to = end_of_family(tree, job, from, own);
    if (to - from < worth_it) {
      from = to;
      continue;
    }
    score_all(tree, job, anew, from, own, left);
    anew = score_family(tree, job, from, to, own, left) ? to : from;
    from = to;
  }
  score_all(tree, job, anew, job.replicates, own, left);
}

}  // namespace robustness::detail
QUINDEX_END
