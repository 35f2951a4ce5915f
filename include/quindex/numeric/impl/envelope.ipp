/// Bodies of numeric/envelope.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

#include "quindex/numeric/envelope.hpp"
#include "quindex/numeric/impl/envelope_basis.ipp"

QUINDEX_BEGIN
namespace numeric {

QUINDEX_INLINE envelope::envelope(std::size_t dimensions)
    : p_(dimensions), basis_(p_), inverse_(p_ * p_), x_(p_), weights_(p_), v_(p_) {}

/// Makes room for all columns, the last block filled up with zeros, which never enter.
QUINDEX_INLINE void envelope::resize() {
  const std::size_t blocks = (columns() + lanes - 1) / lanes;
  store_.resize(blocks * lanes * p_, 0);
  rates_.resize(blocks * lanes, 0);
  gaps_.resize(blocks * lanes, 0);
  cold_ = true;
}

QUINDEX_INLINE std::size_t envelope::add(std::span<const double> point) {
  ++points_;
  resize();
  for (std::size_t j = 0; j < p_; ++j) entry(columns() - 1, j) = point[j];
  return points_ - 1;
}

QUINDEX_INLINE void envelope::restrict_to(const matrix& rows) {
  const auto fresh = static_cast<std::size_t>(rows.rows());
  if (fresh != restrictions_) {
    std::vector<double> kept;
    for (std::size_t k = restrictions_; k < columns(); ++k)
      for (std::size_t j = 0; j < p_; ++j) kept.push_back(entry(k, j));
    restrictions_ = fresh;
    store_.clear();
    resize();
    for (std::size_t k = 0; k < points_; ++k)
      for (std::size_t j = 0; j < p_; ++j) entry(restrictions_ + k, j) = kept[k * p_ + j];
  }
  for (std::size_t k = 0; k < fresh; ++k)
    for (std::size_t j = 0; j < p_; ++j) entry(k, j) = rows(static_cast<Eigen::Index>(k), static_cast<Eigen::Index>(j));
  cold_ = true;
}

QUINDEX_INLINE void envelope::clear() {
  restrictions_ = points_ = 0;
  store_.clear();
  rates_.clear();
  gaps_.clear();
  cold_ = true;
}

/// The basis of surplus variables alone: w = 0.
QUINDEX_INLINE void envelope::restart() {
  std::fill(inverse_.begin(), inverse_.end(), 0.0);
  std::fill(weights_.begin(), weights_.end(), 0.0);
  for (std::size_t j = 0; j < p_; ++j) {
    basis_[j] = surplus_ + j;
    inverse_[j * p_ + j] = -1;
  }
  for (std::size_t k = 0; k < columns(); ++k) gaps_[k] = cost(k);
  since_refresh_ = 0;
  cold_ = false;
}

QUINDEX_INLINE void envelope::set_x(std::span<const double> r) {
  for (std::size_t i = 0; i < p_; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < p_; ++j) sum += inverse_[i * p_ + j] * r[j];
    x_[i] = sum;
  }
}

/// The row furthest below 0 for its length; when careful, the one whose variable has the lowest number; p for none.
QUINDEX_INLINE std::size_t envelope::leaving(bool careful) const {
  constexpr double tolerance = 1e-12;
  std::size_t best = p_;
  double most = 0;
  for (std::size_t i = 0; i < p_; ++i) {
    if (x_[i] >= -tolerance) continue;
    if (careful) {
      if (best == p_ || basis_[i] < basis_[best]) best = i;
      continue;
    }
    double length = 0;
    for (std::size_t j = 0; j < p_; ++j) length += inverse_[i * p_ + j] * inverse_[i * p_ + j];
    if (x_[i] * x_[i] <= most * length) continue;
    most = x_[i] * x_[i] / length;
    best = i;
  }
  return best;
}

/// The column whose gap closes first along a row; of those that close at about the same time the one with the largest
/// pivot, or when careful the one with the lowest number. The number of columns where there is none.
QUINDEX_INLINE std::size_t envelope::entering(std::size_t row, bool careful) {
  constexpr double smallest = 1e-10;
  const std::span<const double> rho(inverse_.data() + row * p_, p_);
  multiply(rho, rates_);
  for (const std::size_t b : basis_)
    if (b < surplus_) rates_[b] = 0;
  const double slack = careful ? 0 : 1e-13;
  double top = std::numeric_limits<double>::infinity();
  double bottom = 1;
  const auto first = [&](double gap, double rate) {
    if (rate < -smallest && (std::max(gap, 0.0) + slack) * bottom < top * -rate) {
      top = std::max(gap, 0.0) + slack;
      bottom = -rate;
    }
  };
  for (std::size_t k = 0; k < columns(); ++k) first(gaps_[k], rates_[k]);
  for (std::size_t j = 0; j < p_; ++j) first(weights_[j], -rho[j]);
  std::size_t best = columns() + p_;
  if (std::isinf(top)) return best;
  double size = 0;
  const auto better = [&](std::size_t number, double gap, double rate) {
    if (rate >= -smallest || std::max(gap, 0.0) * bottom > top * -rate) return;
    if (careful ? best < columns() + p_ : -rate <= size) return;
    size = -rate;
    best = number;
  };
  for (std::size_t k = 0; k < columns(); ++k) better(k, gaps_[k], rates_[k]);
  for (std::size_t j = 0; j < p_; ++j) better(columns() + j, weights_[j], -rho[j]);
  return best;
}

