/// Exact sums of many columns of scores at once.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "quindex/numeric/kernels.hpp"
#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Counts what can be counted of scores alone: their ends, and the sums of their differences from
/// the centre and of the squares of these. Missing scores are left out.
///
/// Sums have no rounding, at the price of a few additions a score: each number is cut into pieces, each a multiple of a
/// power of two so high that a thousand of them are added without rounding (Demmel and Nguyen 2015, Parallel
/// reproducible summation, IEEE Transactions on Computers 64(7)); what is left after the last piece, if anything, and
/// columns that the cuts do not fit are added to the exact sums one by one.
class moment_rows {
 public:
  /// `rows` rows that lie `stride` apart, a column for each unit.
  void add(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns, const double* centre,
           unit_counts* units) {
    for (std::size_t row = 0; row < rows; row += most_rows)
      tile({scores + row * stride, std::min(rows - row, most_rows), stride, columns, centre, {}}, units);
  }

 private:
  static constexpr std::size_t most_rows = 1024;

  /// Can numbers up to this size be cut?
  [[nodiscard]] static bool is_fit(double largest) { return largest == 0 || (largest > 0x1p-400 && largest < 0x1p400); }
  /// Cuts for numbers of absolute value up to `largest`.
  static void choose_cuts(double largest, double* cuts, int count) {
    int exponent = 0;
    (void)std::frexp(largest, &exponent);  // every number is below 2^exponent
    for (int k = 0; k < count; ++k) {
      exponent -= 42;  // units of 2^exponent: up to 2^42 in a number, up to 2^52 in the sum of 2^10
      cuts[k] = std::ldexp(1.5, exponent + 52);
    }
  }
  static void widen(unit_counts& unit, double low, double high) {
    if (!(low <= high)) return;
    unit.least = is_missing(unit.least) ? low + 0.0 : std::min(unit.least, low + 0.0);  // -0 becomes 0
    unit.most = is_missing(unit.most) ? high + 0.0 : std::max(unit.most, high + 0.0);
  }
  void tile(kernel::pieces_job job, unit_counts* units) {
    const std::size_t columns = job.columns;
    low_.resize(columns), high_.resize(columns), mark_.resize(columns), sums_.resize(6 * columns);
    numeric::active_kernels().column_ends(job.x, job.rows, job.stride, columns, low_.data(), high_.data(),
                                          mark_.data());
    double largest = 0;
    bool is_whole = true;
    for (std::size_t i = 0; i < columns; ++i) {
      widen(units[i], low_[i], high_[i]);
      is_whole = is_whole && mark_[i] == 0;
      largest = std::max({largest, std::abs(low_[i] - job.centre[i]), std::abs(high_[i] - job.centre[i])});
    }
    if (!is_whole || !is_fit(largest) || !is_fit(largest * largest)) return one_by_one(job, units);
    choose_cuts(largest, job.cuts, 2);
    choose_cuts(largest * largest, job.cuts + 2, 3);
    numeric::active_kernels().column_pieces(job, sums_.data());
    for (std::size_t i = 0; i < columns; ++i) {
      for (std::size_t k = 0; k < 5; ++k) (k < 2 ? units[i].sum : units[i].squares).add(sums_[k * columns + i]);
      if (sums_[5 * columns + i] != 0) add_left(job, i, units[i]);
    }
  }
  /// What is left of a number after its pieces.
  static double left_of(double x, const double* cuts, int count) {
    for (int k = 0; k < count; ++k) x -= (x + cuts[k]) - cuts[k];
    return x;
  }
  static void add_left(const kernel::pieces_job& job, std::size_t i, unit_counts& unit) {
    for (std::size_t r = 0; r < job.rows; ++r) {
      const double difference = job.x[r * job.stride + i] - job.centre[i];
      unit.sum.add(left_of(difference, job.cuts, 2));
      unit.squares.add(left_of(difference * difference, job.cuts + 2, 3));
    }
  }
  static void one_by_one(const kernel::pieces_job& job, unit_counts* units) {
    for (std::size_t r = 0; r < job.rows; ++r)
      for (std::size_t i = 0; i < job.columns; ++i) {
        const double score = job.x[r * job.stride + i];
        if (is_missing(score)) continue;
        const double difference = score - job.centre[i];
        units[i].sum.add(difference);
        units[i].squares.add(difference * difference);
      }
  }

  std::vector<double> low_{}, high_{}, mark_{}, sums_{};
};

}  // namespace robustness::detail
QUINDEX_END
