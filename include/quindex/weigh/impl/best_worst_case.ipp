/// The weights of the best worst case near a centre: the quadratic programme behind weigh/seca.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace weigh {
namespace detail {

/// Maximises t - curvature / 2 * sum (w - centre)^2 over weights w >= floor that sum to 1 and t <= x_i . w for every
/// row i, by an active set of rows (t is their performance) and children (at the floor).
class best_worst_case {
 public:
  best_worst_case(const std::vector<std::vector<double>>& columns, std::vector<double> centre, double curvature,
                  double floor)
      : x_(columns),
        centre_(std::move(centre)),
        curvature_(curvature),
        floor_(floor),
        n_(columns.front().size()),
        m_(columns.size()),
        w_(m_, 1 / static_cast<double>(m_)),
        is_floored_(m_, false),
        performance_(n_) {}

  /// The optimum. Throws numeric_error without convergence, `where` being the place it names.
  std::vector<double> solve(const std::string& where) {
    perform(w_, performance_);
    const auto worst = std::min_element(performance_.begin(), performance_.end());
    t_ = *worst;
    rows_ = {static_cast<std::size_t>(worst - performance_.begin())};
    const std::size_t most = 1000 + 20 * (m_ + n_);
    for (std::size_t step = 0; step < most; ++step) {
      const auto aim = stationary();
      if (!aim) break;
      if (!walk(*aim) && !release(*aim)) return verified(where);
    }
    throw numeric_error({where, "seca found no optimum; the last worst performance is " + number_text(t_),
                         "raise closeness, or use critic"});
  }

 private:
  struct stationary_point {
    std::vector<double> w;
    double t, level;
    std::vector<double> pull;  // multipliers of rows_
  };

  void perform(const std::vector<double>& w, std::vector<double>& out) const {
    std::fill(out.begin(), out.end(), 0.0);
    for (std::size_t j = 0; j < m_; ++j)
      for (std::size_t i = 0; i < n_; ++i) out[i] += w[j] * x_[j][i];
  }

  /// Where the objective is highest with the active rows and floors kept: w_j = centre_j + (level + pull . x_j) /
  /// curvature for the free children, the pulls summing to 1.
  [[nodiscard]] std::optional<stationary_point> stationary() const {
    const std::size_t k = rows_.size();
    const Eigen::Index last = static_cast<Eigen::Index>(k) + 1;
    matrix a = matrix::Zero(last + 1, last + 1);  // pulls, level, t
    std::vector<double> b(k + 2, 0.0);
    for (std::size_t j = 0; j < m_; ++j) {
      const double base = is_floored_[j] ? floor_ : centre_[j];
      const double give = is_floored_[j] ? 0 : 1 / curvature_;
      const auto coefficient = [&](std::size_t r) { return r < k ? x_[j][rows_[r]] : 1.0; };
      for (std::size_t r = 0; r <= k; ++r) {
        b[r] -= coefficient(r) * base;
        for (std::size_t s = 0; s <= k; ++s)
          a(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(s)) += give * coefficient(r) * coefficient(s);
      }
    }
    b[k] += 1;
    for (Eigen::Index r = 0; r < last - 1; ++r) a(r, last) = -1, a(last, r) = 1;
    b[k + 1] = 1;
    const auto found = numeric::solve(a, b);
    if (!found) return std::nullopt;
    stationary_point out{
        std::vector<double>(m_, floor_), found->back(), (*found)[k], {found->begin(), found->end() - 2}};
    for (std::size_t j = 0; j < m_; ++j)
      if (!is_floored_[j]) out.w[j] = centre_[j] + slope(out, j) / curvature_;
    return out;
  }

  [[nodiscard]] double slope(const stationary_point& p, std::size_t j) const {
    double out = p.level;
    for (std::size_t r = 0; r < rows_.size(); ++r) out += p.pull[r] * x_[j][rows_[r]];
    return out;
  }

  /// Goes to the point, or as far as the first child or row in the way, which becomes active; whether one was.
  bool walk(const stationary_point& aim) {
    std::vector<double> aimed(n_);
    perform(aim.w, aimed);
    double share = 1;
    std::size_t child = m_, row = n_;
    for (std::size_t j = 0; j < m_; ++j) {
      if (is_floored_[j] || aim.w[j] >= floor_ - tolerance) continue;
      const double reach = std::max(0.0, w_[j] - floor_) / (w_[j] - aim.w[j]);
      if (reach < share) share = reach, child = j;
    }
    for (std::size_t i = 0; i < n_; ++i) {
      const double slack = std::max(0.0, performance_[i] - t_), after = aimed[i] - aim.t;
      if (after >= -tolerance || std::find(rows_.begin(), rows_.end(), i) != rows_.end()) continue;
      if (const double reach = slack / (slack - after); reach < share) share = reach, child = m_, row = i;
    }
    for (std::size_t j = 0; j < m_; ++j) w_[j] += share * (aim.w[j] - w_[j]);
    t_ += share * (aim.t - t_);
    perform(w_, performance_);
    if (child < m_) is_floored_[child] = true, w_[child] = floor_;
    if (row < n_) rows_.push_back(row);
    return child < m_ || row < n_;
  }

  /// Lets go of the row or child that holds the objective back most; whether there was one.
  bool release(const stationary_point& at) {
    double lowest = -tolerance;
    std::size_t row = rows_.size(), child = m_;
    for (std::size_t r = 0; r < rows_.size(); ++r)
      if (at.pull[r] < lowest) lowest = at.pull[r], row = r;
    for (std::size_t j = 0; j < m_; ++j) {
      if (!is_floored_[j]) continue;
      const double push = curvature_ * (floor_ - centre_[j]) - slope(at, j);
      if (push < lowest) lowest = push, child = j, row = rows_.size();
    }
    if (child < m_) is_floored_[child] = false;
    if (row < rows_.size()) rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(row));
    return child < m_ || lowest < -tolerance;
  }

  /// The weights, when they keep every constraint; the multipliers have been seen by `release`.
  [[nodiscard]] std::vector<double> verified(const std::string& where) const {
    const double total = numeric::sum(w_);
    const double worst = *std::min_element(performance_.begin(), performance_.end());
    const double lowest = *std::min_element(w_.begin(), w_.end());
    if (std::abs(total - 1) > 1e-9 || worst < t_ - 1e-9 || lowest < floor_ - 1e-9)
      throw numeric_error({where, "seca lost the constraints by rounding; the weights sum to " + number_text(total),
                           "raise closeness, or use critic"});
    return w_;
  }

  static constexpr double tolerance = 1e-12;
  const std::vector<std::vector<double>>& x_;
  std::vector<double> centre_;
  double curvature_, floor_;
  std::size_t n_, m_;
  std::vector<double> w_;
  std::vector<bool> is_floored_;
  std::vector<double> performance_;
  std::vector<std::size_t> rows_;
  double t_ = 0;
};

}  // namespace detail
}  // namespace weigh
QUINDEX_END
