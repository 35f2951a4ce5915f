/// Bodies of numeric/linear_program.hpp: the simplex method for bounded variables.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "quindex/numeric/linear_program.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

constexpr double no_bound = std::numeric_limits<double>::infinity();

/// The simplex method for bounded variables on a scaled program A x = b, with a dense inverse of the basis.
class simplex {
 public:
  enum class place : unsigned char { at_low, at_high, at_zero, basic };
  enum class ending { optimal, unbounded, stuck };

  matrix a;  // m × N, the slack and artificial variables included
  std::vector<double> b, cost, low, high, x, y;
  std::vector<place> places;
  std::vector<std::size_t> basis;
  std::size_t pivots = 0;

  [[nodiscard]] std::size_t rows() const { return b.size(); }
  [[nodiscard]] std::size_t columns() const { return cost.size(); }
  [[nodiscard]] const double* column(std::size_t j) const { return a.data() + j * rows(); }

  /// cost - y · column.
  [[nodiscard]] double reduced_cost(std::size_t j) const {
    double d = cost[j];
    const double* c = column(j);
    for (std::size_t i = 0; i < rows(); ++i) d -= y[i] * c[i];
    return d;
  }

  /// Inverts the basis and computes the basic values and duals afresh; false where the basis is singular.
  bool refresh() {
    if (!invert()) return false;
    std::vector<double> rest = b;
    for (std::size_t j = 0; j < columns(); ++j) {
      if (places[j] == place::basic || x[j] == 0) continue;
      const double* c = column(j);
      for (std::size_t i = 0; i < rows(); ++i) rest[i] -= c[i] * x[j];
    }
    for (std::size_t i = 0; i < rows(); ++i) {
      double value = 0;
      for (std::size_t k = 0; k < rows(); ++k) value += at(i, k) * rest[k];
      x[basis[i]] = value;
    }
    price();
    return true;
  }

  /// Iterates from a feasible basis; at an optimum everything is fresh.
  ending run() {
    std::size_t still = 0;
    const std::size_t most = 200 * (rows() + 10) + 20 * columns();
    if (!refresh()) return ending::stuck;
    bool fresh = true;  // an end is only believed when the inverse has just been computed
    for (std::size_t step = 1; step <= most; ++step) {
      const bool careful = still > 3 * rows() + 20;
      const std::size_t enters = entering(careful);
      if (enters == columns()) {
        if (fresh) return ending::optimal;
        if (!refresh()) return ending::stuck;
        fresh = true;
        continue;
      }
      fresh = false;
      const double sign = direction(enters);
      transform(enters);
      const auto [row, length] = leaving(enters, sign, careful);
      if (std::isinf(length)) return ending::unbounded;
      still = length > 1e-12 ? 0 : still + 1;
      move(enters, sign, row, length);
      ++pivots;
      if (step % 40 == 0 && !refresh()) return ending::stuck;
    }
    return ending::stuck;
  }

 private:
  static constexpr double cost_tolerance = 1e-10;
  static constexpr double value_tolerance = 1e-11;
  static constexpr double pivot_tolerance = 1e-9;
  std::vector<double> inverse_;  // m × m, column after column
  std::vector<double> alpha_;    // inverse · entering column

  struct step_limit {
    std::size_t row;  // m: the entering variable goes to its other bound
    double length;
  };

  double& at(std::size_t i, std::size_t k) { return inverse_[k * rows() + i]; }

  bool invert() {
    const std::size_t m = rows();
    std::vector<double> work(m * m);
    for (std::size_t k = 0; k < m; ++k) std::copy_n(column(basis[k]), m, work.begin() + static_cast<long>(k * m));
    inverse_.assign(m * m, 0);
    for (std::size_t k = 0; k < m; ++k) at(k, k) = 1;
    for (std::size_t k = 0; k < m; ++k) {
      std::size_t pivot = k;
      for (std::size_t i = k + 1; i < m; ++i)
        if (std::abs(work[k * m + i]) > std::abs(work[k * m + pivot])) pivot = i;
      if (!(std::abs(work[k * m + pivot]) > 1e-13)) return false;
      for (std::size_t c = 0; c < m && pivot != k; ++c) {
        std::swap(work[c * m + pivot], work[c * m + k]);
        std::swap(at(pivot, c), at(k, c));
      }
      const double p = work[k * m + k];
      for (std::size_t c = 0; c < m; ++c) {
        work[c * m + k] /= p;
        at(k, c) /= p;
      }
      for (std::size_t i = 0; i < m; ++i) {
        const double f = work[k * m + i];
        if (i == k || f == 0) continue;
        for (std::size_t c = 0; c < m; ++c) {
          work[c * m + i] -= f * work[c * m + k];
          at(i, c) -= f * at(k, c);
        }
      }
    }
    return true;
  }

