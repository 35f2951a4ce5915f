// Every method of every list: fitted and applied to a thousand units, a distribution drawn from a thousand times, a
// factor in a replicate of a table of a thousand units. A method added to a list needs no edit here.
#include "quindex/draw/methods.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "quindex/compute/spec.hpp"
#include "quindex/vary/ready.hpp"

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
  static constexpr std::size_t rows = std::min<std::size_t>(units, 1000);  // donors are compared two by two
  std::vector<double> x = numbers(units);
  std::vector<std::string> groups = std::vector<std::string>(units, "all");
  std::string code = "x";
  std::vector<std::vector<double>> columns = std::vector<std::vector<double>>(5, numbers(rows));
  std::vector<std::string> codes{"a", "b", "c", "d", "e"};
  std::vector<std::string> names;
  imputing() {
    for (std::size_t i = 0; i < rows; ++i) names.push_back("u" + std::to_string(i));
    for (std::size_t j = 0; j < columns.size(); ++j)
      for (std::size_t i = 0; i < rows; ++i) {
        columns[j][i] += static_cast<double>((i * (j + 3)) % 17);
        if (i % 20 == j) columns[j][i] = missing_value;
      }
  }
  template <class M>
  void operator()(const M& m) {
    std::vector<std::vector<double>> filled = columns;
    std::span<const std::string> labels(groups.data(), rows);
    if constexpr (impute::Imputation<M>) {
      benchmark::DoNotOptimize(fill(m.fit(impute::column{x, groups, &code})));
    } else if constexpr (impute::TableImputation<M>) {
      const joint_fill fitted = m.fit(
          impute::indicators{.x = {columns.begin(), columns.end()}, .codes = codes, .units = names, .groups = labels});
      const fillable cells{.x = {filled.begin(), filled.end()}, .codes = codes, .units = names, .groups = labels};
      fitted.visit([&](const auto& f) { f.apply(cells, {}); });
    } else {
      std::vector<double> times(rows);
      for (std::size_t t = 0; t < rows; ++t) times[t] = static_cast<double>(t);
      m.complete({times}, filled[0]);
    }
    benchmark::DoNotOptimize(filled.data());
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
  std::vector<std::string> codes;
  aggregate::alternatives all;
  aggregating() : all{{}, w, std::vector<bool>(children, true), {"a", "b", "c", "d", "e"}, {}, "groups/g"} {
    for (std::size_t i = 0; i < units; ++i) codes.push_back("u" + std::to_string(i));
    for (std::size_t j = 0; j < children; ++j) all.columns.push_back(column_view(z).subspan(j * units, units));
    all.units = codes;
  }
  template <class M>
  void operator()(const M& m) {
    if constexpr (aggregate::TableAggregator<M>) {
      benchmark::DoNotOptimize(m.scores(all));
    } else {
      for (std::size_t i = 0; i < units; ++i)
        benchmark::DoNotOptimize(m.score(column_view(z).subspan(i * children, children), w));
    }
  }
};

struct drawing {
  std::vector<double> u = coordinates(units);
  /// Numbers inside (0, 1).
  static std::vector<double> coordinates(std::size_t n) {
    std::vector<double> out(n);
    for (std::size_t k = 0; k < n; ++k) out[k] = numeric::random_stream(1, "bench.coordinates").uniform(k);
    return out;
  }
  template <class M>
  void operator()(const M& m) {
    double total = 0;
    for (const double one : u) total += m.quantile(one);
    benchmark::DoNotOptimize(total);
  }
};
/// What a factor does in one replicate, before the index is computed; the factor is made ready once.
struct varying {
  static constexpr std::size_t groups = 3, replicates = 64;
  spec recipe{};
  table data{};
  describe::value plain{};
  std::optional<vary::ready> factor{};
  std::vector<double> u{}, weights{};
  vary::alternative drawn{};
  std::uint32_t replicate = 0;
  varying() {
    std::vector<node> tops;
    std::vector<std::string> names, codes;
    for (std::size_t g = 0; g < groups; ++g) {
      std::vector<node> own;
      for (std::size_t j = 0; j < children; ++j) {
        codes.push_back("x" + std::to_string(g) + std::to_string(j));
        own.push_back(indicator(codes.back()));
      }
      tops.push_back(group("g" + std::to_string(g), own));
    }
    for (std::size_t i = 0; i < units; ++i) names.push_back("u" + std::to_string(i));
    recipe.framework = group("index", tops);
    recipe.prepare = {impute::method(impute::stochastic_regression{})};
    recipe.aggregate = aggregate::power_mean{.exponent = 0.5};
    const std::vector<double> x = numbers(units * codes.size());
    const auto rows = static_cast<Eigen::Index>(units), columns = static_cast<Eigen::Index>(codes.size());
    const matrix values = Eigen::Map<const matrix>(x.data(), rows, columns);
    data = table(labels(names), labels(codes), matrix(values), {.standard_errors = matrix(0.1 * values)});
    plain = write_spec(recipe);
  }
  /// A factor with what it cannot do without here, found by the names of its parameters.
  template <class M>
  static M complete(M m) {
    if constexpr (requires { m.address; }) m.address = "aggregate.exponent";
    if constexpr (requires { m.values = std::vector<describe::value>{}; }) m.values = {0.5, 2, 3};
    if constexpr (requires { m.node; }) m.node = "x00";
    if constexpr (requires { m.group; }) m.group = "g0";
    if constexpr (requires {
                    m.codes;
                    m.group;
                  })
      m.codes = {"x00", "x01", "x02", "x03", "x04"};
    if constexpr (requires { m.sets; })
      m.sets = {{{"x00", 1}, {"x01", 2}, {"x02", 1}, {"x03", 1}, {"x04", 1}},
                {{"x00", 5}, {"x01", 0}, {"x02", 1}, {"x03", 1}, {"x04", 1}}};
    return m;
  }
  template <class M>
  void operator()(const M& m) {
    if (!factor) {
      factor.emplace(complete(m), vary::scene{plain, recipe.framework, data, catalogue()}, path("factor"));
      u = drawing::coordinates(replicates * factor->dimension());
      weights.assign(recipe.framework.size(), 1.0);
    }
    const numeric::random_stream stream(1, "bench.factor", ++replicate);
    const std::span<const double> own =
        std::span<const double>(u).subspan(replicate % replicates * factor->dimension(), factor->dimension());
    drawn.clear();
    if (factor->changes()) factor->change(own, stream, drawn);
    std::fill(weights.begin(), weights.end(), 1.0);
    if (factor->reweighs()) factor->reweigh(own, stream, weights);
    benchmark::DoNotOptimize(drawn);
    benchmark::DoNotOptimize(weights.data());
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
  constexpr std::size_t items = std::is_same_v<Work, varying> ? 1 : units;  // replicates, or units
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
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
  add<drawing>("draw", draw::methods{});
  add<varying>("vary", vary::methods{});
  return true;
}();

}  // namespace
