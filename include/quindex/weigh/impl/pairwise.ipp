/// Bodies of weigh/pairwise.hpp, except completion.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/pairwise.hpp"

QUINDEX_BEGIN
namespace weigh {

QUINDEX_INLINE double random_index(std::size_t n, random_index_table table) {
  static constexpr double saaty_1980[] = {0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  static constexpr double saaty_2005[] = {0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59};
  static constexpr double alonso[] = {0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499,
                                      1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838};
  static constexpr std::size_t sizes[] = {3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16,
                                          17, 18, 19, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100};
  static constexpr double donegan[] = {0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213,
                                       1.4497, 1.4643, 1.4822, 1.4969, 1.5078, 1.5153, 1.5262, 1.5313, 1.5371,
                                       1.5619, 1.5772, 1.5976, 1.6102, 1.6178, 1.6237, 1.6277, 1.6213, 1.6339};
  if (n < 3) return 0;
  if (table != random_index_table::donegan_dodd_1991) {
    const double* column = table == random_index_table::saaty_1980   ? saaty_1980
                           : table == random_index_table::saaty_2005 ? saaty_2005
                                                                     : alonso;
    return column[std::min<std::size_t>(n, 15) - 3];
  }
  const std::size_t size = std::min<std::size_t>(n, 100);
  const auto above = static_cast<std::size_t>(std::lower_bound(std::begin(sizes), std::end(sizes), size) - sizes);
  if (sizes[above] == size) return donegan[above];
  const double share =
      static_cast<double>(size - sizes[above - 1]) / static_cast<double>(sizes[above] - sizes[above - 1]);
  return donegan[above - 1] + share * (donegan[above] - donegan[above - 1]);
}

namespace detail {

QUINDEX_INLINE std::string pair_text(std::size_t i, std::size_t j, const std::vector<std::string>& names) {
  if (names.empty()) return std::to_string(i + 1) + " and " + std::to_string(j + 1);
  return quoted(names[i]) + " and " + quoted(names[j]);
}

QUINDEX_INLINE void make_shares(std::vector<double>& w) {
  const double total = numeric::sum(w);
  for (double& x : w) x /= total;
}

QUINDEX_INLINE void check_square(const judged_matrix& judged, const path& where) {
  for (std::size_t i = 0; i < judged.size(); ++i)
    if (judged[i].size() != judged.size())
      throw spec_error({(where / std::to_string(i)).text(),
                        "the row has " + std::to_string(judged[i].size()) + " cells and the table " +
                            std::to_string(judged.size()) + " rows",
                        "give as many cells as rows; null where nobody judged"});
}

/// The value of one pair from what stands in its two cells.
QUINDEX_INLINE double judged_pair(double over, double under, const path& cell, const std::string& pair) {
  if (is_missing(over) || is_missing(under)) return is_missing(under) ? over : 1 / under;
  const double product = over * under;
  if (!(product >= 0.96 && product <= 1.04))
    throw spec_error({cell.text(),
                      "the comparison of " + pair + " is " + number_text(over) + " one way and " + number_text(under) +
                          " the other, which is no reciprocal",
                      "write 1/" + number_text(over) + " for " + number_text(under) + ", or null and it is filled in"});
  return over >= 1 ? over : 1 / under;
}

}  // namespace detail

QUINDEX_INLINE matrix comparisons(const judged_matrix& judged, const path& where,
                                  const std::vector<std::string>& names) {
  detail::check_square(judged, where);
  const std::size_t n = judged.size();
  const auto cell = [&](std::size_t i, std::size_t j) { return judged[i][j].value_or(missing_value); };
  matrix out = matrix::Ones(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(n));
  for (std::size_t i = 0; i < n; ++i) {
    const std::string row = std::to_string(i);
    const path in_row = where / row;
    for (std::size_t j = 0; j < n; ++j) {
      const std::string column = std::to_string(j);
      const path here = in_row / column;
      if (!is_missing(cell(i, j)) && !(cell(i, j) > 0 && std::isfinite(cell(i, j))))
        throw spec_error({here.text(), number_text(cell(i, j)) + " is not above 0",
                          "a comparison says how many times as important the row is as the column"});
      if (i == j && !is_missing(cell(i, i)) && cell(i, i) != 1)
        throw spec_error({here.text(), "a criterion is compared with itself as " + number_text(cell(i, i)), "write 1"});
      if (i >= j) continue;
      const double value = detail::judged_pair(cell(i, j), cell(j, i), here, detail::pair_text(i, j, names));
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = value;
      out(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(i)) = 1 / value;
    }
  }
  return out;
}

namespace detail {

/// Powers of the matrix on a vector until it no longer changes.
QUINDEX_INLINE std::vector<double> principal_vector(const matrix& a) {
  constexpr int most_steps = 20000;
  const auto n = static_cast<std::size_t>(a.rows());
  std::vector<double> w(n, 1.0 / static_cast<double>(n)), next(n), terms(n);
  double change = 0, last = 1;
  for (int step = 0; step < most_steps; ++step) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j)
        terms[j] = a(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) * w[j];
      next[i] = numeric::sum(terms);
    }
    make_shares(next);
    change = 0;
    for (std::size_t i = 0; i < n; ++i) change = std::max(change, std::abs(next[i] - w[i]) / next[i]);
    w.swap(next);
    if (change < 4e-16 || (change < 1e-13 && change >= last)) return w;
    last = change;
  }
  throw numeric_error({"principal eigenvector",
                       "no convergence in " + std::to_string(most_steps) +
                           " steps; the last one changed a priority by " + number_text(change) + " of its size",
                       "look for comparisons that contradict each other"});
}

