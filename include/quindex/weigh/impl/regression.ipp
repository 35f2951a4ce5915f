/// Bodies of weigh/regression.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/regression.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// x with A x = b for the places in `free`, 0 elsewhere; nothing where they are collinear.
inline std::optional<std::vector<double>> solve_some(const matrix& a, const std::vector<double>& b,
                                                     const std::vector<std::size_t>& free) {
  const Eigen::Index k = static_cast<Eigen::Index>(free.size());
  matrix part(k, k);
  std::vector<double> right;
  for (Eigen::Index i = 0; i < k; ++i) {
    const std::size_t row = free[static_cast<std::size_t>(i)];
    right.push_back(b[row]);
    for (Eigen::Index j = 0; j < k; ++j)
      part(i, j) = a(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(free[static_cast<std::size_t>(j)]));
  }
  const auto factored = numeric::cholesky::of(part);
  if (!factored) return std::nullopt;
  return spread_out(factored->solve(right), free, b.size());
}

/// The x of 0 or more with the least x' A x / 2 - b' x, after Lawson and Hanson; nothing where it is open.
inline std::optional<std::vector<double>> non_negative_solution(const matrix& a, const std::vector<double>& b) {
  const std::size_t m = b.size();
  std::vector<double> x(m, 0.0);
  std::vector<std::size_t> free;
  while (true) {
    double steepest = 1e-12;
    std::size_t enters = m;
    for (std::size_t j = 0; j < m; ++j) {
      if (std::find(free.begin(), free.end(), j) != free.end()) continue;
      double slope = b[j];
      for (std::size_t k = 0; k < m; ++k) slope -= a(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)) * x[k];
      if (slope > steepest) steepest = slope, enters = j;
    }
    if (enters == m) return x;
    free.push_back(enters);
    while (true) {
      const auto aim = solve_some(a, b, free);
      if (!aim) return std::nullopt;
      double share = 1;
      for (const std::size_t j : free)
        if ((*aim)[j] <= 0) share = std::min(share, x[j] / (x[j] - (*aim)[j]));
      for (const std::size_t j : free) x[j] += share * ((*aim)[j] - x[j]);
      if (share == 1) break;
      std::erase_if(free, [&](std::size_t j) {
        const bool leaves = x[j] <= 1e-15;
        if (leaves) x[j] = 0;
        return leaves;
      });
    }
  }
}

/// The group with the outcome as its last column, and where among the children it stands.
inline group with_outcome(const regression& method, const group& g, std::size_t& place) {
  group out = g;
  place = g.children.size();
  if (!method.child.empty()) {
    place =
        static_cast<std::size_t>(std::find(g.children.begin(), g.children.end(), method.child) - g.children.begin());
    return out;
  }
  if (method.outcome.empty())
    throw spec_error({g.where(), "regression has no outcome", "name a child, or give the outcome's numbers"});
  const std::size_t n = g.scores.empty() ? 0 : g.scores.front().size();
  if (method.outcome.size() != n)
    throw spec_error({g.where(), "the outcome has " + std::to_string(method.outcome.size()) + " numbers",
                      "the table has " + std::to_string(n) + " units"});
  out.children.emplace_back("outcome");
  out.scores.emplace_back(method.outcome);
  if (!out.better_when_high.empty()) out.better_when_high.push_back(true);
  return out;
}

}  // namespace detail

QUINDEX_INLINE void regression::check(const path& where) const {
  if (!child.empty() && !outcome.empty())
    throw spec_error({(where / "outcome").text(), "there are two outcomes, the child " + quoted(child) + " and numbers",
                      "keep one of them"});
}

QUINDEX_INLINE std::vector<double> regression::fit(const group& g) const {
  const std::size_t m = g.children.size();
  if (m == 1) return {1};
  std::size_t place = m;
  const group all = detail::with_outcome(*this, g, place);
  if (!child.empty() && place == m) return std::vector<double>(m, 1 / static_cast<double>(m));
  const columns c = columns_of(all, rows_used::complete, info.name);
  if (c.is_constant(place)) throw data_error({g.where(), "the outcome is the same for every unit", "choose another"});
  const live_matrix r = live_correlations(c, all);
  std::vector<std::size_t> predictors;
  std::vector<double> with(r.live.size(), 0.0);
  const auto at = std::find(r.live.begin(), r.live.end(), place) - r.live.begin();
  for (std::size_t k = 0; k < r.live.size(); ++k) {
    if (r.live[k] == place) continue;
    predictors.push_back(k);
    with[k] = r.values(static_cast<Eigen::Index>(k), at);
  }
  const matrix& a = r.values;
  matrix own = a;
  // The outcome's own row says nothing: its coefficient is 0 and never worth more.
  own.row(at).setZero(), own.col(at).setZero(), own(at, at) = 1;
  const auto found =
      non_negative ? detail::non_negative_solution(own, with) : detail::solve_some(own, with, predictors);
  if (!found)
    throw data_error({g.where(), "the children are collinear, so their coefficients are open",
                      "leave out those that the others repeat"});
  std::vector<double> b = settled(*found, negative_loadings::refuse, all, r.live, "coefficient");
  if (!standardised)
    for (std::size_t k = 0; k < b.size(); ++k) b[k] /= numeric::moments(c.x[r.live[k]]).sd();
  std::vector<double> w = spread_out(b, r.live, c.size());
  w.resize(m);
  return as_weights(std::move(w), g, "no child goes with the outcome, so all weights would be 0");
}

}  // namespace weigh
QUINDEX_END
