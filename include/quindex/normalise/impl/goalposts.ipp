/// Bodies of normalise/goalposts.hpp.
#pragma once

#include "quindex/normalise/goalposts.hpp"
#include "quindex/numeric/elementary.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void goalposts::check(const path& where) const {
  describe::check_below(where, low, high);
  if (transform != maps::transform::power && exponent != 1)
    throw spec_error({(where / "exponent").text(), number_text(exponent) + " is given, the transform is no power",
                      "set transform to 'power', or leave the exponent out"});
}

QUINDEX_INLINE any_map goalposts::fit(const column& x) const {
  const std::optional<ends> posts = goalpost_ends(x);
  if (!posts)
    throw spec_error(
        {x.where(),
         std::string("goalposts is asked for, the ") + (x.about->is_group ? "group" : "indicator") + " has none",
         "write its goalposts as [low, high]"});
  maps::affine map{.before = transform, .exponent = exponent, .base = low, .span = high - low, .clip = clip};
  for (const double post : {posts->worst, posts->best})
    if (map.refuses(post))
      throw numeric_error(
          {x.where(),
           "the goalpost " + number_text(post) + " has no " +
               (transform == maps::transform::log ? "logarithm" : "power"),
           transform == maps::transform::log ? "goalposts have to be above 0" : "goalposts must not be below 0"});
  const auto f = [this](double post) {
    if (transform == maps::transform::log) return numeric::log(post);
    if (transform == maps::transform::power) return numeric::pow(post, exponent);
    return post;
  };
  map.origin = f(posts->worst);
  map.range = f(posts->best) - map.origin;
  return map;
}

}  // namespace normalise
QUINDEX_END
