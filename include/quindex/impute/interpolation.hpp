/// What the imputations share that draw a line through a unit's values over time.
#pragma once

#include <vector>

#include "quindex/impute/concept.hpp"

QUINDEX_BEGIN
namespace impute {
namespace detail {

/// The values that are there, and when.
struct knots {
  std::vector<double> t;
  std::vector<double> x;

  knots(const series& s, std::span<const double> values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!is_missing(values[i])) t.push_back(s.times[i]), x.push_back(values[i]);
  }
  /// Writes `line(k, t)` to missing values at times t between knots k and k + 1, and with `extend` the first and the
  /// last value beyond them.
  template <class Line>
  void interpolate(const series& s, std::span<double> values, bool extend, Line&& line) const {
    if (t.empty()) return;
    std::size_t k = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!is_missing(values[i])) continue;
      const double time = s.times[i];
      while (k + 1 < t.size() && t[k + 1] < time) ++k;
      if (time < t.front() || time > t.back()) {
        if (extend) values[i] = time < t.front() ? x.front() : x.back();
      } else {
        values[i] = line(k, time);
      }
    }
  }
};

}  // namespace detail
}  // namespace impute
QUINDEX_END
