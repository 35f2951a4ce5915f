/// Bodies of impute/concept.hpp.
#pragma once

#include <map>
#include <vector>

#include "quindex/impute/concept.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace impute {

QUINDEX_INLINE fill fill_by_group(const column& x, std::string_view method,
                                  const std::function<double(column_view)>& statistic) {
  if (x.groups.empty())
    throw spec_error({x.where(), std::string(method) + " needs groups of units, the table has none",
                      "give the table groups, or impute without them"});
  std::map<std::string, std::vector<double>> values;
  for (std::size_t i = 0; i < x.x.size(); ++i)
    if (!x.groups[i].empty() && !is_missing(x.x[i])) values[x.groups[i]].push_back(x.x[i]);
  fill out;
  for (const auto& [label, present] : values) out.by_group.emplace_back(label, statistic(present));
  return out;
}

QUINDEX_INLINE void refuse_empty(const indicators& all, std::string_view method) {
  if (all.codes.empty())
    throw spec_error({all.where, std::string(method) + " has no indicator to look at",
                      "let the step be for two indicators or more"});
  for (std::size_t j = 0; j < all.x.size(); ++j) {
    bool seen = false;
    for (const double value : all.x[j]) seen = seen || !is_missing(value);
    if (!seen) (void)observed({.x = all.x[j], .code = &all.codes[j]}, missing_value);
  }
}

QUINDEX_INLINE standardised standardise(const indicators& all) {
  standardised out;
  out.z.resize(static_cast<Eigen::Index>(all.units.size()), static_cast<Eigen::Index>(all.x.size()));
  for (std::size_t j = 0; j < all.x.size(); ++j) {
    const numeric::moments m(all.x[j]);
    const double spread = m.sd(0);
    out.constant.push_back(!(spread > 0));
    out.mean.push_back(m.mean);
    out.sd.push_back(spread > 0 ? spread : 1.0);
    const std::span<double> z = column_of(out.z, static_cast<Eigen::Index>(j));
    for (std::size_t i = 0; i < z.size(); ++i) z[i] = (all.x[j][i] - m.mean) / out.sd[j];
  }
  return out;
}

}  // namespace impute
QUINDEX_END
