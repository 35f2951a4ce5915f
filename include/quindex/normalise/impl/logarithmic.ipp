/// Bodies of normalise/logarithmic.hpp.
#pragma once

#include <vector>

#include "quindex/normalise/logarithmic.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE any_map logarithmic::fit(const column& x) const {
  refuse_nonpositive(x, info.name);
  std::vector<double> logarithms(x.x.size());
  numeric::log(x.x, logarithms);
  const numeric::tally all = numeric::total(logarithms);
  if (all.n == 0) refuse_empty(x);
  if (!(all.sum > 0))
    throw numeric_error({x.where(),
                         "logarithmic needs values with a product above 1, its logarithm is " + number_text(all.sum),
                         "measure in smaller units"});
  if (x.better_when_high) return maps::affine{.before = maps::transform::log, .range = all.sum, .span = high};
  if (all.n == 1)
    throw data_error({x.where(), "logarithmic shares a cost among the other units, there is only one unit",
                      "use min_max with goalposts"});
  const double share = high / static_cast<double>(all.n - 1);
  return maps::affine{.before = maps::transform::log, .range = all.sum, .base = share, .span = -share};
}

}  // namespace normalise
QUINDEX_END
