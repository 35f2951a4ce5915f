/// Bodies of impute/normal_model.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/impute/normal_model.hpp"
#include "quindex/numeric/conditional.hpp"

QUINDEX_BEGIN
namespace impute {
namespace detail {

/// Sums over some rows of the completed values, of their products, and of what is uncertain about these.
struct expected_sums {
  std::vector<double> first;
  matrix second;
};

[[nodiscard]] inline Eigen::Index at(std::size_t i) { return static_cast<Eigen::Index>(i); }

/// The expected sums over the rows of one pattern.
QUINDEX_INLINE void add_pattern(const matrix& z, const normal_parameters& now, const numeric::conditioner& conditioner,
                                const numeric::missing_pattern& p, expected_sums& to) {
  const std::size_t m = now.means.size();
  const numeric::conditional found =
      p.missing.empty() ? numeric::conditional{} : conditioner.given(p.observed, p.missing);
  std::vector<double> x(m);
  for (const std::size_t row : p.rows) {
    for (const std::size_t j : p.observed) x[j] = z(at(row), at(j));
    for (std::size_t a = 0; a < p.missing.size(); ++a) {
      double value = now.means[p.missing[a]];
      for (std::size_t o = 0; o < p.observed.size(); ++o)
        value += found.slope(at(a), at(o)) * (x[p.observed[o]] - now.means[p.observed[o]]);
      x[p.missing[a]] = value;
    }
    for (std::size_t j = 0; j < m; ++j) {
      to.first[j] += x[j];
      double* column = to.second.data() + j * m;
      for (std::size_t i = j; i < m; ++i) column[i] += x[i] * x[j];
    }
  }
  const auto n = static_cast<double>(p.rows.size());
  for (std::size_t a = 0; a < p.missing.size(); ++a)
    for (std::size_t b = 0; b <= a; ++b)
      to.second(at(p.missing[a]), at(p.missing[b])) += n * found.covariance(at(a), at(b));
}

/// One round: the parameters that the expected sums give. Blocks of patterns, always the same ones, are added up in
/// their order, so that threads change nothing.
QUINDEX_INLINE normal_parameters em_round(const matrix& z, const normal_parameters& now,
                                          const std::vector<numeric::missing_pattern>& patterns,
                                          const em_limits& limits, const numeric::executor& how) {
  constexpr std::size_t blocks = 16;
  const std::size_t m = now.means.size();
  const numeric::conditioner conditioner(now.covariance);
  std::vector<expected_sums> sums(blocks, {std::vector<double>(m, 0.0), matrix::Zero(at(m), at(m))});
  numeric::parallel_for(how, blocks, [&](std::size_t b) {
    for (std::size_t k = b; k < patterns.size(); k += blocks) add_pattern(z, now, conditioner, patterns[k], sums[b]);
  });
  for (std::size_t b = 1; b < blocks; ++b) {
    sums[0].second += sums[b].second;
    for (std::size_t j = 0; j < m; ++j) sums[0].first[j] += sums[b].first[j];
  }
  const auto n = static_cast<double>(z.rows());
  normal_parameters next{sums[0].first, matrix(at(m), at(m))};
  for (double& mean : next.means) mean /= n;
  for (std::size_t j = 0; j < m; ++j)
    for (std::size_t i = j; i < m; ++i) {
      double s = sums[0].second(at(i), at(j)) - n * next.means[i] * next.means[j];
      if (i == j) s = std::max(s, 0.0) + limits.ridge;
      next.covariance(at(i), at(j)) = next.covariance(at(j), at(i)) = s / (n + limits.ridge);
    }
  return next;
}

}  // namespace detail

QUINDEX_INLINE normal_parameters expectation_maximisation_of(const matrix& z, const em_limits& limits,
                                                             const numeric::executor& how, const std::string& where) {
  const Eigen::Index m = z.cols();
  std::vector<column_view> columns;
  normal_parameters now{std::vector<double>(static_cast<std::size_t>(m), 0.0), matrix::Zero(m, m)};
  for (Eigen::Index j = 0; j < m; ++j) {
    columns.push_back(column_of(z, j));
    for (const double x : columns.back())
      if (!is_missing(x) && x != 0) now.covariance(j, j) = 1;  // standardised, so 1 unless constant
  }
  const auto patterns = numeric::missing_patterns(columns);
  double change = 0;
  for (int round = 0; round < limits.rounds; ++round) {
    normal_parameters next = detail::em_round(z, now, patterns, limits, how);
    change = (next.covariance - now.covariance).cwiseAbs().maxCoeff();
    for (std::size_t j = 0; j < next.means.size(); ++j)
      change = std::max(change, std::abs(next.means[j] - now.means[j]));
    now = std::move(next);
    if (change <= limits.tolerance) return now;
  }
  throw numeric_error({where,
                       "expectation-maximisation has not converged after " + std::to_string(limits.rounds) +
                           " rounds; the last one still moved a mean or covariance by " + number_text(change) +
                           " standard deviations",
                       "impute fewer indicators together, give a ridge of a unit or more, or allow more rounds"});
}

QUINDEX_INLINE normal_parameters complete_rows_of(const matrix& z, const std::string& where) {
  const auto m = static_cast<std::size_t>(z.cols());
  std::vector<Eigen::Index> rows;
  for (Eigen::Index i = 0; i < z.rows(); ++i)
    if (z.row(i).array().isNaN().count() == 0) rows.push_back(i);
  if (rows.size() < m + 2)
    throw data_error({where,
                      std::to_string(rows.size()) + " units have a value of all " + std::to_string(m) + " indicators",
                      "regress on fewer indicators, so that " + std::to_string(m + 2) +
                          " units or more are complete, or use expectation_maximisation"});
  normal_parameters out{std::vector<double>(m, 0.0), matrix::Zero(z.cols(), z.cols())};
  for (const Eigen::Index i : rows)
    for (std::size_t j = 0; j < m; ++j) out.means[j] += z(i, detail::at(j));
  for (double& mean : out.means) mean /= static_cast<double>(rows.size());
  for (const Eigen::Index i : rows)
    for (std::size_t j = 0; j < m; ++j)
      for (std::size_t k = 0; k < m; ++k)
        out.covariance(detail::at(k), detail::at(j)) +=
            (z(i, detail::at(k)) - out.means[k]) * (z(i, detail::at(j)) - out.means[j]);
  out.covariance /= static_cast<double>(rows.size() - 1);
  return out;
}

QUINDEX_INLINE fills::normal normal_fill(const indicators& all, const standardised& scale,
                                         const normal_parameters& found) {
  fills::normal out;
  const std::size_t m = all.codes.size();
  out.covariance.assign(m, std::vector<double>(m, 0.0));
  for (std::size_t j = 0; j < m; ++j) {
    out.means.emplace_back(all.codes[j], scale.mean[j] + scale.sd[j] * found.means[j]);
    for (std::size_t k = 0; k <= j; ++k)
      out.covariance[j][k] = out.covariance[k][j] =
          scale.sd[j] * scale.sd[k] * found.covariance(detail::at(j), detail::at(k));
  }
  return out;
}

}  // namespace impute
QUINDEX_END
