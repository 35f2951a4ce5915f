/// What the imputations share that take values from other units.
#pragma once

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {

/// All units as donors; the scale of an indicator is its standard deviation (divisor n), 1 where it is constant.
[[nodiscard]] inline fills::donors donor_table(const indicators& all, std::string_view method) {
  refuse_empty(all, method);
  const standardised scale = standardise(all);
  fills::donors out;
  out.units.assign(all.units.begin(), all.units.end());
  for (std::size_t j = 0; j < all.codes.size(); ++j) out.scales.emplace_back(all.codes[j], scale.sd[j]);
  out.values.resize(all.units.size());
  for (std::size_t i = 0; i < all.units.size(); ++i)
    for (const column_view x : all.x) out.values[i].push_back(is_missing(x[i]) ? std::nullopt : std::optional(x[i]));
  return out;
}

}  // namespace impute
QUINDEX_END
