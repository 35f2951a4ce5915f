/// Rubin's rules: one estimate and its standard error from those of several completed data sets.
#pragma once

#include <cmath>
#include <string>

#include "quindex/base/types.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace impute {

/// An estimate pooled over m completed data sets; Rubin (1987), Multiple Imputation for Nonresponse in Surveys, ch. 3.
struct pooled_estimate {
  double estimate = missing_value;            ///< The mean of the estimates.
  double within = missing_value;              ///< W, the mean of their variances.
  double between = missing_value;             ///< B, the variance of the estimates, divisor m − 1.
  double total = missing_value;               ///< T = W + (1 + 1/m) B.
  double standard_error = missing_value;      ///< √T.
  double relative_increase = missing_value;   ///< r = (1 + 1/m) B / W; infinite where W is 0 and B is not.
  double degrees_of_freedom = missing_value;  ///< (m − 1) (1 + 1/r)²; infinite where B is 0.
  double missing_information =
      missing_value;  ///< (r + 2/(df + 3)) / (r + 1), the share of information that is missing.
};

/// Pools estimates and their variances, one each for every completed data set. Throws data_error for fewer than two,
/// and when there is not a variance for each; missing where one of the estimates is.
[[nodiscard]] inline pooled_estimate pooled(column_view estimates, column_view variances) {
  if (estimates.size() < 2)
    throw data_error({"pooled", "there are estimates of " + std::to_string(estimates.size()) + " completed data sets",
                      "expected two or more"});
  if (estimates.size() != variances.size())
    throw data_error({"pooled", "there are " + std::to_string(variances.size()) + " variances",
                      "expected " + std::to_string(estimates.size()) + ", one for each estimate"});
  pooled_estimate out;
  out.estimate = numeric::mean(estimates);
  if (is_missing(out.estimate)) return out;
  const auto m = static_cast<double>(estimates.size());
  out.within = numeric::mean(variances);
  out.between = numeric::moments(estimates).variance();
  const double extra = (1 + 1 / m) * out.between;
  out.total = out.within + extra;
  out.standard_error = std::sqrt(out.total);
  out.relative_increase = extra == 0 ? 0 : extra / out.within;
  const double inverse = 1 + 1 / out.relative_increase;
  out.degrees_of_freedom = (m - 1) * inverse * inverse;
  out.missing_information =
      std::isinf(out.relative_increase)
          ? 1
          : (out.relative_increase + 2 / (out.degrees_of_freedom + 3)) / (out.relative_increase + 1);
  return out;
}

}  // namespace impute
QUINDEX_END
