/// Bodies of diagnose/importance.hpp: the smoother behind the correlation ratio.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "quindex/diagnose/impl/support.ipp"
#include "quindex/diagnose/importance.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace diagnose {
namespace detail {

/// A natural cubic spline given by its values at knots: its second derivatives there, and the penalty on them.
class natural_spline {
 public:
  explicit natural_spline(std::vector<double> knots) : knots_(std::move(knots)), k_(at(knots_.size())) {
    const Eigen::Index inner = k_ - 2;
    matrix band = matrix::Zero(inner, inner), differences = matrix::Zero(inner, k_);
    for (Eigen::Index i = 0; i < inner; ++i) {
      differences(i, i) = 1 / width(i), differences(i, i + 2) = 1 / width(i + 1);
      differences(i, i + 1) = -differences(i, i) - differences(i, i + 2);
      band(i, i) = (width(i) + width(i + 1)) / 3;
      if (i + 1 < inner) band(i, i + 1) = band(i + 1, i) = width(i + 1) / 6;
    }
    const auto factored = numeric::cholesky::of(band);
    bend_ = matrix::Zero(k_, k_);
    penalty_ = matrix::Zero(k_, k_);
    for (Eigen::Index j = 0; j < k_; ++j) {
      const std::vector<double> column = factored->solve(column_of(differences, j));
      for (Eigen::Index i = 0; i < inner; ++i) bend_(i + 1, j) = column[static_cast<size_t>(i)];
    }
    for (Eigen::Index i = 0; i < k_; ++i)
      for (Eigen::Index j = 0; j < k_; ++j)
        for (Eigen::Index a = 0; a < inner; ++a) penalty_(i, j) += differences(a, i) * bend_(a + 1, j);
  }
  [[nodiscard]] const matrix& penalty() const { return penalty_; }

  /// What each value at a knot adds at x.
  void basis(double x, std::vector<double>& out) const {
    const auto above = std::upper_bound(knots_.begin() + 1, knots_.end() - 1, x);
    const auto j = static_cast<Eigen::Index>(above - knots_.begin()) - 1;
    const double h = width(j), up = x - knots_[static_cast<size_t>(j)], down = knots_[static_cast<size_t>(j) + 1] - x;
    const double low = (down * down * down / h - h * down) / 6, high = (up * up * up / h - h * up) / 6;
    for (Eigen::Index i = 0; i < k_; ++i) out[static_cast<size_t>(i)] = low * bend_(j, i) + high * bend_(j + 1, i);
    out[static_cast<size_t>(j)] += down / h;
    out[static_cast<size_t>(j) + 1] += up / h;
  }

 private:
  [[nodiscard]] double width(Eigen::Index i) const {
    return knots_[static_cast<size_t>(i) + 1] - knots_[static_cast<size_t>(i)];
  }
  std::vector<double> knots_;
  Eigen::Index k_;
  matrix bend_, penalty_;
};

/// Normal equations of a penalised regression.
struct normal_equations {
  matrix square;                // X'X
  std::vector<double> product;  // X'y
  double y_square = 0;          // y'y
  double n = 0;
};

/// The penalised fit with the best generalised cross-validation; values at the knots.
inline std::vector<double> best_fit(const normal_equations& e, const matrix& penalty) {
  const Eigen::Index k = penalty.rows();
  double size = 0, bend = 0;
  for (Eigen::Index i = 0; i < k; ++i) size += e.square(i, i), bend += penalty(i, i);
  std::vector<double> best;
  double least = std::numeric_limits<double>::infinity();
  for (int power = 8; power >= -8; --power) {
    const double lambda = size / bend * numeric::pow(10, power);
    const auto factored = numeric::cholesky::of(matrix(e.square + lambda * penalty), 1e-15);
    if (!factored) continue;
    const std::vector<double> fit = factored->solve(e.product);
    const matrix inverse = factored->inverse();
    double freedom = 0, residual = e.y_square;
    for (Eigen::Index i = 0; i < k; ++i) {
      residual -= 2 * fit[static_cast<size_t>(i)] * e.product[static_cast<size_t>(i)];
      for (Eigen::Index j = 0; j < k; ++j) {
        freedom += inverse(i, j) * e.square(j, i);
        residual += fit[static_cast<size_t>(i)] * e.square(i, j) * fit[static_cast<size_t>(j)];
      }
    }
    const double left = e.n - freedom;
    const double score = left > 0 ? std::max(residual, 1e-12 * e.y_square) / (left * left) : least;
    if (score < least) least = score, best = fit;
  }
  return best;
}

/// Explained by the means of the groups of equal x.
inline double ratio_of_groups(const std::vector<double>& x, const std::vector<double>& y, double total) {
  const std::vector<size_t> order = numeric::order(x);
  const double mean = numeric::mean(y);
  std::vector<double> parts, own;
  for (size_t from = 0; from < order.size();) {
    size_t to = from;
    for (own.clear(); to < order.size() && x[order[to]] == x[order[from]]; ++to) own.push_back(y[order[to]]);
    const double apart = numeric::mean(own) - mean;
    parts.push_back(static_cast<double>(to - from) * apart * apart);
    from = to;
  }
  return numeric::sum(parts) / total;
}

inline double ratio_of_spline(const std::vector<double>& x, const std::vector<double>& y, std::vector<double> knots,
                              double total) {
  const size_t k = knots.size();
  const natural_spline spline(std::move(knots));
  const double mean = numeric::mean(y);
  normal_equations e{matrix::Zero(at(k), at(k)), std::vector<double>(k, 0.0), total, static_cast<double>(x.size())};
  std::vector<double> basis(k);
  for (size_t i = 0; i < x.size(); ++i) {
    spline.basis(x[i], basis);
    for (size_t a = 0; a < k; ++a) {
      e.product[a] += basis[a] * (y[i] - mean);
      for (size_t b = 0; b < k; ++b) e.square(at(a), at(b)) += basis[a] * basis[b];
    }
  }
  const std::vector<double> fit = best_fit(e, spline.penalty());
  if (fit.empty()) return missing_value;
  std::vector<double> fitted(x.size(), 0.0);
  for (size_t i = 0; i < x.size(); ++i) {
    spline.basis(x[i], basis);
    for (size_t a = 0; a < k; ++a) fitted[i] += basis[a] * fit[a];
  }
  return std::clamp(numeric::moments(fitted).m2 / total, 0.0, 1.0);
}

}  // namespace detail

QUINDEX_INLINE double correlation_ratio(column_view x, column_view y, std::size_t knots) {
  std::vector<double> a, b;
  for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
    if (!is_missing(x[i]) && !is_missing(y[i])) a.push_back(x[i]), b.push_back(y[i]);
  const double total = numeric::moments(b).m2;
  const numeric::moments spread(a);
  if (a.size() < 3 || !(total > 0) || spread.minimum == spread.maximum) return missing_value;
  // The units of x do not matter; on [0, 1] nothing overflows.
  for (double& v : a) v = (v - spread.minimum) / (spread.maximum - spread.minimum);
  std::vector<double> shares;
  const std::size_t most = std::max<std::size_t>(4, std::min(knots, a.size() / 3));
  for (std::size_t k = 0; k < most; ++k) shares.push_back(static_cast<double>(k) / static_cast<double>(most - 1));
  std::vector<double> places = numeric::quantiles(a, shares);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const std::vector<double> dense = numeric::ranks(a, ties::dense);
  if (numeric::range(dense).high < 4 || places.size() < 4) return detail::ratio_of_groups(a, b, total);
  return detail::ratio_of_spline(a, b, std::move(places), total);
}

}  // namespace diagnose
QUINDEX_END
