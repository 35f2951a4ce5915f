/// Which factor of a design makes a score or a rank uncertain: Sobol' indices, screening and given data, on the index.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "quindex/robustness/design.hpp"
#include "quindex/robustness/morris.hpp"
#include "quindex/robustness/outcomes.hpp"
#include "quindex/robustness/pawn.hpp"
#include "quindex/robustness/regression_indices.hpp"
#include "quindex/robustness/run.hpp"
#include "quindex/robustness/sobol_indices.hpp"

QUINDEX_BEGIN
namespace robustness {

/// Factors of a design, by name, that get one index together.
struct named_group {
  std::string name{};
  std::vector<std::string> members{};  ///< Names of factors.
  friend bool operator==(const named_group&, const named_group&) = default;
};

/// What of a unit is looked at.
enum class unit_output {
  rank,   ///< Its rank, 1 being best.
  score,  ///< Its score.
};

/// What is asked, and how. The executor, `batch` and `fast` never change what comes out.
struct sensitivity_options {
  std::size_t base_rows = 1024;       ///< n: the index is computed n (d + 2) times, n (2d + 2) where BA is needed.
  std::string node{};                 ///< Whose scores and ranks; empty for the index.
  std::vector<std::string> units{};   ///< Units whose rank and score are outputs of their own.
  bool all_units = false;             ///< Indices of the ranks and the scores of all units, too.
  std::vector<named_group> groups{};  ///< None: each factor is on its own. Factors in no group stay on their own.
  sobol_options sobol{};              ///< The estimators and intervals; its executor computes the intervals.
  double convergence_limit = 0.05;    ///< See `sobol_convergence`.
  std::size_t most_memory = std::size_t{1} << 30U;  ///< Bytes for all outputs of the design; an error above it.
  double largest_failure_share = 0.05;  ///< Of the base rows; an analysis that has to drop more of them is an error.
  std::size_t batch = 0;                ///< Base rows in a round; 0 lets the analysis choose.
  numeric::executor executor{};         ///< Who computes the index.
  bool fast = true;                     ///< Use the fast path where it gives the same bits.
  /// Asked after every round with replicates done and to do, and between the indices of units; false stops: only the
  /// base rows done count, and units not reached have no indices.
  std::function<bool(progress)> on_progress{};
};

/// A run of a sensitivity design that could not be computed.
struct failed_run {
  std::size_t base_row = 0;
  std::string run{};  ///< "A", "B", "AB weights", "BA weights": which sample, and the factor that is exchanged.
  issue why{};
};

/// The indices of one output of one unit.
struct unit_indices {
  std::string unit{};
  unit_output output = unit_output::rank;
  sobol_indices indices{};
};

/// The indices of all units at once; missing for a unit whose output never changes.
struct all_unit_indices {
  matrix first{}, first_low{}, first_high{};  ///< Units × factors; 0×0 unless asked for.
  matrix total{}, total_low{}, total_high{};  ///< Units × factors.
  std::vector<double> mean{}, variance{};     ///< By unit.
  std::vector<std::size_t> base_rows{};       ///< By unit: how many count.
};

/// What the uncertainty of an index comes from.
struct sensitivity_result {
  std::string node{};
  labels units{};
  labels factors{};                                       ///< Factors, or groups of them.
  std::size_t base_rows = 0;                              ///< That were run: fewer than asked for when stopped.
  std::size_t dropped = 0;                                ///< Of them, left out because one of their runs failed.
  std::size_t runs = 0;                                   ///< How often the index was computed.
  std::vector<double> nominal_ranks{}, nominal_scores{};  ///< By unit.
  sobol_indices shift{};                                  ///< Of R_S, the mean over units of |rank − nominal rank|.
  convergence_check convergence{};                        ///< Of the indices of R_S; empty with few resamples.
  std::vector<unit_indices> of_units{};                   ///< For each unit asked for its rank, then its score.
  all_unit_indices ranks{}, scores{};                     ///< Of all units, where asked for.
  std::vector<failed_run> failures{};
  std::vector<note> notes{};
};

/// Sobol' indices of R_S, of the rank and score of any unit, and of those of all units, by a Saltelli design on the
/// factors of a design; see `sobol_from_runs` for the estimates.
///
/// `d.draws` plays no part. A run that fails costs its base row, for all factors, and is reported. A unit without a
/// score in some run loses that base row; R_S is over the units that have a rank. Factors that the design makes
/// dependent have to be in one group, since their indices are not defined one by one: `shapley` and `given_data` are
/// for them. Throws the first of `validate`'s problems, spec_error for a group, unit or node that is not there, for
/// dependent factors in different groups and for more memory than allowed, numeric_error for too many failures.
[[nodiscard]] sensitivity_result sensitivity(const spec& recipe, const table& data, const design& d,
                                             const sensitivity_options& how = {});

/// Screening by elementary effects on R_S: `trajectories` (d + 1) runs of the index.
struct screening_options {
  std::size_t trajectories = 20;  ///< How many, of d + 1 runs each.
  std::size_t levels = 4;         ///< Of each coordinate; even.
  std::string node{};             ///< Whose ranks; empty for the index.
  interval_options intervals{};   ///< Its executor computes the index, too.
  bool fast = true;  ///< Whether replicates that allow it are scored by the fast path, with the same results.
};
/// The elementary effects of the factors of a design on R_S; see `make_morris_design`. All coordinates of a factor move
/// together, each half its levels up or down; random numbers that it asks for beside them are drawn anew. Throws as
/// `sensitivity` does; no factors may be dependent.
[[nodiscard]] morris_effects screening(const spec& recipe, const table& data, const design& d,
                                       const screening_options& how = {});

/// Inputs and output of a Monte Carlo run, for estimates from given data.
struct given_sample {
  labels factors{};  ///< A factor with several coordinates has a column for each: "weights.1", "weights.2".
  std::vector<std::size_t> of{};         ///< By column: the position of its factor in the design.
  std::vector<std::size_t> unordered{};  ///< Columns that are positions of options, whose order means nothing.
  std::string output{};                  ///< "rank shift", "rank of Oslo", "score of Oslo".
  matrix x{};               ///< Replicates × columns: the number drawn, an option's position, or the coordinate.
  std::vector<double> y{};  ///< By replicate; missing where it failed.
};
/// What was drawn in each replicate of a run, beside its R_S, or the rank or score of a unit. Throws spec_error when
/// the run kept no scores, when outcomes are not of this spec, table and design, and for an unknown unit or node.
[[nodiscard]] given_sample given_data(const spec& recipe, const table& data, const outcomes& found,
                                      const std::string& node = {}, const std::string& unit = {},
                                      unit_output output = unit_output::rank);

/// All estimates from the replicates of a plain Monte Carlo run; no further run of the index.
struct given_data_result {
  given_sample sample{};
  pawn_indices pawn{};
  regression_indices regression{};
};
/// PAWN and regression indices of a sample.
[[nodiscard]] given_data_result given_data_sensitivity(given_sample sample, const pawn_options& how = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/given_data.ipp"
#include "quindex/robustness/impl/screening.ipp"
#include "quindex/robustness/impl/sensitivity.ipp"
#endif
