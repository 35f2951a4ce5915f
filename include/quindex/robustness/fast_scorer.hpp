/// The fast path of scoring: a tree of means compiled once and run for many sets of weights.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "quindex/robustness/tree_program.hpp"
#include "quindex/robustness/variant.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Replicates that differ in weights only.
///
/// Weights are relative, 0 or more. A group whose children all have the variant's own weights (`variant::weights`, the
/// same bits) uses them as they are; any other group's are divided by their sum, exactly as
/// `quindex::detail::normalised_weights` does: as `compute` would if they were given in the spec.
struct score_job {
  std::size_t replicates = 0;
  const double* weights =
      nullptr;               ///< Replicates × nodes of the variant's tree, row by row; that of node 0 is not read.
  double* scores = nullptr;  ///< To be written: watched nodes × replicates × units, units next to each other.
  /// By replicate, to be written: how far apart its scores are if they are in order for certain, because they are
  /// rough; below 0 where they are the scores. Null: rough scores will not do.
  double* apart = nullptr;
};

/// Memory that a thread keeps between jobs.
struct fast_memory {
  line_numbers tiles{};                       ///< Weights as shares, replicates side by side.
  line_numbers wholes{};                      ///< Their sums by group.
  std::vector<kernel::tile_state> states{};   ///< By tile.
  line_numbers panel{};                       ///< The leaves of some units.
  line_numbers base{};                        ///< Groups × stride: what each group gives its parent, in one replicate.
  line_numbers changed{};                     ///< The same for a replicate that differs from it in a few groups.
  std::vector<std::size_t> others{};          ///< Replicate after replicate: the nodes with another weight.
  std::vector<std::size_t> first_other{};     ///< By replicate: where its own begin; one more.
  std::vector<double> sums{};                 ///< By group: of its weights.
  std::vector<double> held{};                 ///< By group: what it holds of the whole.
  std::vector<double> gains{}, moves{};       ///< By group: how much this sum gains, and how much changes.
  std::vector<std::size_t> touched{};         ///< The groups in which something changes.
  std::vector<const double*> columns{};       ///< Of the children of one group.
  std::vector<double> weights{};              ///< Theirs.
  std::vector<std::uint8_t> is_changed{};     ///< By group, for one replicate after another: in which ones.
  std::vector<kernel::tree_children> some{};  ///< The groups that some replicates of a tile differ in.
};

/// What the fast path has prepared for one variant.
struct fast_program;

/// Prepares the fast path; null for a variant it does not take: see `compile_tree`.
[[nodiscard]] std::shared_ptr<const fast_program> compile_fast(const variant& of,
                                                               const std::vector<std::size_t>& watched);
/// Scores a job with the bits of the general path. Replicates it cannot answer for (weights that are refused) are added
/// to `left`, for the general path to do or to refuse.
///
/// A replicate that follows one with the same weights in most groups, as in a design that changes one factor at a time,
/// costs no more than the groups that differ and those above them: keep such replicates together, the common one first.
void run_fast(const fast_program& program, const score_job& job, fast_memory& own, std::vector<std::size_t>& left);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/fast_scorer.ipp"
#endif
