/// Bodies of aggregate/spotis.hpp.
#pragma once

#include "quindex/aggregate/spotis.hpp"

QUINDEX_BEGIN
namespace aggregate {

namespace detail {
inline void check_bounds(double low, double high, const std::string& where) {
  if (!(low < high))
    throw spec_error({where, "the bounds are " + number_text(low) + " and " + number_text(high),
                      "the lower bound comes first and is below the upper one"});
}
}  // namespace detail

QUINDEX_INLINE void spotis::check(const path& where) const {
  detail::check_bounds(low, high, where.text());
  for (const auto& given : bounds)
    detail::check_bounds(given.second.first, given.second.second, (where / "bounds" / given.first).text());
}

QUINDEX_INLINE std::vector<double> spotis::distances(const alternatives& all) const {
  criterion::check_codes(bounds, all, "bounds");
  criterion::check_codes(expected, all, "expected");
  std::vector<double> out(all.size());
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const std::string& code = all.criteria[j];
    const auto [lower, upper] = criterion::given_or(bounds, code, std::pair{low, high});
    detail::check_bounds(lower, upper, all.where + "/" + code);
    const double ideal = criterion::given_or(expected, code, all.better_when_high[j] ? upper : lower);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double x = all.columns[j][i];
      if (x < lower || x > upper)
        throw numeric_error(
            {all.place(i, j),
             number_text(x) + " is outside the bounds " + number_text(lower) + " and " + number_text(upper),
             "give bounds for " + quoted(code) + " that hold every value"});
      out[i] += all.weights[j] * (std::abs(x - ideal) / (upper - lower));
    }
  }
  return out;
}

QUINDEX_INLINE std::vector<double> spotis::scores(const alternatives& all) const {
  std::vector<double> out = distances(all);
  for (double& d : out) d = 1 - d;
  return out;
}

QUINDEX_INLINE std::vector<measure> spotis::measures(const alternatives& all) const {
  return {{"distance", distances(all)}};
}

}  // namespace aggregate
QUINDEX_END
