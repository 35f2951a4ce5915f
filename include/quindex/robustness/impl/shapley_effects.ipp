/// Bodies of robustness/shapley_effects.hpp.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/conditional.hpp"
#include "quindex/numeric/distributions.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/robustness/shapley_effects.hpp"
#include "quindex/robustness/sobol_indices.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

inline constexpr std::size_t most_in_all_sets = 12, most_automatically = 6;

/// Refuses what is no correlation of so many factors.
inline void check_correlation(const matrix& r, std::size_t factors) {
  const auto d = static_cast<Eigen::Index>(factors);
  const auto refuse = [](const std::string& what, const std::string& hint) {
    throw spec_error({"shapley.correlation", what, hint});
  };
  if (r.rows() != d || r.cols() != d)
    refuse("it is " + std::to_string(r.rows()) + " x " + std::to_string(r.cols()) + " for " + std::to_string(d) +
               " factors",
           "give one row and one column per factor, or none at all");
  for (Eigen::Index i = 0; i < d; ++i)
    for (Eigen::Index j = 0; j <= i; ++j)
      if (!(i == j ? r(i, j) == 1 : r(i, j) == r(j, i) && std::abs(r(i, j)) <= 1))
        refuse("value " + std::to_string(i) + ", " + std::to_string(j) + " is " + number_text(r(i, j)),
               "a correlation matrix is symmetric, has ones on its diagonal and nothing above 1");
  const matrix root = numeric::root_of(r);
  for (Eigen::Index i = 0; i < d; ++i)
    for (Eigen::Index j = 0; j <= i; ++j) {
      double again = 0;
      for (Eigen::Index k = 0; k <= j; ++k) again += root(i, k) * root(j, k);
      if (std::abs(again - r(i, j)) > 1e-8)
        refuse("no numbers can have all these correlations", "make the matrix positive semidefinite");
    }
}

QUINDEX_INLINE shapley_points::shapley_points(std::size_t factors, const shapley_options& how)
    : factors_(factors), seed_(how.seed), correlation_(how.correlation) {
  is_all_ = how.sets == shapley_sets::all || (how.sets == shapley_sets::automatic && factors <= most_automatically);
  if (is_all_ && factors > most_in_all_sets)
    throw spec_error({"shapley.sets", "there are " + std::to_string(factors) + " factors",
                      "take random orders for more than " + std::to_string(most_in_all_sets)});
  per_row_ = is_all_ ? std::size_t{1} << factors : factors + 1;
  if (correlation_.size() == 0) return;
  check_correlation(correlation_, factors);
  root_ = numeric::root_of(correlation_);
}

QUINDEX_INLINE std::vector<std::size_t> shapley_points::order_of(std::size_t row) const {
  const numeric::random_stream stream(seed_, "robustness.order", static_cast<std::uint32_t>(row));
  std::vector<std::size_t> order(factors_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = factors_; i > 1; --i) std::swap(order[i - 1], order[stream.below(i, i)]);
  return order;
}

/// The normal scores of a point whose factors `anew` are drawn given the others, as uniform numbers.
QUINDEX_INLINE void shapley_points::draw(std::span<const double> z, std::span<const double> fresh,
                                         const std::vector<std::size_t>& anew, std::span<double> u) const {
  std::vector<double> drawn(z.begin(), z.end());
  if (correlation_.size() == 0) {
    for (const std::size_t i : anew) drawn[i] = fresh[i];
  } else if (!anew.empty()) {
    std::vector<std::size_t> missing = anew, observed;
    std::sort(missing.begin(), missing.end());
    for (std::size_t i = 0; i < factors_; ++i)
      if (!std::binary_search(missing.begin(), missing.end(), i)) observed.push_back(i);
    const numeric::conditional given = numeric::conditioner(correlation_).given(observed, missing);
    const matrix root = numeric::root_of(given.covariance);
    for (std::size_t k = 0; k < missing.size(); ++k) {
      const auto row_of = static_cast<Eigen::Index>(k);
      double value = 0;
      for (std::size_t j = 0; j < observed.size(); ++j)
        value += given.slope(row_of, static_cast<Eigen::Index>(j)) * z[observed[j]];
      for (std::size_t j = 0; j <= k; ++j) value += root(row_of, static_cast<Eigen::Index>(j)) * fresh[missing[j]];
      drawn[missing[k]] = value;
    }
  }
  constexpr double least = 0x1p-53;
  for (std::size_t i = 0; i < factors_; ++i) u[i] = std::clamp(numeric::normal_tail(-drawn[i]), least, 1 - least);
}

