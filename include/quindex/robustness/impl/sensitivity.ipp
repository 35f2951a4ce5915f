/// Bodies of robustness/sensitivity.hpp: Sobol' indices of an index.
#pragma once

#include <string>
#include <utility>

#include "quindex/robustness/impl/sensitivity_runs.ipp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

/// The indices of all units as matrices; those of units after the caller no longer `goes_on` are missing.
template <class GoesOn>
all_unit_indices indices_of_all(const labels& factors, const std::vector<sobol_runs>& runs, std::size_t first,
                                const sobol_options& how, const GoesOn& goes_on) {
  const std::size_t n = runs.size() - first;
  all_unit_indices out;
  out.first = matrix::Constant(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(factors.size()), missing_value);
  out.first_low = out.first_high = out.total = out.total_low = out.total_high = out.first;
  out.mean.assign(n, missing_value);
  out.variance = out.mean;
  out.base_rows.assign(n, 0);
  sobol_options alone = how;
  alone.intervals.executor = numeric::executor::serial();
  const auto one_unit = [&](std::size_t i) {
    const sobol_indices found = sobol_from_runs(factors, runs[first + i], alone);
    out.mean[i] = found.mean;
    out.variance[i] = found.variance;
    out.base_rows[i] = found.base_rows;
    const auto row = static_cast<Eigen::Index>(i);
    for (std::size_t f = 0; f < factors.size(); ++f) {
      const auto column = static_cast<Eigen::Index>(f);
      out.first(row, column) = found.first.value[f];
      out.first_low(row, column) = found.first.low[f];
      out.first_high(row, column) = found.first.high[f];
      out.total(row, column) = found.total.value[f];
      out.total_low(row, column) = found.total.low[f];
      out.total_high(row, column) = found.total.high[f];
    }
  };
  const std::size_t at_once = 8 * std::max<std::size_t>(how.intervals.executor.thread_count(), 1);
  for (std::size_t from = 0; from < n && goes_on(); from += at_once)
    numeric::parallel_for(how.intervals.executor, std::min(at_once, n - from),
                          [&](std::size_t i) { one_unit(from + i); });
  return out;
}

QUINDEX_INLINE void check_sensitivity(const sensitivity_options& how) {
  if (how.base_rows < 2)
    throw spec_error(
        {"sensitivity.base_rows", "found " + std::to_string(how.base_rows), "give 2 or more, such as 1024"});
  if (!(how.largest_failure_share >= 0 && how.largest_failure_share <= 1))
    throw spec_error({"sensitivity.largest_failure_share", "found " + number_text(how.largest_failure_share),
                      "give a number from 0 to 1"});
}

QUINDEX_INLINE void check_failures(const index_runs& runs, const sensitivity_options& how) {
  const double share = runs.done() == 0 ? 0 : static_cast<double>(runs.dropped()) / static_cast<double>(runs.done());
  if (share <= how.largest_failure_share) return;
  const failed_run& one = runs.failures.front();
  throw numeric_error({"sensitivity",
                       std::to_string(runs.dropped()) + " of " + std::to_string(runs.done()) +
                           " base rows have a run that failed, the first one in run " + one.run + " of base row " +
                           std::to_string(one.base_row) + ": " + one.why.text(),
                       "vary what can be computed, or allow a larger share of failures than " +
                           number_text(how.largest_failure_share)});
}

}  // namespace detail

QUINDEX_INLINE sensitivity_result sensitivity(const spec& recipe, const table& data, const design& d,
                                              const sensitivity_options& how) {
  detail::check_sensitivity(how);
  detail::check_level(how.sobol.intervals);
  detail::index_runs runs(recipe, data, d, how);
  runs.run();
  detail::check_failures(runs, how);
  sensitivity_result out;
  out.node = runs.engine().nominal().nodes()[runs.engine().watched().front()];
  out.units = runs.units();
  out.factors = runs.factors();
  out.base_rows = runs.done();
  out.dropped = runs.dropped();
  out.runs = runs.done() * runs.per_row();
  out.nominal_ranks = runs.nominal();
  out.nominal_scores = runs.engine().nominal_scores(0);
  out.failures = runs.failures;
  out.shift = sobol_from_runs(out.factors, runs.shift, how.sobol);
  if (how.sobol.intervals.resamples >= fewest_resamples && out.shift.base_rows >= 16)
    out.convergence = detail::convergence_of(out.factors, runs.shift, how.sobol, how.convergence_limit, {}, &out.shift);
  const std::size_t chosen = runs.chosen().size();
  for (std::size_t c = 0; c < chosen; ++c) {
    const std::string& unit = out.units[runs.chosen()[c]];
    out.of_units.push_back({unit, unit_output::rank, sobol_from_runs(out.factors, runs.unit_ranks[c], how.sobol)});
    out.of_units.push_back({unit, unit_output::score, sobol_from_runs(out.factors, runs.unit_scores[c], how.sobol)});
  }
  if (how.all_units) {
    bool goes_on = true;
    const progress all_run{out.runs, how.base_rows * runs.per_row()};
    const auto asked = [&] { return goes_on = goes_on && !(how.on_progress && !how.on_progress(all_run)); };
    out.ranks = detail::indices_of_all(out.factors, runs.unit_ranks, chosen, how.sobol, asked);
    out.scores = detail::indices_of_all(out.factors, runs.unit_scores, chosen, how.sobol, asked);
    if (!goes_on) out.notes.push_back({"sensitivity", "stopped: some units have no indices of their own", 0});
  }
  if (runs.done() < how.base_rows)
    out.notes.push_back({"sensitivity", "stopped: base rows that were not run", how.base_rows - runs.done()});
  if (out.dropped > 0)
    out.notes.push_back({"sensitivity", "base rows left out because a run of theirs failed", out.dropped});
  return out;
}

}  // namespace robustness
QUINDEX_END
