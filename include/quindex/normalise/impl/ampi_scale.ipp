/// Bodies of normalise/ampi_scale.hpp.
#pragma once

#include "quindex/normalise/ampi_scale.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void ampi_scale::check(const path& where) const { describe::check_below(where, low, high); }

QUINDEX_INLINE any_map ampi_scale::fit(const column& x) const {
  const std::optional<ends> posts = goalpost_ends(x);
  column seen = x;
  seen.best.reset();  // the reference stands in the middle, so that the range is that of the values
  const ends reach = posts ? *posts : observed_ends(seen, info.name);
  const numeric::moments all(x.x);
  if (!reference && all.n == 0) refuse_empty(x);
  const double centre = reference ? *reference : all.mean;
  return maps::affine{.origin = centre, .range = reach.range(), .base = (low + high) / 2, .span = high - low};
}

}  // namespace normalise
QUINDEX_END
