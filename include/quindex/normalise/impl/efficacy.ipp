/// Bodies of normalise/efficacy.hpp.
#pragma once

#include "quindex/normalise/efficacy.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void efficacy::check(const path& where) const {
  if (form == efficacy_form::exponential && !(base > 0))
    throw spec_error({(where / "base").text(), number_text(base) + " is given, the form is exponential",
                      "an exponential curve needs a base above 0"});
}

QUINDEX_INLINE any_map efficacy::fit(const column& x) const {
  const std::optional<ends> posts = goalpost_ends(x);
  const ends at = posts ? *posts : observed_ends(x, info.name);
  if (form == efficacy_form::linear)
    return maps::affine{.origin = at.worst, .range = at.range(), .base = base, .span = gain, .clip = clip};
  return maps::exponential{
      .origin = at.worst, .range = at.range(), .base = base, .rate = numeric::log((base + gain) / base), .clip = clip};
}

}  // namespace normalise
QUINDEX_END
