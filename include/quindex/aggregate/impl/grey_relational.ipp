/// Bodies of aggregate/grey_relational.hpp and aggregate/grey_series.hpp.
#pragma once

#include "quindex/aggregate/grey_relational.hpp"
#include "quindex/aggregate/grey_series.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// The reference's value of every criterion: given, or the best.
[[nodiscard]] inline std::vector<double> grey_reference(const criterion::by_code<double>& reference,
                                                        const alternatives& all) {
  criterion::check_codes(reference, all, "reference");
  std::vector<double> out(all.columns.size());
  for (std::size_t j = 0; j < out.size(); ++j) {
    const double* given = criterion::given_for(reference, all.criteria[j]);
    if (given == nullptr && !reference.empty())
      throw spec_error({all.where + ".reference", "there is no value for criterion " + quoted(all.criteria[j]),
                        "give one for every criterion, or none"});
    out[j] = given != nullptr ? *given : criterion::ends_of(all, j).best;
  }
  return out;
}

/// Throws where a series cannot be divided.
inline void check_divisor(double divisor, const std::string& base, const std::string& where) {
  const std::string what = base.empty() ? "mean" : "value of " + quoted(base);
  if (divisor == 0)
    throw numeric_error(
        {where, "the " + what + " of the series is 0", "only series with another can be divided by it"});
}

/// The grades for columns of differences from the reference.
[[nodiscard]] inline std::vector<double> grey_grades(const std::vector<std::vector<double>>& differences,
                                                     const alternatives& all, double resolution) {
  double least = missing_value;
  double most = 0;
  for (const std::vector<double>& column : differences) {
    const numeric::extent reach = numeric::range(column);
    if (!(least <= reach.low)) least = reach.low;
    most = std::max(most, reach.high);
  }
  std::vector<double> out(all.size(), 0.0);
  for (std::size_t j = 0; j < differences.size(); ++j)
    for (std::size_t i = 0; i < out.size(); ++i)
      out[i] +=
          all.weights[j] * (most == 0 ? 1.0 : (least + resolution * most) / (differences[j][i] + resolution * most));
  return out;
}

}  // namespace detail

QUINDEX_INLINE std::vector<double> grey_relational::scores(const alternatives& all) const {
  const std::vector<double> wanted = detail::grey_reference(reference, all);
  std::vector<std::vector<double>> differences(all.columns.size(), std::vector<double>(all.size()));
  for (std::size_t j = 0; j < differences.size(); ++j) {
    const criterion::ends reach = criterion::ends_of(all, j);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double x = all.columns[j][i];
      differences[j][i] =
          scaling == grey_scaling::none ? std::abs(wanted[j] - x) : std::abs(reach.share(wanted[j]) - reach.share(x));
    }
  }
  return detail::grey_grades(differences, all, resolution);
}

QUINDEX_INLINE std::vector<double> grey_series::scores(const alternatives& all) const {
  const std::vector<double> wanted = detail::grey_reference(reference, all);
  const auto at = std::find(all.criteria.begin(), all.criteria.end(), base);
  if (!base.empty() && at == all.criteria.end())
    throw spec_error({all.where + ".base", "there is no criterion " + quoted(base), did_you_mean(base, all.criteria)});
  const auto m = static_cast<double>(all.columns.size());
  const auto place = static_cast<std::size_t>(at - all.criteria.begin());
  const double of_reference = base.empty() ? numeric::sum(wanted) / m : wanted[place];
  detail::check_divisor(of_reference, base, all.where + ".reference");
  std::vector<double> divisor(all.size(), 0.0);
  for (std::size_t j = 0; j < all.columns.size(); ++j)
    for (std::size_t i = 0; i < divisor.size(); ++i)
      divisor[i] += base.empty() ? all.columns[j][i] / m : j == place ? all.columns[j][i] : 0.0;
  for (std::size_t i = 0; i < divisor.size(); ++i)
    detail::check_divisor(divisor[i], base, all.where + "/" + all.units[i]);
  std::vector<std::vector<double>> differences(all.columns.size(), std::vector<double>(all.size()));
  for (std::size_t j = 0; j < differences.size(); ++j)
    for (std::size_t i = 0; i < all.size(); ++i)
      differences[j][i] = std::abs(wanted[j] / of_reference - all.columns[j][i] / divisor[i]);
  return detail::grey_grades(differences, all, resolution);
}

}  // namespace aggregate
QUINDEX_END
