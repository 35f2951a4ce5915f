/// What methods that compare units ask of a criterion: its ends, its length, its domain, values given for it by code.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "quindex/aggregate/concept.hpp"
#include "quindex/base/by_code.hpp"
#include "quindex/base/text.hpp"
#include "quindex/numeric/kernels.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace aggregate::criterion {

/// The worst and the best value of a criterion over the units.
struct ends {
  double worst = 0;
  double best = 0;

  [[nodiscard]] bool is_constant() const { return worst == best; }
  [[nodiscard]] double low() const { return std::min(worst, best); }
  [[nodiscard]] double high() const { return std::max(worst, best); }
  /// 0 at the worst and 1 at the best; 1 where all units are the same, hence all at the best.
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

/// x divided by `by`; 0 where that is 0, as for a column of zeros divided by its own length.
[[nodiscard]] inline double over(double x, double by) { return by == 0 ? 0.0 : x / by; }

/// Throws for the first value of criterion `j` that is below 0, or 0 where that is not allowed; `when` says for which
/// criteria that holds.
inline void check_sign(const alternatives& all, std::size_t j, bool zero_is_allowed, std::string_view method,
                       std::string_view when = "") {
  const double lowest = numeric::range(all.columns[j]).low;
  if (zero_is_allowed ? lowest >= 0 : lowest > 0) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double x = all.columns[j][i];
    if (zero_is_allowed ? x >= 0 : x > 0) continue;
    throw numeric_error({all.place(i, j),
                         std::string(method) +
                             (zero_is_allowed ? " needs values of 0 or more" : " needs values above 0") +
                             std::string(when) + ", this is " + number_text(x),
                         zero_is_allowed ? "normalise to a range that starts at 0, for instance min_max"
                                         : "normalise to a positive range, for instance min_max with low = 1"});
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
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    check_sign(all, j, all.better_when_high[j], method, all.better_when_high[j] ? "" : " where low is better");
}

/// Values given for criteria by code, such as reference points; `given_for` finds one.
template <class T>
using by_code = by_code_of<T>;
using quindex::given_for;

/// Throws where something is given for a criterion that is not there.
template <class T>
void check_codes(const by_code<T>& given, const alternatives& all, std::string_view parameter) {
  for (const auto& entry : given)
    if (std::find(all.criteria.begin(), all.criteria.end(), entry.first) == all.criteria.end())
      throw spec_error({all.where + "." + std::string(parameter), "there is no criterion " + quoted(entry.first),
                        did_you_mean(entry.first, all.criteria)});
}

/// What is given for criterion `code`, or what holds for all.
template <class T>
[[nodiscard]] T given_or(const by_code<T>& given, const std::string& code, const T& otherwise) {
  const T* found = given_for(given, code);
  return found == nullptr ? otherwise : *found;
}

}  // namespace aggregate::criterion
QUINDEX_END