QUINDEX_INLINE void shapley_points::fill(std::size_t row, std::span<double> u,
                                         std::vector<std::vector<std::size_t>>& anew) const {
  const numeric::random_stream of_a(seed_, "robustness.a", static_cast<std::uint32_t>(row));
  const numeric::random_stream of_b(seed_, "robustness.b", static_cast<std::uint32_t>(row));
  std::vector<double> z(factors_), fresh(factors_);
  for (std::size_t i = 0; i < factors_; ++i) fresh[i] = of_b.normal(i);
  for (std::size_t i = 0; i < factors_; ++i) {
    if (correlation_.size() == 0) z[i] = of_a.normal(i);
    for (std::size_t j = 0; correlation_.size() != 0 && j <= i; ++j)
      z[i] += root_(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) * of_a.normal(j);
  }
  anew.assign(per_row_, {});
  const std::vector<std::size_t> order = is_all_ ? std::vector<std::size_t>() : order_of(row);
  for (std::size_t p = 0; p < per_row_; ++p) {
    if (is_all_)
      for (std::size_t i = 0; i < factors_; ++i) {
        if ((p >> i & 1U) != 0) anew[p].push_back(i);
      }
    else
      anew[p].assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(p));
    draw(z, fresh, anew[p], u.subspan(p * factors_, factors_));
  }
}

QUINDEX_INLINE void shapley_points::contribute(std::size_t row, std::span<const double> y,
                                               std::span<double> out) const {
  const auto cost = [&](std::size_t p) { return (y[0] - y[p]) * (y[0] - y[p]) / 2; };
  std::fill(out.begin(), out.end(), 0.0);
  if (!is_all_) {
    const std::vector<std::size_t> order = order_of(row);
    for (std::size_t k = 0; k < factors_; ++k) out[order[k]] = cost(k + 1) - cost(k);
    return;
  }
  // |J|! (d − |J| − 1)! / d!: the share of the orders in which just the factors of J come before.
  std::vector<double> weight(factors_);
  for (std::size_t size = 0; size < factors_; ++size) {
    double choices = 1;  // (d − 1 over |J|)
    for (std::size_t k = 0; k < size; ++k)
      choices = choices * static_cast<double>(factors_ - 1 - k) / static_cast<double>(k + 1);
    weight[size] = 1 / (choices * static_cast<double>(factors_));
  }
  for (std::size_t p = 0; p < per_row_; ++p)
    for (std::size_t i = 0; i < factors_; ++i)
      if ((p >> i & 1U) == 0)
        out[i] += weight[static_cast<std::size_t>(std::popcount(p))] * (cost(p | std::size_t{1} << i) - cost(p));
}

QUINDEX_INLINE shapley_effects shapley_from_runs(const labels& factors, const shapley_points& points, const matrix& y,
                                                 const interval_options& how) {
  const std::size_t d = factors.size();
  shapley_effects out;
  out.factors = factors;
  std::vector<Eigen::Index> rows;
  std::vector<double> all;
  for (Eigen::Index k = 0; k < y.cols(); ++k) {
    const column_view mine = column_of(y, k);
    if (std::any_of(mine.begin(), mine.end(), is_missing)) continue;
    rows.push_back(k);
    all.insert(all.end(), {mine.front(), mine.back()});
  }
  out.base_rows = rows.size();
  out.dropped = static_cast<std::size_t>(y.cols()) - rows.size();
  out.runs = rows.size() * points.per_row();
  const numeric::moments spread(all);
  out.mean = spread.mean;
  const bool is_flat = rows.empty() || is_constant(spread.minimum, spread.maximum);
  out.variance = is_flat ? 0 : spread.variance();
  matrix parts(static_cast<Eigen::Index>(d), is_flat ? 0 : static_cast<Eigen::Index>(rows.size()));
  for (Eigen::Index k = 0; k < parts.cols(); ++k) {
    const Eigen::Index row = rows[static_cast<std::size_t>(k)];
    points.contribute(static_cast<std::size_t>(row), column_of(y, row), column_of(parts, k));
  }
  out.effect = estimate(
      parts, d,
      [d](std::span<const double> sums, double, std::span<double> numbers) {
        double whole = 0;
        for (const double s : sums) whole += s;
        for (std::size_t i = 0; i < d; ++i) numbers[i] = whole > 0 ? sums[i] / whole : missing_value;
      },
      how);
  if (out.dropped > 0)
    out.notes.push_back({"shapley", "base rows left out because a run of theirs has no output", out.dropped});
  if (is_flat) out.notes.push_back({"shapley", "the output is constant: nothing explains it, no effects", 0});
  return out;
}

}  // namespace detail
}  // namespace robustness
QUINDEX_END
