/// How likely places are: at every rank, among the top k, in a band, before another unit; and which weights speak for
/// whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/robustness/run.hpp"

QUINDEX_BEGIN
namespace robustness {

/// The shares of its replicates in which each unit has each rank.
struct acceptability_table {
  std::string node;
  labels units;
  std::vector<double> ranks;    ///< 1, 2, 3, …; with halves where tied units share the mean of their ranks.
  matrix shares;                ///< Units × ranks; rows add up to 1, or are missing for a unit without ranks.
  std::vector<double> present;  ///< By unit: the share of the replicates in which it has a rank.
};
/// The rank acceptability indices of a watched node (the first one when none is named), of the replicates in which a
/// unit has a rank. Lahdelma, Hokkanen and Salminen (1998), SMAA, European Journal of Operational Research 106(1).
/// Throws spec_error for a node that was not watched.
[[nodiscard]] acceptability_table acceptability(const outcomes& o, std::string_view node = {});

/// The probability of each unit to be among the top k: to have a rank of k or better, of the replicates in which it has
/// one; missing if in none. Throws spec_error for a node that was not watched and for k of 0.
[[nodiscard]] std::vector<double> top_shares(const outcomes& o, std::size_t k, std::string_view node = {});

/// A unit whose place on one side of a line is not sure.
struct unit_at_risk {
  std::string unit;
  double nominal_rank = missing_value;
  bool is_in = false;      ///< Nominally among the top k.
  double probability = 0;  ///< Of being among the top k.
};
/// The units of which it is not sure, at a level above 1/2, whether they are among the top k: their probability to be
/// is above 1 − level and below level. The least sure first. Throws as `top_shares` does and for levels outside (0.5,
/// 1).
[[nodiscard]] std::vector<unit_at_risk> units_at_risk(const outcomes& o, std::size_t k, double level = 0.95,
                                                      std::string_view node = {});

/// The shares of its replicates in which a unit's score is in each band.
struct band_table {
  std::string node;
  labels units;
  std::vector<double> limits;  ///< Ascending; a limit is in the band above it.
  matrix shares;               ///< Units × bands, one more than limits, from the lowest; rows add up to 1.
};
/// The probability of each band of the scores, with the limits of the design. Throws spec_error when the design has no
/// bands, and for a node that was not watched.
[[nodiscard]] band_table bands(const outcomes& o, std::string_view node = {});
/// The same with other limits. Throws spec_error when scores were not kept, and for limits that do not ascend.
[[nodiscard]] band_table bands(const outcomes& o, const std::vector<double>& limits, std::string_view node = {});

/// Units against each other.
struct pair_table {
  std::string node;
  labels units;
  matrix beats;     ///< Units × units: the share of replicates in which the row's rank is better than the column's.
  matrix tied;      ///< Units × units: the share in which they have the same rank; 1 on the diagonal.
  matrix together;  ///< Units × units: how many replicates have ranks of both; what the shares are of.
};
/// The probability that a unit is ahead of another: from the counts of a design with `pairs`, else from the scores
/// kept. Missing for two units that never have ranks together. Throws spec_error when there is neither, and for a node
/// that was not watched.
[[nodiscard]] pair_table pairs(const outcomes& o, std::string_view node = {}, const numeric::executor& where = {});

/// What a rank is worth in the holistic acceptability index, the first being worth 1; Lahdelma and Salminen (2001).
enum class meta_weights {
  centroid,  ///< α_r = Σ_{i=r}^n 1/i / Σ_{i=1}^n 1/i: the centroid of all falling weights.
  linear,    ///< α_r = (n − r) / (n − 1).
  inverse,   ///< α_r = 1 / r.
};
/// The holistic acceptability index of each unit, Σ_r α_r b_r: how acceptable it is all ranks considered; missing for a
/// unit without ranks. Throws spec_error for a node that was not watched.
[[nodiscard]] std::vector<double> holistic_acceptability(const outcomes& o, meta_weights what = meta_weights::centroid,
                                                         std::string_view node = {});

/// The weights that speak for each unit.
struct central_weights_table {
  std::string node;
  labels units;
  labels nodes;                     ///< All nodes of the framework.
  std::vector<double> first_share;  ///< By unit: the share of all replicates in which it comes first.
  matrix weights;  ///< Units × nodes: mean shares in the node; missing for a unit that never is first.
};
/// Central weight vectors: the mean of the weights with which a unit comes first, which stand for what somebody would
/// have to think to prefer it. Lahdelma and Salminen (2001), SMAA-2: stochastic multicriteria acceptability analysis
/// for group decision making, Operations Research 49(3). Throws spec_error for a design without `central_weights`, and
/// for a node that was not watched.
[[nodiscard]] central_weights_table central_weights(const outcomes& o, std::string_view node = {});

/// How sure a unit's first place is if its own central weights are taken.
struct confidence_table {
  std::string node;
  labels units;
  std::vector<double> factor;  ///< By unit: the share of replicates in which it is first; missing if it never was.
  std::vector<std::size_t> replicates;  ///< By unit: of how many.
};
/// Confidence factors: the probability of each unit to come first with its central weights, all but the weights being
/// drawn as before; Lahdelma and Salminen (2001). Near 1 the data suffice to tell the unit the best for somebody with
/// such weights, near 0 they do not.
///
/// The design is run again for every unit that was first, with one factor that sets the weights for those that draw
/// them; once per unit is enough where nothing but weights varies. `how` says how, its range of replicates included.
/// Throws as `central_weights` and `run` do, and spec_error for another spec or table than the outcomes are of.
[[nodiscard]] confidence_table confidence_factors(const spec& recipe, const table& data, const outcomes& o,
                                                  std::string_view node = {}, const run_options& how = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/acceptability.ipp"
#include "quindex/robustness/impl/confidence.ipp"
#include "quindex/robustness/impl/pairs.ipp"
#endif
