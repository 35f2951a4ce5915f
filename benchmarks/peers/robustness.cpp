// Monte Carlo runs and designs that change one weight at a time behind a C interface, for robustness.py.
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../monte_carlo.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/robustness/rank_shifts.hpp"

namespace {

namespace detail = quindex::robustness::detail;
namespace numeric = quindex::numeric;

struct experiment {
  quindex::table data;
  bench::alternatives of;
  bench::monte_carlo run;
  experiment(quindex::table units, std::size_t m) : data(std::move(units)), of(data, bench::three_levels(m)), run(of) {}
};

experiment& of(void* handle) { return *static_cast<experiment*>(handle); }

}  // namespace

extern "C" {

/// Thousand millions a second: fused and separate operations, bytes copied in the second cache and in memory.
void machine(double* out) {
  out[0] = bench::fused_rate();
  out[1] = bench::separate_rate();
  out[2] = bench::copy_rate(1 << 20);
  out[3] = bench::copy_rate(1 << 28);
}

/// An experiment on n units by m positive indicators, column after column.
void* experiment_new(const double* x, std::size_t n, std::size_t m) {
  std::vector<std::string> units, columns;
  for (std::size_t i = 0; i < n; ++i) units.push_back("u" + std::to_string(i));
  for (std::size_t j = 0; j < m; ++j) columns.push_back("i" + std::to_string(j));
  const quindex::matrix values =
      Eigen::Map<const quindex::matrix>(x, static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(m));
  return new experiment({quindex::labels(units), quindex::labels(columns), values}, m);
}
void experiment_delete(void* handle) { delete static_cast<experiment*>(handle); }
std::size_t experiment_nodes(void* handle) { return of(handle).of.tree.size(); }

/// Uniform numbers of replicates: nodes + 2 of each.
void experiment_points(void* handle, std::size_t first, std::size_t count, double* out) {
  of(handle).run.points(first, count, out);
}
/// Normalised scores of the indicators in one of the three normalisations: n × m, column after column.
void experiment_scores(void* handle, std::size_t normalisation, double* out) {
  const experiment& e = of(handle);
  const detail::variant& v = *e.of.variants[2 * normalisation];
  for (const std::size_t leaf : e.of.tree.indicators()) {
    const quindex::column_view scores = quindex::column_of(v.scores, static_cast<Eigen::Index>(leaf));
    out = std::copy(scores.begin(), scores.end(), out);
  }
}
/// By node: its parent, or the number of nodes for the index.
void experiment_parents(void* handle, std::size_t* out) {
  const quindex::framework& tree = of(handle).of.tree;
  for (std::size_t i = 0; i < tree.size(); ++i) out[i] = i == 0 ? tree.size() : tree.at(i).parent;
}

/// Runs replicates; `seconds` gets the thread CPU time of numbers, weights, product, rank and count.
void experiment_run(void* handle, std::size_t first, std::size_t count, double* seconds) {
  bench::phases spent;
  of(handle).run.run(first, count, spent);
  const double each[] = {spent.numbers, spent.weights, spent.product, spent.rank, spent.count};
  std::copy(std::begin(each), std::end(each), seconds);
}
/// Runs replicates in two threads; returns the CPU time of the one that took longer.
double experiment_run_in_two(void* handle, std::size_t first, std::size_t count) {
  const experiment& e = of(handle);
  bench::monte_carlo parts[] = {bench::monte_carlo(e.of), bench::monte_carlo(e.of)};
  bench::phases warm, spent[2];
  for (bench::monte_carlo& part : parts) part.run(0, 64, warm);
  const auto work = [&](std::size_t t) { parts[t].run(first + t * (count / 2), count / 2, spent[t]); };
  std::thread other(work, 1);
  work(0);
  other.join();
  return std::max(spent[0].all(), spent[1].all());
}
void experiment_counts(void* handle, std::uint32_t* out) {
  const std::vector<std::uint32_t>& counts = of(handle).run.counts;
  std::copy(counts.begin(), counts.end(), out);
}

/// For each of `rows` pairs of points a and b, both rows × indicators: the mean rank shift at a, with each weight in
/// turn taken from b, and at b: rows × (indicators + 2) numbers in the order a, ab_1, …, b. `seconds` gets the thread
/// CPU time of scoring, and of ranking and comparing.
void experiment_one_at_a_time(void* handle, std::size_t rows, const double* a, const double* b, double* out,
                              double* seconds) {
  const experiment& e = of(handle);
  const std::vector<std::size_t>& leaves = e.of.tree.indicators();
  const detail::fast_program& program = *e.of.programs[0];
  const std::size_t n = e.of.units, m = leaves.size(), nodes = e.of.weights.size(), size = m + 2;
  std::vector<double> weights(size * nodes);
  std::vector<std::uint16_t> ranks(size * n), nominal(n);
  bench::ranked_scores ranked;
  ranked.score(program, n, 1, e.of.weights.data());
  ranked.rank(program, n, nodes, e.of.weights.data(), nominal);
  const auto draw = [&](const double* u, double* row) {
    std::copy(e.of.weights.begin(), e.of.weights.end(), row);
    for (std::size_t j = 0; j < m; ++j) row[leaves[j]] *= 1 + 0.25 * (2 * u[j] - 1);
  };
  seconds[0] = seconds[1] = 0;
  for (std::size_t k = 0; k < rows; ++k) {
    const double start = bench::thread_seconds();
    double *const first = weights.data(), *const last = first + (m + 1) * nodes;
    draw(a + k * m, first);
    draw(b + k * m, last);
    for (std::size_t j = 0; j < m; ++j) {
      double* const row = first + (j + 1) * nodes;
      std::copy(first, first + nodes, row);
      row[leaves[j]] = last[leaves[j]];
    }
    ranked.score(program, n, size, first);
    const double scored = bench::thread_seconds();
    ranked.rank(program, n, nodes, first, ranks);
    for (std::size_t r = 0; r < size; ++r)
      out[k * size + r] = detail::mean_shift(ranks.data() + r * n, nominal.data(), n, quindex::ties::best);
    seconds[0] += scored - start;
    seconds[1] += bench::thread_seconds() - scored;
  }
}

/// `robustness::run` on replicates of the same kind, from the spec and the table to all that it counts.
void experiment_whole_run(void* handle, std::size_t draws, std::size_t threads, bool with_scores) {
  const experiment& e = of(handle);
  quindex::robustness::run_options how;
  if (threads > 1) how.executor = numeric::executor::threads(threads);
  (void)quindex::robustness::run(bench::three_level_index(e.of.tree), e.data, bench::whole_design(draws, with_scores),
                                 how);
}
/// `robustness::sensitivity` to every indicator's weight, with 100 resamples; returns how often the index was computed.
std::size_t experiment_whole_sensitivity(void* handle, std::size_t base_rows) {
  const experiment& e = of(handle);
  quindex::robustness::sensitivity_options how;
  how.base_rows = base_rows;
  how.sobol.intervals.resamples = 100;
  return quindex::robustness::sensitivity(bench::three_level_index(e.of.tree), e.data,
                                          bench::weight_by_weight(e.of.tree), how)
      .runs;
}

}  // extern "C"
