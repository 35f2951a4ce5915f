/// Bodies of robustness/resampling.hpp.
#pragma once

#include <algorithm>
#include <array>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/resampling.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

QUINDEX_INLINE void check_level(const interval_options& how) {
  if (how.level > 0 && how.level < 1) return;
  throw spec_error({"sensitivity.level", "found " + number_text(how.level), "give a number above 0 and below 1"});
}

QUINDEX_INLINE void resample_counts(std::uint64_t seed, std::size_t resample, std::span<std::uint32_t> counts) {
  const numeric::random_stream stream(seed, "robustness.resample", static_cast<std::uint32_t>(resample));
  std::fill(counts.begin(), counts.end(), 0U);
  const std::size_t n = counts.size();
  const auto place = [n](double u) { return std::min(static_cast<std::size_t>(u * static_cast<double>(n)), n - 1); };
  for (std::size_t k = 0; k < n; k += 2) {
    const std::array<double, 2> u = stream.uniform_pair(k / 2);
    ++counts[place(u[0])];
    if (k + 1 < n) ++counts[place(u[1])];
  }
}

QUINDEX_INLINE void add_rows(const matrix& contributions, std::span<const std::uint32_t> counts,
                             std::span<double> sums) {
  // Sums of blocks are added to the whole, which keeps rounding small; the order is always that of the rows.
  constexpr std::size_t block = 512;
  const std::size_t n = static_cast<std::size_t>(contributions.cols()), q = sums.size();
  std::vector<double> part(q);
  std::fill(sums.begin(), sums.end(), 0.0);
  for (std::size_t start = 0; start < n; start += block) {
    std::fill(part.begin(), part.end(), 0.0);
    for (std::size_t k = start; k < std::min(start + block, n); ++k) {
      const std::uint32_t count = counts.empty() ? 1U : counts[k];
      if (count == 0) continue;
      const auto times = static_cast<double>(count);
      const double* row = contributions.data() + k * q;
      for (std::size_t j = 0; j < q; ++j) part[j] += times * row[j];
    }
    for (std::size_t j = 0; j < q; ++j) sums[j] += part[j];
  }
}

QUINDEX_INLINE void fill_intervals(const matrix& samples, double level, estimates& out) {
  const auto numbers = static_cast<std::size_t>(samples.rows());
  out.error.assign(numbers, missing_value);
  out.low = out.high = out.error;
  std::vector<double> x(static_cast<std::size_t>(samples.cols()));
  const std::array<double, 2> ends{(1 - level) / 2, (1 + level) / 2};
  for (std::size_t i = 0; i < numbers; ++i) {
    for (std::size_t r = 0; r < x.size(); ++r)
      x[r] = samples(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(r));
    if (is_missing(out.value[i])) continue;
    out.error[i] = numeric::moments(x).sd();
    out.low[i] = numeric::quantile(x, ends[0]);
    out.high[i] = numeric::quantile(x, ends[1]);
  }
}

QUINDEX_INLINE estimates part_of(const estimates& all, std::size_t first, std::size_t count) {
  const auto cut = [&](const std::vector<double>& x) {
    const auto from = x.begin() + static_cast<std::ptrdiff_t>(first);
    return std::vector<double>(from, from + static_cast<std::ptrdiff_t>(count));
  };
  return {cut(all.value), cut(all.error), cut(all.low), cut(all.high)};
}

}  // namespace detail

QUINDEX_INLINE estimates estimate(const matrix& contributions, std::size_t numbers, const statistic& of,
                                  const interval_options& how) {
  detail::check_level(how);
  const auto rows = static_cast<std::size_t>(contributions.cols());
  const auto sums = static_cast<std::size_t>(contributions.rows());
  estimates out;
  out.value.assign(numbers, missing_value);
  out.error = out.low = out.high = out.value;
  if (rows == 0) return out;
  std::vector<double> whole(sums);
  detail::add_rows(contributions, {}, whole);
  of(whole, static_cast<double>(rows), out.value);
  if (how.resamples == 0) return out;
  matrix samples(static_cast<Eigen::Index>(numbers), static_cast<Eigen::Index>(how.resamples));
  numeric::parallel_for(how.executor, how.resamples, [&](std::size_t r) {
    std::vector<std::uint32_t> counts(rows);
    std::vector<double> drawn(sums);
    detail::resample_counts(how.seed, r, counts);
    detail::add_rows(contributions, counts, drawn);
    of(drawn, static_cast<double>(rows), column_of(samples, static_cast<Eigen::Index>(r)));
  });
  detail::fill_intervals(samples, how.level, out);
  return out;
}

}  // namespace robustness
QUINDEX_END
