/// Bodies of numeric/envelopment.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>

#include "quindex/numeric/envelopment.hpp"

QUINDEX_BEGIN
namespace numeric {
namespace detail {

/// The units in an order that does not depend on the one they came in, their values scaled by powers of two.
class envelopment_run {
 public:
  envelopment_run(const std::vector<column_view>& columns, const envelopment_options& options)
      : options_(options), p_(columns.size()), n_(columns.empty() ? 0 : columns.front().size()), hull_(p_) {
    scale(columns);
    arrange(columns);
  }

  envelopment run() {
    if (options_.on == restricted::weights) restrict_weights();
    score_all();
    return finished();
  }

 private:
  static constexpr double tolerance = 1e-10;
  const envelopment_options& options_;
  std::size_t p_, n_;
  envelope hull_;
  std::vector<double> scales_;
  std::vector<std::size_t> order_;     // place -> unit
  std::vector<double> rows_;           // in places: p values each
  std::vector<double> columns_;        // in places: p columns of n
  std::vector<std::size_t> frontier_;  // places, by their number in the hull
  std::vector<bool> in_frontier_;
  std::vector<std::size_t> known_;  // how many candidates there were when a place was scored
  std::vector<double> along_;
  envelopment out_;

  [[nodiscard]] std::span<const double> row(std::size_t place) const { return {rows_.data() + place * p_, p_}; }

  void scale(const std::vector<column_view>& columns) {
    for (const column_view x : columns) {
      double most = 0;
      for (const double value : x) most = std::max(most, value);
      int exponent = 0;
      std::frexp(most, &exponent);
      scales_.push_back(most > 0 ? std::ldexp(1.0, -exponent) : 1);
    }
  }

