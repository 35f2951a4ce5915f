/// Bodies of impute/iterative.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/impute/iterative.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace impute {
namespace detail {

/// Regressions among standardised columns whose gaps are being filled; column 0 is the constant 1.
class chain {
 public:
  chain(const standardised& scale, const iterative& how, std::string where)
      : how_(how), where_(std::move(where)), a_(scale.z.rows(), scale.z.cols() + 1), gaps_(scale.mean.size() + 1) {
    a_.col(0).setOnes();
    a_.rightCols(scale.z.cols()) = scale.z;
    used_.push_back(0);
    for (Eigen::Index j = 1; j < a_.cols(); ++j) {
      for (Eigen::Index i = 0; i < a_.rows(); ++i)
        if (is_missing(a_(i, j))) gaps_[static_cast<std::size_t>(j)].push_back(i), a_(i, j) = 0;
      if (!scale.constant[static_cast<std::size_t>(j) - 1]) used_.push_back(j);
    }
  }

  /// Fills all gaps once; the largest move.
  double round() {
    products();
    double moved = 0;
    for (const Eigen::Index j : used_) {
      const auto& gaps = gaps_[static_cast<std::size_t>(j)];
      if (gaps.empty()) continue;
      const std::vector<double> slopes = regress(j);
      for (const Eigen::Index i : gaps) {
        double value = 0;
        for (std::size_t k = 0; k < used_.size(); ++k)
          if (used_[k] != j) value += slopes[k] * a_(i, used_[k]);
        moved = std::max(moved, std::abs(value - a_(i, j)));
        a_(i, j) = value;
      }
      for (const Eigen::Index k : used_) products_(j, k) = products_(k, j) = product(j, k);
    }
    return moved;
  }

  void products() {
    products_ = matrix::Zero(a_.cols(), a_.cols());
    for (const Eigen::Index j : used_)
      for (const Eigen::Index k : used_)
        if (k <= j) products_(j, k) = products_(k, j) = product(j, k);
  }

  /// The slopes of column j on the other columns in use, over the rows without a gap in j; 0 in its own place.
  [[nodiscard]] std::vector<double> regress(Eigen::Index j) const {
    std::vector<Eigen::Index> on;
    for (const Eigen::Index k : used_)
      if (k != j) on.push_back(k);
    const auto size = static_cast<Eigen::Index>(on.size());
    matrix left(size, size);
    std::vector<double> right(on.size());
    const auto over_rows = [&](Eigen::Index k, Eigen::Index l) {
      double s = products_(k, l);
      for (const Eigen::Index i : gaps_[static_cast<std::size_t>(j)]) s -= a_(i, k) * a_(i, l);
      return s;
    };
    for (Eigen::Index p = 0; p < size; ++p) {
      const Eigen::Index k = on[static_cast<std::size_t>(p)];
      for (Eigen::Index q = 0; q <= p; ++q) left(p, q) = left(q, p) = over_rows(k, on[static_cast<std::size_t>(q)]);
      if (k != 0) left(p, p) *= 1 + how_.ridge;
      right[static_cast<std::size_t>(p)] = over_rows(k, j);
    }
    const auto factor = numeric::cholesky::of(left, 1e-14);
    if (!factor)
      throw numeric_error({where_, "the regressions have no unique answer: some indicators determine others",
                           "give a ridge above 0, or impute fewer indicators together"});
    std::vector<double> out = factor->solve(right);
    const auto own = std::find(used_.begin(), used_.end(), j) - used_.begin();
    out.insert(out.begin() + own, 0.0);
    return out;
  }

  [[nodiscard]] const std::vector<Eigen::Index>& used() const { return used_; }

 private:
  [[nodiscard]] double product(Eigen::Index j, Eigen::Index k) const {
    double s = 0;
    for (Eigen::Index i = 0; i < a_.rows(); ++i) s += a_(i, j) * a_(i, k);
    return s;
  }

  const iterative& how_;
  std::string where_;
  matrix a_;
  std::vector<std::vector<Eigen::Index>> gaps_;
  std::vector<Eigen::Index> used_;
  matrix products_;
};

/// Throws data_error for an indicator with gaps that too few units have to regress it on the others: with as many
/// coefficients as units the equations fit anything, and predict anything.
QUINDEX_INLINE void refuse_few(const indicators& all, const standardised& scale) {
  const auto m = static_cast<std::size_t>(std::count(scale.constant.begin(), scale.constant.end(), false));
  for (std::size_t j = 0; j < all.codes.size(); ++j) {
    const std::size_t n = numeric::total(all.x[j]).n;
    if (scale.constant[j] || n == all.units.size() || n >= m + 2) continue;
    throw data_error({"indicators/" + all.codes[j],
                      std::to_string(n) + (n == 1 ? " unit has" : " units have") +
                          " a value, too few for a regression on " + std::to_string(m - 1) + " other indicators",
                      "impute fewer indicators together, so that " + std::to_string(m + 2) +
                          " units or more have a value of each, or use expectation_maximisation"});
  }
}

}  // namespace detail

QUINDEX_INLINE fills::equations iterative::fit(const indicators& all) const {
  refuse_empty(all, info.name);
  const standardised scale = standardise(all);
  detail::refuse_few(all, scale);
  detail::chain chain(scale, *this, all.where);
  double moved = chain.round();
  for (int r = 1; r < rounds && moved > tolerance; ++r) moved = chain.round();
  if (moved > tolerance)
    throw numeric_error({all.where,
                         "the regressions have not settled after " + std::to_string(rounds) +
                             " rounds; the last one still moved a value by " + number_text(moved) +
                             " standard deviations",
                         "impute fewer indicators together, give a larger ridge, or allow more rounds"});
  chain.products();
  fills::equations out;
  const std::size_t m = all.codes.size();
  out.coefficients.assign(m, std::vector<double>(m, 0.0));
  for (std::size_t j = 0; j < m; ++j) {
    double intercept = scale.mean[j];
    if (!scale.constant[j]) {
      const std::vector<double> slopes = chain.regress(static_cast<Eigen::Index>(j) + 1);
      intercept += scale.sd[j] * slopes[0];
      for (std::size_t k = 1; k < slopes.size(); ++k) {
        const auto on = static_cast<std::size_t>(chain.used()[k]) - 1;
        out.coefficients[j][on] = scale.sd[j] * slopes[k] / scale.sd[on];
        intercept -= out.coefficients[j][on] * scale.mean[on];
      }
    }
    out.intercepts.emplace_back(all.codes[j], intercept);
  }
  return out;
}

}  // namespace impute
QUINDEX_END
