/// Bodies of weigh/equalised_importance.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/moments.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/equalised_importance.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

inline std::vector<double> times(const matrix& a, const std::vector<double>& v) {
  std::vector<double> out(v.size(), 0.0);
  for (std::size_t k = 0; k < v.size(); ++k)
    for (std::size_t j = 0; j < v.size(); ++j)
      out[j] += a(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(k)) * v[k];
  return out;
}

/// The shortest v with R v nearest to t.
inline std::vector<double> shortest_solution(const matrix& r, const std::vector<double>& t) {
  const numeric::eigen_system e = numeric::symmetric_eigen(r);
  std::vector<double> out(t.size(), 0.0);
  for (std::size_t k = 0; k < t.size(); ++k) {
    if (!(e.values[k] > 1e-12 * e.values.front())) break;
    const column_view u = column_of(e.vectors, static_cast<Eigen::Index>(k));
    double along = 0;
    for (std::size_t j = 0; j < t.size(); ++j) along += u[j] * t[j];
    for (std::size_t j = 0; j < t.size(); ++j) out[j] += along / e.values[k] * u[j];
  }
  return out;
}

/// v' R v / 2 - sum t ln v, whose lowest point has v_j (R v)_j = t_j; infinite outside v > 0.
inline double log_barrier(const matrix& r, const std::vector<double>& t, const std::vector<double>& v) {
  const std::vector<double> rv = times(r, v);
  double out = 0;
  for (std::size_t j = 0; j < v.size(); ++j) {
    if (!(v[j] > 0)) return INFINITY;
    out += v[j] * rv[j] / 2 - t[j] * numeric::log(v[j]);
  }
  return out;
}

/// One step of Newton's method, with as much of it as brings the barrier down while the lowest point is far; whether
/// it moved anything.
inline bool newton_step(const matrix& r, const std::vector<double>& t, std::vector<double>& v) {
  const std::vector<double> rv = times(r, v);
  matrix curvature = r;
  std::vector<double> down(v.size());
  for (std::size_t j = 0; j < v.size(); ++j) {
    down[j] = t[j] / v[j] - rv[j];
    curvature(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j)) += t[j] / (v[j] * v[j]);
  }
  const auto step = numeric::solve(curvature, down);
  if (!step) return false;
  double size = 0;
  for (std::size_t j = 0; j < v.size(); ++j) size = std::max(size, std::abs((*step)[j]) / v[j]);
  if (size < 0.01) {  // closer, the barrier's digits no longer tell steps apart, and whole ones converge
    for (std::size_t j = 0; j < v.size(); ++j) v[j] += (*step)[j];
    return size > 1e-14;
  }
  const double before = log_barrier(r, t, v);
  double share = 1;
  for (int halved = 0; halved < 30; ++halved, share /= 2) {
    std::vector<double> next = v;
    for (std::size_t j = 0; j < v.size(); ++j) next[j] += share * (*step)[j];
    if (!(log_barrier(r, t, next) < before)) continue;
    v = std::move(next);
    return true;
  }
  return false;
}

/// v > 0 with v_j (R v)_j in the proportions of t > 0, or the last state on the way.
inline std::vector<double> shared_variance(const matrix& r, const std::vector<double>& t) {
  std::vector<double> v(t.size());
  for (std::size_t j = 0; j < t.size(); ++j) v[j] = std::sqrt(t[j]);
  constexpr int most_steps = 200;
  for (int step = 0; step < most_steps && newton_step(r, t, v); ++step)
    if (!std::isfinite(*std::max_element(v.begin(), v.end()))) break;
  return v;
}

/// The shares of importance under weights v of standardised children.
inline std::vector<double> importance_shares(const matrix& r, const std::vector<double>& v, importance measure) {
  std::vector<double> out = times(r, v);
  for (std::size_t j = 0; j < v.size(); ++j) {
    if (measure == importance::squared_correlation) out[j] *= std::abs(out[j]);
    if (measure == importance::variance_share) out[j] *= v[j];
  }
  const double total = numeric::sum(out);
  for (double& share : out) share /= total;
  return out;
}

/// "'a' 0.5, 'b' 0.5"
inline std::string by_child(const std::vector<double>& values, const group& g, const std::vector<std::size_t>& live) {
  std::string out;
  for (std::size_t k = 0; k < live.size(); ++k)
    out += (k == 0 ? "" : ", ") + quoted(g.children[live[k]]) + " " + number_text(values[k]);
  return out;
}

