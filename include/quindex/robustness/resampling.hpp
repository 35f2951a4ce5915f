/// How sure an estimate from independent rows is: the rows are drawn anew, all that belongs to a row together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/numeric/parallel.hpp"

QUINDEX_BEGIN
namespace robustness {

/// How intervals are made.
struct interval_options {
  std::size_t resamples = 200;   ///< How often the rows are drawn anew; 0 for no intervals.
  double level = 0.95;           ///< Of the intervals; above 0, below 1.
  std::uint64_t seed = 1;        ///< Of the resampling.
  numeric::executor executor{};  ///< Who computes; never changes what comes out.
};

/// Numbers with their uncertainty, one of each per factor.
struct estimates {
  std::vector<double> value{};
  std::vector<double> error{};  ///< Standard deviation over the resamples; missing without resamples.
  std::vector<double> low{};    ///< Lower end of the percentile interval; missing without resamples.
  std::vector<double> high{};   ///< Upper end of it.

  [[nodiscard]] std::size_t size() const { return value.size(); }
};

/// What is estimated from sums over rows: takes the sums of `n` rows and writes the numbers.
using statistic = std::function<void(std::span<const double> sums, double n, std::span<double> out)>;

/// Numbers that are functions of sums over rows, with intervals by the bootstrap (Efron 1979).
///
/// `contributions` holds one column per row of the design, with what the row adds to each sum. A resample draws as many
/// rows as there are, with repetition (multinomial counts), and the same ones for all sums: what estimates have in
/// common, such as the variance that they are divided by, is drawn anew with them. Counts come from the purpose
/// "robustness.resample", replicate r, and the sums are made in the order of the rows: the same bits for any executor.
/// A resample whose number is missing does not count for it. Throws spec_error for a level outside (0, 1).
[[nodiscard]] estimates estimate(const matrix& contributions, std::size_t numbers, const statistic& of,
                                 const interval_options& how);

namespace detail {

/// How often each row is in a resample.
void resample_counts(std::uint64_t seed, std::size_t resample, std::span<std::uint32_t> counts);
/// The standard deviation and percentile interval of each number; `samples` is numbers × resamples.
void fill_intervals(const matrix& samples, double level, estimates& out);
/// Some of the numbers.
[[nodiscard]] estimates part_of(const estimates& all, std::size_t first, std::size_t count);
/// Refuses a level that is none.
void check_level(const interval_options& how);

}  // namespace detail
}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/resampling.ipp"
#endif
