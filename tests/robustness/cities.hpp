/// A small index and a design on it, for the tests of analyses on an index.
#pragma once

#include <string>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/design.hpp"

namespace cities {

namespace qx = quindex;
namespace rb = quindex::robustness;

/// n units with three indicators of 1 to 10 in two groups: index = {wealth: {a, b}, life: {c}}.
inline qx::table table_of(std::size_t n) {
  const qx::numeric::random_stream stream(17, "test.cities");
  qx::matrix x(static_cast<Eigen::Index>(n), 3);
  for (Eigen::Index k = 0; k < x.size(); ++k) x.data()[k] = 1 + 9 * stream.uniform(static_cast<std::uint64_t>(k));
  std::vector<std::string> units;
  for (std::size_t i = 1; i <= n; ++i) units.push_back("u" + std::to_string(i));
  return {qx::labels(units), {"a", "b", "c"}, x};
}

inline qx::spec recipe() {
  qx::spec out;
  out.framework = qx::group("index", {qx::group("wealth", {qx::indicator("a"), qx::indicator("b")}),
                                      qx::group("life", {qx::indicator("c")})});
  out.normalise = qx::normalise::min_max{.low = 1, .high = 100};
  return out;
}

/// The mean of all groups by two methods, and noise on the weights of each group.
inline rb::design design() {
  rb::design d;
  qx::vary::options aggregate;
  aggregate.address = "aggregate";
  aggregate.values = {"arithmetic_mean", "geometric_mean"};
  d.factors = {{"aggregate", aggregate},
               {"top weights", qx::vary::noise{.group = "index", .spread = 0.4}},
               {"wealth weights", qx::vary::noise{.group = "wealth", .spread = 0.4}}};
  return d;
}

}  // namespace cities
