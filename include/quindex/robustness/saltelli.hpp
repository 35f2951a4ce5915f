/// Runs any function on a Saltelli design and gives its Sobol' indices: for models of one's own.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "quindex/numeric/sampler.hpp"
#include "quindex/robustness/sobol_indices.hpp"

QUINDEX_BEGIN
namespace robustness {

/// Factors that move together and get one index.
struct factor_group {
  std::string name{};
  std::vector<std::size_t> members{};  ///< Positions of the factors.
  friend bool operator==(const factor_group&, const factor_group&) = default;
};

/// A Saltelli design for a function of independent numbers.
struct saltelli_options {
  std::size_t base_rows = 1024;  ///< n: the function is run n (d + 2) times, n (2d + 2) where BA is needed.
  std::uint64_t seed = 1;        ///< Of the samples A and B.
  numeric::sampling sampler = numeric::sampling::random;  ///< How the base rows are spread.
  labels names{};                                         ///< Of the factors; "x1", "x2", … without.
  std::vector<factor_group> groups{};  ///< None: each factor is on its own. Otherwise each factor is in one of them.
  sobol_options sobol{};               ///< The estimators and intervals; its executor runs the function, too.
};

namespace detail {

/// Each factor as a group of its own where there are no groups. Throws spec_error for a factor in none or in two.
[[nodiscard]] std::vector<factor_group> complete_groups(const std::vector<factor_group>& groups, const labels& names);
/// The names, or "x1", "x2", … Throws spec_error where their number is not `count` or one comes twice.
[[nodiscard]] labels complete_names(const labels& names, std::size_t count);
/// The names of groups; throws spec_error where one comes twice.
[[nodiscard]] labels names_of(const std::vector<factor_group>& groups);

/// The value of a distribution at u: of its member `quantile`, or of itself where it is a function.
template <class Distribution>
[[nodiscard]] double value_at(const Distribution& d, double u) {
  if constexpr (requires {
                  { d.quantile(u) } -> std::convertible_to<double>;
                })
    return d.quantile(u);
  else
    return d(u);
}

/// The function at a point of uniform numbers.
template <class F, class Distributions>
[[nodiscard]] double run_at(F& f, const Distributions& distributions, std::span<const double> u,
                            std::vector<double>& x) {
  x.resize(u.size());
  std::size_t i = 0;
  for (const auto& d : distributions) {
    x[i] = value_at(d, u[i]);
    ++i;
  }
  return f(std::span<const double>(x));
}

}  // namespace detail

/// The runs of a function on a Saltelli design: y_A, y_B, y_AB for each factor or group, and y_BA where it is needed.
///
/// `f` takes the values of the factors (std::span<const double>) and gives a number, missing where it has none; it is
/// called from several threads where the executor has them. `distributions` is a range with one element per factor,
/// each with `quantile(u)` or callable with u from (0, 1). A row of A is the first d coordinates of that row of
/// `numeric::sampler(sampler, base_rows, 2 d, seed, "robustness")`, a row of B the last d. Exceptions of `f` pass
/// through. Throws spec_error for names or groups that do not fit.
template <class F, class Distributions>
[[nodiscard]] sobol_runs run_saltelli(F&& f, const Distributions& distributions, const saltelli_options& how = {}) {
  const auto d = static_cast<std::size_t>(std::size(distributions));
  const auto groups = detail::complete_groups(how.groups, detail::complete_names(how.names, d));
  const bool with_ba = needs_ba(how.sobol);
  const auto rows = static_cast<Eigen::Index>(how.base_rows), columns = static_cast<Eigen::Index>(groups.size());
  sobol_runs out{std::vector<double>(how.base_rows), std::vector<double>(how.base_rows), matrix(rows, columns),
                 with_ba ? matrix(rows, columns) : matrix()};
  const numeric::sampler points(how.sampler, how.base_rows, 2 * d, how.seed, "robustness");
  numeric::parallel_for(how.sobol.intervals.executor, how.base_rows, [&](std::size_t k) {
    std::vector<double> both(2 * d), x;
    points.row(k, both);
    const std::span<double> a = std::span<double>(both).first(d), b = std::span<double>(both).last(d);
    out.a[k] = detail::run_at(f, distributions, a, x);
    out.b[k] = detail::run_at(f, distributions, b, x);
    const auto exchange = [&](const factor_group& g) {
      for (const std::size_t i : g.members) std::swap(a[i], b[i]);
    };
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto row = static_cast<Eigen::Index>(k), column = static_cast<Eigen::Index>(g);
      exchange(groups[g]);  // a is now AB, b is BA
      out.ab(row, column) = detail::run_at(f, distributions, a, x);
      if (with_ba) out.ba(row, column) = detail::run_at(f, distributions, b, x);
      exchange(groups[g]);
    }
  });
  return out;
}

/// The Sobol' indices of a function of independent numbers; see `run_saltelli` and `sobol_from_runs`.
template <class F, class Distributions>
[[nodiscard]] sobol_indices sobol(F&& f, const Distributions& distributions, const saltelli_options& how = {}) {
  const auto d = static_cast<std::size_t>(std::size(distributions));
  const auto groups = detail::complete_groups(how.groups, detail::complete_names(how.names, d));
  return sobol_from_runs(detail::names_of(groups), run_saltelli(f, distributions, how), how.sobol);
}

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/saltelli.ipp"
#endif
