/// What methods that compare units ask of a criterion: its ends, its length, its domain, values given for it by code.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "quindex/aggregate/concept.hpp"
#include "quindex/base/by_code.hpp"
#include "quindex/base/text.hpp"
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
};

/// The ends of criterion `j`.
[[nodiscard]] inline ends ends_of(const alternatives& all, std::size_t j) {
  const numeric::extent reach = numeric::range(all.columns[j]);
  return all.better_when_high[j] ? ends{reach.low, reach.high} : ends{reach.high, reach.low};
}

/// The square root of the sum of squares.
[[nodiscard]] inline double length(column_view x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return std::sqrt(sum);
}

/// x divided by `by`; 0 where that is 0, as for a column of zeros divided by its own length.
[[nodiscard]] inline double over(double x, double by) { return by == 0 ? 0.0 : x / by; }

/// Throws for the first value at or below 0.
inline void need_positive(const alternatives& all, std::string_view method) {
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!(all.columns[j][i] > 0))
        throw numeric_error({all.place(i, j),
                             std::string(method) + " needs values above 0, this is " + number_text(all.columns[j][i]),
                             "normalise to a positive range, for instance min_max with low = 1"});
}

/// Throws for the first value below 0.
inline void need_non_negative(const alternatives& all, std::string_view method) {
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!(all.columns[j][i] >= 0))
        throw numeric_error(
            {all.place(i, j),
             std::string(method) + " needs values of 0 or more, this is " + number_text(all.columns[j][i]),
             "normalise to a range that starts at 0, for instance min_max"});
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

}  // namespace aggregate::criterion
QUINDEX_END
