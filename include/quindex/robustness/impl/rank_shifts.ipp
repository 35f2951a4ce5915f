/// Bodies of robustness/rank_shifts.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/compute/group_scores.hpp"
#include "quindex/robustness/rank_shifts.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE void rank_shared(std::vector<double>& ranks, std::vector<double>& nominal, ties rule) {
  bool are_the_same = true;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (is_missing(ranks[i]) == is_missing(nominal[i])) continue;
    ranks[i] = nominal[i] = missing_value;
    are_the_same = false;
  }
  if (are_the_same) return;
  numeric::ranks(std::vector<double>(ranks), rule, false, ranks);
  numeric::ranks(std::vector<double>(nominal), rule, false, nominal);
}

QUINDEX_INLINE double shift_of_shared(std::vector<double> ranks, std::vector<double> nominal, ties rule) {
  rank_shared(ranks, nominal, rule);
  double moved = 0, shared = 0;  // halves at most, which sum up exactly
  for (std::size_t i = 0; i < ranks.size(); ++i)
    if (!is_missing(ranks[i])) moved += std::abs(ranks[i] - nominal[i]), shared += 1;
  return shared == 0 ? missing_value : moved / shared;
}

QUINDEX_INLINE node_ranks::node_ranks(const result& nominal, std::size_t node)
    : rule_(nominal.spec().ties), decimals_(nominal.spec().rank_decimals) {
  const quindex::node& about = nominal.framework().about(node);
  is_high_better_ = !(about.is_group && about.about.better.better == direction::kind::low);
}

QUINDEX_INLINE numeric::rows_view node_ranks::seen(const numeric::rows_view& scores) {
  if (!decimals_) return scores;
  rounded_.resize(scores.rows * scores.columns);
  for (std::size_t r = 0; r < scores.rows; ++r) {
    const std::vector<double> row = quindex::detail::rounded(scores.row(r), decimals_);
    std::copy(row.begin(), row.end(), rounded_.begin() + static_cast<std::ptrdiff_t>(r * scores.columns));
  }
  return {rounded_.data(), scores.rows, scores.columns, scores.columns};
}

template <numeric::StoredRank Place>
void node_ranks::find_stored(const numeric::rows_view& scores, column_view nominal, std::vector<Place>& stored,
                             std::span<double> shifts, std::span<double> ranks) {
  const std::size_t units = scores.columns, rows = scores.rows;
  stored.resize((rows + 1) * units);
  ranker_.ranks(scores, rule_, is_high_better_, std::span<Place>(stored).first(rows * units));
  Place* const expected = stored.data() + rows * units;
  for (std::size_t i = 0; i < units; ++i) expected[i] = static_cast<Place>(numeric::stored_rank(nominal[i], rule_));
  for (std::size_t r = 0; r < rows; ++r) shifts[r] = mean_shift(stored.data() + r * units, expected, units, rule_);
  for (std::size_t k = 0; k < ranks.size(); ++k) ranks[k] = numeric::rank_of(stored[k], rule_);
}

QUINDEX_INLINE void node_ranks::find(const numeric::rows_view& scores, column_view nominal, std::span<double> shifts,
                                     std::span<double> ranks) {
  if (numeric::stored_ranks(scores.columns, rule_) <= 65535)
    find_stored(seen(scores), nominal, small_, shifts, ranks);
  else
    find_stored(seen(scores), nominal, large_, shifts, ranks);
}

QUINDEX_INLINE void node_ranks::find(column_view scores, std::span<double> out) {
  numeric::ranks(quindex::detail::rounded(scores, decimals_), rule_, is_high_better_, out);
}

}  // namespace robustness::detail
QUINDEX_END
