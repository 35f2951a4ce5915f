/// What the diagnoses share: columns as numbers, rows without gaps, refusals in the same words.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/model/table.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

using std::size_t;

inline Eigen::Index at(size_t i) { return static_cast<Eigen::Index>(i); }

/// The values of a table, without the rows that have a gap.
inline matrix complete_rows(const table& data) {
  const matrix_view all = data.values();
  std::vector<Eigen::Index> kept;
  for (Eigen::Index i = 0; i < all.rows(); ++i) {
    bool is_complete = true;
    for (Eigen::Index j = 0; j < all.cols() && is_complete; ++j) is_complete = !is_missing(all(i, j));
    if (is_complete) kept.push_back(i);
  }
  matrix out(at(kept.size()), all.cols());
  for (Eigen::Index j = 0; j < all.cols(); ++j)
    for (size_t i = 0; i < kept.size(); ++i) out(at(i), j) = all(kept[i], j);
  return out;
}

inline void require_columns(const std::string& where, const table& data, size_t least) {
  if (data.indicators().size() >= least) return;
  throw data_error({where,
                    std::string(data.indicators().size() == 1 ? "there is " : "there are ") +
                        std::to_string(data.indicators().size()) +
                        (data.indicators().size() == 1 ? " column" : " columns"),
                    "give at least " + std::to_string(least)});
}

/// Refuses columns without spread, by name.
inline void require_spread(const std::string& where, const table& data, const matrix& x) {
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const numeric::extent reach = numeric::range(column_of(x, j));
    if (reach.n >= 2 && reach.low < reach.high) continue;
    const std::string& code = data.indicators()[static_cast<size_t>(j)];
    throw data_error({where + "." + code,
                      reach.n < 2 ? "it has " + std::to_string(reach.n) + " values on the rows used"
                                  : "every value on the rows used is " + number_text(reach.low),
                      "leave the column out"});
  }
}

/// A level of confidence or significance has to be between 0 and 1.
inline void require_share(const std::string& where, double p) {
  if (!(p > 0 && p < 1)) throw spec_error({where, "found " + number_text(p), "give a number above 0 and below 1"});
}

/// The correlations of all columns and the number of rows they rest on, the smallest one where pairs differ. Throws
/// data_error for constant columns and for pairs without a correlation.
struct basis {
  matrix r;
  double n;
};
inline basis correlations_of(const std::string& where, const table& data, numeric::rows_used rows) {
  const matrix x = rows == numeric::rows_used::complete ? complete_rows(data) : matrix(data.values());
  require_spread(where, data, x);
  basis out{numeric::pearson(x), static_cast<double>(x.rows())};
  if (rows == numeric::rows_used::pairwise) {
    const matrix n = numeric::rows_per_pair(x);
    out.n = numeric::range(column_view(n.data(), static_cast<size_t>(n.size()))).low;
  }
  for (Eigen::Index j = 0; j < x.cols(); ++j)
    for (Eigen::Index i = 0; i < j; ++i)
      if (is_missing(out.r(i, j)))
        throw data_error({where,
                          "the columns " + quoted(data.indicators()[static_cast<size_t>(i)]) + " and " +
                              quoted(data.indicators()[static_cast<size_t>(j)]) + " have no correlation",
                          "leave one out, or fill the gaps"});
  return out;
}

}  // namespace detail
}  // namespace diagnose
QUINDEX_END
