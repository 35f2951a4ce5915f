/// Bodies of weigh/unobserved_components.hpp.
#pragma once

#include <string>

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/one_factor.hpp"
#include "quindex/weigh/unobserved_components.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// The children that differ from unit to unit, standardised, high being better.
struct standard_columns {
  std::vector<std::size_t> live;
  std::vector<std::vector<double>> z;
  std::vector<double> sd;
};

inline standard_columns standardised(const columns& c, const group& g) {
  standard_columns out;
  for (std::size_t j = 0; j < c.size(); ++j) {
    if (c.is_constant(j)) continue;
    const numeric::moments m(c.x[j]);
    const double sd = m.sd(0), sign = g.is_high_better(j) ? 1 : -1;
    std::vector<double> z(c.x[j].begin(), c.x[j].end());
    for (double& value : z) value = sign * (value - m.mean) / sd;
    out.live.push_back(j);
    out.z.push_back(std::move(z));
    out.sd.push_back(sd);
  }
  return out;
}

inline void refuse_unfitted(const numeric::one_factor_fit& fit, const std::vector<std::size_t>& live, const group& g) {
  if (fit.without_error < live.size())
    throw numeric_error({g.where() + "/" + g.children[live[fit.without_error]],
                         "its error variance goes to 0 (a Heywood case): it would be all that the group measures",
                         "leave out a child that nearly repeats it, or use pca"});
  if (!fit.converged)
    throw numeric_error({g.where(),
                         "unobserved_components did not converge in " + std::to_string(fit.model.steps) + " steps",
                         "the children have too little in common; use pca"});
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> unobserved_components::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  const detail::standard_columns s = detail::standardised(c, g);
  if (s.live.empty()) throw data_error({g.where(), std::string(no_difference), "leave the group's weights equal"});
  if (s.live.size() < 3)
    throw data_error({g.where(), std::to_string(s.live.size()) + " children differ from unit to unit",
                      "unobserved_components needs 3, or its parameters are open"});
  const numeric::one_factor_fit found = numeric::fit_one_factor({s.z.begin(), s.z.end()});
  detail::refuse_unfitted(found, s.live, g);
  const numeric::one_factor& model = found.model;
  (void)settled(model.loading, negative_loadings::refuse, g, s.live, "loading");
  std::vector<double> w;
  for (std::size_t k = 0; k < s.live.size(); ++k) {
    // In terms of standardised scores beta is the loading, and sigma^2 the error over its square.
    const double precision = model.loading[k] * model.loading[k] / model.error[k];
    const double beta = model.loading[k] * s.sd[k];
    w.push_back(precision == 0 || applied_to == component_scale::rescaled ? precision : precision / beta);
  }
  return as_weights(spread_out(w, s.live, c.size()), g, "the children have nothing in common");
}

}  // namespace weigh
QUINDEX_END
