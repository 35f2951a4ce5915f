/// The order that is best supported by all replicates together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {

/// One order of the units, and how far it is from others.
struct robust_order {
  std::string method;              ///< "expected_rank", "borda" or "kemeny".
  std::vector<double> value;       ///< By unit, what it is ordered by: mean rank, Borda score, mean position.
  std::vector<double> ranks;       ///< By unit, 1 being best; units with equal values share the mean of their ranks.
  double kendall = missing_value;  ///< Kendall's distance to the nominal order: pairs in another order, those tied
                                   ///< in one of the two counting half.
  double disagreement = missing_value;  ///< The mean of that distance to the replicates' orders; Kemeny's is the least.
  bool is_proved = true;                ///< For Kemeny's: whether no order has less disagreement; true for the others.
};

/// The most robust orders of a watched node.
struct consensus_table {
  std::string node;
  labels units;
  std::vector<double> nominal_ranks;    ///< By unit; missing without a score.
  double disagreement = missing_value;  ///< Of the nominal order: the mean Kendall distance to the replicates' orders.
  robust_order expected;                ///< By mean rank.
  robust_order borda;                   ///< By the probability of being ahead of another unit, ties counting half.
  robust_order kemeny;                  ///< With the least disagreement.
  double kemeny_orders = 1;             ///< How many orders are equally good; missing unless proved.
};

/// Orders that sum up all replicates: by expected rank; Borda's (1781), the mean number of units a unit is ahead of;
/// Kemeny's (1959), with the least sum of Kendall's distances to the replicates' orders.
///
/// Kemeny's order is found exactly by the solver of the aggregation method of that name: majorities split the units
/// into groups, and only within a group of units that beat one another in circles orders are gone through, for up to 20
/// units. With a larger group the order is the one that moving single units (from Borda's order on) cannot improve, and
/// `is_proved` is false. Of several best orders the mean position decides. Units that never have a rank have none here.
/// Throws spec_error when the design counts no `pairs` and scores were not kept, and for a node that was not watched.
[[nodiscard]] consensus_table consensus(const outcomes& o, std::string_view node = {},
                                        const numeric::executor& where = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/consensus.ipp"
#endif
