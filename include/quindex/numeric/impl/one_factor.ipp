/// Bodies of numeric/one_factor.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "quindex/numeric/one_factor.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// The rows that have values in the same columns: how many, and sums over them.
struct gap_pattern {
  double n = 0;
  std::vector<std::size_t> has;
  std::vector<double> sums;  // of x_j
  matrix products;           // of x_j x_k
};

inline std::vector<gap_pattern> patterns_of(const std::vector<column_view>& x) {
  std::map<std::vector<bool>, std::vector<std::size_t>> rows;
  const std::size_t m = x.size();
  std::vector<bool> key(m);
  for (std::size_t i = 0; i < x.front().size(); ++i) {
    for (std::size_t j = 0; j < m; ++j) key[j] = !is_missing(x[j][i]);
    rows[key].push_back(i);
  }
  std::vector<gap_pattern> out;
  for (const auto& [present, members] : rows) {
    gap_pattern p;
    p.n = static_cast<double>(members.size());
    for (std::size_t j = 0; j < m; ++j)
      if (present[j]) p.has.push_back(j);
    if (p.has.empty()) continue;
    const Eigen::Index k = static_cast<Eigen::Index>(p.has.size());
    p.sums.assign(p.has.size(), 0.0);
    p.products = matrix::Zero(k, k);
    for (const std::size_t i : members) {
      for (std::size_t b = 0; b < p.has.size(); ++b) {
        const double value = x[p.has[b]][i];
        p.sums[b] += value;
        for (std::size_t a = 0; a <= b; ++a)
          p.products(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) += value * x[p.has[a]][i];
      }
    }
    for (Eigen::Index b = 0; b < k; ++b)
      for (Eigen::Index a = 0; a < b; ++a) p.products(b, a) = p.products(a, b);
    out.push_back(std::move(p));
  }
  return out;
}

/// Sums over the rows with a value of one variable.
struct regression_sums {
  double n = 0, f = 0, ff = 0, x = 0, xx = 0, xf = 0;
};

/// Adds the expected sums of a pattern under the model; returns n and the sums of f and f squared.
inline regression_sums expect(const gap_pattern& p, const one_factor& model, std::vector<regression_sums>& sums) {
  const std::size_t k = p.has.size();
  // The expectation of f given a row is the sum of b_j (x_j - mean_j), its variance `v`.
  std::vector<double> b(k);
  double precision = 1, offset = 0;
  for (std::size_t a = 0; a < k; ++a) {
    const std::size_t j = p.has[a];
    b[a] = model.loading[j] / model.error[j];
    precision += b[a] * model.loading[j];
  }
  const double v = 1 / precision;
  regression_sums all;
  for (std::size_t a = 0; a < k; ++a) {
    b[a] *= v;
    offset += b[a] * model.mean[p.has[a]];
    all.f += b[a] * p.sums[a];
  }
  all.n = p.n;
  all.f -= p.n * offset;
  all.ff = p.n * v;
  double linear = 0;
  for (std::size_t a = 0; a < k; ++a) {
    double row = 0;
    for (std::size_t c = 0; c < k; ++c)
      row += b[c] * p.products(static_cast<Eigen::Index>(c), static_cast<Eigen::Index>(a));
    all.ff += b[a] * row;
    linear += b[a] * p.sums[a];
    regression_sums& s = sums[p.has[a]];
    s.xf += row - offset * p.sums[a];
    s.n += p.n, s.x += p.sums[a];
    s.xx += p.products(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(a));
  }
  all.ff += offset * (p.n * offset - 2 * linear);
  for (const std::size_t j : p.has) sums[j].f += all.f, sums[j].ff += all.ff;
  return all;
}

/// One step; the largest change of a parameter.
inline double improve(const std::vector<gap_pattern>& patterns, one_factor& model) {
  std::vector<regression_sums> sums(model.mean.size());
  regression_sums all;
  for (const gap_pattern& p : patterns) {
    const regression_sums one = expect(p, model, sums);
    all.n += one.n, all.f += one.f, all.ff += one.ff;
  }
  // The factor's own mean and variance are free in the expanded model, and are then brought back to 0 and 1.
  const double centre = all.f / all.n;
  const double spread = std::sqrt(std::max(0.0, all.ff / all.n - centre * centre));
  double moved = 0;
  const auto move = [&moved](double& from, double to) {
    moved = std::max(moved, std::abs(to - from));
    from = to;
  };
  for (std::size_t j = 0; j < sums.size(); ++j) {
    const regression_sums& s = sums[j];
    const double loading = (s.xf - s.x * s.f / s.n) / (s.ff - s.f * s.f / s.n);
    const double mean = (s.x - loading * s.f) / s.n;
    move(model.error[j], (s.xx - loading * s.xf - mean * s.x) / s.n);
    move(model.mean[j], mean + loading * centre);
    move(model.loading[j], loading * spread);
  }
  return moved;
}

}  // namespace detail

QUINDEX_INLINE one_factor_fit fit_one_factor(const std::vector<column_view>& x) {
  constexpr std::size_t most_steps = 20000;
  constexpr double vanishing = 1e-5, on_its_way = 1e-2;
  const std::size_t m = x.size();
  const std::vector<detail::gap_pattern> patterns = detail::patterns_of(x);
  one_factor_fit out;
  out.without_error = m;
  out.model = {std::vector<double>(m, 0.0), std::vector<double>(m, 0.7), std::vector<double>(m, 0.5), 0};
  while (out.model.steps < most_steps && !out.converged) {
    ++out.model.steps;
    out.converged = detail::improve(patterns, out.model) <= 1e-13;
    for (std::size_t j = 0; j < m; ++j)
      if (!(out.model.error[j] > vanishing)) out.without_error = j;
    if (out.without_error < m) return {out.model, false, out.without_error};
  }
  // Errors come down ever more slowly towards 0: one that is close after so many steps will get there.
  const auto least = std::min_element(out.model.error.begin(), out.model.error.end());
  if (!out.converged && *least < on_its_way)
    out.without_error = static_cast<std::size_t>(least - out.model.error.begin());
  double total = 0;
  for (const double l : out.model.loading) total += l;
  if (total < 0)
    for (double& l : out.model.loading) l = -l;
  return out;
}

}  // namespace numeric
QUINDEX_END
