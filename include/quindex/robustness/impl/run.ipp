/// Bodies of robustness/run.hpp.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>

#include "quindex/numeric/digest.hpp"
#include "quindex/robustness/counting.hpp"
#include "quindex/robustness/engine.hpp"
#include "quindex/robustness/impl/points.ipp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/stopping.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// Fingerprint of a spec and a table: of all that scores depend on.
QUINDEX_INLINE std::string fingerprint(const describe::value& recipe, const table& data) {
  numeric::digest d;
  d.add(describe::json_text(recipe)).add(digest_of(data));
  for (const std::string& group : data.groups()) d.add(group).add(std::string_view("\0", 1));
  d.add(column_view(data.sizes()));
  const matrix& errors = data.standard_errors();
  d.add(column_view(errors.data(), static_cast<std::size_t>(errors.size())));
  return d.hex();
}

/// How many replicates the next round takes.
class tempo {
 public:
  tempo(const run_options& how, const plan& of, std::size_t threads) : given_(how.batch) {
    const std::size_t each = of.watched.size() * of.data.units().size() * 12 + of.dimension() * 8 +
                             (of.what.central_weights ? of.tree().size() * 8 : 0) + 256;
    constexpr std::size_t cache = std::size_t{1} << 22U, memory = std::size_t{32} << 20U, enough = 256;
    const std::size_t fitting =
        std::max(cache * threads, std::min(memory, enough * each)) / each;  // the caches, if they do
    most_ = std::max(fitting, threads);
    // The first round: a replicate that is computed anew takes some 80 ns a cell, one that differs in weights 1 ns.
    const std::size_t cells = std::max<std::size_t>(of.data.units().size() * of.data.indicators().size(), 1);
    next_ = of.changes ? std::clamp<std::size_t>(250'000 / cells, 1, 16) * threads
                       : std::clamp<std::size_t>(20'000'000 / cells, 1, 512);
  }
  [[nodiscard]] std::size_t next() const { return given_ != 0 ? given_ : std::min(next_, most_); }
  /// The last round took so many seconds.
  void took(double seconds, std::size_t replicates) {
    constexpr double wanted = 0.05, steepest = 8;
    const double factor = std::clamp(wanted / std::max(seconds, 1e-6), 1 / steepest, steepest);
    next_ = std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(replicates) * factor));
  }

 private:
  std::size_t given_, most_ = 1, next_ = 1;
};

QUINDEX_INLINE void check_range(const run_options& how, const design& d) {
  const bool is_default = how.last == run_options{}.last;
  if (!is_default && how.last > d.draws)
    throw spec_error({"run_options.last", "there is no replicate " + std::to_string(how.last - 1),
                      "the design has replicates 0 to " + std::to_string(d.draws - 1)});
  const std::size_t last = std::min(how.last, d.draws);
  if (how.first >= last)
    throw spec_error({"run_options.first",
                      "replicates " + std::to_string(how.first) + " to " + std::to_string(last) + " are none",
                      "the design has replicates 0 to " + std::to_string(d.draws - 1)});
}

/// Throws numeric_error when too many of the replicates fail: `of` is how many there are or will be.
QUINDEX_INLINE void check_share(const std::vector<failure>& failures, std::size_t of, double most) {
  const auto failed = static_cast<double>(failures.size());
  if (failed <= most * static_cast<double>(of)) return;
  throw numeric_error({"robustness",
                       std::to_string(failures.size()) + " of " + std::to_string(of) +
                           " replicates have failed, more than a share of " + number_text(most) +
                           "; the first is replicate " + std::to_string(failures.front().replicate) + ": " +
                           failures.front().message,
                       "narrow what varies, or raise largest_failure_share"});
}

QUINDEX_INLINE outcomes::parts nothing_yet(const evaluator& engine) {
  const plan& of = engine.of();
  outcomes::parts out;
  out.design = of.what;
  out.of = fingerprint(of.written, of.data);
  out.units = of.data.units();
  out.nodes = of.tree().codes();
  out.rule = of.recipe.ties;
  out.rank_decimals = of.recipe.rank_decimals;
  return out;
}

/// Adds the failures of a round that begins with replicate `first`.
QUINDEX_INLINE void keep_failures(const evaluation& round, const plan& of, std::size_t first, outcomes::parts& out) {
  for (const failed_source& one : round.failures) {
    const std::size_t number = first + one.place;
    describe::value failed;
    if (out.failures.size() < most_failed_specs) failed = written_spec(of, source{number, {}, nullptr});
    out.failures.push_back({number, one.why.text(), std::move(failed)});
  }
}

}  // namespace detail

QUINDEX_INLINE outcomes run(const spec& recipe, const table& data, const design& d, const run_options& how) {
  using clock = std::chrono::steady_clock;
  detail::stop_watch watch(how.is_stopped);
  const numeric::executor stoppable = watch.over(how.executor);
  detail::evaluator_options options{stoppable, how.fast};
  options.within = watch.over({});
  detail::evaluator engine(recipe, data, d, options);
  detail::check_range(how, d);
  const std::size_t last = std::min(how.last, d.draws);
  outcomes::parts out = detail::nothing_yet(engine);
  detail::counter counts(out, engine, how.executor);
  detail::evaluation round;
  round.with_scores = d.scores;
  round.with_ranks = true;
  round.with_weights = d.central_weights;
  detail::tempo pace(how, engine.of(), std::max<std::size_t>(how.executor.thread_count(), 1));
  std::size_t at = how.first;
  bool is_stopped = false;
  watch.start();
  while (at < last && !is_stopped) {
    const auto start = clock::now();
    const std::size_t count = std::min(pace.next(), last - at);
    try {
      engine.evaluate_rows(at, count, round);
      counts.count(round, stoppable);
    } catch (const detail::stopped&) {
      break;
    }
    detail::keep_failures(round, engine.of(), at, out);
    detail::check_share(out.failures, last - how.first, d.largest_failure_share);
    at += count;
    pace.took(std::chrono::duration<double>(clock::now() - start).count(), count);
    is_stopped = how.on_progress && !how.on_progress({at - how.first, last - how.first});
  }
  counts.finish();
  if (at > how.first) out.done = {{how.first, at}};
  return outcomes(std::move(out));
}

}  // namespace robustness
QUINDEX_END
