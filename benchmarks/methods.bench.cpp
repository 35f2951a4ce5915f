// Every method of every list: fitted and applied to a thousand units. A method added to a list needs no edit here.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <string>
#include <vector>

#include "quindex/compute/spec.hpp"

namespace {

using namespace quindex;

constexpr std::size_t units = 1000;
constexpr std::size_t children = 5;

/// Positive numbers with a long upper tail, the same in every run (Park and Miller's generator).
std::vector<double> numbers(std::size_t n) {
  std::vector<double> out(n);
  std::int64_t state = 20221;
  for (double& x : out) {
    state = state * 16807 % 2147483647;
    x = 1.0 / (1e-3 + static_cast<double>(state) / 2147483647.0);
  }
  return out;
}

/// An indicator with everything that a method may ask for.
node about() { return indicator("x", {.target = 500.0, .goalposts = {{0.5, 1100.0}}}); }

struct normalising {
  std::vector<double> x = numbers(units), out = x;
  node indicator = about();
  template <class M>
  void operator()(const M& m) {
    scale{.map = any_map(m.fit(normalise::column{.x = x, .about = &indicator}))}.apply(x, out);
    benchmark::DoNotOptimize(out.data());
  }
};
struct treating {
  std::vector<double> x = numbers(units), out = x;
  std::string code = "x";
  template <class M>
  void operator()(const M& m) {
    scale{.map = any_map(m.fit(treat::column{x, &code}))}.apply(x, out);
    benchmark::DoNotOptimize(out.data());
  }
};
struct imputing {
  std::vector<double> x = numbers(units);
  std::vector<std::string> groups = std::vector<std::string>(units, "all");
  std::string code = "x";
  template <class M>
  void operator()(const M& m) {
    benchmark::DoNotOptimize(fill(m.fit(impute::column{x, groups, &code})));
  }
};
struct weighing {
  std::vector<double> x = several();
  weigh::group group{"g", {"a", "b", "c", "d", "e"}, std::vector<double>(children, 1.0), columns()};
  /// Children that share a part, each with one of its own.
  static std::vector<double> several() {
    std::vector<double> out = numbers(units * children);
    const std::vector<double> common = numbers(units * children + 17);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = 1 + 1 / out[i] + 1 / common[17 + i % units];
    return out;
  }
  [[nodiscard]] std::vector<column_view> columns() const {
    std::vector<column_view> out;
    for (std::size_t j = 0; j < children; ++j) out.push_back(column_view(x).subspan(j * units, units));
    return out;
  }
  template <class M>
  void operator()(const M& m) {
    benchmark::DoNotOptimize(m.fit(group));
  }
};
struct aggregating {
  std::vector<double> z = numbers(units * children);
  std::vector<double> w = std::vector<double>(children, 1.0 / children);
  template <class M>
  void operator()(const M& m) {
    for (std::size_t i = 0; i < units; ++i)
      benchmark::DoNotOptimize(m.score(column_view(z).subspan(i * children, children), w));
  }
};

/// Runs one method with its defaults; one that needs more than defaults says what.
template <class M, class Work>
void run(benchmark::State& state) {
  Work work;
  try {
    for (auto _ : state) work(M{});
  } catch (const error& e) {
    state.SkipWithError(e.what());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(units));
}

template <class Work, class... M>
void add(const std::string& family, method_list<M...> /*unused*/) {
  const std::string size = "/n=" + std::to_string(units);
  (benchmark::RegisterBenchmark((family + "/" + std::string(M::info.name) + size).c_str(), &run<M, Work>), ...);
}

const bool registered = [] {
  add<treating>("treat", treat::methods{});
  add<imputing>("impute", impute::methods{});
  add<normalising>("normalise", normalise::methods{});
  add<weighing>("weigh", weigh::methods{});
  add<aggregating>("aggregate", aggregate::methods{});
  return true;
}();

}  // namespace
