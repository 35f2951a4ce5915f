/// Bodies of treat/concept.hpp.
#pragma once

#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/treat/concept.hpp"

QUINDEX_BEGIN
namespace treat {

QUINDEX_INLINE bool is_skewed(column_view x, double skewness, double kurtosis, pass_rule accept) {
  const numeric::moments shape(x);
  if (is_missing(shape.excess_kurtosis())) return false;
  const bool leans = std::abs(shape.skewness()) >= skewness;
  const bool is_peaked = shape.excess_kurtosis() >= kurtosis;
  return accept == pass_rule::both ? leans || is_peaked : leans && is_peaked;
}

QUINDEX_INLINE void refuse_constant(const column& x, std::string_view method) {
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0)
    throw data_error({x.where(), "all values are missing", "remove the indicator, or impute it from another source"});
  if (seen.low == seen.high)
    throw data_error(
        {x.where(),
         std::string(method) + " needs at least two distinct values, found one (" + number_text(seen.low) + ")",
         "remove the indicator, or treat it only where it is skewed"});
}

}  // namespace treat
QUINDEX_END
