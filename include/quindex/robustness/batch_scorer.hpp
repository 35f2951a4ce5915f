/// Scores of one variant under many sets of weights: the inner loop of every robustness run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "quindex/error.hpp"
#include "quindex/numeric/batch.hpp"
#include "quindex/robustness/fast_scorer.hpp"
#include "quindex/robustness/variant.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// A replicate that cannot be scored.
struct refusal {
  std::size_t replicate = 0;  ///< Its place in the job.
  issue why{};
};

/// Scores the watched nodes of one variant; immutable, shared by threads that bring their own memory.
///
/// The general path scores each group by `quindex::detail::group_inputs`, exactly as `compute` does with the weights
/// given. The fast path takes the jobs that its program can do and gives the same bits.
class batch_scorer {
 public:
  /// Kept between jobs, one per thread.
  struct memory {
    fast_memory fast{};
    numeric::batch_ranker ranker{};
    std::vector<std::size_t> open{};           ///< Replicates whose rough scores do not say their ranks.
    std::vector<double> apart{};               ///< By replicate, see `score_job`.
    std::vector<std::size_t> left{};           ///< Replicates that the fast path leaves to the general one.
    matrix scores{};                           ///< The general path's scores: units × nodes.
    fitted_state state{};                      ///< The general path's state, with the replicate's weights.
    std::shared_ptr<const variant> of{};       ///< The variant of that state.
    std::vector<std::vector<double>> terms{};  ///< By node: what the groups hand on that do (see hands_on).
    std::vector<std::uint8_t> touched{};       ///< By node: whose scores are not the variant's own.
  };

  /// `watched` are nodes of the variant's tree, `framework::none` for one that the variant has not: its scores are
  /// missing. Without `fast` the general path does everything.
  batch_scorer(std::shared_ptr<const variant> of, std::vector<std::size_t> watched, bool fast);

  /// Scores all replicates of a job; those that cannot be scored have missing scores and are added to `refused`.
  void score(const score_job& job, memory& own, std::vector<refusal>& refused) const;
  /// Ranks the units of each replicate by the scores of the only watched node: the stored ranks, row after row. Scores
  /// are scratch; those that cannot be scored are added to `refused` and mean nothing.
  template <numeric::StoredRank Place>
  void rank(const score_job& job, ties rule, bool largest_first, memory& own, std::span<Place> out,
            std::vector<refusal>& refused) const;
  /// Scores all nodes of one replicate by the general path, in `own.scores`; throws what `compute` would throw.
  void score_one(const double* weights, memory& own) const;
  /// The weights a group has in a replicate: the variant's own, or the given ones divided by their sum. Returns whether
  /// they are given. Throws spec_error for weights below 0 or all 0.
  static bool group_weights(const variant& of, std::size_t group, const double* weights, std::vector<double>& out);

  [[nodiscard]] bool is_fast() const { return program_ != nullptr; }
  [[nodiscard]] const variant& of() const { return *of_; }
  [[nodiscard]] const std::vector<std::size_t>& watched() const { return watched_; }

 private:
  void score_generally(const score_job& job, std::size_t replicate, memory& own, std::vector<refusal>& refused) const;

  std::shared_ptr<const variant> of_;
  std::vector<std::size_t> watched_;
  std::shared_ptr<const fast_program> program_;
};

}  // namespace robustness::detail
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/batch_scorer.ipp"
#endif
