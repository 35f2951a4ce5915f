/// Shapley effects: shares of an output's variance for factors that may depend on each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "quindex/robustness/saltelli.hpp"

QUINDEX_BEGIN
namespace robustness {

/// Over which sets of factors the average is taken.
enum class shapley_sets {
  automatic,     ///< All for up to 6 factors, random orders for more.
  all,           ///< Every set of factors: n · 2^d runs; at most 12 factors.
  random_order,  ///< One random order of the factors per base row: n (d + 1) runs.
};

/// How Shapley effects are estimated.
struct shapley_options {
  std::size_t base_rows = 1024;                 ///< n, the rows of the design before factors are set.
  std::uint64_t seed = 1;                       ///< Where the random numbers come from.
  shapley_sets sets = shapley_sets::automatic;  ///< Which sets of factors are run.
  labels names{};                               ///< Of the factors; "x1", "x2", … without. Not used on an index.
  matrix correlation{};          ///< Of the normal scores of the factors (Gaussian copula); 0×0 for independent ones.
  interval_options intervals{};  ///< Of the bootstrap intervals.
};

/// Shapley effects of one output: shares that sum to 1, however factors depend on each other.
struct shapley_effects {
  labels factors{};
  std::size_t base_rows = 0;  ///< That count.
  std::size_t dropped = 0;    ///< Base rows left out because one of their runs has no output.
  std::size_t runs = 0;
  double mean = missing_value;
  double variance = missing_value;
  estimates effect{};  ///< One per factor.
  std::vector<note> notes{};
};

namespace detail {

/// The points of a design for Shapley effects: for each base row a first point, and points where the factors of a set
/// are drawn anew given all the others.
class shapley_points {
 public:
  shapley_points(std::size_t factors, const shapley_options& how);
  /// Points per base row, the first one included.
  [[nodiscard]] std::size_t per_row() const { return per_row_; }
  /// The uniform numbers of all points of a base row: points × factors, row by row, and for each point the factors that
  /// are drawn anew.
  void fill(std::size_t row, std::span<double> u, std::vector<std::vector<std::size_t>>& anew) const;
  /// What each factor gets of a base row's variance, from the outputs of its points.
  void contribute(std::size_t row, std::span<const double> y, std::span<double> out) const;

 private:
  [[nodiscard]] std::vector<std::size_t> order_of(std::size_t row) const;
  void draw(std::span<const double> z, std::span<const double> fresh, const std::vector<std::size_t>& anew,
            std::span<double> u) const;

  std::size_t factors_;
  std::uint64_t seed_;
  bool is_all_;
  std::size_t per_row_;
  matrix correlation_, root_;
};

/// The effects from outputs, points × base rows.
[[nodiscard]] shapley_effects shapley_from_runs(const labels& factors, const shapley_points& points, const matrix& y,
                                                const interval_options& how);

}  // namespace detail

/// The Shapley effects of a function whose factors are independent or joined by a Gaussian copula.
///
/// A factor's effect is the mean, over all orders of the factors, of what it adds to E[Var(y | the factors outside the
/// set)] / Var(y) when it joins the set of those before it; Owen (2014), Song, Nelson and Staum (2016). The variance is
/// half the mean squared difference of two runs whose set is drawn independently given the rest. With all sets the
/// average over orders is exact (weights as Broto, Bachoc and Depecker 2020); with random orders each base row walks
/// through one order (Goda 2021). For independent factors an effect lies between the first and the total Sobol' index.
/// `f` and `distributions` as in `run_saltelli`. Throws spec_error for a correlation that is none.
template <class F, class Distributions>
[[nodiscard]] shapley_effects shapley(F&& f, const Distributions& distributions, const shapley_options& how = {}) {
  const auto d = static_cast<std::size_t>(std::size(distributions));
  const detail::shapley_points points(d, how);
  matrix y(static_cast<Eigen::Index>(points.per_row()), static_cast<Eigen::Index>(how.base_rows));
  numeric::parallel_for(how.intervals.executor, how.base_rows, [&](std::size_t k) {
    std::vector<double> u(points.per_row() * d), x;
    std::vector<std::vector<std::size_t>> anew;
    points.fill(k, u, anew);
    for (std::size_t p = 0; p < points.per_row(); ++p)
      y(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(k)) =
          detail::run_at(f, distributions, std::span<const double>(u).subspan(p * d, d), x);
  });
  return detail::shapley_from_runs(detail::complete_names(how.names, d), points, y, how.intervals);
}

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/shapley_effects.ipp"
#endif
