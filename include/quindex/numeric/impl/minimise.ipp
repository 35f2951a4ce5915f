/// Bodies of numeric/minimise.hpp.
#pragma once

#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <cstdint>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/minimise.hpp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE minimum minimise(const std::function<double(double)>& f, double low, double high) {
  if (!(low < high))
    throw numeric_error({"minimise", "the bracket [" + number_text(low) + ", " + number_text(high) + "] is empty",
                         "low must be below high"});
  const auto checked = [&f](double x) {
    const double y = f(x);
    if (std::isnan(y))
      throw numeric_error({"minimise", "the function has no value at " + number_text(x), "choose a narrower bracket"});
    return y;
  };
  constexpr std::uintmax_t most_steps = 500;
  constexpr int half_of_the_digits = 26;
  std::uintmax_t steps = most_steps;
  const std::pair<double, double> found =
      boost::math::tools::brent_find_minima(checked, low, high, half_of_the_digits, steps);
  if (steps >= most_steps)
    throw numeric_error(
        {"minimise", "no convergence in " + std::to_string(most_steps) + " steps", "choose a narrower bracket"});
  return {found.first, found.second, static_cast<std::size_t>(steps)};
}

}  // namespace numeric
QUINDEX_END
