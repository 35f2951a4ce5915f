/// Sums of products of deviations for all pairs of columns at once; what correlations and covariances are made of.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Of one pair of columns over its rows: how many, and the sums of squares and products of the deviations.
struct co_moment {
  double n, xx, yy, xy;
};

// What is known of each column before any two are looked at.
struct column_facts {
  std::vector<double> means;  // 0 where nothing is there
  std::vector<bool> constant;
  std::vector<bool> gaps;
  bool is_whole = true;

  explicit column_facts(std::span<const column_view> x) {
    for (const column_view column : x) {
      const kernel::column_summary seen = active_kernels().summary(column.data(), column.size());
      constant.push_back(seen.n < 2 || seen.low == seen.high);
      means.push_back(seen.n == 0 ? 0.0 : seen.sum / static_cast<double>(seen.n));
      gaps.push_back(seen.n < column.size());
      is_whole = is_whole && !gaps.back();
    }
  }
};

// All pairs over the rows that each has. Missing values count as 0 after centring, so one product of the whole matrix
// serves all pairs; what a pair must not count is taken away cell by missing cell.
class co_moments {
 public:
  co_moments(std::span<const column_view> x, column_facts facts)
      : m_(x.size()), width_(m_ + 1), facts_(std::move(facts)) {
    panels_ = (width_ + 7) / 8;
    products_.assign(width_ * width_, 0.0);
    if (!facts_.is_whole) {
      lost_.assign(2 * m_ * 8 * panels_, 0.0);
      both_missing_.assign(m_ * m_, 0);
    }
    rows_ = x.empty() ? 0 : x.front().size();
    std::vector<double> packed(panels_ * 8 * std::min(block, rows_));
    std::vector<std::vector<std::size_t>> missing(facts_.is_whole ? 0 : block);
    for (std::size_t from = 0; from < rows_; from += block) add_block(x, from, packed, missing);
  }

  // Have all columns all values, so that all pairs have the same rows?
  [[nodiscard]] bool is_whole() const { return facts_.is_whole; }

  // How many rows a pair has.
  [[nodiscard]] double rows(std::size_t i, std::size_t j) const {
    if (lost_.empty()) return static_cast<double>(rows_);
    const std::size_t a = std::max(i, j), b = std::min(i, j);
    const auto gone = both_missing_[a * m_ + a] + both_missing_[b * m_ + b] - both_missing_[a * m_ + b];
    return static_cast<double>(rows_ - (a == b ? both_missing_[a * m_ + a] : gone));
  }

  [[nodiscard]] co_moment of(std::size_t i, std::size_t j) const {
    const double n = rows(i, j), si = sum(i, j), sj = sum(j, i);
    if (n == 0) return {0, 0, 0, 0};
    return {n, square(i, j) - si * si / n, square(j, i) - sj * sj / n, product(i, j) - si * sj / n};
  }

  // The sum of the products of the deviations of two columns where all pairs have the same rows.
  [[nodiscard]] double of_whole(std::size_t i, std::size_t j) const {
    return product(i, j) - product(i, m_) * product(j, m_) / static_cast<double>(rows_);
  }

  // Has column i no two different values?
  [[nodiscard]] bool is_constant(std::size_t i) const { return facts_.constant[i]; }

  // Did enough digits survive in what `of(i, j)` gave? Not if the mean on the rows of the pair is far from that of the
  // column.
  [[nodiscard]] bool is_good(const co_moment& c, std::size_t i, std::size_t j) const {
    constexpr double most_lost = 0.1;
    return c.xx > most_lost * product(i, i) && c.yy > most_lost * product(j, j);
  }

 private:
  // Few enough rows for two panels to stay in the nearest cache.
  static constexpr std::size_t block = 256;

  [[nodiscard]] double product(std::size_t i, std::size_t j) const {
    return products_[std::min(i, j) + std::max(i, j) * width_];
  }
  // Sums of column i and its squares over the rows of the pair.
  [[nodiscard]] double sum(std::size_t i, std::size_t j) const {
    return product(i, m_) - (lost_.empty() ? 0.0 : lost(0, i, j));
  }
  [[nodiscard]] double square(std::size_t i, std::size_t j) const {
    return product(i, i) - (lost_.empty() ? 0.0 : lost(1, i, j));
  }
  [[nodiscard]] double lost(std::size_t power, std::size_t i, std::size_t j) const {
    return lost_[(2 * j + power) * 8 * panels_ + i];
  }

  void add_block(std::span<const column_view> x, std::size_t from, std::vector<double>& packed,
                 std::vector<std::vector<std::size_t>>& missing) {
    const std::size_t count = std::min(block, rows_ - from);
    for (std::size_t first = 0; first < 8 * panels_; first += 8) {
      double* panel = packed.data() + first * count;
      std::array<const double*, 8> columns{};
      const std::size_t here = first < m_ ? std::min<std::size_t>(8, m_ - first) : 0;
      for (std::size_t c = 0; c < here; ++c) columns[c] = x[first + c].data() + from;
      active_kernels().centre(columns.data(), facts_.means.data() + first, here, count, panel);
      // A column of ones beside the others makes their sums.
      if (here < 8 && first + here == m_)
        for (std::size_t r = 0; r < count; ++r) panel[8 * r + here] = 1.0;
      for (std::size_t c = 0; c < here && !missing.empty(); ++c)
        if (facts_.gaps[first + c])
          for (std::size_t r = 0; r < count; ++r)
            if (is_missing(columns[c][r])) missing[r].push_back(first + c);
    }
    active_kernels().products(packed.data(), count, width_, products_.data());
    if (!missing.empty()) take_away(packed, count, missing);
  }

  // A row in which j is missing must not count for the other columns in their pairs with j.
  void take_away(const std::vector<double>& packed, std::size_t count, std::vector<std::vector<std::size_t>>& missing) {
    for (std::size_t r = 0; r < count; ++r) {
      for (std::size_t a = 0; a < missing[r].size(); ++a) {
        const std::size_t j = missing[r][a];
        active_kernels().lose(packed.data() + 8 * r, 8 * count, panels_, lost_.data() + 2 * j * 8 * panels_);
        for (std::size_t b = 0; b <= a; ++b) ++both_missing_[j * m_ + missing[r][b]];
      }
      missing[r].clear();
    }
  }

  std::size_t m_, width_;
  column_facts facts_;
  std::size_t panels_ = 0, rows_ = 0;
  std::vector<double> products_;           // i + j * width_, i <= j
  std::vector<double> lost_;               // per column: sums, then sums of squares, of the rows where it is missing
  std::vector<std::size_t> both_missing_;  // j * m_ + i, i <= j
};

}  // namespace detail
}  // namespace numeric
QUINDEX_END
