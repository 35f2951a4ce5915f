/// Small tables for the tests of frontier methods.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/frontier/technology.hpp"
#include "quindex/numeric/random.hpp"

namespace sample {

/// A table with the units u0, u1, ...
inline quindex::table named(quindex::matrix values, std::vector<std::string> codes) {
  std::vector<std::string> units;
  for (Eigen::Index i = 0; i < values.rows(); ++i) units.push_back("u" + std::to_string(i));
  return {quindex::labels(std::move(units)), quindex::labels(std::move(codes)), std::move(values)};
}

/// Two inputs for one output of 1: a frontier that can be drawn.
inline quindex::table two_by_two() {
  return named((quindex::matrix(6, 3) << 4, 3, 1, 7, 3, 1, 8, 1, 1, 4, 2, 1, 2, 4, 1, 10, 1, 1).finished(),
               {"x1", "x2", "y"});
}

inline const quindex::frontier::roles roles_of_random{{"a", "b"}, {"c", "d"}};

/// Two inputs and two outputs, anywhere between 0.1 and 1, or in 1, 2, ..., `levels` so that ties and twins are common.
inline quindex::table random_activities(Eigen::Index n, std::size_t levels, std::uint64_t seed) {
  const quindex::numeric::random_stream r(seed, "frontier.test");
  quindex::matrix values(n, 4);
  for (Eigen::Index k = 0; k < 4 * n; ++k) {
    const auto at = static_cast<std::uint64_t>(k);
    values.data()[k] = levels == 0 ? 0.1 + 0.9 * r.uniform(at) : 1 + static_cast<double>(r.below(levels, at));
  }
  return named(std::move(values), {"a", "b", "c", "d"});
}

}  // namespace sample
