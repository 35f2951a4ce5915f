/// Bodies of normalise/reference_ideal.hpp.
#pragma once

#include "quindex/normalise/reference_ideal.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {
namespace detail {

QUINDEX_INLINE std::string interval_text(const std::pair<double, double>& i) {
  return "[" + number_text(i.first) + ", " + number_text(i.second) + "]";
}

QUINDEX_INLINE void check_ideal(const std::string& where, const std::pair<double, double>& ideal,
                                const std::pair<double, double>& range) {
  if (range.first <= ideal.first && ideal.first <= ideal.second && ideal.second <= range.second) return;
  throw spec_error({where, "the ideal " + interval_text(ideal) + " is not within the range " + interval_text(range),
                    "write a range that holds the ideal, both with the lower end first"});
}

}  // namespace detail

QUINDEX_INLINE void reference_ideal::check(const path& where) const {
  if (range && !(range->first < range->second))
    throw spec_error({(where / "range").text(), "the range " + detail::interval_text(*range) + " is empty",
                      "write the lower end first"});
  if (ideal && !(ideal->first <= ideal->second))
    throw spec_error({(where / "ideal").text(), "the ideal " + detail::interval_text(*ideal) + " is reversed",
                      "write the lower end first"});
  if (range && ideal) detail::check_ideal(where.text(), *ideal, *range);
}

QUINDEX_INLINE any_map reference_ideal::fit(const column& x) const {
  std::pair<double, double> reach;
  if (range) {
    reach = *range;
  } else {
    const std::optional<ends> posts = goalpost_ends(x);
    const ends seen = posts ? *posts : observed_ends(x, info.name);
    reach = x.better_when_high ? std::pair{seen.worst, seen.best} : std::pair{seen.best, seen.worst};
  }
  if (x.best && (range || ideal))
    throw spec_error({x.where(), "reference_ideal has a range or an ideal of its own, the indicator has an optimum",
                      "write the ideal here and 'high' as the direction, or leave both to the indicator"});
  const double better = x.better_when_high ? reach.second : reach.first;
  const std::pair<double, double> best = ideal ? *ideal : std::pair{better, better};
  detail::check_ideal(x.where(), best, reach);
  maps::piecewise_linear curve;
  if (reach.first < best.first) curve.points.emplace_back(reach.first, 0);
  curve.points.emplace_back(best.first, high);
  if (best.first < best.second) curve.points.emplace_back(best.second, high);
  if (best.second < reach.second) curve.points.emplace_back(reach.second, 0);
  return curve;
}

}  // namespace normalise
QUINDEX_END
