/// The fast path of scoring: a tree of means compiled once and run for many sets of weights.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

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
};

/// Memory that a thread keeps between jobs.
struct fast_memory {
  std::vector<double> numbers{};
};

/// What the fast path has prepared for one variant.
struct fast_program;

/// Prepares the fast path; null for a variant it does not take.
[[nodiscard]] std::shared_ptr<const fast_program> compile_fast(const variant& of,
                                                               const std::vector<std::size_t>& watched);
/// Scores a job with the bits of the general path. Replicates it cannot answer for (weights that are refused, scores
/// that are not finite, a domain that is left) are added to `left`, for the general path to do or to refuse.
void run_fast(const fast_program& program, const score_job& job, fast_memory& own, std::vector<std::size_t>& left);

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/fast_scorer.ipp"
#endif