/// The targets of the live children, which sum to 1.
inline std::vector<double> targets_of(const equalised_importance& method, const columns& c, const group& g,
                                      const std::vector<std::size_t>& live) {
  std::vector<double> out;
  std::vector<std::string> without;
  for (std::size_t j = 0; j < c.size(); ++j) {
    const auto at = std::find_if(method.targets.begin(), method.targets.end(),
                                 [&](const auto& target) { return target.first == g.children[j]; });
    if (at == method.targets.end()) without.push_back(g.children[j]);
    const double target = at == method.targets.end() ? 0 : at->second;
    if (c.is_constant(j) && target > 0)
      throw data_error({g.where() + "/" + g.children[j],
                        "its importance is to be " + number_text(target) + ", and it is the same for every unit",
                        "leave it out, or set its target to 0"});
    if (!c.is_constant(j)) out.push_back(target);
  }
  if (without.size() == c.size()) return std::vector<double>(live.size(), 1 / static_cast<double>(live.size()));
  if (!without.empty())
    throw spec_error({g.where(), "there are targets for some children, none for " + listed(without),
                      "give every child of the group a target"});
  return as_weights(std::move(out), g, "all targets are 0");
}

/// Weights of standardised children, for targets above 0 only where variance is shared.
inline std::vector<double> standard_weights(const matrix& r, std::vector<double> t, importance measure) {
  if (measure == importance::correlation) return shortest_solution(r, t);
  if (measure == importance::squared_correlation) {
    for (double& target : t) target = std::sqrt(target);
    return shortest_solution(r, t);
  }
  std::vector<std::size_t> asked;
  std::vector<double> own;
  for (std::size_t j = 0; j < t.size(); ++j)
    if (t[j] > 0) asked.push_back(j), own.push_back(t[j]);
  const Eigen::Index k = static_cast<Eigen::Index>(asked.size());
  matrix part(k, k);
  for (Eigen::Index a = 0; a < k; ++a)
    for (Eigen::Index b = 0; b < k; ++b)
      part(a, b) = r(static_cast<Eigen::Index>(asked[static_cast<std::size_t>(a)]),
                     static_cast<Eigen::Index>(asked[static_cast<std::size_t>(b)]));
  return spread_out(shared_variance(part, own), asked, t.size());
}

/// Throws numeric_error where the weights make a score that is the same for every unit: it has no correlations.
inline void refuse_cancelling(const matrix& r, const std::vector<double>& v, const group& g) {
  const std::vector<double> rv = times(r, v);
  double variance = 0;
  double size = 0;
  for (std::size_t j = 0; j < v.size(); ++j) variance += v[j] * rv[j], size += std::abs(v[j]);
  constexpr double nothing = 1e-13;  // targets sum to 1, and so would weights of about that size
  if (size > nothing && variance > nothing * size * size) return;
  throw numeric_error({g.where(), "the children cancel: the score with equal importance is the same for every unit",
                       "leave some of them out, or turn round those in which low is better"});
}

}  // namespace detail

QUINDEX_INLINE void equalised_importance::check(const path& where) const {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string at = (where / "targets" / targets[i].first).text();
    if (!std::isfinite(targets[i].second) || targets[i].second < 0)
      throw spec_error({at, "the target is " + number_text(targets[i].second), "targets are 0 or more"});
    for (std::size_t k = 0; k < i; ++k)
      if (targets[k].first == targets[i].first) throw spec_error({at, "the code stands twice", "keep one of them"});
  }
}

QUINDEX_INLINE std::vector<double> equalised_importance::fit(const group& g) const {
  if (g.children.size() == 1) return {1};
  const columns c = columns_of(g, rows, info.name);
  const live_matrix r = live_correlations(c, g);
  const std::vector<double> t = detail::targets_of(*this, c, g, r.live);
  std::vector<double> v = detail::standard_weights(r.values, t, measure);
  const double largest =
      std::abs(*std::max_element(v.begin(), v.end(), [](double a, double b) { return std::abs(a) < std::abs(b); }));
  detail::refuse_cancelling(r.values, v, g);
  const std::vector<double> reached = detail::importance_shares(r.values, v, measure);
  for (std::size_t k = 0; k < t.size(); ++k)
    if (!(std::abs(reached[k] - t[k]) <= 1e-8))
      throw numeric_error(
          {g.where(),
           "no weights with the importance asked for; the last ones have " + detail::by_child(reached, g, r.live),
           "the children cancel or repeat one another: leave some out, or change the targets"});
  for (std::size_t k = 0; k < v.size(); ++k) {
    if (std::abs(v[k]) <= 1e-12 * largest) v[k] = 0;
    v[k] /= numeric::moments(c.x[r.live[k]]).sd();
  }
  const double total = numeric::sum(v);
  for (double& w : v) w /= total;
  if (std::any_of(v.begin(), v.end(), [](double w) { return !(w >= 0); }))
    throw data_error({g.where(), "the importance asked for needs weights below 0: " + detail::by_child(v, g, r.live),
                      "leave out or turn round the children with them, change the targets, or set measure to "
                      "'variance_share'"});
  return spread_out(v, r.live, c.size());
}

}  // namespace weigh
QUINDEX_END
