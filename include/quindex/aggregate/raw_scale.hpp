/// How methods with a normalisation of their own make raw criteria comparable.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "quindex/aggregate/concept.hpp"
#include "quindex/aggregate/criterion.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// How a method that compares all units makes raw criteria comparable.
enum class raw_scale {
  vector,   ///< x / sqrt(sum x^2).
  linear,   ///< x / max where high values are better, min / x where low ones are; needs values above 0.
  min_max,  ///< (x - worst) / (best - worst).
  sum,      ///< x / sum x; needs values of 0 or more.
};

}  // namespace aggregate

namespace describe {
template <>
struct enum_names<aggregate::raw_scale> {
  static constexpr auto names = std::to_array<std::string_view>({"vector", "linear", "min_max", "sum"});
};
}  // namespace describe

namespace aggregate::raw {

/// The share of each value in their sum; equal shares for a column of zeros. Needs values of 0 or more.
[[nodiscard]] inline std::vector<double> shares(column_view x) {
  std::vector<double> out(x.begin(), x.end());
  const double total = numeric::sum(x);
  for (double& value : out) value = total == 0 ? 1 / static_cast<double>(x.size()) : value / total;
  return out;
}

/// A criterion made comparable, and which of its ends is the good one now.
struct scaled {
  std::vector<double> x{};
  bool better_when_high = true;

  /// The worst and the best value.
  [[nodiscard]] criterion::ends reach() const {
    const numeric::extent range = numeric::range(x);
    return better_when_high ? criterion::ends{range.low, range.high} : criterion::ends{range.high, range.low};
  }
};

/// Criterion `j` on a scale; `linear` and `min_max` turn it so that high values are better.
[[nodiscard]] inline scaled scale(const alternatives& all, std::size_t j, raw_scale how, std::string_view method) {
  const column_view x = all.columns[j];
  scaled out{{x.begin(), x.end()}, all.better_when_high[j]};
  const criterion::ends reach = criterion::ends_of(all, j);
  switch (how) {
    case raw_scale::vector: {
      const double by = criterion::length(x);
      for (double& value : out.x) value = criterion::over(value, by);
      break;
    }
    case raw_scale::linear:
      criterion::check_sign(all, j, false, method);
      for (double& value : out.x) value = reach.ratio(value, all.better_when_high[j]);
      out.better_when_high = true;
      break;
    case raw_scale::min_max:
      for (double& value : out.x) value = reach.share(value);
      out.better_when_high = true;
      break;
    case raw_scale::sum:
      criterion::check_sign(all, j, true, method);
      out.x = shares(x);
      break;
  }
  return out;
}

}  // namespace aggregate::raw
QUINDEX_END
