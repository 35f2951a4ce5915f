/// Bodies of aggregate/grey_relational.hpp.
#pragma once

#include "quindex/aggregate/grey_relational.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// The reference's value of every criterion: given, or the best.
[[nodiscard]] inline std::vector<double> grey_reference(const grey_relational& method, const alternatives& all) {
  criterion::check_codes(method.reference, all, "reference");
  std::vector<double> out(all.columns.size());
  for (std::size_t j = 0; j < out.size(); ++j) {
    const double* given = criterion::given_for(method.reference, all.criteria[j]);
    if (given == nullptr && !method.reference.empty())
      throw spec_error({all.where + ".reference", "there is no value for criterion " + quoted(all.criteria[j]),
                        "give one for every criterion, or none"});
    out[j] = given != nullptr ? *given : criterion::ends_of(all, j).best;
  }
  return out;
}

/// What a series is divided by; 1 unless series are scaled.
[[nodiscard]] inline double grey_divisor(grey_scaling scaling, double sum, double first, std::size_t m,
                                         const std::string& where) {
  if (scaling != grey_scaling::mean_of_series && scaling != grey_scaling::first_of_series) return 1;
  const bool by_mean = scaling == grey_scaling::mean_of_series;
  const double out = by_mean ? sum / static_cast<double>(m) : first;
  if (out == 0)
    throw numeric_error(
        {where, std::string(by_mean ? "the mean" : "the first value") + " of the series is 0",
         std::string("only series with another ") + (by_mean ? "mean" : "first value") + " can be divided by it"});
  return out;
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> grey_relational::scores(const alternatives& all) const {
  const std::size_t n = all.size();
  const std::size_t m = all.columns.size();
  const std::vector<double> wanted = detail::grey_reference(*this, all);
  std::vector<double> divisor(n, 0.0);
  for (std::size_t j = 0; j < m; ++j)
    for (std::size_t i = 0; i < n; ++i) divisor[i] += all.columns[j][i];
  for (std::size_t i = 0; i < n; ++i)
    divisor[i] = detail::grey_divisor(scaling, divisor[i], all.columns[0][i], m, all.where + "/" + all.units[i]);
  const double of_reference =
      detail::grey_divisor(scaling, numeric::sum(wanted), wanted[0], m, all.where + ".reference");
  const auto difference = [&](std::size_t i, std::size_t j, const criterion::ends& reach) {
    if (scaling == grey_scaling::min_max) return std::abs(reach.share(wanted[j]) - reach.share(all.columns[j][i]));
    return std::abs(wanted[j] / of_reference - all.columns[j][i] / divisor[i]);
  };
  double least = missing_value;
  double most = 0;
  for (std::size_t j = 0; j < m; ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    for (std::size_t i = 0; i < n; ++i) {
      const double d = difference(i, j, reach);
      if (!(least <= d)) least = d;
      most = std::max(most, d);
    }
  }
  std::vector<double> out(n, 0.0);
  for (std::size_t j = 0; j < m; ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    for (std::size_t i = 0; i < n; ++i)
      out[i] += all.weights[j] *
                (most == 0 ? 1.0 : (least + resolution * most) / (difference(i, j, reach) + resolution * most));
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
