// The arithmetic of quindex behind a C interface, so that compare.py can time it beside numpy in one process.
// Matrices are n × m, column after column. Every function repeats its work, because one call from Python costs
// microseconds.
#include "quindex/numeric/kernels.hpp"

#include <cstddef>
#include <cstring>
#include <vector>

#include "quindex/numeric/exact_sum.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/winsorise.hpp"

namespace numeric = quindex::numeric;
using quindex::column_view;

namespace {

template <class Work>
void repeat(std::size_t times, Work&& work) {
  for (std::size_t i = 0; i < times; ++i) work();
}

void rescale(const double* x, std::size_t n, std::size_t m, double* out) {
  const auto& kernels = numeric::active_kernels();
  for (std::size_t j = 0; j < m; ++j) {
    const auto seen = kernels.extent(x + j * n, n);
    kernels.affine(x + j * n, n, {.origin = seen.low, .range = seen.high - seen.low, .span = 100.0}, out + j * n);
  }
}

/// Means of consecutive columns: group g has columns starts[g] to starts[g + 1] − 1.
void level(const double* x, std::size_t n, const std::size_t* starts, std::size_t groups, const numeric::mean_job& job,
           double* out) {
  std::vector<const double*> columns;
  std::vector<double> weights;
  for (std::size_t g = 0; g < groups; ++g) {
    columns.clear();
    for (std::size_t j = starts[g]; j < starts[g + 1]; ++j) columns.push_back(x + j * n);
    weights.assign(columns.size(), 1.0 / static_cast<double>(columns.size()));
    numeric::active_kernels().mean(columns.data(), weights.data(), columns.size(), n, job, out + g * n);
  }
}

}  // namespace

extern "C" {

const char* isa() { return numeric::active_kernels().name; }

void copy(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] { std::memcpy(out, x, n * m * sizeof(double)); });
}
void read_all(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] { *out = numeric::active_kernels().extent(x, n * m).low; });
}
void min_max(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] { rescale(x, n, m, out); });
}
void min_max_in_place(const double* /*unused*/, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] { rescale(out, n, m, out); });
}
void z_score(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) {
      const numeric::moments seen{column_view(x + j * n, n)};
      numeric::active_kernels().affine(x + j * n, n, {.origin = seen.mean, .range = seen.sd()}, out + j * n);
    }
  });
}
void ranks(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  numeric::ranker ranker;
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j)
      ranker.ranks(column_view(x + j * n, n), quindex::ties::average, false, {out + j * n, n});
  });
}
void means(const double* x, std::size_t n, const std::size_t* sizes, const std::size_t* const* starts, int f,
           double* work, std::size_t times) {
  const numeric::mean_job job{.f = static_cast<numeric::mean_of>(f), .missing = numeric::absence::renormalise};
  repeat(times, [&] {
    const double* from = x;
    double* to = work;
    for (std::size_t step = 0; step < 3; ++step) {
      level(from, n, starts[step], sizes[step], job, to);
      from = to;
      to += sizes[step] * n;
    }
  });
}
void skewness_and_kurtosis(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) {
      const numeric::moments seen{column_view(x + j * n, n)};
      out[2 * j] = seen.skewness(2);
      out[2 * j + 1] = seen.excess_kurtosis(2);
    }
  });
}
void winsorise(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  const auto& kernels = numeric::active_kernels();
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) {
      const numeric::winsorised found = numeric::winsorise(column_view(x + j * n, n));
      kernels.affine(x + j * n, n, {.low = found.low, .high = found.high}, out + j * n);
    }
  });
}
void medians(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) out[j] = numeric::median(column_view(x + j * n, n));
  });
}
void sums(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) out[j] = numeric::sum(column_view(x + j * n, n));
  });
}
void exact_sums(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) {
      numeric::exact_sum sum;
      sum.add(column_view(x + j * n, n));
      out[j] = sum.value();
    }
  });
}
void plain_sums(const double* x, std::size_t n, std::size_t m, double* out, std::size_t times) {
  repeat(times, [&] {
    for (std::size_t j = 0; j < m; ++j) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += x[j * n + i];
      out[j] = sum;
    }
  });
}
}
