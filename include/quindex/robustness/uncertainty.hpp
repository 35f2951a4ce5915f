/// How sure ranks and scores are: means, quantiles and intervals over the replicates of a design.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/robustness/outcomes.hpp"

QUINDEX_BEGIN
namespace robustness {

/// A unit over the replicates in which it has a score; everything by unit, in the order of the table.
struct unit_summary {
  std::string node;
  labels units;
  double level = 0.95;           ///< Of the intervals.
  std::vector<double> nominal;   ///< With the spec as it stands; missing without a score.
  std::vector<double> mean, sd;  ///< sd over n − 1; missing for fewer than two replicates.
  std::vector<double> median;
  std::vector<double> low, high;         ///< The percentile interval: quantiles (1 − level)/2 and (1 + level)/2.
  std::vector<double> minimum, maximum;  ///< Of all replicates.
  std::vector<double> present;           ///< The share of the replicates in which the unit has a score.
};

/// Ranks of a watched node (the first one when none is named) over the replicates, 1 being best.
///
/// Everything comes from the counts of ranks, without rounding. Quantiles are of type 7 (Hyndman and Fan 1996), as
/// NumPy's and R's. Throws spec_error for a node that was not watched and for a level that is not between 0 and 1.
[[nodiscard]] unit_summary rank_summary(const outcomes& o, std::string_view node = {}, double level = 0.95);
/// Scores of a watched node over the replicates.
///
/// Mean and sd come from exact sums; median, low and high are missing when the scores of the replicates were not kept.
/// Throws as `rank_summary` does.
[[nodiscard]] unit_summary score_summary(const outcomes& o, std::string_view node = {}, double level = 0.95);

/// Quantiles of each unit's ranks: units × probabilities, missing for a unit without ranks. Type 7, from the counts.
/// Throws spec_error for a node that was not watched and for probabilities outside [0, 1].
[[nodiscard]] matrix rank_quantiles(const outcomes& o, const std::vector<double>& probabilities,
                                    std::string_view node = {});
/// Quantiles of each unit's scores: units × probabilities. Type 7. Throws spec_error also when scores were not kept.
[[nodiscard]] matrix score_quantiles(const outcomes& o, const std::vector<double>& probabilities,
                                     std::string_view node = {});

/// Intervals that hold for all units at once.
struct simultaneous_intervals {
  std::string node;
  labels units;
  double level = 0.95;            ///< Asked for.
  double attained = 0;            ///< The share of the replicates that are inside for every unit: `level` or more.
  double depth = 0;               ///< The share of its replicates that a unit's interval leaves out on either side.
  std::vector<double> low, high;  ///< By unit; missing for a unit without scores.
};
/// The narrowest intervals of equal depth in which a share `level` of the replicates lies with all its units.
///
/// Besag, Green, Higdon and Mengersen (1995), Bayesian computation and stochastic systems, Statistical Science 10(1),
/// section 6.3: of unit i's N replicates in order, x₍₁₎ ≤ … ≤ x₍N₎, the interval is [x₍N+1−k₎, x₍k₎], k being the least
/// number for which enough replicates are inside. Tied values are inside together, which matters for ranks. A unit that
/// is absent from some replicates is judged by the others, its k in proportion. Throws spec_error when scores were not
/// kept, and as `rank_summary` does.
[[nodiscard]] simultaneous_intervals simultaneous_ranks(const outcomes& o, std::string_view node = {},
                                                        double level = 0.95);
/// The same for scores.
[[nodiscard]] simultaneous_intervals simultaneous_scores(const outcomes& o, std::string_view node = {},
                                                         double level = 0.95);
/// The same for any draws × quantities, missing where there is none. Throws spec_error for a level that is not between
/// 0 and 1.
[[nodiscard]] simultaneous_intervals simultaneous_of(const matrix& draws, double level = 0.95);

/// How far replicates are from the nominal ranking.
struct shift_summary {
  std::string node;
  std::size_t replicates = 0;         ///< With scores.
  double mean = missing_value;        ///< Of R_S over the replicates.
  double sd = missing_value;          ///< Over n − 1.
  double level = 0.95;                ///< Of the interval.
  double median = missing_value;      ///< Missing when scores were not kept, as are the next three.
  double low = missing_value;         ///< Quantile (1 − level)/2 of R_S.
  double high = missing_value;        ///< Quantile (1 + level)/2 of R_S.
  double same_order = missing_value;  ///< The share of the replicates in which nobody has moved: R_S is 0.
  /// The share in which the nominal leader is (or shares) the first, of those in which it has a rank. Missing when
  /// there are several leaders.
  double same_leader = missing_value;
};
/// The average shift in ranks R_S = 1/n Σ |rank − nominal rank| of each replicate, over the units with both, summed up.
/// In a replicate that leaves units out, both are ranks among the units that are left.
/// Saisana, Saltelli and Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
/// assessment of composite indicators, Journal of the Royal Statistical Society A 168(2). Throws as `rank_summary`
/// does.
[[nodiscard]] shift_summary rank_shift(const outcomes& o, std::string_view node = {}, double level = 0.95);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/replicates.ipp"
#include "quindex/robustness/impl/simultaneous.ipp"
#include "quindex/robustness/impl/uncertainty.ipp"
#endif