QUINDEX_INLINE std::vector<double> geometric_means(const matrix& a) {
  const auto n = static_cast<std::size_t>(a.rows());
  std::vector<double> w(n), logs(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j)
      logs[j] = numeric::log(a(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)));
    w[i] = numeric::exp(numeric::mean(logs));
  }
  make_shares(w);
  return w;
}

/// The minimum of sum (a_ij w_j - w_i)^2 under sum w = 1 solves B w = multiplier * 1; B is positive definite unless the
/// comparisons are consistent, when it is singular along the very solution.
QUINDEX_INLINE std::vector<double> weighted_least_squares(const matrix& a) {
  const Eigen::Index n = a.rows();
  matrix bordered = matrix::Zero(n + 1, n + 1);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) {
      if (i == j) continue;
      bordered(j, j) += a(i, j) * a(i, j);
      bordered(i, i) += 1;
      bordered(i, j) -= a(i, j);
      bordered(j, i) -= a(i, j);
    }
  for (Eigen::Index i = 0; i < n; ++i) bordered(i, n) = bordered(n, i) = 1;
  std::vector<double> right(static_cast<std::size_t>(n) + 1, 0.0);
  right.back() = 1;
  std::optional<std::vector<double>> w = numeric::solve(bordered, std::move(right));
  if (!w) throw numeric_error({"weighted least squares", "the equations are singular", "use another prioritisation"});
  w->pop_back();
  for (std::size_t i = 0; i < w->size(); ++i)
    if (!((*w)[i] > 0))
      throw numeric_error({"weighted least squares",
                           "priority " + std::to_string(i + 1) + " is " + number_text((*w)[i]),
                           "the comparisons contradict each other: change the worst, or use the eigenvector"});
  make_shares(*w);
  return *w;
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> priorities(const matrix& a, prioritisation rule) {
  if (a.rows() == 1) return {1.0};
  switch (rule) {
    case prioritisation::geometric_mean:
      return detail::geometric_means(a);
    case prioritisation::weighted_least_squares:
      return detail::weighted_least_squares(a);
    case prioritisation::eigenvector:
      break;
  }
  return detail::principal_vector(a);
}

QUINDEX_INLINE double principal_value(const matrix& a, const std::vector<double>& vector) {
  std::vector<double> terms;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j) terms.push_back(a(i, j) * vector[static_cast<std::size_t>(j)]);
  return numeric::sum(terms) / numeric::sum(vector);
}

}  // namespace weigh
QUINDEX_END
