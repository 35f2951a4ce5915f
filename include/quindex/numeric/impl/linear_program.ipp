/// Bodies of numeric/linear_program.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "quindex/numeric/impl/simplex.ipp"
#include "quindex/numeric/linear_program.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// A program made ready: checked, scaled by powers of two, with slack variables, and one artificial variable for every
/// row that the first basis does not satisfy.
class program_run {
 public:
  explicit program_run(const linear_program& program) : p_(program), m_(p_.right.size()), n_(p_.cost.size()) {
    check();
    scale();
    fill();
    start();
  }

  program_solution solve();

 private:
  static constexpr double agreement = 1e-9;
  const linear_program& p_;
  std::size_t m_, n_, artificial_ = 0;
  std::vector<double> row_scale_, column_scale_;
  double cost_scale_ = 1, right_scale_ = 1, furthest_ = 0;
  simplex s_;

  [[nodiscard]] double low(std::size_t j) const { return p_.low.empty() ? 0.0 : p_.low[j]; }
  [[nodiscard]] double high(std::size_t j) const { return p_.high.empty() ? no_bound : p_.high[j]; }
  [[nodiscard]] double entry(std::size_t i, std::size_t j) const {
    return p_.rows(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
  }
  [[noreturn]] static void fail(const std::string& what, const std::string& hint) {
    throw numeric_error({"linear_program", what, hint});
  }

  void check() const {
    const auto wrong = [](std::size_t found, std::size_t expected) { return found != 0 && found != expected; };
    if (p_.relations.size() != m_ || p_.rows.rows() != static_cast<Eigen::Index>(m_) ||
        p_.rows.cols() != static_cast<Eigen::Index>(n_) || wrong(p_.low.size(), n_) || wrong(p_.high.size(), n_))
      fail("the rows are " + std::to_string(p_.rows.rows()) + " by " + std::to_string(p_.rows.cols()) + " for " +
               std::to_string(m_) + " right-hand sides and " + std::to_string(n_) + " costs",
           "give one relation and one right-hand side a row, one cost and no or one bound of each kind a column");
    for (std::size_t j = 0; j < n_; ++j) {
      const std::string name = "column " + std::to_string(j);
      if (!std::isfinite(p_.cost[j])) fail("the cost of " + name + " is not finite", "all costs have to be");
      if (!(low(j) <= high(j)) || low(j) == no_bound || high(j) == -no_bound)
        fail("the bounds of " + name + " cross", "the low one has to be at most the high one");
      for (std::size_t i = 0; i < m_; ++i)
        if (!std::isfinite(entry(i, j)))
          fail("row " + std::to_string(i) + ", " + name + " is not finite", "all values have to be");
    }
    for (std::size_t i = 0; i < m_; ++i)
      if (!std::isfinite(p_.right[i]))
        fail("the right-hand side of row " + std::to_string(i) + " is not finite", "all have to be");
  }

  /// The power of two that brings `size` to between 1/2 and 1.
  static double to_one(double size) {
    if (!(size > 0) || std::isinf(size)) return 1;
    int exponent = 0;
    std::frexp(size, &exponent);
    return std::ldexp(1.0, -exponent);
  }

  void scale() {
    row_scale_.assign(m_, 1);
    column_scale_.assign(n_, 1);
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < m_; ++i) {
        double most = 0;
        for (std::size_t j = 0; j < n_; ++j) most = std::max(most, std::abs(entry(i, j)) * column_scale_[j]);
        row_scale_[i] = to_one(most);
      }
      for (std::size_t j = 0; j < n_; ++j) {
        double most = 0;
        for (std::size_t i = 0; i < m_; ++i) most = std::max(most, std::abs(entry(i, j)) * row_scale_[i]);
        column_scale_[j] = to_one(most);
      }
    }
    double most_cost = 0;
    std::vector<double> rights;
    for (std::size_t j = 0; j < n_; ++j) {
      most_cost = std::max(most_cost, std::abs(p_.cost[j]) * column_scale_[j]);
      if (std::isfinite(low(j))) rights.push_back(std::abs(low(j)) / column_scale_[j]);
    }
    for (std::size_t i = 0; i < m_; ++i) rights.push_back(std::abs(p_.right[i]) * row_scale_[i]);
    cost_scale_ = to_one(most_cost);
    // The middle one: a bound far away must not make the others look like rounding errors.
    rights.erase(std::remove(rights.begin(), rights.end(), 0.0), rights.end());
    std::sort(rights.begin(), rights.end());
    right_scale_ = rights.empty() ? 1 : to_one(rights[rights.size() / 2]);
    if (!rights.empty()) furthest_ = rights.back() * right_scale_;
  }

  void fill() {
    const std::size_t all = n_ + m_;
    s_.a = matrix::Zero(static_cast<Eigen::Index>(m_), static_cast<Eigen::Index>(all + m_));
    for (std::size_t j = 0; j < n_; ++j) {
      for (std::size_t i = 0; i < m_; ++i) s_.a.data()[j * m_ + i] = entry(i, j) * row_scale_[i] * column_scale_[j];
      s_.low.push_back(low(j) / column_scale_[j] * right_scale_);
      s_.high.push_back(high(j) / column_scale_[j] * right_scale_);
    }
    for (std::size_t i = 0; i < m_; ++i) {
      s_.a.data()[(n_ + i) * m_ + i] = 1;
      s_.b.push_back(p_.right[i] * row_scale_[i] * right_scale_);
      s_.low.push_back(p_.relations[i] == row_relation::at_least ? -no_bound : 0);
      s_.high.push_back(p_.relations[i] == row_relation::at_most ? no_bound : 0);
    }
    s_.y.assign(m_, 0);
  }

  /// All variables at a bound, the slacks basic where they may be; elsewhere an artificial variable takes the rest.
  void start() {
    s_.x.resize(n_ + m_);
    s_.places.assign(n_ + m_, simplex::place::basic);
    std::vector<double> rest = s_.b;
    for (std::size_t j = 0; j < n_; ++j) {
      const bool has_low = std::isfinite(s_.low[j]);
      const bool has_high = std::isfinite(s_.high[j]);
      s_.places[j] = has_low ? simplex::place::at_low : has_high ? simplex::place::at_high : simplex::place::at_zero;
      s_.x[j] = has_low ? s_.low[j] : has_high ? s_.high[j] : 0;
      for (std::size_t i = 0; s_.x[j] != 0 && i < m_; ++i) rest[i] -= s_.column(j)[i] * s_.x[j];
    }
    for (std::size_t i = 0; i < m_; ++i) {
      const std::size_t slack = n_ + i;
      s_.x[slack] = std::clamp(rest[i], s_.low[slack], s_.high[slack]);
      s_.basis.push_back(slack);
      if (s_.x[slack] == rest[i]) continue;
      s_.places[slack] = s_.x[slack] == s_.low[slack] ? simplex::place::at_low : simplex::place::at_high;
      const std::size_t extra = n_ + m_ + artificial_++;
      s_.a.data()[extra * m_ + i] = rest[i] > s_.x[slack] ? 1 : -1;
      s_.x.push_back(std::abs(rest[i] - s_.x[slack]));
      s_.low.push_back(0);
      s_.high.push_back(no_bound);
      s_.places.push_back(simplex::place::basic);
      s_.basis[i] = extra;
    }
  }

  void set_costs(bool real) {
    s_.cost.assign(n_ + m_ + artificial_, 0);
    for (std::size_t j = 0; real && j < n_; ++j) s_.cost[j] = p_.cost[j] * column_scale_[j] * cost_scale_;
    for (std::size_t k = 0; !real && k < artificial_; ++k) s_.cost[n_ + m_ + k] = 1;
  }

  void take_duals(program_solution& out, double scale) const {
    for (std::size_t i = 0; i < m_; ++i) out.duals.push_back(s_.y[i] * row_scale_[i] / scale);
    for (std::size_t j = 0; j < n_; ++j) out.reduced_costs.push_back(s_.reduced_cost(j) / column_scale_[j] / scale);
  }

  /// Throws unless the last basis proves its optimality.
  void prove() const {
    double primal = 0;
    double dual = 0;
    double size = 1;
    double worst = 0;
    for (std::size_t i = 0; i < m_; ++i) dual += s_.y[i] * s_.b[i];
    for (std::size_t j = 0; j < s_.columns(); ++j) {
      primal += s_.cost[j] * s_.x[j];
      size = std::max(size, std::abs(s_.x[j]));
      worst = std::max({worst, s_.low[j] - s_.x[j], s_.x[j] - s_.high[j]});
      if (s_.places[j] != simplex::place::basic && s_.x[j] != 0) dual += s_.reduced_cost(j) * s_.x[j];
    }
    if (!(std::abs(primal - dual) <= agreement * (1 + std::abs(primal)) && worst <= agreement * size))
      fail("the primal value " + std::to_string(primal) + " and the dual value " + std::to_string(dual) +
               " do not meet (in scaled units)",
           "rescale the data, whose sizes differ too much");
  }
};

