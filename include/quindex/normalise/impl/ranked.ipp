/// Bodies of normalise/ranked.hpp.
#pragma once

#include <vector>

#include "quindex/normalise/ranked.hpp"
#include "quindex/numeric/order.hpp"

QUINDEX_BEGIN
namespace normalise {
namespace detail {

/// Where equal values stand in ascending order: the first and one after the last, and how many distinct ones are below.
struct tied_run {
  std::size_t first, end, below;
};

/// The position of tied values, counted from the worst, among n values or, under `ties::dense`, n distinct ones.
QUINDEX_INLINE double position_of(tied_run run, double n, ties rule, bool largest_first) {
  if (rule == ties::dense)
    return largest_first ? static_cast<double>(run.below + 1) : n - static_cast<double>(run.below);
  const double lowest = largest_first ? static_cast<double>(run.first + 1) : n + 1 - static_cast<double>(run.end);
  const double highest = lowest + static_cast<double>(run.end - run.first - 1);
  return rule == ties::best ? highest : rule == ties::worst ? lowest : (lowest + highest) / 2;
}

}  // namespace detail

QUINDEX_INLINE any_map ranked_curve(const column& x, std::string_view method, ties rule, bool largest_first,
                                    const std::function<double(double p, double n)>& score) {
  refuse_constant(x, method);
  const std::vector<std::size_t> ascending = numeric::order(x.x, false);
  std::vector<detail::tied_run> runs;
  std::size_t present = 0;
  for (; present < ascending.size() && !is_missing(x.x[ascending[present]]); ++present) {
    const bool is_tied = present > 0 && x.x[ascending[present]] == x.x[ascending[present - 1]];
    if (!is_tied) runs.push_back({present, present, runs.size()});
    runs.back().end = present + 1;
  }
  const double n = static_cast<double>(rule == ties::dense ? runs.size() : present);
  maps::piecewise_linear curve;
  curve.points.reserve(runs.size());
  for (const detail::tied_run& run : runs)
    curve.points.emplace_back(x.x[ascending[run.first]], score(detail::position_of(run, n, rule, largest_first), n));
  return curve;
}

}  // namespace normalise
QUINDEX_END
