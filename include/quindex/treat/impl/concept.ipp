/// Bodies of treat/concept.hpp.
#pragma once

#include <algorithm>
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

namespace detail {

QUINDEX_INLINE bool hides_powers(double power, double low, double high) {
  constexpr double few = -13.862943611198906;  // ln 2^-20: of 16 digits 10 are left
  return std::max(power * low, power * high) < few;
}

QUINDEX_INLINE std::vector<std::string> remarks_on_power(std::string_view method, double power) {
  constexpr double near = 1e-4;
  if (std::abs(power) < widest_power - near) return {};
  return {std::string(method) + " is most likely at the end of its search, lambda " + (power < 0 ? "-" : "") +
          number_text(widest_power) + ": one outlier may decide it; look at the column, or give lambda"};
}

}  // namespace detail

QUINDEX_INLINE void refuse_constant(const column& x, std::string_view method) {
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0)
    throw data_error({x.where(), "all values are missing", "remove the indicator, or impute it from another source"});
  const std::string found = seen.low == seen.high
                                ? "found one (" + number_text(seen.low) + ")"
                                : "found ones that differ by rounding only (about " + number_text(seen.low) + ")";
  if (seen.is_flat())
    throw data_error({x.where(), std::string(method) + " needs at least two distinct values, " + found,
                      "remove the indicator, or treat it only where it is skewed"});
}

}  // namespace treat
QUINDEX_END
