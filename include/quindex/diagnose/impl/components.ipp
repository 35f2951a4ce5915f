/// Bodies of diagnose/components.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/diagnose/components.hpp"
#include "quindex/diagnose/impl/support.ipp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/numeric/varimax.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// Eigenvalues of the correlations of so many independent normal numbers.
inline std::vector<double> random_eigenvalues(Eigen::Index n, Eigen::Index m, const numeric::random_stream& numbers) {
  matrix x(n, m);
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = 0; i < n; ++i) x(i, j) = numbers.normal(static_cast<std::uint64_t>(j * n + i));
  return numeric::symmetric_eigen(numeric::pearson(x)).values;
}

inline void analyse_in_parallel(const component_options& how, component_report& out) {
  const size_t m = out.eigenvalues.size();
  std::vector<std::vector<double>> drawn(m);
  for (size_t k = 0; k < how.replicates; ++k) {
    const numeric::random_stream numbers(how.seed, "diagnose.parallel", static_cast<std::uint32_t>(k));
    const std::vector<double> values = random_eigenvalues(static_cast<Eigen::Index>(out.n), at(m), numbers);
    for (size_t e = 0; e < m; ++e) drawn[e].push_back(values[e]);
  }
  bool is_above = true;
  for (size_t e = 0; e < m; ++e) {
    out.random_mean.push_back(numeric::mean(drawn[e]));
    out.random_quantile.push_back(numeric::quantile(drawn[e], how.quantile));
    is_above = is_above && out.eigenvalues[e] > out.random_quantile[e];
    out.retained += is_above ? 1 : 0;
  }
}

inline basis basis_of(const std::string& where, const table& data, numeric::rows_used rows) {
  require_columns(where, data, 2);
  basis out = correlations_of(where, data, rows);
  if (!(out.n >= 3)) throw data_error({where, "there are " + number_text(out.n) + " rows", "give at least 3"});
  return out;
}

/// Loadings after the rotation that was asked for.
inline numeric::oblique_rotation rotated(const matrix& loadings, const factor_options& how) {
  const Eigen::Index k = loadings.cols();
  const matrix identity = matrix::Identity(k, k);
  if (k == 1 || how.rotation == rotation::none) return {loadings, loadings, identity, 0};
  if (how.rotation == rotation::promax) return numeric::promax(loadings, how.power);
  if (how.rotation == rotation::oblimin) return numeric::oblimin(loadings, how.gamma);
  const numeric::rotation simple = numeric::varimax(loadings);
  return {simple.loadings, simple.loadings, identity, simple.sweeps};
}

/// Puts the factors that explain most first.
inline void order_factors(factor_report& out) {
  const std::vector<size_t> order = numeric::order(out.variance, true);
  factor_report in = out;
  for (size_t f = 0; f < order.size(); ++f) {
    const Eigen::Index from = at(order[f]), to = at(f);
    for (Eigen::Index j = 0; j < in.loadings.rows(); ++j) {
      out.loadings(j, to) = in.loadings(j, from);
      out.structure(j, to) = in.structure(j, from);
    }
    out.variance[f] = in.variance[order[f]], out.share[f] = in.share[order[f]];
    for (size_t g = 0; g < order.size(); ++g) out.correlations(to, at(g)) = in.correlations(from, at(order[g]));
  }
}

/// What remains of the correlations, and whether it is more than chance.
inline void assess_fit(const matrix& r, const numeric::factor_solution& found, const factor_options& how,
                       factor_report& out) {
  const Eigen::Index m = r.rows(), k = found.loadings.cols();
  double squares = 0;
  for (Eigen::Index j = 0; j < m; ++j)
    for (Eigen::Index i = 0; i < j; ++i) {
      double left = r(i, j);
      for (Eigen::Index f = 0; f < k; ++f) left -= found.loadings(i, f) * found.loadings(j, f);
      squares += left * left;
    }
  const double size = static_cast<double>(m), factors = static_cast<double>(k);
  out.residual = std::sqrt(squares / (size * (size - 1) / 2));
  out.df = ((size - factors) * (size - factors) - size - factors) / 2;
  if (how.extraction != numeric::extraction::maximum_likelihood) return;
  out.chi_square = (out.n - 1 - (2 * size + 5) / 6 - 2 * factors / 3) * found.objective;
  out.p = numeric::chi_square_tail(out.chi_square, out.df);
}

}  // namespace detail

QUINDEX_INLINE component_report components(const table& data, const component_options& how) {
  detail::require_share("components.quantile", how.quantile);
  const detail::basis basis = detail::basis_of("components", data, how.rows);
  const numeric::eigen_system found = numeric::symmetric_eigen(basis.r);
  component_report out;
  out.columns = data.indicators();
  out.n = basis.n;
  out.eigenvalues = found.values;
  out.vectors = out.loadings = found.vectors;
  double cumulative = 0;
  for (std::size_t e = 0; e < found.values.size(); ++e) {
    const double value = std::max(0.0, found.values[e]);
    out.share.push_back(value / static_cast<double>(found.values.size()));
    out.cumulative.push_back(cumulative += out.share.back());
    out.above_one += value > 1 ? 1 : 0;
    for (double& loading : column_of(out.loadings, detail::at(e))) loading *= std::sqrt(value);
  }
  if (how.replicates > 0) detail::analyse_in_parallel(how, out);
  return out;
}

QUINDEX_INLINE factor_report factors(const table& data, const factor_options& how) {
  const detail::basis basis = detail::basis_of("factors", data, how.components.rows);
  std::size_t k = how.factors;
  if (k == 0) {
    if (how.components.replicates == 0)
      throw spec_error({"factors.factors", "none are asked for, and parallel analysis has no replicates",
                        "give a number of factors"});
    k = std::max<std::size_t>(1, components(data, how.components).retained);
    k = std::min(k, std::max<std::size_t>(1, numeric::most_factors(data.indicators().size())));
  }
  const numeric::factor_solution found = numeric::extract_factors(basis.r, k, how.extraction);
  const numeric::oblique_rotation turned = detail::rotated(found.loadings, how);
  factor_report out;
  out.columns = data.indicators();
  out.n = basis.n;
  out.loadings = turned.pattern, out.structure = turned.structure, out.correlations = turned.correlations;
  out.uniqueness = found.uniqueness;
  out.communality.assign(found.uniqueness.size(), 0.0);
  for (Eigen::Index f = 0; f < out.loadings.cols(); ++f) {
    double variance = 0;
    for (Eigen::Index j = 0; j < out.loadings.rows(); ++j) {
      const double part = out.loadings(j, f) * out.structure(j, f);
      variance += part;
      out.communality[static_cast<std::size_t>(j)] += part;
    }
    out.variance.push_back(variance);
    out.share.push_back(variance / static_cast<double>(out.loadings.rows()));
  }
  detail::order_factors(out);
  detail::assess_fit(basis.r, found, how, out);
  for (std::size_t j = 0; j < out.uniqueness.size(); ++j)
    if (out.uniqueness[j] <= 0.005) out.without_error.push_back(data.indicators()[j]);
  return out;
}

}  // namespace diagnose
QUINDEX_END
