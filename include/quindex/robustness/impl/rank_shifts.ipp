/// Bodies of robustness/rank_shifts.hpp.
#pragma once

#include <cmath>

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

}  // namespace robustness::detail
QUINDEX_END
