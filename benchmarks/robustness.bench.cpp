/// Monte Carlo replicates of an index, phase by phase, and designs that change one weight at a time.
#include <benchmark/benchmark.h>
#include <cmath>
#include <string>
#include <vector>

#include "monte_carlo.hpp"
#include "quindex/numeric/kernels.hpp"

namespace {

namespace numeric = quindex::numeric;

quindex::table sample(std::size_t n, std::size_t m) {
  const numeric::random_stream values(1, "bench.values");
  quindex::matrix x(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(m));
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = std::exp(values.normal(static_cast<std::uint64_t>(k)));
  std::vector<std::string> units, columns;
  for (std::size_t i = 0; i < n; ++i) units.push_back("u" + std::to_string(i));
  for (std::size_t j = 0; j < m; ++j) columns.push_back("i" + std::to_string(j));
  return {quindex::labels(units), quindex::labels(columns), std::move(x)};
}

/// Microseconds a replicate, by phase; the floors beside them.
void monte_carlo(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0)), m = static_cast<std::size_t>(state.range(1));
  const bench::alternatives of(sample(n, m), bench::three_levels(m));
  bench::monte_carlo run(of);
  const std::size_t replicates = std::max<std::size_t>(512, 2'000'000 / n);
  bench::phases least;
  double total = 1e99;
  std::size_t first = 0;
  for (auto _ : state) {
    bench::phases spent;
    run.run(first, replicates, spent);
    first += replicates;
    if (spent.all() < total) total = spent.all(), least = spent;
  }
  const double each = 1e6 / static_cast<double>(replicates);
  state.counters["us"] = each * total;
  state.counters["us_numbers"] = each * least.numbers;
  state.counters["us_weights"] = each * least.weights;
  state.counters["us_product"] = each * least.product;
  state.counters["us_rank"] = each * least.rank;
  state.counters["us_count"] = each * least.count;
  state.counters["us_product_fused_floor"] = 2e-3 * static_cast<double>(n * m) / bench::fused_rate();
  state.counters["us_product_floor"] = 2e-3 * static_cast<double>(n * of.weights.size()) / bench::separate_rate();
}
BENCHMARK(monte_carlo)->Args({51, 49})->Args({1000, 100})->Args({10000, 100})->Unit(benchmark::kMillisecond);

/// Microseconds a replicate of a whole run, from the spec and the table to all that is counted; the last argument says
/// whether scores are.
void whole_run(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0)), m = static_cast<std::size_t>(state.range(1));
  const quindex::table data = sample(n, m);
  const quindex::spec recipe = bench::three_level_index(bench::three_levels(m));
  const quindex::robustness::design d =
      bench::whole_design(std::max<std::size_t>(4096, 50'000'000 / (n * m)), state.range(2) != 0);
  for (auto _ : state) benchmark::DoNotOptimize(quindex::robustness::run(recipe, data, d));
  state.counters["us"] = benchmark::Counter(
      static_cast<double>(d.draws) * 1e-6, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(whole_run)
    ->ArgsProduct({{51}, {49}, {0, 1}})
    ->ArgsProduct({{1000, 10000}, {100}, {0, 1}})
    ->Unit(benchmark::kMillisecond);

/// The same for a sensitivity analysis with every weight as a factor.
void whole_sensitivity(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0)), m = static_cast<std::size_t>(state.range(1));
  const quindex::table data = sample(n, m);
  const quindex::spec recipe = bench::three_level_index(bench::three_levels(m));
  const quindex::robustness::design d = bench::weight_by_weight(recipe.framework);
  std::size_t runs = 0;
  for (auto _ : state) runs = quindex::robustness::sensitivity(recipe, data, d, {.base_rows = 128}).runs;
  state.counters["us"] = benchmark::Counter(
      static_cast<double>(runs) * 1e-6, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(whole_sensitivity)->Args({51, 49})->Args({1000, 100})->Unit(benchmark::kMillisecond);

/// The bare machine, in thousand millions a second.
void machine(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(bench::separate_rate());
  state.counters["fused_gflops"] = bench::fused_rate();
  state.counters["separate_gflops"] = bench::separate_rate();
  state.counters["copy_l2_gbytes"] = bench::copy_rate(1 << 20);
  state.counters["copy_memory_gbytes"] = bench::copy_rate(1 << 28);
}
BENCHMARK(machine)->Iterations(1);

void uniform_numbers(benchmark::State& state) {
  std::vector<double> u(62 * 256);
  const numeric::random_stream stream(1, "bench");
  for (auto _ : state) {
    numeric::uniform_pairs(stream, 0, 62, u);
    benchmark::DoNotOptimize(u.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(u.size()));
}
BENCHMARK(uniform_numbers);

/// A family of replicates that differ from the first in one weight each: as many as there are indicators.
void one_weight_at_a_time(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0)), m = static_cast<std::size_t>(state.range(1));
  const bench::alternatives of(sample(n, m), bench::three_levels(m));
  const std::size_t nodes = of.weights.size();
  std::vector<double> weights, scores((m + 1) * n);
  for (std::size_t r = 0; r <= m; ++r) {
    weights.insert(weights.end(), of.weights.begin(), of.weights.end());
    if (r > 0) weights[r * nodes + of.tree.indicators()[r - 1]] *= 1.2;
  }
  std::vector<std::uint16_t> ranks(scores.size());
  numeric::batch_ranker ranker;
  bench::detail::fast_memory memory;
  std::vector<std::size_t> left;
  double score = 1e99, rank = 1e99;
  for (auto _ : state) {
    const double start = bench::thread_seconds();
    bench::detail::run_fast(*of.programs[0], {m + 1, weights.data(), scores.data()}, memory, left);
    const double scored = bench::thread_seconds();
    ranker.ranks<std::uint16_t>({scores.data(), m + 1, n, n}, quindex::ties::best, true, ranks);
    score = std::min(score, scored - start);
    rank = std::min(rank, bench::thread_seconds() - scored);
  }
  state.counters["us_score"] = 1e6 * score / static_cast<double>(m + 1);
  state.counters["us_rank"] = 1e6 * rank / static_cast<double>(m + 1);
}
BENCHMARK(one_weight_at_a_time)->Args({51, 49})->Args({1000, 100})->Unit(benchmark::kMillisecond);

}  // namespace
