/// Bodies of diagnose/reliability.hpp: whether columns are fit for factors, and how much they repeat each other.
#pragma once

#include <cmath>
#include <string>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/reliability.hpp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// The factored correlation matrix; refuses one that is not positive definite, naming the first column that follows
/// from those before it.
inline numeric::cholesky factored(const std::string& where, const table& data, const matrix& r) {
  constexpr double least_pivot = 1e-10;
  if (const auto found = numeric::cholesky::of(r, least_pivot)) return *found;
  Eigen::Index k = 1;
  while (k < r.rows() && numeric::cholesky::of(matrix(r.topLeftCorner(k + 1, k + 1)), least_pivot)) ++k;
  const std::string& code = data.indicators()[static_cast<size_t>(std::min(k, r.rows() - 1))];
  throw data_error({where + "." + code, "the column follows from the columns before it",
                    "leave it out, or give more rows than columns"});
}

}  // namespace detail

QUINDEX_INLINE adequacy_report adequacy(const table& data, numeric::rows_used rows) {
  detail::require_columns("adequacy", data, 2);
  const detail::basis basis = detail::correlations_of("adequacy", data, rows);
  const numeric::cholesky factored = detail::factored("adequacy", data, basis.r);
  const matrix inverse = factored.inverse();
  const Eigen::Index m = basis.r.rows();
  adequacy_report out;
  out.n = basis.n;
  double all = 0, all_partial = 0;
  for (Eigen::Index j = 0; j < m; ++j) {
    double own = 0, partial = 0;
    for (Eigen::Index i = 0; i < m; ++i) {
      if (i == j) continue;
      const double p = inverse(i, j) / std::sqrt(inverse(i, i) * inverse(j, j));
      own += basis.r(i, j) * basis.r(i, j), partial += p * p;
    }
    out.kmo_columns.push_back(own + partial > 0 ? own / (own + partial) : missing_value);
    all += own, all_partial += partial;
  }
  if (all + all_partial > 0) out.kmo = all / (all + all_partial);
  const double size = static_cast<double>(m);
  out.bartlett = -(out.n - 1 - (2 * size + 5) / 6) * factored.log_determinant();
  out.df = size * (size - 1) / 2;
  out.p = numeric::chi_square_tail(out.bartlett, out.df);
  return out;
}

QUINDEX_INLINE std::vector<double> variance_inflation(const table& data, numeric::rows_used rows) {
  detail::require_columns("variance_inflation", data, 2);
  const detail::basis basis = detail::correlations_of("variance_inflation", data, rows);
  const matrix inverse = detail::factored("variance_inflation", data, basis.r).inverse();
  std::vector<double> out;
  for (Eigen::Index j = 0; j < inverse.rows(); ++j) out.push_back(std::max(1.0, inverse(j, j)));
  return out;
}

}  // namespace diagnose
QUINDEX_END
