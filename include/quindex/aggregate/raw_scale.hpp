/// What methods with a normalisation of their own share: the ends of a criterion, its scaling, domains, values by code.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/aggregate/concept.hpp"
#include "quindex/aggregate/criterion.hpp"
#include "quindex/base/text.hpp"
#include "quindex/numeric/kernels.hpp"
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

using criterion::by_code;
using criterion::check_codes;
using criterion::given_for;

/// The worst and the best value of a criterion over the units.
struct ends {
  double worst = 0;
  double best = 0;

  [[nodiscard]] bool is_constant() const { return worst == best; }
  /// 0 at the worst and 1 at the best; 1 where all units are the same.
  [[nodiscard]] double share(double x) const { return is_constant() ? 1.0 : (x - worst) / (best - worst); }
  /// x / best where high values are better, best / x where low ones are; 1 at the best, be it 0.
  [[nodiscard]] double ratio(double x, bool better_when_high) const {
    if (x == best) return 1.0;
    return better_when_high ? x / best : best / x;
  }
};

/// The ends of criterion `j`.
[[nodiscard]] inline ends ends_of(const alternatives& all, std::size_t j) {
  const numeric::extent reach = numeric::range(all.columns[j]);
  return all.better_when_high[j] ? ends{reach.low, reach.high} : ends{reach.high, reach.low};
}

/// The square root of the sum of squares.
[[nodiscard]] inline double length(column_view x) {
  return std::sqrt(numeric::active_kernels().squares(x.data(), x.size()).sum);
}

/// x divided by `by`; 0 where that is 0, as for zeros divided by their own length.
[[nodiscard]] inline double over(double x, double by) { return by == 0 ? 0.0 : x / by; }

/// The share of each value in their sum; equal shares for a column of zeros. Needs values of 0 or more.
[[nodiscard]] inline std::vector<double> shares(column_view x) {
  std::vector<double> out(x.begin(), x.end());
  const double total = numeric::sum(x);
  for (double& value : out) value = total == 0 ? 1 / static_cast<double>(x.size()) : value / total;
  return out;
}

/// Throws for the first value of criterion `j` that is below 0, or 0 where that is not allowed.
inline void check_sign(const alternatives& all, std::size_t j, bool zero_is_allowed, std::string_view method) {
  const double lowest = numeric::range(all.columns[j]).low;
  if (zero_is_allowed ? lowest >= 0 : lowest > 0) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double x = all.columns[j][i];
    if (zero_is_allowed ? x >= 0 : x > 0) continue;
    throw numeric_error({all.place(i, j),
                         std::string(method) +
                             (zero_is_allowed ? " needs values of 0 or more" : " needs values above 0") +
                             (all.better_when_high[j] ? "" : " where low is better") + ", this is " + number_text(x),
                         "normalise to a positive range, for instance min_max with low = 1"});
  }
}

/// Throws for the first value at or below 0.
inline void need_positive(const alternatives& all, std::string_view method) {
  for (std::size_t j = 0; j < all.columns.size(); ++j) check_sign(all, j, false, method);
}

/// Throws for the first value below 0.
inline void need_non_negative(const alternatives& all, std::string_view method) {
  for (std::size_t j = 0; j < all.columns.size(); ++j) check_sign(all, j, true, method);
}

/// Throws for the first value below 0, and for 0 in criteria that are better when low: these are divided by.
inline void need_ratios(const alternatives& all, std::string_view method) {
  for (std::size_t j = 0; j < all.columns.size(); ++j) check_sign(all, j, all.better_when_high[j], method);
}

/// A criterion made comparable, and which of its ends is the good one now.
struct scaled {
  std::vector<double> x{};
  bool better_when_high = true;

  /// The worst and the best value.
  [[nodiscard]] ends reach() const {
    const numeric::extent range = numeric::range(x);
    return better_when_high ? ends{range.low, range.high} : ends{range.high, range.low};
  }
};

/// Criterion `j` on a scale; `linear` and `min_max` turn it so that high values are better.
[[nodiscard]] inline scaled scale(const alternatives& all, std::size_t j, raw_scale how, std::string_view method) {
  const column_view x = all.columns[j];
  scaled out{{x.begin(), x.end()}, all.better_when_high[j]};
  const ends reach = ends_of(all, j);
  switch (how) {
    case raw_scale::vector: {
      const double by = length(x);
      for (double& value : out.x) value = over(value, by);
      break;
    }
    case raw_scale::linear:
      check_sign(all, j, false, method);
      for (double& value : out.x) value = reach.ratio(value, all.better_when_high[j]);
      out.better_when_high = true;
      break;
    case raw_scale::min_max:
      for (double& value : out.x) value = reach.share(value);
      out.better_when_high = true;
      break;
    case raw_scale::sum:
      check_sign(all, j, true, method);
      out.x = shares(x);
      break;
  }
  return out;
}

/// What is given for criterion `code`, or what holds for all.
template <class T>
[[nodiscard]] T given_or(const by_code<T>& given, const std::string& code, const T& otherwise) {
  const T* found = given_for(given, code);
  return found == nullptr ? otherwise : *found;
}

}  // namespace aggregate::raw
QUINDEX_END
