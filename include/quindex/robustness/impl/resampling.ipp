/// Bodies of robustness/resampling.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/batch.hpp"
#include "quindex/numeric/kernels.hpp"
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
  std::vector<double> u(n);
  numeric::uniform_pairs(stream, stream.replicate(), n, u);
  for (const double one : u) ++counts[place(one)];
}

/// Contributions as a tree of one group, whose leaves are the rows and whose units are the sums: sums of resamples are
/// its scores with the counts as weights, many at a time.
class row_sums {
 public:
  static constexpr std::size_t side = kernel::tile_replicates;

  explicit row_sums(const matrix& contributions)
      : rows_(static_cast<std::size_t>(contributions.cols())),
        sums_(static_cast<std::size_t>(contributions.rows())),
        stride_((sums_ + kernel::panel_units - 1) / kernel::panel_units * kernel::panel_units),
        numbers_(rows_ * stride_, 0.0) {
    for (std::size_t k = 0; k < rows_; ++k)
      std::copy_n(contributions.data() + k * sums_, sums_, numbers_.data() + k * stride_);
    for (const double x : numbers_) is_finite_ = is_finite_ && std::isfinite(x);
  }
  /// How often the rows of `count` resamples are drawn: `side` numbers for each row, of which `count` are read. Writes
  /// the sums of a resample, `stride()` after those of the one before.
  void add(const double* times, std::size_t count, std::vector<double>& out) const {
    // Sums of blocks are added to the whole, which keeps rounding small; the order is always that of the rows.
    constexpr std::size_t block = 512;
    out.assign(count * stride_, 0.0);
    std::vector<double> part(out.size());
    for (std::size_t start = 0; start < rows_; start += block) {
      kernel::tree_step all;
      all.leaves = std::min(block, rows_ - start);
      all.opens = all.closes = true;
      all.watched = 0;
      for (std::size_t unit = 0; unit < stride_; unit += kernel::panel_units)
        numeric::active_kernels().tree(
            {&all, 1}, {numbers_.data() + start * stride_ + unit, nullptr, stride_, unit, kernel::panel_units},
            {times + start * side, nullptr, count, !is_finite_}, {part.data(), 0, stride_});
      for (std::size_t k = 0; k < out.size(); ++k) out[k] += part[k];
    }
  }
  [[nodiscard]] std::size_t stride() const { return stride_; }

 private:
  std::size_t rows_, sums_, stride_;
  std::vector<double> numbers_;  // rows × stride
  bool is_finite_ = true;
};

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
    const std::vector<double> found = numeric::quantiles(x, ends);
    out.low[i] = found[0];
    out.high[i] = found[1];
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
  constexpr std::size_t side = detail::row_sums::side;
  const detail::row_sums all(contributions);
  const std::vector<double> once(rows * side, 1.0);
  std::vector<double> whole;
  all.add(once.data(), 1, whole);
  of(std::span<const double>(whole).first(sums), static_cast<double>(rows), out.value);
  if (how.resamples == 0) return out;
  matrix samples(static_cast<Eigen::Index>(numbers), static_cast<Eigen::Index>(how.resamples));
  numeric::parallel_for(how.executor, (how.resamples + side - 1) / side, [&](std::size_t tile) {
    const std::size_t first = tile * side, count = std::min(side, how.resamples - first);
    std::vector<std::uint32_t> counts(rows);
    std::vector<double> times(rows * side), drawn;
    for (std::size_t r = 0; r < count; ++r) {
      detail::resample_counts(how.seed, first + r, counts);
      for (std::size_t k = 0; k < rows; ++k) times[k * side + r] = counts[k];
    }
    all.add(times.data(), count, drawn);
    for (std::size_t r = 0; r < count; ++r)
      of(std::span<const double>(drawn).subspan(r * all.stride(), sums), static_cast<double>(rows),
         column_of(samples, static_cast<Eigen::Index>(first + r)));
  });
  detail::fill_intervals(samples, how.level, out);
  return out;
}

}  // namespace robustness
QUINDEX_END
