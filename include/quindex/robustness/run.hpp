/// Running a design: replicates in rounds, evaluated and counted in parallel, with progress and a way to stop.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>

#include "quindex/numeric/parallel.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {

/// How far a run is.
struct progress {
  std::size_t done = 0;  ///< Replicates counted in this run.
  std::size_t of = 0;    ///< Replicates this run has to count.
};

/// How to run; never changes what a replicate gives.
struct run_options {
  numeric::executor executor{};  ///< Serial, `executor::threads(n)`, or a host's own pool.
  std::size_t batch = 0;         ///< Replicates in a round; 0 lets the run choose by time and memory.
  std::size_t first = 0;         ///< The first replicate: for farming out a part of the design.
  std::size_t last = std::numeric_limits<std::size_t>::max();  ///< One past the last; all unless given.
  /// Asked after every round, by the calling thread; false stops the run. Unless `batch` is given rounds are made to
  /// take some 50 ms, but never less than one replicate per thread.
  std::function<bool(progress)> on_progress{};
  /// Asked within rounds, too, every few milliseconds and by the calling thread; true stops the run without the round
  /// at hand, which may have taken long: a replicate of a large table with its own data takes a tenth of a second.
  std::function<bool()> is_stopped{};
  bool fast = true;  ///< Use the fast path where it gives the same bits; false is for checking that it does.
};

/// Runs a design, or a part of it. Throws the first of `validate`'s problems, spec_error for replicates that
/// the design does not have, and numeric_error when more than
/// `largest_failure_share` of the replicates counted fail. A run that was stopped returns what is done.
[[nodiscard]] outcomes run(const spec& recipe, const table& data, const design& d, const run_options& how = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/run.ipp"
#endif
