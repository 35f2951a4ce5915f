/// Exact sums of many columns at once, read row by row.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Adds columns of numbers to exact sums without rounding, at the price of a few additions a number.
///
/// Each number is cut into pieces, each a multiple of a power of two so high that a thousand of them are added without
/// rounding (Demmel and Nguyen 2015, Parallel reproducible summation, IEEE Transactions on Computers 64(7)); what is
/// left after the last piece, if anything, is for the caller to add one by one.
class exact_rows {
 public:
  static constexpr std::size_t most_rows = 1024, pieces = 3;

  /// Can numbers up to this size be cut?
  [[nodiscard]] static bool is_fit(double largest) { return largest == 0 || (largest > 0x1p-400 && largest < 0x1p400); }
  /// Begins `columns` columns of numbers whose absolute values are at most `largest`.
  void begin(std::size_t columns, double largest) {
    int exponent = 0;
    (void)std::frexp(largest, &exponent);  // every number is below 2^exponent
    for (std::size_t k = 0; k < pieces; ++k) {
      exponent -= 42;  // units of 2^exponent: up to 2^42 in a number, up to 2^52 in a sum
      cut_[k] = std::ldexp(1.5, exponent + 52);
      sums_[k].assign(columns, 0.0);
    }
    left_.assign(columns, 0.0);
  }
  /// Adds a row.
  void add(const double* x, std::size_t columns) {
    double* a = sums_[0].data();
    double* b = sums_[1].data();
    double* c = sums_[2].data();
    double* left = left_.data();
    const auto [cut_a, cut_b, cut_c] = cut_;
    for (std::size_t i = 0; i < columns; ++i) {
      const double first = (x[i] + cut_a) - cut_a;
      const double rest = x[i] - first;
      const double second = (rest + cut_b) - cut_b;
      const double tail = rest - second;
      const double third = (tail + cut_c) - cut_c;
      a[i] += first;
      b[i] += second;
      c[i] += third;
      left[i] += std::abs(tail - third);
    }
  }
  /// Was something left of a row that was added?
  [[nodiscard]] bool has_left() const {
    return std::any_of(left_.begin(), left_.end(), [](double left) { return left != 0; });
  }
  /// What is left of a number after the last piece.
  [[nodiscard]] double left_of(double x) const {
    for (const double cut : cut_) x -= (x + cut) - cut;
    return x;
  }
  /// Adds the sum of column i.
  void end(std::size_t i, numeric::exact_sum& to) const {
    for (const std::vector<double>& sum : sums_) to.add(sum[i]);
  }

 private:
  std::array<double, pieces> cut_{};
  std::array<std::vector<double>, pieces> sums_{};
  std::vector<double> left_{};
};

/// Counts what can be counted of scores alone: how many there are, their ends, and the sums of their differences from
/// the centre and of the squares of these. Missing scores are left out.
class moment_rows {
 public:
  /// `rows` rows that lie `stride` apart, a column for each unit.
  void add(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns, const double* centre,
           unit_counts* units) {
    constexpr std::size_t most_columns = 256;
    for (std::size_t row = 0; row < rows; row += exact_rows::most_rows)
      for (std::size_t column = 0; column < columns; column += most_columns)
        tile(scores + row * stride + column, std::min(rows - row, exact_rows::most_rows), stride,
             std::min(columns - column, most_columns), centre + column, units + column);
  }

 private:
  void find_ends(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns) {
    low_.assign(columns, HUGE_VAL), high_.assign(columns, -HUGE_VAL), mark_.assign(columns, 0.0);
    double *low = low_.data(), *high = high_.data(), *mark = mark_.data();
    for (std::size_t r = 0; r < rows; ++r) {
      const double* x = scores + r * stride;
      for (std::size_t i = 0; i < columns; ++i) {
        low[i] = x[i] < low[i] ? x[i] : low[i];
        high[i] = x[i] > high[i] ? x[i] : high[i];
        mark[i] += x[i] - x[i];  // missing once a score is
      }
    }
  }
  static void widen(unit_counts& unit, double low, double high) {
    if (!(low <= high)) return;
    unit.least = is_missing(unit.least) ? low + 0.0 : std::min(unit.least, low + 0.0);  // -0 becomes 0
    unit.most = is_missing(unit.most) ? high + 0.0 : std::max(unit.most, high + 0.0);
  }
  void tile(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns, const double* centre,
            unit_counts* units) {
    find_ends(scores, rows, stride, columns);
    double largest = 0;
    bool is_whole = true;
    for (std::size_t i = 0; i < columns; ++i) {
      widen(units[i], low_[i], high_[i]);
      is_whole = is_whole && mark_[i] == 0;
      largest = std::max({largest, std::abs(low_[i] - centre[i]), std::abs(high_[i] - centre[i])});
    }
    if (!is_whole || !exact_rows::is_fit(largest) || !exact_rows::is_fit(largest * largest))
      return one_by_one(scores, rows, stride, columns, centre, units);
    plain_.begin(columns, largest);
    square_.begin(columns, largest * largest);
    difference_.resize(columns), squared_.resize(columns);
    for (std::size_t r = 0; r < rows; ++r) {
      differ(scores + r * stride, columns, centre);
      plain_.add(difference_.data(), columns);
      square_.add(squared_.data(), columns);
    }
    for (std::size_t i = 0; i < columns; ++i) {
      units[i].present += static_cast<std::uint32_t>(rows);
      plain_.end(i, units[i].sum);
      square_.end(i, units[i].squares);
    }
    if (plain_.has_left() || square_.has_left()) left_overs(scores, rows, stride, columns, centre, units);
  }
  void differ(const double* x, std::size_t columns, const double* centre) {
    double *difference = difference_.data(), *squared = squared_.data();
    for (std::size_t i = 0; i < columns; ++i) {
      difference[i] = x[i] - centre[i];
      squared[i] = difference[i] * difference[i];
    }
  }
  void left_overs(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns, const double* centre,
                  unit_counts* units) {
    for (std::size_t r = 0; r < rows; ++r) {
      differ(scores + r * stride, columns, centre);
      for (std::size_t i = 0; i < columns; ++i) {
        if (const double left = plain_.left_of(difference_[i]); left != 0) units[i].sum.add(left);
        if (const double left = square_.left_of(squared_[i]); left != 0) units[i].squares.add(left);
      }
    }
  }
  static void one_by_one(const double* scores, std::size_t rows, std::size_t stride, std::size_t columns,
                         const double* centre, unit_counts* units) {
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t i = 0; i < columns; ++i) {
        const double score = scores[r * stride + i];
        if (is_missing(score)) continue;
        const double difference = score - centre[i];
        ++units[i].present;
        units[i].sum.add(difference);
        units[i].squares.add(difference * difference);
      }
  }

  exact_rows plain_{}, square_{};
  std::vector<double> low_{}, high_{}, mark_{}, difference_{}, squared_{};
};

}  // namespace robustness::detail
QUINDEX_END
