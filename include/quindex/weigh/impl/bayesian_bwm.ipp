/// Bodies of weigh/bayesian_bwm.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "quindex/base/text.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/weigh/bayesian_bwm.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// The logarithm of the gamma function above 0: Stirling's series from 8 on, the recurrence below.
QUINDEX_INLINE double log_gamma(double x) {
  double product = 1;
  while (x < 8) {
    product *= x;
    x += 1;
  }
  const double y = 1 / (x * x);
  const double series = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * numeric::log(x) - x + 0.91893853320467274 + series - numeric::log(product);
}

/// Weights on their way: the judges' and the joint ones as logarithms that need not be normalised, and log gamma.
class best_worst_sampler {
 public:
  best_worst_sampler(const std::vector<best_worst>& judges, int seed)
      : judges_(judges),
        m_(judges.front().from_best.size()),
        random_(static_cast<std::uint64_t>(seed), "weigh.bayesian_bwm") {
    own_.assign(judges.size(), std::vector<double>(m_, 1 / static_cast<double>(m_)));
    joint_ = own_.front();
  }

  /// One step for each coordinate. `adapt` lets step lengths grow with success and shrink with failure.
  void sweep(bool adapt) {
    for (std::size_t k = 0; k < judges_.size(); ++k)
      for (std::size_t j = 0; j < m_; ++j) move(own_[k], j, own_step_, adapt, [&](const auto& w) { return own(k, w); });
    for (std::size_t j = 0; j < m_; ++j)
      move(joint_, j, joint_step_, adapt, [&](const auto& w) { return shared(w, gamma_); });
    const double proposed = gamma_ * numeric::exp(gamma_step_ * random_.normal(draw_++));
    accept(concentration(proposed) - concentration(gamma_), gamma_step_, adapt, [&] { gamma_ = proposed; });
  }
  [[nodiscard]] const std::vector<double>& joint() const { return joint_; }

 private:
  using weights = std::vector<double>;

  template <class Take>
  void accept(double gain, double& step, bool adapt, Take take) {
    const bool yes = numeric::log(random_.uniform(draw_++)) < gain;
    if (yes) take();
    if (adapt) step *= yes ? 1.1 : 0.92;
  }
  /// Multiplies one weight by a factor, which is symmetric in the log ratios that the densities below are of.
  template <class Density>
  void move(weights& w, std::size_t j, double& step, bool adapt, Density density) {
    weights proposed = w;
    proposed[j] *= numeric::exp(step * random_.normal(draw_++));
    const double total = numeric::sum(proposed);
    for (double& x : proposed) x /= total;
    if (!(*std::min_element(proposed.begin(), proposed.end()) > 1e-100)) return;
    accept(density(proposed) - density(w), step, adapt, [&] { w = std::move(proposed); });
  }
  [[nodiscard]] double own(std::size_t k, const weights& w) const {
    double out = 0, inverse = 0, count = 0;
    for (std::size_t j = 0; j < m_; ++j) {
      const double from = judges_[k].from_best[j], to = judges_[k].to_worst[j];
      out += (to - from + gamma_ * joint_[j]) * numeric::log(w[j]);
      inverse += 1 / w[j];
      count += from;
    }
    return out - count * numeric::log(inverse);
  }
  /// The density of the joint weights and of gamma that comes from the judges' weights.
  [[nodiscard]] double dirichlet(const weights& w, double gamma) const {
    double out = 0;
    for (std::size_t j = 0; j < m_; ++j) {
      out -= static_cast<double>(judges_.size()) * log_gamma(gamma * w[j]);
      for (const weights& judge : own_) out += gamma * w[j] * numeric::log(judge[j]);
    }
    return out;
  }
  [[nodiscard]] double shared(const weights& w, double gamma) const {
    double out = dirichlet(w, gamma);
    for (const double x : w) out += numeric::log(x);
    return out;
  }
  [[nodiscard]] double concentration(double gamma) const {
    return dirichlet(joint_, gamma) + static_cast<double>(judges_.size()) * log_gamma(gamma) +
           0.01 * numeric::log(gamma) - 0.01 * gamma;
  }

  const std::vector<best_worst>& judges_;
  std::size_t m_;
  numeric::random_stream random_;
  std::uint64_t draw_ = 0;
  std::vector<weights> own_;
  weights joint_;
  double gamma_ = 10, own_step_ = 0.5, joint_step_ = 0.5, gamma_step_ = 0.5;
};

}  // namespace detail

QUINDEX_INLINE void bayesian_bwm::check(const path& where) const {
  const std::size_t n = best.size();
  if (worst.size() != n || best_to_others.size() != n || others_to_worst.size() != n)
    throw spec_error({where.text(),
                      "there are " + std::to_string(n) + " judges in best, " + std::to_string(worst.size()) +
                          " in worst, " + std::to_string(best_to_others.size()) + " in best_to_others and " +
                          std::to_string(others_to_worst.size()) + " in others_to_worst",
                      "give every judge a place in each"});
  for (std::size_t k = 0; k < n; ++k) {
    const std::string judge = std::to_string(k);
    const path from = where / "best_to_others", to = where / "others_to_worst";
    detail::check_codes(from / judge, best_to_others[k]);
    detail::check_codes(to / judge, others_to_worst[k]);
  }
}

QUINDEX_INLINE bayesian_bwm_solution bayesian_bwm::solve(const group& g) const {
  if (best.empty())
    throw spec_error(
        {g.where(), "there are no judgements",
         "give `best`, `worst`, `best_to_others` and `others_to_worst` of each judge for " + listed(g.children)});
  group sorted = g;  // so that the random numbers do not depend on the order of the children
  std::sort(sorted.children.begin(), sorted.children.end());
  std::vector<detail::best_worst> judges;
  for (std::size_t k = 0; k < best.size(); ++k)
    judges.push_back(detail::ordered_comparisons(sorted, best[k], worst[k], best_to_others[k], others_to_worst[k]));
  const std::size_t m = g.children.size();
  bayesian_bwm_solution out{std::vector<double>(m, 0.0),
                            matrix::Zero(static_cast<Eigen::Index>(m), static_cast<Eigen::Index>(m))};
  std::vector<std::size_t> at;
  for (const std::string& child : g.children)
    at.push_back(static_cast<std::size_t>(std::find(sorted.children.begin(), sorted.children.end(), child) -
                                          sorted.children.begin()));
  detail::best_worst_sampler sampler(judges, seed);
  for (int t = 0; t < burn_in; ++t) sampler.sweep(true);
  for (int t = 0; t < draws; ++t) {
    sampler.sweep(false);
    for (std::size_t i = 0; i < m; ++i) {
      out.weights[i] += sampler.joint()[at[i]];
      for (std::size_t j = 0; j < m; ++j)
        if (sampler.joint()[at[i]] > sampler.joint()[at[j]])
          out.probability(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) += 1;
    }
  }
  for (double& w : out.weights) w /= draws;
  out.probability /= draws;
  return out;
}

}  // namespace weigh
QUINDEX_END
