#pragma once

#include <algorithm>
#include <vector>

#include "quindex/frontier/technology.hpp"

QUINDEX_BEGIN
namespace frontier {
namespace detail {

/// Which sides of a unit a slacks-based measure counts.
struct sides {
  bool inputs;
  bool outputs;
};

/// How many values are above 0.
inline double used(const std::vector<double>& v) {
  return static_cast<double>(std::count_if(v.begin(), v.end(), [](double value) { return value > 0; }));
}

/// Tone's super-efficiency program of a unit: the mean growth of its inputs over the mean of what is left of its
/// outputs, at the nearest point that the others can do better than. Made linear by the factor of Charnes and Cooper,
/// which is the first column; then come the growth of each input and the loss of each output, as shares times it.
inline program_answer super_slacks(technology& t, std::size_t unit, sides counted) {
  const std::vector<double> x = t.inputs_of(unit);
  const std::vector<double> y = t.outputs_of(unit);
  numeric::linear_program p = t.empty_program(1 + x.size() + y.size(), 1);
  const auto last = static_cast<Eigen::Index>(p.right.size()) - 1;
  p.cost[0] = p.rows(last, 0) = p.right[static_cast<std::size_t>(last)] = 1;
  for (std::size_t j = 0; j < x.size() + y.size(); ++j) {
    const bool is_input = j < x.size();
    const double value = is_input ? x[j] : y[j - x.size()];
    const auto row = static_cast<Eigen::Index>(j);
    p.rows(row, 0) = -value;
    if (value == 0 || !(is_input ? counted.inputs : counted.outputs)) continue;
    p.rows(row, row + 1) = is_input ? -value : value;
    if (is_input) p.cost[j + 1] = 1 / used(x);
    if (!is_input) p.rows(last, row + 1) = -1 / used(y);
  }
  if (t.scale() != returns::constant) {
    p.rows(last - 1, 0) = -1;
    p.right[static_cast<std::size_t>(last) - 1] = 0;
  }
  return t.solve(p, unit, unit);
}

}  // namespace detail
}  // namespace frontier
QUINDEX_END
