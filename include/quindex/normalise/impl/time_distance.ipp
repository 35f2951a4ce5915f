/// Bodies of normalise/time_distance.hpp.
#pragma once

#include <algorithm>

#include "quindex/normalise/time_distance.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void time_distance::check(const path& where) const {
  if (series.size() < 2)
    throw spec_error({(where / "series").text(),
                      "the reference needs at least two points, found " + std::to_string(series.size()),
                      "write pairs [time, level]"});
  for (std::size_t k = 1; k < series.size(); ++k)
    if (!(series[k - 1].first < series[k].first))
      throw spec_error({(where / "series").text(),
                        "the time " + number_text(series[k].first) + " follows " + number_text(series[k - 1].first),
                        "times have to ascend"});
}

QUINDEX_INLINE any_map time_distance::fit(const column& x) const {
  check(path("normalise"));
  if (x.best) throw spec_error({x.where(), "time_distance does not go with an optimum", "use min_max or goalposts"});
  maps::piecewise_linear curve;
  curve.extend = extend;
  for (std::size_t k = 0; k < series.size(); ++k) {
    const auto& [time, level] = series[k];
    if (k > 0 && !(x.better_when_high ? series[k - 1].second < level : series[k - 1].second > level))
      throw spec_error({x.where(),
                        "the reference is at " + number_text(level) + " at the time " + number_text(time) +
                            ", no better than before (" + number_text(series[k - 1].second) + ")",
                        "leave out the times at which it fell back, so that each level has one time"});
    curve.points.emplace_back(level, time - at);
  }
  if (!x.better_when_high) std::reverse(curve.points.begin(), curve.points.end());
  return curve;
}

}  // namespace normalise
QUINDEX_END