QUINDEX_INLINE envelope::step envelope::pivot(bool careful) {
  const std::size_t row = leaving(careful);
  if (row == p_) return step::done;
  const std::size_t enters = entering(row, careful);
  if (enters == columns() + p_) return step::unbounded;
  const bool is_surplus = enters >= columns();
  const std::size_t at = is_surplus ? enters - columns() : 0;
  const double* rho = inverse_.data() + row * p_;
  const double rate = is_surplus ? -rho[at] : rates_[enters];
  const double t = std::max(is_surplus ? weights_[at] : gaps_[enters], 0.0) / -rate;
  for (std::size_t k = 0; k < gaps_.size(); ++k) gaps_[k] += t * rates_[k];
  for (std::size_t j = 0; j < p_; ++j) weights_[j] -= t * rho[j];
  if (basis_[row] < surplus_)
    gaps_[basis_[row]] = t;
  else
    weights_[basis_[row] - surplus_] = t;
  for (std::size_t i = 0; i < p_; ++i) {
    double sum = 0;
    for (std::size_t j = 0; !is_surplus && j < p_; ++j) sum += inverse_[i * p_ + j] * entry(enters, j);
    v_[i] = is_surplus ? -inverse_[i * p_ + at] : sum;
  }
  const double size = v_[row];
  for (std::size_t j = 0; j < p_; ++j) inverse_[row * p_ + j] /= size;
  x_[row] /= size;
  for (std::size_t i = 0; i < p_; ++i) {
    if (i == row || v_[i] == 0) continue;
    for (std::size_t j = 0; j < p_; ++j) inverse_[i * p_ + j] -= v_[i] * inverse_[row * p_ + j];
    x_[i] -= v_[i] * x_[row];
  }
  basis_[row] = is_surplus ? surplus_ + at : enters;
  if (is_surplus)
    weights_[at] = 0;
  else
    gaps_[enters] = 0;
  ++since_refresh_;
  return step::moved;
}

/// Pivots to an end; false where there is none in reach.
QUINDEX_INLINE bool envelope::iterate(std::span<const double> r, bool careful, bool& bounded) {
  constexpr std::size_t refresh_after = 100;
  const std::size_t patience = 20 + 10 * p_;
  if (cold_) restart();
  if (since_refresh_ >= refresh_after && !refresh()) return false;
  set_x(r);
  for (std::size_t n = 0; n < 100 * patience; ++n) {
    const step how = pivot(careful || n > patience);
    bounded = how != step::unbounded;
    if (how != step::moved) return true;
  }
  return false;
}

/// Do the primal and the dual value meet, and does the basis give r?
QUINDEX_INLINE bool envelope::proven(std::span<const double> r) {
  constexpr double agreement = 1e-10;
  double primal = 0;
  value_ = 0;
  set_x(r);
  for (std::size_t i = 0; i < p_; ++i) {
    value_ += weights_[i] * r[i];
    if (basis_[i] < surplus_) primal += cost(basis_[i]) * x_[i];
    if (!(x_[i] >= -agreement && weights_[i] >= -agreement)) return false;
  }
  for (std::size_t j = 0; j < p_; ++j) v_[j] = r[j];
  for (std::size_t i = 0; i < p_; ++i) {
    if (basis_[i] >= surplus_)
      v_[basis_[i] - surplus_] += x_[i];
    else
      for (std::size_t j = 0; j < p_; ++j) v_[j] -= x_[i] * entry(basis_[i], j);
  }
  for (const double rest : v_)
    if (!(std::abs(rest) <= agreement)) return false;
  return std::abs(primal - value_) <= agreement * (1 + value_);
}

QUINDEX_INLINE bool envelope::score(std::span<const double> r) {
  bool bounded = true;
  for (int attempt = 0; attempt < 4; ++attempt) {
    if (attempt == 1 && !cold_ && !refresh()) cold_ = true;
    if (attempt > 1) cold_ = true;
    if (!iterate(r, attempt == 3, bounded)) continue;
    if (!bounded) return false;
    if (proven(r) && furthest() <= 1 + 1e-10) return true;
  }
  throw numeric_error({"envelope", "no basis proves the optimum", "rescale the data, whose sizes differ too much"});
}

QUINDEX_INLINE std::vector<peer> envelope::peers() const {
  constexpr double nothing = 1e-11;
  std::vector<peer> out;
  for (std::size_t i = 0; i < p_; ++i)
    if (basis_[i] < surplus_ && basis_[i] >= restrictions_ && x_[i] > nothing)
      out.push_back({basis_[i] - restrictions_, x_[i]});
  std::sort(out.begin(), out.end(), [](const peer& a, const peer& b) { return a.point < b.point; });
  return out;
}

QUINDEX_INLINE double envelope::furthest() const {
  double smallest = 1;
  for (std::size_t k = 0; k < columns(); ++k) smallest = std::min(smallest, gaps_[k]);
  return 1 - smallest;
}

}  // namespace numeric
QUINDEX_END
