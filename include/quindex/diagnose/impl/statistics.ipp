/// Bodies of diagnose/statistics.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/statistics.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

inline column_statistics statistics_of(const std::string& code, column_view x, const statistics_limits& limits) {
  column_statistics out{.column = code};
  const numeric::moments m(x);
  out.units = x.size(), out.present = m.n;
  out.minimum = m.minimum, out.maximum = m.maximum, out.mean = m.mean, out.sd = m.sd();
  if (m.n > 0) {
    constexpr std::array<double, 5> shares{0.05, 0.25, 0.5, 0.75, 0.95};
    const std::vector<double> q = numeric::quantiles(x, shares);
    out.q05 = q[0], out.q25 = q[1], out.median = q[2], out.q75 = q[3], out.q95 = q[4], out.iqr = q[3] - q[1];
    const std::vector<double> rank = numeric::ranks(x, ties::dense);
    out.distinct = static_cast<size_t>(numeric::range(rank).high);
  }
  for (const double v : x) out.zeros += v == 0 ? 1 : 0;
  if (out.mean != 0) out.variation = out.sd / std::abs(out.mean);
  out.is_constant = m.n > 0 && m.minimum == m.maximum;
  if (!out.is_constant) out.skewness = m.skewness(), out.kurtosis = m.excess_kurtosis();
  const auto share = [&](size_t count) { return static_cast<double>(count) / static_cast<double>(x.size()); };
  out.is_scarce = x.empty() || share(m.n) < limits.least_present;
  out.is_mostly_zero = m.n > 0 && share(m.n - out.zeros) < limits.least_non_zero;
  out.is_repetitive = m.n > 0 && share(out.distinct) < limits.least_distinct;
  out.has_outliers = std::abs(out.skewness) > limits.most_skewness && out.kurtosis > limits.most_kurtosis;
  return out;
}

}  // namespace detail

QUINDEX_INLINE std::vector<column_statistics> statistics(const table& data, const statistics_limits& limits) {
  std::vector<column_statistics> out;
  for (std::size_t j = 0; j < data.indicators().size(); ++j)
    out.push_back(detail::statistics_of(data.indicators()[j], data.column(j), limits));
  return out;
}

QUINDEX_INLINE double disparity(column_view amounts, column_view sizes) {
  if (amounts.size() != sizes.size())
    throw data_error(
        {"disparity",
         "there are " + std::to_string(amounts.size()) + " amounts and " + std::to_string(sizes.size()) + " sizes",
         "give every unit one of each"});
  std::vector<double> a, p;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (is_missing(amounts[i]) || is_missing(sizes[i])) continue;
    if (!(sizes[i] > 0))
      throw data_error({"disparity.sizes", "unit " + std::to_string(i + 1) + " has " + number_text(sizes[i]),
                        "a size has to be above 0"});
    a.push_back(amounts[i]), p.push_back(sizes[i]);
  }
  if (a.empty()) return missing_value;
  const double size = numeric::sum(p), mean = numeric::sum(a) / size;
  if (mean == 0) throw data_error({"disparity.amounts", "they sum to 0", "a coefficient of variation needs a mean"});
  std::vector<double> squares(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double apart = a[i] / p[i] - mean;
    squares[i] = p[i] * apart * apart;
  }
  return std::sqrt(numeric::sum(squares) / size) / std::abs(mean);
}

}  // namespace diagnose
QUINDEX_END
