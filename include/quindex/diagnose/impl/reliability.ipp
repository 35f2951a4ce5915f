/// Bodies of diagnose/reliability.hpp: alpha, lambdas, omega.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/reliability.hpp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/factor.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Sums of a covariance matrix: of each row, of the diagonal, of all.
struct matrix_sums {
  std::vector<double> row;
  double diagonal = 0, all = 0;
  explicit matrix_sums(const matrix& v) {
    for (Eigen::Index j = 0; j < v.cols(); ++j) row.push_back(numeric::sum(column_of(v, j)));
    for (Eigen::Index j = 0; j < v.cols(); ++j) diagonal += v(j, j);
    all = numeric::sum(row);
  }
};

/// Alpha from the sums of variances and of all entries of a covariance matrix of m columns.
inline double alpha_of(double variances, double all, size_t m) {
  const double size = static_cast<double>(m);
  return m < 2 || !(all > 0) ? missing_value : size / (size - 1) * (1 - variances / all);
}

/// Twice the largest covariance of two halves, by trying all splits in the order of Gray's code.
inline double best_split(const matrix& v) {
  const Eigen::Index m = v.rows();
  std::vector<double> side(static_cast<size_t>(m), 1.0);
  double across = 0, best = 0;  // Σ over pairs on different sides
  const std::uint64_t splits = std::uint64_t{1} << (m - 1);
  for (std::uint64_t s = 1; s < splits; ++s) {
    const auto moved = static_cast<Eigen::Index>(__builtin_ctzll(s));
    const size_t at_moved = static_cast<size_t>(moved);
    double change = 0;
    for (Eigen::Index j = 0; j < m; ++j)
      if (j != moved) change += side[at_moved] * side[static_cast<size_t>(j)] * v(moved, j);
    side[at_moved] = -side[at_moved];
    across += change;
    best = std::max(best, across);
  }
  return 2 * best;
}

/// The same for many columns: from every other column on one side, moving the column that helps most.
inline double good_split(const matrix& v) {
  const Eigen::Index m = v.rows();
  std::vector<double> side(static_cast<size_t>(m));
  for (size_t j = 0; j < side.size(); ++j) side[j] = j % 2 == 0 ? 1 : -1;
  double across = 0;
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = 0; i < j; ++i)
      across += side[static_cast<size_t>(i)] != side[static_cast<size_t>(j)] ? v(i, j) : 0;
  for (;;) {
    double most = 1e-12;
    size_t best = side.size();
    for (size_t i = 0; i < side.size(); ++i) {
      double change = 0;
      for (size_t j = 0; j < side.size(); ++j)
        if (j != i) change += side[i] * side[j] * v(at(i), at(j));
      if (change > most) most = change, best = i;
    }
    if (best == side.size()) return 2 * across;
    side[best] = -side[best];
    across += most;
  }
}

inline std::array<double, 6> lambdas_of(const matrix& r, const std::vector<double>& explained, bool& is_exact) {
  const matrix_sums sums(r);
  const double m = static_cast<double>(r.rows()), all = sums.all;
  double squares = 0, most = 0, unexplained = 0;
  for (Eigen::Index j = 0; j < r.cols(); ++j) {
    double column = 0;
    for (Eigen::Index i = 0; i < r.rows(); ++i) column += i == j ? 0 : r(i, j) * r(i, j);
    squares += column, most = std::max(most, column);
    unexplained += 1 - explained[static_cast<size_t>(j)];
  }
  const double first = 1 - sums.diagonal / all;
  is_exact = r.rows() <= 20;
  return {first,
          first + std::sqrt(m / (m - 1) * squares) / all,
          alpha_of(sums.diagonal, all, static_cast<size_t>(r.rows())),
          2 * (is_exact ? best_split(r) : good_split(r)) / all,
          first + 2 * std::sqrt(most) / all,
          1 - unexplained / all};
}

