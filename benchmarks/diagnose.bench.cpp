/// What diagnoses take: correlations alone and with probabilities and intervals, clusters, importance.
#include <benchmark/benchmark.h>
#include <string>
#include <vector>

#include "quindex/diagnose/clusters.hpp"
#include "quindex/diagnose/correlations.hpp"
#include "quindex/diagnose/importance.hpp"
#include "quindex/numeric/random.hpp"

namespace {

using quindex::matrix;
namespace diagnose = quindex::diagnose;
namespace numeric = quindex::numeric;

quindex::table sample(Eigen::Index n, Eigen::Index m, double missing) {
  const numeric::random_stream values(1, "bench.values"), gaps(1, "bench.gaps");
  matrix x(n, m);
  std::vector<std::string> units, columns;
  for (Eigen::Index i = 0; i < n; ++i) units.push_back(std::to_string(i));
  for (Eigen::Index j = 0; j < m; ++j) {
    columns.push_back(std::to_string(j));
    for (Eigen::Index i = 0; i < n; ++i) {
      const auto at = static_cast<std::uint64_t>(j * n + i);
      x(i, j) = gaps.uniform(at) < missing ? quindex::missing_value : values.normal(at);
    }
  }
  return {quindex::labels(units), quindex::labels(columns), std::move(x)};
}

template <class Work>
void measure(const std::string& name, Eigen::Index n, Eigen::Index m, double missing, Work work) {
  const std::string full = "diagnose/" + name + "/" + std::to_string(n) + "x" + std::to_string(m);
  benchmark::RegisterBenchmark(full.c_str(), [=](benchmark::State& state) {
    const quindex::table data = sample(n, m, missing);
    for (auto _ : state) benchmark::DoNotOptimize(work(data));
  })->Unit(benchmark::kMicrosecond);
}

bool add_all() {
  struct size {
    Eigen::Index n, m;
  };
  for (const auto& [n, m] : {size{51, 49}, size{1000, 100}, size{100000, 100}})
    for (const double missing : {0.0, 0.05}) {
      const std::string gaps = missing > 0 ? "_pairwise" : "_complete";
      measure("pearson" + gaps, n, m, missing, [](const auto& t) { return numeric::pearson(matrix(t.values())); });
      measure("pearson_with_p" + gaps, n, m, missing, [](const auto& t) { return diagnose::correlations(t).p; });
    }
  measure("kendall", 1000, 20, 0, [](const auto& t) { return numeric::kendall(matrix(t.values())); });
  measure("kendall_with_p", 1000, 20, 0,
          [](const auto& t) { return diagnose::correlations(t, {.kind = diagnose::correlation::kendall}).p; });
  for (const Eigen::Index n : {1000, 100000}) {
    measure("cluster_column", n, 1, 0, [](const auto& t) { return diagnose::cluster_column(t.column(0), 5).within; });
    measure("correlation_ratio", n, 2, 0,
            [](const auto& t) { return diagnose::correlation_ratio(t.column(0), t.column(1)); });
  }
  measure("ward", 1000, 20, 0, [](const auto& t) { return diagnose::cluster_hierarchy(t).joinings.size(); });
  return true;
}

const bool is_registered = add_all();

}  // namespace
