/// Bodies of robustness/rank_shifts.hpp.
#pragma once

#include <cmath>

#include "quindex/compute/group_scores.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/robustness/rank_shifts.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

QUINDEX_INLINE node_ranks::node_ranks(const result& nominal, std::size_t node)
    : rule_(nominal.spec().ties), decimals_(nominal.spec().rank_decimals) {
  const quindex::node& about = nominal.framework().about(node);
  is_high_better_ = !(about.is_group && about.about.better.better == direction::kind::low);
}

QUINDEX_INLINE void node_ranks::find(column_view scores, std::span<double> out) {
  if (decimals_)
    ranker_.ranks(quindex::detail::rounded(scores, decimals_), rule_, is_high_better_, out);
  else
    ranker_.ranks(scores, rule_, is_high_better_, out);
}

QUINDEX_INLINE double mean_shift(column_view ranks, column_view nominal, std::vector<double>& spare) {
  spare.resize(ranks.size());
  for (std::size_t i = 0; i < ranks.size(); ++i) spare[i] = std::abs(ranks[i] - nominal[i]);
  return numeric::total(spare).mean();
}

}  // namespace robustness::detail
QUINDEX_END
