/// Bodies of robustness/rank_shifts.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/rank_shifts.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE node_ranks::node_ranks(const result& nominal, std::size_t node)
    : rule_(nominal.spec().ties), decimals_(nominal.spec().rank_decimals) {
  const quindex::node& about = nominal.framework().about(node);
  is_high_better_ = !(about.is_group && about.about.better.better == direction::kind::low);
}

template <class Place>
void node_ranks::find_stored(const numeric::rows_view& scores, std::vector<Place>& stored, std::span<double> out) {
  stored.resize(scores.rows * scores.columns);
  ranker_.ranks(scores, rule_, is_high_better_, std::span<Place>(stored));
  for (std::size_t k = 0; k < stored.size(); ++k) out[k] = numeric::rank_of(stored[k], rule_);
}

QUINDEX_INLINE void node_ranks::find(const numeric::rows_view& scores, std::span<double> out) {
  numeric::rows_view seen = scores;
  if (decimals_) {
    rounded_.resize(scores.rows * scores.columns);
    for (std::size_t r = 0; r < scores.rows; ++r) {
      const std::vector<double> row = quindex::detail::rounded(scores.row(r), decimals_);
      std::copy(row.begin(), row.end(), rounded_.begin() + static_cast<std::ptrdiff_t>(r * scores.columns));
    }
    seen = {rounded_.data(), scores.rows, scores.columns, scores.columns};
  }
  if (numeric::stored_ranks(scores.columns, rule_) <= 65535)
    find_stored(seen, small_, out);
  else
    find_stored(seen, large_, out);
}

QUINDEX_INLINE void node_ranks::find(column_view scores, std::span<double> out) {
  find(numeric::rows_view{scores.data(), 1, scores.size(), scores.size()}, out);
}

QUINDEX_INLINE double mean_shift(column_view ranks, column_view nominal) {
  double sum = 0;  // of multiples of 1/2, and so exact in any order
  std::size_t n = 0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const double shift = std::abs(ranks[i] - nominal[i]);
    if (is_missing(shift)) continue;
    sum += shift;
    ++n;
  }
  return n == 0 ? missing_value : sum / static_cast<double>(n);
}

}  // namespace robustness::detail
QUINDEX_END
