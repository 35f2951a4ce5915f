/// Bodies of normalise/piecewise_linear.hpp.
#pragma once

#include <algorithm>

#include "quindex/normalise/piecewise_linear.hpp"

QUINDEX_BEGIN
namespace normalise {

QUINDEX_INLINE void piecewise_linear::check(const path& where) const {
  if (points.size() < 2)
    throw spec_error({(where / "points").text(),
                      "a curve needs at least two points, found " + std::to_string(points.size()),
                      "write pairs [value, score]"});
  maps::piecewise_linear{points, extend}.check(where);
}

QUINDEX_INLINE std::optional<double> piecewise_linear::mirror() const {
  if (points.empty()) return std::nullopt;
  const auto by_score = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto [low, high] = std::minmax_element(points.begin(), points.end(), by_score);
  return low->second + high->second;
}

QUINDEX_INLINE any_map piecewise_linear::fit(const column& x) const {
  check(path("normalise"));
  bool rises = false;
  bool falls = false;
  for (std::size_t k = 1; k < points.size(); ++k) {
    rises = rises || points[k].second > points[k - 1].second;
    falls = falls || points[k].second < points[k - 1].second;
  }
  if (x.better_when_high ? falls && !rises : rises && !falls)
    throw spec_error({x.where(),
                      std::string("the curve only ") + (rises ? "rises" : "falls") + " with the value, " +
                          (x.better_when_high ? "high" : "low") + " values are better",
                      "turn the scores of the points, or the indicator's direction"});
  return maps::piecewise_linear{points, extend};
}

}  // namespace normalise
QUINDEX_END
