/// Bodies of numeric/gaussian_copula.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/gaussian_copula.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// Factors a correlation matrix and says what is wrong with one.
class correlation_check {
 public:
  correlation_check(const matrix& r, std::span<const std::string> names) : r_(r), names_(names) {}

  /// L with L L' = R.
  matrix lower() const {
    check_entries();
    const Eigen::Index n = r_.rows();
    matrix l = matrix::Zero(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
      double left = 1;  // the variance that the coordinates before do not explain
      for (Eigen::Index j = 0; j < i; ++j) {
        double rest = r_(i, j);
        for (Eigen::Index k = 0; k < j; ++k) rest -= l(i, k) * l(j, k);
        if (l(j, j) == 0 && std::abs(rest) > std::sqrt(tolerance)) fail_possible(i, j);
        l(i, j) = l(j, j) == 0 ? 0 : rest / l(j, j);
        left -= l(i, j) * l(i, j);
      }
      if (left < -tolerance) fail_possible(i, worst_of(i));
      l(i, i) = left <= tolerance ? 0 : std::sqrt(left);
    }
    return l;
  }

 private:
  static constexpr double tolerance = 1e-10;

  std::string name(Eigen::Index i) const {
    const auto at = static_cast<std::size_t>(i);
    return at < names_.size() ? quoted(names_[at]) : std::to_string(i);
  }
  std::string pair(Eigen::Index i, Eigen::Index j) const {
    return "the correlation of " + name(i) + " and " + name(j) + " is " + number_text(r_(i, j));
  }
  [[noreturn]] static void fail(std::string what, std::string hint) {
    throw spec_error({"correlation", std::move(what), std::move(hint)});
  }

  void check_entries() const {
    if (r_.rows() != r_.cols())
      fail("the matrix is " + std::to_string(r_.rows()) + " by " + std::to_string(r_.cols()), "it has to be square");
    for (Eigen::Index i = 0; i < r_.rows(); ++i) {
      if (r_(i, i) != 1) fail(pair(i, i), "that of anything with itself is 1");
      for (Eigen::Index j = 0; j < i; ++j) {
        if (!(std::abs(r_(i, j)) <= 1)) fail(pair(i, j), "it has to be from -1 to 1");
        if (r_(i, j) != r_(j, i))
          fail(pair(i, j) + " and the other way round " + number_text(r_(j, i)), "both are one");
      }
    }
  }

  /// Of the coordinates before `i` that whose correlation with it is the farthest from 0.
  Eigen::Index worst_of(Eigen::Index i) const {
    Eigen::Index worst = 0;
    for (Eigen::Index j = 1; j < i; ++j)
      if (std::abs(r_(i, j)) > std::abs(r_(i, worst))) worst = j;
    return worst;
  }

  /// No numbers have such correlations; says which values the pair could have, the correlations of both with the third
  /// that leaves the least room being as they are.
  [[noreturn]] void fail_possible(Eigen::Index i, Eigen::Index j) const {
    double low = -1, high = 1;
    Eigen::Index third = -1;
    for (Eigen::Index k = 0; k < r_.rows(); ++k) {
      if (k == i || k == j) continue;
      const double middle = r_(i, k) * r_(j, k);
      const double around = std::sqrt((1 - r_(i, k) * r_(i, k)) * (1 - r_(j, k) * r_(j, k)));
      if (third < 0 || outside(r_(i, j), middle - around, middle + around) > outside(r_(i, j), low, high)) {
        third = k;
        low = middle - around;
        high = middle + around;
      }
    }
    const bool by_third = third >= 0 && outside(r_(i, j), low, high) > 0;
    fail(pair(i, j) + ", which the others rule out",
         by_third ? "given those with " + name(third) + " it is from " + number_text(std::ceil(low * 1000) / 1000) +
                        " to " + number_text(std::floor(high * 1000) / 1000)
                  : "the matrix has to be positive semidefinite: correlations nearer to 0 are");
  }
  static double outside(double x, double low, double high) { return std::max({0.0, low - x, x - high}); }

  const matrix& r_;
  std::span<const std::string> names_;
};

}  // namespace detail

QUINDEX_INLINE gaussian_copula::gaussian_copula(const matrix& correlation, std::span<const std::string> names)
    : lower_(detail::correlation_check(correlation, names).lower()) {}

QUINDEX_INLINE void gaussian_copula::apply(std::span<double> u, std::span<const std::size_t> at) const {
  constexpr double least = 0x1p-53;
  std::vector<double> scores(size());
  for (std::size_t i = 0; i < size(); ++i) scores[i] = normal_quantile(u[at[i]]);
  for (std::size_t i = 0; i < size(); ++i) {
    double z = 0;
    bool alone = true;
    for (std::size_t j = 0; j < i; ++j) {
      const double share = lower_(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      alone = alone && share == 0;
      z += share * scores[j];
    }
    const auto own = static_cast<Eigen::Index>(i);
    if (!alone) u[at[i]] = std::clamp(normal_probability(z + lower_(own, own) * scores[i]), least, 1 - least);
  }
}

QUINDEX_INLINE void gaussian_copula::apply(std::span<double> u) const {
  std::vector<std::size_t> all(size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  apply(u, all);
}

}  // namespace numeric
QUINDEX_END
