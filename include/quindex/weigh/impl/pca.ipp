/// Bodies of weigh/pca.hpp and weigh/lpi_pca.hpp.
#pragma once

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/lpi_pca.hpp"
#include "quindex/weigh/pca.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

inline std::vector<double> first_vector(const numeric::eigen_system& e) {
  const column_view u = column_of(e.vectors, 0);
  return {u.begin(), u.end()};
}

/// The mean of the retained vectors, weighted by what their components explain.
inline std::vector<double> mean_vector(const numeric::eigen_system& e, double least_eigenvalue) {
  std::vector<double> out(e.values.size(), 0.0);
  for (std::size_t k = 0; k < e.values.size(); ++k) {
    if (k > 0 && e.values[k] < least_eigenvalue) break;
    const column_view u = column_of(e.vectors, static_cast<Eigen::Index>(k));
    for (std::size_t j = 0; j < out.size(); ++j) out[j] += e.values[k] * u[j];
  }
  return out;
}

/// Covariances of the live children from their correlations.
inline void scale_to_covariances(live_matrix& m, const columns& c) {
  for (std::size_t a = 0; a < m.live.size(); ++a) {
    const double sd = numeric::moments(c.x[m.live[a]]).sd();
    m.values.row(static_cast<Eigen::Index>(a)) *= sd;
    m.values.col(static_cast<Eigen::Index>(a)) *= sd;
  }
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> pca::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  live_matrix m = live_correlations(c, g);
  double mean_variance = 1;
  if (of == component_matrix::covariance) {
    detail::scale_to_covariances(m, c);
    mean_variance = 0;
    for (Eigen::Index j = 0; j < m.values.rows(); ++j)
      mean_variance += m.values(j, j) / static_cast<double>(m.values.rows());
  }
  const numeric::eigen_system e = numeric::symmetric_eigen(m.values);
  std::vector<double> u = form == component_weights::explained_variance
                              ? detail::mean_vector(e, least_eigenvalue * mean_variance)
                              : detail::first_vector(e);
  u = settled(std::move(u), negative, g, m.live, "loading");
  if (form == component_weights::squared_loadings)
    for (double& x : u) x *= x;
  return as_weights(spread_out(u, m.live, c.size()), g, "all loadings are 0 or below");
}

QUINDEX_INLINE std::vector<double> lpi_pca::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  const live_matrix m = live_correlations(c, g);
  std::vector<double> u = detail::first_vector(numeric::symmetric_eigen(m.values));
  u = settled(std::move(u), negative, g, m.live, "loading");
  for (std::size_t k = 0; k < u.size(); ++k) u[k] /= numeric::moments(c.x[m.live[k]]).sd();
  return as_weights(spread_out(u, m.live, c.size()), g, "all loadings are 0 or below");
}

}  // namespace weigh
QUINDEX_END
