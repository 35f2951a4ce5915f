// The arithmetic against what this machine can do at best: bandwidth and multiply-add rate are measured in the same
// process, before and after, because neighbours on the machine change them by a factor of two.
#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "quindex/numeric/association.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/exact_sum.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/winsorise.hpp"

namespace {

using namespace quindex;

// xorshift64, so that every run sees the same numbers.
class numbers {
 public:
  explicit numbers(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  double share() {
    state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
    return (static_cast<double>(state_ >> 11) + 0.5) * 0x1p-53;
  }

 private:
  std::uint64_t state_;
};

matrix sample(Eigen::Index rows, Eigen::Index columns, double missing) {
  numbers draw(static_cast<std::uint64_t>(rows + columns));
  matrix out(rows, columns);
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i < rows; ++i) {
      const double u = draw.share(), v = draw.share();
      out(i, j) = draw.share() < missing ? missing_value : std::sqrt(-2 * std::log(u)) * std::cos(6.283185307 * v) + 50;
    }
  return out;
}

void report(benchmark::State& state, double cells) {
  state.counters["ns/cell"] =
      benchmark::Counter(cells * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

std::string sized(const std::string& name, Eigen::Index n, Eigen::Index m) {
  return "numeric/" + name + "/units=" + std::to_string(n) + "/indicators=" + std::to_string(m);
}

// ---- what the machine can do ---------------------------------------------------------------------------------------

#if defined(__x86_64__)
// Twelve independent chains hide the latency of the multiply-add.
[[gnu::target("avx2,fma")]] double multiply_add(std::size_t rounds) {
  typedef double four __attribute__((vector_size(32)));
  four a0{1, 1, 1, 1}, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0;
  const four x{1e-9, 1e-9, 1e-9, 1e-9}, y{0.999999, 0.999999, 0.999999, 0.999999};
  for (std::size_t i = 0; i < rounds; ++i)
    asm volatile(
        "vfmadd213pd %11, %10, %0\n\tvfmadd213pd %11, %10, %1\n\tvfmadd213pd %11, %10, %2\n\t"
        "vfmadd213pd %11, %10, %3\n\tvfmadd213pd %11, %10, %4\n\tvfmadd213pd %11, %10, %5\n\t"
        "vfmadd213pd %11, %10, %6\n\tvfmadd213pd %11, %10, %7\n\tvfmadd213pd %11, %10, %8\n\t"
        "vfmadd213pd %11, %10, %9"
        : "+x"(a0), "+x"(a1), "+x"(a2), "+x"(a3), "+x"(a4), "+x"(a5), "+x"(a6), "+x"(a7), "+x"(a8), "+x"(a9)
        : "x"(y), "x"(x));
  const four all = a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9;
  return all[0] + all[1] + all[2] + all[3];
}

void multiply_add_peak(benchmark::State& state) {
  constexpr std::size_t rounds = 100000;
  for (auto _ : state) benchmark::DoNotOptimize(multiply_add(rounds));
  state.counters["GFLOP/s"] =
      benchmark::Counter(static_cast<double>(rounds) * 80e-9, benchmark::Counter::kIsIterationInvariantRate);
}
#endif

void read_bandwidth(benchmark::State& state, Eigen::Index n, Eigen::Index m) {
  const matrix x = sample(n, m, 0);
  for (auto _ : state) {
    // Eight sums of integers: as little work per byte as a loop that looks at every byte can do.
    std::array<std::uint64_t, 8> sums{};
    const double* at = x.data();
    for (Eigen::Index i = 0; i + 8 <= x.size(); i += 8)
      for (std::size_t l = 0; l < 8; ++l) {
        std::uint64_t bits;
        std::memcpy(&bits, at + i + static_cast<Eigen::Index>(l), sizeof bits);
        sums[l] ^= bits;
      }
    benchmark::DoNotOptimize(sums);
  }
  report(state, static_cast<double>(x.size()));
}

void copy_bandwidth(benchmark::State& state, Eigen::Index n, Eigen::Index m) {
  const matrix x = sample(n, m, 0);
  matrix out = x;
  for (auto _ : state) {
    std::memcpy(out.data(), x.data(), sizeof(double) * static_cast<std::size_t>(x.size()));
    benchmark::ClobberMemory();
  }
  report(state, static_cast<double>(x.size()));
}

// ---- kernels over all columns of a matrix
// ----------------------------------------------------------------------------

// Calls `work(column, out)` for each column.
template <class Work>
void columnwise(benchmark::State& state, Eigen::Index n, Eigen::Index m, double missing, Work work) {
  const matrix x = sample(n, m, missing);
  matrix out = x;
  for (auto _ : state) {
    for (Eigen::Index j = 0; j < m; ++j) work(column_of(x, j), column_of(out, j));
    benchmark::ClobberMemory();
  }
  report(state, static_cast<double>(x.size()));
}

void min_max(column_view x, std::span<double> out) {
  const numeric::extent e = numeric::range(x);
  numeric::active_kernels().affine(x.data(), x.size(), {e.low, e.high - e.low, 0, 100}, out.data());
}

void z_score(column_view x, std::span<double> out) {
  const numeric::moments m(x);
  numeric::active_kernels().affine(x.data(), x.size(), {m.mean, m.sd(), 0, 1}, out.data());
}

// Three levels: sevens of indicators, fives of those, and the rest at the top.
class hierarchy {
 public:
  hierarchy(const matrix& x, numeric::mean_of f) : x_(x), job_{f, 1, numeric::absence::renormalise, 0} {
    sizes_ = {x.cols(), (x.cols() + 6) / 7, ((x.cols() + 6) / 7 + 4) / 5, 1};
    for (std::size_t l = 1; l < 4; ++l) levels_.push_back(matrix(block, sizes_[l]));
    weights_.assign(static_cast<std::size_t>(x.cols()), 1.0);
    out_.resize(static_cast<std::size_t>(x.rows()));
  }
  void run() {
    for (Eigen::Index from = 0; from < x_.rows(); from += block) {
      const auto count = static_cast<std::size_t>(std::min(block, x_.rows() - from));
      for (std::size_t l = 1; l < 4; ++l) {
        const Eigen::Index group = l == 1 ? 7 : l == 2 ? 5 : sizes_[2];
        for (Eigen::Index g = 0; g < sizes_[l]; ++g) {
          std::vector<const double*>& at = at_;
          at.clear();
          for (Eigen::Index j = g * group; j < std::min((g + 1) * group, sizes_[l - 1]); ++j)
            at.push_back(l == 1 ? x_.data() + j * x_.rows() + from : levels_[l - 2].data() + j * block);
          numeric::active_kernels().mean(at.data(), weights_.data(), at.size(), count, job_,
                                         l == 3 ? out_.data() + from : levels_[l - 1].data() + g * block);
        }
      }
    }
    benchmark::DoNotOptimize(out_.data());
  }

 private:
  static constexpr Eigen::Index block = 1024;
  const matrix& x_;
  numeric::mean_job job_;
  std::array<Eigen::Index, 4> sizes_{};
  std::vector<matrix> levels_;
  std::vector<double> weights_, out_;
  std::vector<const double*> at_;
};

void means(benchmark::State& state, Eigen::Index n, Eigen::Index m, numeric::mean_of f) {
  const matrix x = sample(n, m, 0.05);
  hierarchy tree(x, f);
  for (auto _ : state) tree.run();
  report(state, static_cast<double>(x.size()));
}

// Sorting learns short columns by heart: every round ranks other columns.
void ranks(benchmark::State& state, Eigen::Index n, int kind) {
  const Eigen::Index columns = std::max<Eigen::Index>(1, 2000000 / n);
  matrix x = sample(n, columns, 0.05);
  numbers draw(3);
  for (Eigen::Index i = 0; i < x.size() && kind > 0; ++i) {
    double& v = x.data()[i];
    if (is_missing(v)) continue;
    const double u = draw.share();
    v = kind == 1   ? std::exp(3 * (v - 50))
        : kind == 2 ? std::tan(3.14159265 * (u - 0.5))
        : kind == 3 ? std::floor(10 * u)
        : kind == 4 ? (i % n == 0 ? 1e12 : u)
                    : 1 + 1e-10 * u;
  }
  std::vector<double> out(static_cast<std::size_t>(n));
  numeric::ranker ranker;
  Eigen::Index next = 0;
  for (auto _ : state) {
    ranker.ranks(column_of(std::as_const(x), next), ties::average, true, out);
    benchmark::ClobberMemory();
    next = next + 1 < columns ? next + 1 : 0;
  }
  report(state, static_cast<double>(n));
}

void medians(benchmark::State& state, Eigen::Index n) {
  const Eigen::Index columns = std::max<Eigen::Index>(1, 2000000 / n);
  const matrix x = sample(n, columns, 0.05);
  Eigen::Index next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(numeric::median(column_of(x, next)));
    next = next + 1 < columns ? next + 1 : 0;
  }
  report(state, static_cast<double>(n));
}

void correlation(benchmark::State& state, Eigen::Index n, Eigen::Index m, double missing) {
  const matrix x = sample(n, m, missing);
  for (auto _ : state) benchmark::DoNotOptimize(numeric::pearson(x));
  report(state, static_cast<double>(x.size()));
  const double flops = static_cast<double>(n) * static_cast<double>(m) * static_cast<double>(m + 1);
  state.counters["GFLOP/s"] = benchmark::Counter(flops * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}

template <class Function, class... Arguments>
void measure(const std::string& name, Function function, Arguments... arguments) {
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) { function(state, arguments...); });
}

template <class Work>
void measure_columns(const std::string& name, Eigen::Index n, Eigen::Index m, double missing, Work work) {
  measure(sized(name, n, m), [=](benchmark::State& state) { columnwise(state, n, m, missing, work); });
}

void measure_machine(const std::string& when) {
#if defined(__x86_64__)
  if (numeric::kernels_for(numeric::isa::v3) != nullptr)
    measure("machine/" + when + "/multiply_add", multiply_add_peak);
#endif
  for (const auto& [n, m] : {std::pair<Eigen::Index, Eigen::Index>{51, 49}, {1000, 100}, {100000, 100}}) {
    measure("machine/" + when + "/read/units=" + std::to_string(n), read_bandwidth, n, m);
    measure("machine/" + when + "/copy/units=" + std::to_string(n), copy_bandwidth, n, m);
  }
}

void measure_all() {
  for (const auto& [n, m] : {std::pair<Eigen::Index, Eigen::Index>{51, 49}, {1000, 100}, {100000, 100}}) {
    measure_columns("min_max", n, m, 0.05, min_max);
    measure_columns("min_max_in_place", n, m, 0.05, [](column_view, std::span<double> out) { min_max(out, out); });
    measure_columns("z_score", n, m, 0.05, z_score);
    measure_columns("moments", n, m, 0.05, [](column_view x, std::span<double>) {
      const numeric::moments found(x);
      benchmark::DoNotOptimize(found.skewness() + found.excess_kurtosis());
    });
    measure_columns("winsorise", n, m, 0.05, [](column_view x, std::span<double> out) {
      const numeric::winsorised w = numeric::winsorise(x, {0.0, -10.0, 5});  // never content: five steps each
      numeric::active_kernels().affine(x.data(), x.size(), {0, 1, 0, 1, w.low, w.high}, out.data());
    });
    measure_columns("sum", n, m, 0.05,
                    [](column_view x, std::span<double>) { benchmark::DoNotOptimize(numeric::total(x)); });
    measure_columns("exact_sum", n, m, 0, [](column_view x, std::span<double>) {
      benchmark::DoNotOptimize(numeric::exact_sum().add(x).value());
    });
    measure_columns("naive_sum", n, m, 0, [](column_view x, std::span<double>) {
      double sum = 0;
      for (const double v : x) sum += v;
      benchmark::DoNotOptimize(sum);
    });
    measure_columns("log", n, m, 0, [](column_view x, std::span<double> out) { numeric::log(x, out); });
    measure_columns("exp", n, m, 0, [](column_view x, std::span<double> out) { numeric::exp(x, out); });
    measure_columns("pow", n, m, 0, [](column_view x, std::span<double> out) { numeric::pow(x, 1.7, out); });
    measure(sized("mean_of_values", n, m), means, n, m, numeric::mean_of::values);
    measure(sized("mean_of_logarithms", n, m), means, n, m, numeric::mean_of::logarithms);
    measure(sized("mean_of_reciprocals", n, m), means, n, m, numeric::mean_of::reciprocals);
    measure(sized("pearson_complete", n, m), correlation, n, m, 0.0);
    measure(sized("pearson_pairwise", n, m), correlation, n, m, 0.05);
  }
  for (const Eigen::Index n : {51, 100, 200, 1000, 10000, 100000, 1000000}) {
    constexpr std::array<const char*, 6> kinds{"normal", "lognormal", "cauchy", "ten_values", "outlier", "crowded"};
    for (std::size_t k = 0; k < kinds.size(); ++k)
      measure("numeric/ranks/values=" + std::string(kinds[k]) + "/n=" + std::to_string(n), ranks, n,
              static_cast<int>(k));
    measure("numeric/median/n=" + std::to_string(n), medians, n);
  }
}

// Registered by name rather than by macro, because names carry sizes; runs in this order.
const bool is_registered = [] {
  benchmark::AddCustomContext("kernels", numeric::active_kernels().name);
  measure_machine("before");
  measure_all();
  measure_machine("after");
  return true;
}();

}  // namespace
