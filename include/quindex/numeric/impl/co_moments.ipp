/// Sums of products of deviations for all pairs of columns at once; what correlations and covariances are made of.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

// Of one pair of columns over its rows: how many, and the sums of squares and products of the deviations.
struct co_moment {
  double n, xx, yy, xy;
};

// All pairs over the rows that each has. Missing values count as 0 after centring, so one product of the whole matrix
// serves all pairs; what a pair must not count is taken away cell by missing cell.
class co_moments {
 public:
  explicit co_moments(const matrix& x) : m_(static_cast<std::size_t>(x.cols())), width_(m_ + 1) {
    panels_ = (width_ + 7) / 8;
    products_.assign(width_ * width_, 0.0);
    std::vector<double> means(m_);
    bool is_whole = true;
    for (std::size_t j = 0; j < m_; ++j) {
      const column_view column = column_of(x, static_cast<Eigen::Index>(j));
      const tally t = total(column);
      const extent reach = range(column);
      constant_.push_back(reach.n < 2 || reach.low == reach.high);
      means[j] = t.n == 0 ? 0.0 : t.mean();
      is_whole = is_whole && t.n == column.size();
    }
    if (!is_whole) {
      lost_.assign(2 * m_ * 8 * panels_, 0.0);
      both_missing_.assign(m_ * m_, 0);
    }
    rows_ = static_cast<std::size_t>(x.rows());
    std::vector<double> packed(panels_ * 8 * std::min(block, rows_));
    std::vector<std::vector<std::size_t>> missing(is_whole ? 0 : block);
    for (std::size_t from = 0; from < rows_; from += block) add_block(x, means, from, packed, missing);
  }

  // How many rows a pair has.
  [[nodiscard]] double rows(Eigen::Index i, Eigen::Index j) const {
    if (lost_.empty()) return static_cast<double>(rows_);
    const auto a = static_cast<std::size_t>(std::max(i, j)), b = static_cast<std::size_t>(std::min(i, j));
    const auto gone = both_missing_[a * m_ + a] + both_missing_[b * m_ + b] - both_missing_[a * m_ + b];
    return static_cast<double>(rows_ - (a == b ? both_missing_[a * m_ + a] : gone));
  }

  [[nodiscard]] co_moment of(Eigen::Index i, Eigen::Index j) const {
    const double n = rows(i, j), si = sum(i, j), sj = sum(j, i);
    if (n == 0) return {0, 0, 0, 0};
    return {n, square(i, j) - si * si / n, square(j, i) - sj * sj / n, product(i, j) - si * sj / n};
  }

  // Has column i no two different values?
  [[nodiscard]] bool is_constant(Eigen::Index i) const { return constant_[static_cast<std::size_t>(i)]; }

  // Did enough digits survive? Not if the mean on the rows of the pair is far from that of the column.
  [[nodiscard]] bool is_good(Eigen::Index i, Eigen::Index j) const {
    const co_moment c = of(i, j);
    constexpr double most_lost = 0.1;
    return c.xx > most_lost * product(i, i) && c.yy > most_lost * product(j, j);
  }

 private:
  // Few enough rows for two panels to stay in the nearest cache.
  static constexpr std::size_t block = 256;

  [[nodiscard]] double product(Eigen::Index i, Eigen::Index j) const {
    const auto a = static_cast<std::size_t>(std::min(i, j)), b = static_cast<std::size_t>(std::max(i, j));
    return products_[a + b * width_];
  }
  // Sums of column i and its squares over the rows of the pair.
  [[nodiscard]] double sum(Eigen::Index i, Eigen::Index j) const {
    return product(i, static_cast<Eigen::Index>(m_)) - (lost_.empty() ? 0.0 : lost(0, i, j));
  }
  [[nodiscard]] double square(Eigen::Index i, Eigen::Index j) const {
    return product(i, i) - (lost_.empty() ? 0.0 : lost(1, i, j));
  }
  [[nodiscard]] double lost(std::size_t power, Eigen::Index i, Eigen::Index j) const {
    return lost_[(2 * static_cast<std::size_t>(j) + power) * 8 * panels_ + static_cast<std::size_t>(i)];
  }

  void add_block(const matrix& x, const std::vector<double>& means, std::size_t from, std::vector<double>& packed,
                 std::vector<std::vector<std::size_t>>& missing) {
    const std::size_t count = std::min(block, rows_ - from);
    for (std::size_t j = 0; j < 8 * panels_; ++j) {
      double* to = packed.data() + j / 8 * count * 8 + j % 8;
      if (j >= m_) {
        // A column of ones beside the others makes their sums.
        for (std::size_t r = 0; r < count; ++r) to[8 * r] = j == m_ ? 1.0 : 0.0;
        continue;
      }
      const double* at = column_of(x, static_cast<Eigen::Index>(j)).data() + from;
      const double mean = means[j];
      for (std::size_t r = 0; r < count; ++r) to[8 * r] = at[r] == at[r] ? at[r] - mean : 0.0;
      if (!missing.empty())
        for (std::size_t r = 0; r < count; ++r)
          if (is_missing(at[r])) missing[r].push_back(j);
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

  std::size_t m_, width_, panels_ = 0, rows_ = 0;
  std::vector<bool> constant_;
  std::vector<double> products_;           // i + j * width_, i <= j
  std::vector<double> lost_;               // per column: sums, then sums of squares, of the rows where it is missing
  std::vector<std::size_t> both_missing_;  // j * m_ + i, i <= j
};

}  // namespace detail
}  // namespace numeric
QUINDEX_END
