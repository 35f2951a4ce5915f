/// Bodies of aggregate/rank_sum_ratio.hpp.
#pragma once

#include "quindex/aggregate/rank_sum_ratio.hpp"

QUINDEX_BEGIN
namespace aggregate {
namespace detail {

/// A quotient of two polynomials of degree 7, the constant terms first.
[[nodiscard]] inline double rational(double r, const std::array<double, 8>& up, const std::array<double, 8>& down) {
  double numerator = 0;
  double denominator = 0;
  for (std::size_t k = 8; k-- > 0;) {
    numerator = numerator * r + up[k];
    denominator = denominator * r + down[k];
  }
  return numerator / denominator;
}

/// The standard normal quantile of a share in (0, 1) that is neither below nor 1 less 1e-11, to 16 digits; Wichura
/// (1988), algorithm AS 241, Applied Statistics 37(3).
[[nodiscard]] inline double normal_z(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425)
    return q *
           rational(
               0.180625 - q * q,
               {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
                4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
               {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
                3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3});
  const double z = rational(
      std::sqrt(-numeric::log(q < 0 ? p : 1 - p)) - 1.6,
      {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
       1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
      {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
       1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9});
  return q < 0 ? -z : z;
}

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
        probit[order[k]] = 5 + normal_z(p);
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
