/// The lowest point of a function of one variable inside a bracket.
#pragma once

#include <cstddef>
#include <functional>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Where a function is lowest, and how low.
struct minimum {
  double at;
  double value;
  std::size_t steps;  ///< Evaluations that were needed.
  friend bool operator==(const minimum&, const minimum&) = default;
};

/// The minimum of `f` between `low` and `high` by Brent's method; local if `f` has several.
///
/// The place is good to about half the digits of a double (1e-8 of its size), as for every method that only compares
/// values. Throws `numeric_error` when the bracket is empty, when `f` is not a number there, or without convergence.
[[nodiscard]] minimum minimise(const std::function<double(double)>& f, double low, double high);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/minimise.ipp"
#endif
