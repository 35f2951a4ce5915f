/// One unit at a time: which children of a group count, with what score and weight.
#pragma once

#include <algorithm>

#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE bool group_inputs::has_enough(std::size_t i) const {
  constexpr double slack = 1e-12;  // shares of weight are sums of rounded numbers
  double share = 0;
  double all = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    all += weights_[c];
    if (!is_missing(present_[c][i])) share += weights_[c];
  }
  return share > 0 && share >= rule_.floor * all - slack;
}

QUINDEX_INLINE std::size_t group_inputs::gather(std::size_t i, std::span<double> z, std::span<double> w) const {
  std::size_t present = 0;
  double total = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (is_missing(columns_[c][i])) continue;
    z[present] = columns_[c][i];
    w[present] = weights_[c];
    total += weights_[c];
    ++present;
  }
  if (present == columns_.size()) return present;
  if (rule_.what != missing::rule::kind::renormalise || needs_all_children(*method_) || !has_enough(i)) return 0;
  for (std::size_t c = 0; c < present; ++c) w[c] /= total;
  return present;
}

QUINDEX_INLINE void group_inputs::entering(std::size_t i, bool has_score, std::span<double> z,
                                           std::span<double> w) const {
  std::fill(z.begin(), z.end(), missing_value);
  std::fill(w.begin(), w.end(), 0.0);
  const bool rescales = has_score && rule_.what == missing::rule::kind::renormalise;
  double there = 0;
  bool is_complete = true;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    is_complete = is_complete && !is_missing(columns_[c][i]);
    if (!is_missing(columns_[c][i])) there += weights_[c];
  }
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const double score = columns_[c][i];
    z[places_[c]] = score;
    w[places_[c]] = !rescales || is_complete ? weights_[c] : is_missing(score) ? 0.0 : weights_[c] / there;
  }
}

QUINDEX_INLINE std::size_t group_inputs::stood_in(column_view scores) const {
  if (!is_filled_ && rule_.what != missing::rule::kind::renormalise) return 0;
  std::vector<column_view> with_gaps;
  for (const column_view x : present_)
    if (numeric::total(x).n < x.size()) with_gaps.push_back(x);
  if (with_gaps.empty()) return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (is_missing(scores[i])) continue;
    std::size_t gaps = 0;
    for (const column_view x : with_gaps) gaps += is_missing(x[i]) ? 1 : 0;
    count += is_filled_ ? gaps : std::min<std::size_t>(gaps, 1);
  }
  return count;
}

QUINDEX_INLINE std::size_t group_inputs::zero_by_a_child(column_view scores) const {
  const auto mean = mean_of(*method_);
  using numeric::mean_of;
  if (!mean || !(mean->f == mean_of::logarithms || mean->f == mean_of::reciprocals ||
                 (mean->f == mean_of::powers && mean->power < 0)))
    return 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] != 0) continue;
    count += std::any_of(columns_.begin(), columns_.end(), [i](column_view x) { return x[i] == 0; }) ? 1 : 0;
  }
  return count;
}

}  // namespace detail
QUINDEX_END