inline void assess_items(const table& data, const matrix& v, const matrix& r, reliability_report& out) {
  const matrix_sums raw(v), equal(r);
  const size_t m = data.indicators().size();
  const auto inverse = numeric::cholesky::of(r, 1e-10);
  const matrix turned = inverse ? inverse->inverse() : matrix();
  for (size_t k = 0; k < m; ++k) {
    const Eigen::Index j = at(k);
    item_reliability item{.column = data.indicators()[k]};
    const auto without = [&](const matrix_sums& s, const matrix& c) { return s.all - 2 * s.row[k] + c(j, j); };
    item.alpha_if_dropped = alpha_of(raw.diagonal - v(j, j), without(raw, v), m - 1);
    item.standardised_alpha_if_dropped = alpha_of(equal.diagonal - 1, without(equal, r), m - 1);
    const auto with_rest = [&](const matrix_sums& s, const matrix& c) {
      const double rest = without(s, c);
      return rest > 0 ? (s.row[k] - c(j, j)) / std::sqrt(c(j, j) * rest) : missing_value;
    };
    item.item_total = with_rest(raw, v);
    item.standardised_item_total = with_rest(equal, r);
    if (inverse) item.explained = std::max(0.0, 1 - 1 / turned(j, j));
    out.items.push_back(std::move(item));
  }
}

/// Omega of a general factor above group factors: the correlations of the group factors have one factor themselves.
inline void assess_omega(const matrix& r, size_t factors, reliability_report& out) {
  if (r.rows() < 3) return;
  const numeric::factor_solution found = numeric::extract_factors(r, factors);
  const double all = matrix_sums(r).all, unique = numeric::sum(found.uniqueness);
  if (factors == 1) {
    const double loaded = numeric::sum(column_of(found.loadings, 0));
    out.omega = loaded * loaded / (loaded * loaded + unique);
    return;
  }
  const numeric::oblique_rotation groups = numeric::oblimin(found.loadings);
  const matrix above = numeric::extract_factors(groups.correlations, 1).loadings;
  double general = 0;
  for (Eigen::Index j = 0; j < r.rows(); ++j)
    for (Eigen::Index f = 0; f < above.rows(); ++f) general += groups.pattern(j, f) * above(f, 0);
  out.omega = 1 - unique / all;
  out.omega_hierarchical = general * general / all;
}

}  // namespace detail

QUINDEX_INLINE std::pair<double, double> feldt_interval(double alpha, double n, std::size_t m, double level) {
  detail::require_share("reliability.level", level);
  const double upper = (1 + level) / 2, df = n - 1, rest = df * (static_cast<double>(m) - 1);
  return {1 - (1 - alpha) * numeric::f_quantile(upper, df, rest),
          1 - (1 - alpha) * numeric::f_quantile(1 - upper, df, rest)};
}

QUINDEX_INLINE reliability_report reliability(const table& data, const reliability_options& how) {
  detail::require_columns("reliability", data, 2);
  if (how.omega_factors == 0 || how.omega_factors == 2)
    throw spec_error({"reliability.omega_factors", "found " + std::to_string(how.omega_factors),
                      "give 1, or 3 or more: two factors do not determine a general one"});
  const detail::basis basis = detail::correlations_of("reliability", data, how.rows);
  if (!(basis.n >= 3))
    throw data_error({"reliability", "there are " + number_text(basis.n) + " rows", "give at least 3"});
  const matrix v = numeric::covariance(matrix(data.values()), how.rows);
  const std::size_t m = data.indicators().size();
  reliability_report out;
  out.n = basis.n;
  const detail::matrix_sums sums(v), equal(basis.r);
  out.alpha = detail::alpha_of(sums.diagonal, sums.all, m);
  const auto interval = feldt_interval(out.alpha, out.n, m, how.level);
  out.alpha_low = interval.first, out.alpha_high = interval.second;
  out.standardised_alpha = detail::alpha_of(equal.diagonal, equal.all, m);
  out.average_correlation = (equal.all - equal.diagonal) / static_cast<double>(m * (m - 1));
  detail::assess_items(data, v, basis.r, out);
  std::vector<double> explained;
  for (const item_reliability& item : out.items) explained.push_back(item.explained);
  out.lambda = detail::lambdas_of(basis.r, explained, out.lambda4_is_exact);
  detail::assess_omega(basis.r, how.omega_factors, out);
  return out;
}

}  // namespace diagnose
QUINDEX_END