  void price() {
    for (std::size_t k = 0; k < rows(); ++k) {
      y[k] = 0;
      for (std::size_t i = 0; i < rows(); ++i) y[k] += cost[basis[i]] * at(i, k);
    }
  }

  /// The column whose value should change, or the number of columns where none should.
  std::size_t entering(bool careful) const {
    std::size_t best = columns();
    double most = cost_tolerance;
    for (std::size_t j = 0; j < columns(); ++j) {
      if (places[j] == place::basic || low[j] == high[j]) continue;
      const double d = reduced_cost(j);
      const double gain = places[j] == place::at_low ? -d : places[j] == place::at_high ? d : std::abs(d);
      if (gain <= most) continue;
      best = j;
      if (careful) return best;
      most = gain;
    }
    return best;
  }

  double direction(std::size_t j) const {
    if (places[j] == place::at_zero) return reduced_cost(j) < 0 ? 1 : -1;
    return places[j] == place::at_low ? 1 : -1;
  }

  void transform(std::size_t j) {
    alpha_.assign(rows(), 0);
    const double* c = column(j);
    for (std::size_t k = 0; k < rows(); ++k)
      for (std::size_t i = 0; c[k] != 0 && i < rows(); ++i) alpha_[i] += inverse_[k * rows() + i] * c[k];
  }

  /// How far basic variable `i` may move at `rate` before it meets a bound, given room of `slack` beyond it.
  double room(std::size_t i, double rate, double slack) const {
    const std::size_t v = basis[i];
    return rate < 0 ? (x[v] - low[v] + slack) / -rate : (high[v] - x[v] + slack) / rate;
  }

  /// Two passes, so that of all variables that meet a bound at about the same time the one with the largest pivot
  /// leaves; the one with the lowest position when careful.
  step_limit leaving(std::size_t enters, double sign, bool careful) const {
    double furthest = no_bound;
    for (std::size_t i = 0; i < rows(); ++i) {
      const double rate = -sign * alpha_[i];
      if (std::abs(rate) > pivot_tolerance)
        furthest = std::min(furthest, std::max(0.0, room(i, rate, careful ? 0 : value_tolerance)));
    }
    step_limit out{rows(), high[enters] - low[enters]};
    if (out.length <= furthest) return out;
    double size = 0;
    out.length = no_bound;
    for (std::size_t i = 0; i < rows() && !std::isinf(furthest); ++i) {
      const double rate = -sign * alpha_[i];
      if (std::abs(rate) <= pivot_tolerance) continue;
      const double length = std::max(0.0, room(i, rate, 0));
      if (length > furthest) continue;
      const bool better = careful ? out.row == rows() || basis[i] < basis[out.row] : std::abs(rate) > size;
      if (!better) continue;
      size = std::abs(rate);
      out = {i, length};
    }
    return out;
  }

  void move(std::size_t enters, double sign, std::size_t row, double length) {
    for (std::size_t i = 0; i < rows(); ++i) x[basis[i]] -= sign * length * alpha_[i];
    x[enters] += sign * length;
    if (row == rows()) {
      places[enters] = places[enters] == place::at_low ? place::at_high : place::at_low;
      x[enters] = places[enters] == place::at_low ? low[enters] : high[enters];
      return;
    }
    const std::size_t leaves = basis[row];
    const bool to_low = -sign * alpha_[row] < 0;
    places[leaves] = to_low ? place::at_low : place::at_high;
    x[leaves] = to_low ? low[leaves] : high[leaves];
    places[enters] = place::basic;
    basis[row] = enters;
    const double p = alpha_[row];
    for (std::size_t k = 0; k < rows(); ++k) {
      const double r = at(row, k) / p;
      if (r != 0)
        for (std::size_t i = 0; i < rows(); ++i) at(i, k) -= alpha_[i] * r;
      at(row, k) = r;
    }
    price();
  }
};

}  // namespace detail
}  // namespace numeric
QUINDEX_END
