/// Bodies of aggregate/benefit_of_the_doubt.hpp.
#pragma once

#include <algorithm>

#include "quindex/aggregate/benefit_of_the_doubt.hpp"
#include "quindex/base/text.hpp"
#include "quindex/numeric/share_bounds.hpp"

QUINDEX_BEGIN
namespace aggregate {

QUINDEX_INLINE void benefit_of_the_doubt::check(const path& where) const {
  if (lowest_share > highest_share)
    throw spec_error(
        {where.text(),
         "lowest_share (" + number_text(lowest_share) + ") is above highest_share (" + number_text(highest_share) + ")",
         "give a range that is not empty"});
}

namespace detail {

/// Units × criteria, 1 / x where a criterion is better when low; throws for values that this cannot be done with.
inline matrix turned(const alternatives& all) {
  matrix out(static_cast<Eigen::Index>(all.size()), static_cast<Eigen::Index>(all.columns.size()));
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const bool high = all.better_when_high[j];
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double x = all.columns[j][i];
      if (high ? x < 0 : x <= 0)
        throw data_error({all.place(i, j), "the value is " + number_text(x),
                          high ? "benefit_of_the_doubt needs values of at least 0"
                               : "benefit_of_the_doubt needs values above 0 where low is better"});
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = high ? x : 1 / x;
    }
  }
  return out;
}

/// The bounds of all children; throws where they cannot hold together.
inline numeric::share_bounds bounds_of(const benefit_of_the_doubt& m, const alternatives& all) {
  numeric::share_bounds out(all.columns.size());
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const double d = m.deviation.value_or(1);
    const double low = std::max(m.lowest_share, m.deviation ? (1 - d) * all.weights[j] : 0);
    const double high = std::min(m.highest_share, m.deviation ? (1 + d) * all.weights[j] : 1);
    out.at_least({j}, low, quoted(all.criteria[j]) + " at least " + number_text(low));
    out.at_most({j}, high, quoted(all.criteria[j]) + " at most " + number_text(high));
  }
  const std::vector<std::string> against = out.contradiction();
  if (against.empty()) return out;
  std::string what = "bounds on shares, which sum to 1, contradict each other: ";
  for (std::size_t k = 0; k < against.size(); ++k) what += (k == 0 ? "" : ", ") + against[k];
  throw spec_error({all.where, what, "widen lowest_share, highest_share or deviation"});
}

}  // namespace detail

QUINDEX_INLINE numeric::envelopment benefit_of_the_doubt::envelop(const alternatives& all, bool peers) const {
  const matrix turned = detail::turned(all);
  std::vector<column_view> columns;
  for (Eigen::Index j = 0; j < turned.cols(); ++j) columns.push_back(column_of(turned, j));
  const numeric::share_bounds bounds = detail::bounds_of(*this, all);
  return numeric::envelop(
      columns, {.restrictions = bounds.rows(),
                .on = of == shares_of::weights ? numeric::restricted::weights : numeric::restricted::contributions,
                .peers = peers});
}

QUINDEX_INLINE std::vector<measure> benefit_of_the_doubt::measures(const alternatives& all) const {
  const numeric::envelopment found = envelop(all, false);
  const matrix values = detail::turned(all);
  std::vector<measure> out;
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    const column_view w = column_of(found.weights, static_cast<Eigen::Index>(j));
    out.push_back({"weight/" + all.criteria[j], {w.begin(), w.end()}});
  }
  for (std::size_t j = 0; j < all.columns.size(); ++j) {
    measure share{"share/" + all.criteria[j], std::vector<double>(all.size(), 0.0)};
    for (std::size_t i = 0; i < all.size(); ++i)
      if (found.scores[i] > 0)
        share.values[i] = out[j].values[i] * column_of(values, static_cast<Eigen::Index>(j))[i] / found.scores[i];
    out.push_back(std::move(share));
  }
  return out;
}

}  // namespace aggregate
QUINDEX_END
