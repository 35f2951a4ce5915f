/// Bodies of weigh/pairwise.hpp: comparisons that nobody made, and several judges.
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
namespace detail {

using free_pairs = std::vector<std::pair<Eigen::Index, Eigen::Index>>;

QUINDEX_INLINE free_pairs missing_cells(const matrix& a) {
  free_pairs out;
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = i + 1; j < a.cols(); ++j)
      if (is_missing(a(i, j))) out.emplace_back(i, j);
  return out;
}

/// Throws unless every criterion can be reached from the first through comparisons.
QUINDEX_INLINE void check_connected(const matrix& a, const std::string& where, const std::vector<std::string>& names) {
  std::vector<Eigen::Index> reached{0};
  std::vector<bool> seen(static_cast<std::size_t>(a.rows()), false);
  seen[0] = true;
  for (std::size_t k = 0; k < reached.size(); ++k)
    for (Eigen::Index j = 0; j < a.cols(); ++j)
      if (!seen[static_cast<std::size_t>(j)] && !is_missing(a(reached[k], j))) {
        seen[static_cast<std::size_t>(j)] = true;
        reached.push_back(j);
      }
  std::vector<std::string> apart, others;
  for (std::size_t i = 0; i < seen.size(); ++i)
    (seen[i] ? others : apart).push_back(names.empty() ? std::to_string(i + 1) : names[i]);
  if (!apart.empty())
    throw numeric_error(
        {where, "nothing compares " + listed(apart) + " with " + listed(others), "judge at least one such pair"});
}

/// Logarithmic least squares on the comparisons there are: the normal equations of a graph, its first priority fixed.
QUINDEX_INLINE std::vector<double> logarithmic_priorities(const matrix& a) {
  const Eigen::Index n = a.rows();
  matrix laplacian = matrix::Zero(n - 1, n - 1);
  std::vector<double> right(static_cast<std::size_t>(n - 1), 0.0);
  for (Eigen::Index i = 1; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) {
      if (i == j || is_missing(a(i, j))) continue;
      laplacian(i - 1, i - 1) += 1;
      if (j > 0) laplacian(i - 1, j - 1) -= 1;
      right[static_cast<std::size_t>(i - 1)] += numeric::log(a(i, j));
    }
  const auto logs = numeric::solve(laplacian, std::move(right));
  if (!logs) throw numeric_error({"logarithmic least squares", "the equations are singular", "judge more pairs"});
  std::vector<double> w{1.0};
  for (const double x : *logs) w.push_back(numeric::exp(x));
  make_shares(w);
  return w;
}

QUINDEX_INLINE void fill(matrix& a, const free_pairs& at, const std::vector<double>& left,
                         const std::vector<double>& right) {
  for (const auto& [i, j] : at) {
    a(i, j) = left[static_cast<std::size_t>(i)] / right[static_cast<std::size_t>(j)];
    a(j, i) = 1 / a(i, j);
  }
}

/// At the least eigenvalue each free cell is sqrt(x_i y_j / (x_j y_i)) for its right and left eigenvectors x and y.
QUINDEX_INLINE void least_eigenvalue(matrix& a, const free_pairs& free) {
  constexpr int most_steps = 10000;
  double change = 0;
  for (int step = 0; step < most_steps; ++step) {
    const std::vector<double> right = priorities(a), left = priorities(a.transpose());
    change = 0;
    for (const auto& [i, j] : free) {
      const auto p = static_cast<std::size_t>(i), q = static_cast<std::size_t>(j);
      const double value = std::sqrt(right[p] * left[q] / (right[q] * left[p]));
      change = std::max(change, std::abs(value / a(i, j) - 1));
      a(i, j) = value;
      a(j, i) = 1 / value;
    }
    if (change < 1e-13) return;
  }
  throw numeric_error({"completion of comparisons",
                       "no convergence in " + std::to_string(most_steps) + " steps; the last one changed a value by " +
                           number_text(change) + " of its size",
                       "judge more pairs, or use the completion 'logarithmic'"});
}

/// Harker's matrix: 0 where nobody judged, on the diagonal 1 and the number of those.
QUINDEX_INLINE std::vector<double> harker_priorities(matrix a) {
  for (Eigen::Index i = 0; i < a.rows(); ++i)
    for (Eigen::Index j = 0; j < a.cols(); ++j)
      if (is_missing(a(i, j))) a(i, j) = 0, a(i, i) += 1;
  return priorities(a);
}

}  // namespace detail

QUINDEX_INLINE matrix completed(matrix a, completion rule, const std::string& where,
                                const std::vector<std::string>& names) {
  const detail::free_pairs free = detail::missing_cells(a);
  if (free.empty()) return a;
  detail::check_connected(a, where, names);
  const std::vector<double> start =
      rule == completion::harker ? detail::harker_priorities(a) : detail::logarithmic_priorities(a);
  detail::fill(a, free, start, start);
  if (rule == completion::optimal) detail::least_eigenvalue(a, free);
  return a;
}

QUINDEX_INLINE matrix joint_judgements(const std::vector<matrix>& judges, const std::vector<double>& weights) {
  matrix out = judges.front();
  for (Eigen::Index i = 0; i < out.rows(); ++i)
    for (Eigen::Index j = i + 1; j < out.cols(); ++j) {
      std::vector<double> logs, counts;
      for (std::size_t k = 0; k < judges.size(); ++k) {
        const double count = weights.empty() ? 1 : weights[k];
        if (is_missing(judges[k](i, j)) || count == 0) continue;
        logs.push_back(count * numeric::log(judges[k](i, j)));
        counts.push_back(count);
      }
      out(i, j) = logs.empty() ? missing_value : numeric::exp(numeric::sum(logs) / numeric::sum(counts));
      out(j, i) = 1 / out(i, j);
    }
  return out;
}

QUINDEX_INLINE std::vector<double> joint_priorities(const std::vector<std::vector<double>>& judges,
                                                    const std::vector<double>& weights) {
  const std::vector<double> equal(judges.size(), 1.0);
  const std::vector<double>& counts = weights.empty() ? equal : weights;
  std::vector<double> out, logs(judges.size());
  for (std::size_t j = 0; j < judges.front().size(); ++j) {
    for (std::size_t k = 0; k < judges.size(); ++k)
      logs[k] = counts[k] == 0 ? 0 : counts[k] * numeric::log(judges[k][j]);
    out.push_back(numeric::exp(numeric::sum(logs) / numeric::sum(counts)));
  }
  detail::make_shares(out);
  return out;
}

}  // namespace weigh
QUINDEX_END
