/// Bodies of robustness/fast_scorer.hpp.
#pragma once

#include <algorithm>

#include "quindex/robustness/fast_scorer.hpp"
#include "quindex/robustness/impl/rough_scorer.ipp"

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

/// Scores replicates that have most of their weights in common with the first of them by what differs, others anew.
/// `end_of` finds where those like one end, `score_like` scores them unless it cannot; the first one costs more than
/// others.
template <class EndOf, class ScoreLike>
void score_families(const tree_program& tree, const score_job& job, fast_memory& own, std::vector<std::size_t>& left,
                    const EndOf& end_of, const ScoreLike& score_like) {
  constexpr std::size_t worth_it = 3;  // replicates
  std::size_t anew = 0;                // those from here on have not been scored
  for (std::size_t from = 0; from < job.replicates;) {
    const std::size_t to = end_of(tree, job, from, own);
    if (to - from < worth_it) {
      from = to;
      continue;
    }
    score_all(tree, job, anew, from, own, left);
    anew = score_like(tree, job, from, to, own, left) ? to : from;
    from = to;
  }
  score_all(tree, job, anew, job.replicates, own, left);
}

QUINDEX_INLINE void run_fast(const fast_program& program, const score_job& given, fast_memory& own,
                             std::vector<std::size_t>& left) {
  const tree_program& tree = program.tree;
  score_job job = given;
  if (job.apart != nullptr) {
    std::fill_n(job.apart, job.replicates, -1.0);
    if (tree.rounding < 0 || !program.constants.empty()) job.apart = nullptr;
  }
  for (const fast_program::constant& fixed : program.constants)
    for (std::size_t r = 0; r < job.replicates; ++r) {
      double* out = job.scores + (fixed.place * job.replicates + r) * tree.units;
      if (fixed.scores.empty())
        std::fill_n(out, tree.units, missing_value);
      else
        std::copy(fixed.scores.begin(), fixed.scores.end(), out);
    }
  if (job.apart == nullptr)
    score_families(tree, job, own, left, end_of_family, score_family);
  else
    score_families(tree, job, own, left, end_of_likes, move_likes);
}

}  // namespace robustness::detail
QUINDEX_END