inline program_solution program_run::solve() {
  program_solution out;
  const auto run = [&] {
    const simplex::ending how = s_.run();
    if (how == simplex::ending::stuck)
      fail("no convergence after " + std::to_string(s_.pivots) + " steps", "rescale the data");
    out.pivots = s_.pivots;
    return how;
  };
  if (artificial_ > 0) {
    set_costs(false);
    run();
    double left = 0;
    for (std::size_t k = 0; k < artificial_; ++k) left += s_.x[n_ + m_ + k];
    if (left > agreement + 1e-14 * furthest_) {
      take_duals(out, 1);
      return out;
    }
    for (std::size_t k = 0; k < artificial_; ++k) s_.high[n_ + m_ + k] = 0;
  }
  set_costs(true);
  if (run() == simplex::ending::unbounded) {
    out.status = program_status::unbounded;
    return out;
  }
  prove();
  out.status = program_status::optimal;
  take_duals(out, cost_scale_);
  out.value = 0;
  for (std::size_t j = 0; j < n_; ++j) {
    out.x.push_back(std::clamp(s_.x[j], s_.low[j], s_.high[j]) * column_scale_[j] / right_scale_);
    out.value += p_.cost[j] * out.x[j];
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE program_solution solve(const linear_program& program) { return detail::program_run(program).solve(); }

QUINDEX_INLINE program_solution maximise(const matrix& rows, const std::vector<double>& right,
                                         const std::vector<double>& gain) {
  linear_program dual{right, rows.transpose(), {}, gain};
  dual.relations.assign(gain.size(), row_relation::at_least);
  program_solution found = solve(dual);
  program_solution out;
  out.pivots = found.pivots;
  out.status = found.status == program_status::infeasible ? program_status::unbounded : found.status;
  if (found.status != program_status::optimal) return out;
  out.value = found.value;
  out.x = std::move(found.duals);
  for (double& w : out.x) w = std::max(w, 0.0);
  out.duals = std::move(found.x);
  return out;
}

}  // namespace numeric
QUINDEX_END