  void arrange(const std::vector<column_view>& columns) {
    std::vector<double> all(n_ * p_);
    std::vector<double> size(n_, 0);
    for (std::size_t j = 0; j < p_; ++j)
      for (std::size_t i = 0; i < n_; ++i) size[i] += all[i * p_ + j] = columns[j][i] * scales_[j];
    order_.resize(n_);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    const auto values = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i * p_); };
    const auto width = static_cast<std::ptrdiff_t>(p_);
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      if (size[a] != size[b]) return size[a] > size[b];
      const auto [x, y] = std::mismatch(values(a), values(a) + width, values(b));
      return x == values(a) + width ? a < b : *x > *y;
    });
    rows_.resize(n_ * p_);
    columns_.resize(n_ * p_);
    for (std::size_t place = 0; place < n_; ++place)
      for (std::size_t j = 0; j < p_; ++j)
        columns_[j * n_ + place] = rows_[place * p_ + j] = all[order_[place] * p_ + j];
  }

  /// The restrictions in scaled weights, or for the contributions of one unit.
  [[nodiscard]] matrix scaled_restrictions(std::span<const double> by) const {
    matrix out = options_.restrictions;
    for (Eigen::Index r = 0; r < out.rows(); ++r) {
      double most = 0;
      for (Eigen::Index j = 0; j < out.cols(); ++j)
        most = std::max(most, std::abs(out(r, j) *= by[static_cast<std::size_t>(j)]));
      for (Eigen::Index j = 0; most > 0 && j < out.cols(); ++j) out(r, j) /= most;
    }
    return out;
  }
  void restrict_weights() {
    if (options_.restrictions.rows() > 0) hull_.restrict_to(scaled_restrictions(scales_));
  }

  void take(std::size_t place) {
    if (in_frontier_[place]) return;
    in_frontier_[place] = true;
    frontier_.push_back(place);
    hull_.add(row(place));
  }

  /// The unit with the largest weighted sum.
  [[nodiscard]] std::size_t furthest_along(std::span<const double> w) {
    std::fill(along_.begin(), along_.end(), 0.0);
    for (std::size_t j = 0; j < p_; ++j) {
      const double* x = columns_.data() + j * n_;
      for (std::size_t i = 0; w[j] != 0 && i < n_; ++i) along_[i] += w[j] * x[i];
    }
    return static_cast<std::size_t>(std::max_element(along_.begin(), along_.end()) - along_.begin());
  }

  /// Places in an order in which neighbours are strong in the same columns, so that few steps lead from one to the
  /// next.
  [[nodiscard]] std::vector<std::size_t> walk() const {
    std::vector<std::size_t> kind(n_, 0);
    for (std::size_t place = 0; place < n_; ++place) {
      std::vector<double> y(row(place).begin(), row(place).end());
      for (std::size_t depth = 0; depth < std::min<std::size_t>(p_, 3); ++depth) {
        const auto top = static_cast<std::size_t>(std::max_element(y.begin(), y.end()) - y.begin());
        kind[place] = kind[place] * p_ + top;
        y[top] = -1;
      }
    }
    std::vector<std::size_t> out(n_);
    std::iota(out.begin(), out.end(), std::size_t{0});
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return kind[a] < kind[b]; });
    return out;
  }

  /// Measures a unit against the candidates, which it may add to; what is found is kept.
  void visit(std::size_t place) {
    if (copied_from_twin(place)) return;
    while (!(hull_.score(row(place)) && hull_.value() <= 1 + tolerance) && !in_frontier_[place]) {
      const std::size_t furthest = furthest_along(hull_.weights());
      take(in_frontier_[furthest] ? place : furthest);
    }
    keep(place);
  }

  /// Units with the same values get the same bits; they are neighbours in places.
  bool copied_from_twin(std::size_t place) {
    if (place == 0 || known_[place - 1] == 0) return false;
    if (!std::equal(row(place).begin(), row(place).end(), row(place - 1).begin())) return false;
    const std::size_t from = order_[place - 1];
    const std::size_t to = order_[place];
    out_.scores[to] = out_.scores[from];
    out_.weights.row(static_cast<Eigen::Index>(to)) = out_.weights.row(static_cast<Eigen::Index>(from));
    if (options_.peers) out_.peers[to] = out_.peers[from];
    known_[place] = known_[place - 1];
    return true;
  }

  void keep(std::size_t place) {
    const std::size_t unit = order_[place];
    const double value = hull_.value();
    out_.scores[unit] = std::abs(value - 1) <= tolerance ? 1 : std::max(value, 0.0);
    for (std::size_t j = 0; j < p_; ++j)
      out_.weights(static_cast<Eigen::Index>(unit), static_cast<Eigen::Index>(j)) = std::max(hull_.weights()[j], 0.0);
    known_[place] = hull_.size();
    if (!options_.peers) return;
    out_.peers[unit].clear();
    for (const peer& one : hull_.peers()) out_.peers[unit].push_back({order_[frontier_[one.point]], one.share});
    std::sort(out_.peers[unit].begin(), out_.peers[unit].end(),
              [](const peer& a, const peer& b) { return a.point < b.point; });
  }

  /// Do the weights kept for a unit hold for the candidates that came later?
  [[nodiscard]] bool still_holds(std::size_t place) const {
    const auto unit = static_cast<Eigen::Index>(order_[place]);
    for (std::size_t k = known_[place]; k < frontier_.size(); ++k) {
      double along = 0;
      for (std::size_t j = 0; j < p_; ++j)
        along += out_.weights(unit, static_cast<Eigen::Index>(j)) * row(frontier_[k])[j];
      if (along > 1 + tolerance) return false;
    }
    return true;
  }

  void score_all() {
    in_frontier_.assign(n_, false);
    known_.assign(n_, 0);
    along_.resize(n_);
    out_.scores.resize(n_);
    out_.weights.resize(static_cast<Eigen::Index>(n_), static_cast<Eigen::Index>(p_));
    out_.peers.resize(options_.peers ? n_ : 0);
    for (std::size_t j = 0; n_ > 0 && j < p_; ++j) {
      const double* x = columns_.data() + j * n_;
      take(static_cast<std::size_t>(std::max_element(x, x + n_) - x));
    }
    const std::vector<std::size_t> places = walk();
    const std::size_t first = std::min(n_, n_ / 10 + 10);  // the largest units are most of the frontier
    for (std::size_t place = 0; place < first; ++place) visit(place);
    for (const std::size_t place : places)
      if (place >= first) visit(place);
    const bool own = options_.on == restricted::contributions && options_.restrictions.rows() > 0;
    for (const std::size_t place : places) {
      if (copied_from_twin(place) || (!own && still_holds(place))) continue;
      if (own) hull_.restrict_to(scaled_restrictions(row(place)));
      hull_.score(row(place));
      keep(place);
    }
  }

  envelopment finished() {
    for (std::size_t j = 0; j < p_; ++j)
      for (Eigen::Index i = 0; i < out_.weights.rows(); ++i)
        out_.weights(i, static_cast<Eigen::Index>(j)) *= scales_[j];
    for (const std::size_t place : frontier_) out_.frontier.push_back(order_[place]);
    std::sort(out_.frontier.begin(), out_.frontier.end());
    return std::move(out_);
  }
};

}  // namespace detail

QUINDEX_INLINE envelopment envelop(const std::vector<column_view>& columns, const envelopment_options& options) {
  return detail::envelopment_run(columns, options).run();
}

}  // namespace numeric
QUINDEX_END
