/// Bodies of robustness/given_rows.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/error.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/robustness/given_rows.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE given_rows complete_given_rows(const std::string& where, const labels& factors, const matrix& x,
                                              column_view y) {
  if (x.rows() != static_cast<Eigen::Index>(y.size()) || x.cols() != static_cast<Eigen::Index>(factors.size()))
    throw data_error({where + ".x",
                      "it is " + std::to_string(x.rows()) + " x " + std::to_string(x.cols()) + " for " +
                          std::to_string(y.size()) + " outputs and " + std::to_string(factors.size()) + " factors",
                      "give one row per output and one column per factor"});
  std::vector<Eigen::Index> kept;
  for (Eigen::Index k = 0; k < x.rows(); ++k) {
    bool is_complete = !is_missing(y[static_cast<std::size_t>(k)]);
    for (Eigen::Index j = 0; j < x.cols() && is_complete; ++j) is_complete = !is_missing(x(k, j));
    if (is_complete) kept.push_back(k);
  }
  given_rows out{matrix(static_cast<Eigen::Index>(kept.size()), x.cols()), {}, y.size() - kept.size()};
  for (std::size_t k = 0; k < kept.size(); ++k) {
    out.x.row(static_cast<Eigen::Index>(k)) = x.row(kept[k]);
    out.y.push_back(y[static_cast<std::size_t>(kept[k])]);
  }
  return out;
}

QUINDEX_INLINE bool has_spread(column_view x) {
  const numeric::extent reach = numeric::range(x);
  return reach.n >= 2 && reach.high - reach.low > 1e-12 * std::max(std::abs(reach.low), std::abs(reach.high));
}

}  // namespace robustness::detail
QUINDEX_END
