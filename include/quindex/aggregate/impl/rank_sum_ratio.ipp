/// Bodies of aggregate/rank_sum_ratio.hpp.
#pragma once

#include "quindex/aggregate/rank_sum_ratio.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// The whole method for one table.
struct rank_sum_table {
  std::vector<double> ratio, share, probit, fitted, band;

  rank_sum_table(const rank_sum_ratio& method, const alternatives& all) : ratio(all.size(), 0.0) {
    add_ranks(method, all);
    spread();
    regress(method.bands);
  }

 private:
  void add_ranks(const rank_sum_ratio& method, const alternatives& all) {
    const auto n = static_cast<double>(all.size());
    std::vector<double> rank(all.size());
    numeric::ranker sorter;
    for (std::size_t j = 0; j < all.columns.size(); ++j) {
      const criterion::ends reach = criterion::ends_of(all, j);
      if (method.form == rank_form::integer)
        sorter.ranks(all.columns[j], ties::average, !all.better_when_high[j], rank);
      else
        for (std::size_t i = 0; i < rank.size(); ++i) rank[i] = 1 + (n - 1) * reach.share(all.columns[j][i]);
      for (std::size_t i = 0; i < rank.size(); ++i) ratio[i] += all.weights[j] * rank[i] / n;
    }
  }
  /// Cumulative shares and probits; ratios within 1e-9 are the same one.
  void spread() {
    constexpr double same = 1e-9;
    const auto n = static_cast<double>(ratio.size());
    share.resize(ratio.size());
    probit.resize(ratio.size());
    const std::vector<std::size_t> order = numeric::order(ratio);
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      while (end < order.size() && ratio[order[end]] - ratio[order[begin]] <= same) ++end;
      const double mean_rank = 0.5 * static_cast<double>(begin + 1 + end);
      const double p = end == order.size() ? 1 - 1 / (4 * n) : mean_rank / n;
      for (std::size_t k = begin; k < end; ++k) {
        share[order[k]] = p;
        probit[order[k]] = 5 + numeric::normal_quantile(p);
      }
      starts_.push_back(order[begin]);
    }
  }
  /// Fits the distinct ratios and cuts the fitted values at the usual probits.
  void regress(int bands) {
    fitted.assign(ratio.size(), missing_value);
    band.assign(ratio.size(), missing_value);
    if (starts_.size() < 2) return;
    const auto count = static_cast<double>(starts_.size());
    double x = 0;
    double y = 0;
    for (const std::size_t i : starts_) x += probit[i] / count, y += ratio[i] / count;
    double xx = 0;
    double xy = 0;
    for (const std::size_t i : starts_) {
      xx += (probit[i] - x) * (probit[i] - x);
      xy += (probit[i] - x) * (ratio[i] - y);
    }
    static constexpr double cuts[3][4] = {{4, 6, 0, 0}, {3.5, 5, 6.5, 0}, {3.2, 4.4, 5.6, 6.8}};
    for (std::size_t i = 0; i < ratio.size(); ++i) {
      fitted[i] = y + xy / xx * (probit[i] - x);
      band[i] = bands;
      for (int c = 0; c + 1 < bands; ++c) band[i] -= probit[i] >= cuts[bands - 3][c] ? 1 : 0;
    }
  }

  std::vector<std::size_t> starts_;  // a unit of every distinct ratio
};

}  // namespace detail

QUINDEX_INLINE std::vector<double> rank_sum_ratio::scores(const alternatives& all) const {
  const detail::rank_sum_table of(*this, all);
  return fitted && !is_missing(of.fitted[0]) ? of.fitted : of.ratio;
}

QUINDEX_INLINE std::vector<measure> rank_sum_ratio::measures(const alternatives& all) const {
  detail::rank_sum_table of(*this, all);
  return {{"ratio", std::move(of.ratio)},
          {"share", std::move(of.share)},
          {"probit", std::move(of.probit)},
          {"fitted", std::move(of.fitted)},
          {"band", std::move(of.band)}};
}

}  // namespace aggregate
QUINDEX_END
