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
  std::vector<double> ascending;
  ascending.reserve(x.x.size());
  for (const std::size_t i : numeric::order(x.x, false))
    if (!is_missing(x.x[i])) ascending.push_back(x.x[i]);
  const std::size_t present = ascending.size();
  std::vector<detail::tied_run> runs;
  runs.reserve(present);
  for (std::size_t i = 0; i < present; ++i) {
    if (i == 0 || ascending[i] != ascending[i - 1]) runs.push_back({i, i, runs.size()});
    runs.back().end = i + 1;
  }
  const double n = static_cast<double>(rule == ties::dense ? runs.size() : present);
  maps::piecewise_linear curve;
  curve.points.reserve(runs.size());
  for (const detail::tied_run& run : runs)
    curve.points.emplace_back(ascending[run.first], score(detail::position_of(run, n, rule, largest_first), n));
  return curve;
}

}  // namespace normalise
QUINDEX_END
