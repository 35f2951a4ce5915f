/// Bodies of normalise/concept.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/normalise/concept.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {
namespace detail {

[[noreturn]] QUINDEX_INLINE void refuse_flat(const column& x, std::string_view method, const numeric::extent& seen) {
  const std::string found = seen.low == seen.high
                                ? "found one (" + number_text(seen.low) + ")"
                                : "found ones that differ by rounding only (about " + number_text(seen.low) + ")";
  throw data_error({x.where(), std::string(method) + " needs at least two distinct values, " + found,
                    "remove the indicator, or give it goalposts and a method that uses them"});
}

}  // namespace detail

QUINDEX_INLINE void refuse_empty(const column& x) {
  throw data_error({x.where(), "all values are missing", "remove the indicator, or impute it from another source"});
}

QUINDEX_INLINE void refuse_constant(const column& x, std::string_view method) {
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0) refuse_empty(x);
  if (seen.is_flat()) detail::refuse_flat(x, method, seen);
}

QUINDEX_INLINE ends observed_ends(const column& x, std::string_view method) {
  const numeric::extent seen = numeric::range(x.x);
  if (seen.n == 0) refuse_empty(x);
  ends out = x.better_when_high ? ends{seen.low, seen.high} : ends{seen.high, seen.low};
  if (x.best) out.best = *x.best;
  if (numeric::extent{std::min(out.worst, out.best), std::max(out.worst, out.best), 2}.is_flat())
    detail::refuse_flat(x, method, seen);
  if (!std::isfinite(out.range()))
    throw data_error({x.where(),
                      "the values run from " + number_text(seen.low) + " to " + number_text(seen.high) +
                          ", a range beyond double precision",
                      "measure in larger units"});
  return out;
}

QUINDEX_INLINE std::optional<ends> goalpost_ends(const column& x) {
  if (!x.about->about.goalposts) return std::nullopt;
  const auto& [low, high] = *x.about->about.goalposts;
  if (const direction& better = x.about->about.better; better.is_optimal())
    return ends{std::max(better.deviation(low), better.deviation(high)), 0.0};
  return x.better_when_high ? ends{low, high} : ends{high, low};
}

}  // namespace normalise
QUINDEX_END
