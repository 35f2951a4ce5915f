/// A grid of specs, the "multiverse": what every combination of choices gives, who moves where, and which choice did
/// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/compute.hpp"
#include "quindex/robustness/design.hpp"
#include "quindex/vary/edits.hpp"

QUINDEX_BEGIN
namespace robustness {

/// One way to decide something.
struct scenario_option {
  std::string name;                 ///< What tables call it; unique in its choice.
  std::vector<vary::edit> edits{};  ///< What differs from the spec as it stands.
  friend bool operator==(const scenario_option&, const scenario_option&) = default;
};
/// Something to decide; the spec as it stands is always one of the options, whether it is listed or not.
struct scenario_choice {
  std::string name;  ///< Unique in its grid.
  std::vector<scenario_option> options{};
  friend bool operator==(const scenario_choice&, const scenario_choice&) = default;
};
/// A choice of what stands at one place of the spec, its options named by their values; called like the address unless
/// named.
[[nodiscard]] scenario_choice choice_at(std::string address, const std::vector<describe::value>& values,
                                        std::string name = {});

/// Which scenarios there are.
struct scenario_grid {
  std::vector<scenario_choice> choices{};
  bool one_at_a_time =
      false;  ///< One choice at a time differs from the spec as it stands, rather than every combination.
  std::size_t most = 10'000;  ///< More scenarios are an error.
  friend bool operator==(const scenario_grid&, const scenario_grid&) = default;
};

/// One combination of options.
struct scenario {
  std::string name;                    ///< "as it is", "aggregate geometric_mean, weigh entropy".
  std::vector<std::size_t> options{};  ///< By choice; 0 is the spec as it stands.
  bool has_failed = false;
  std::string message{};  ///< Why it failed.
};

/// The scenarios of a spec and a table, the spec as it stands first.
struct scenario_table {
  std::string node;
  labels units;
  labels choices;
  std::vector<std::vector<std::string>> options{};  ///< By choice: the names, the first being the spec as it stands.
  std::vector<scenario> scenarios{};
  matrix scores{};  ///< Scenarios × units; missing where a scenario failed or a unit has no score.
  matrix ranks{};   ///< Scenarios × units, by each scenario's own tie rule.
  /// By scenario: the mean of |rank − nominal rank| over the units that both rank, ranked among these.
  std::vector<double> shift{};
  bool is_full = true;  ///< Every combination, rather than one change at a time.
  ties tie_rule =
      ties::best;  ///< The spec's: where scenarios rank other units, those that they share are ranked by it.
};

/// Computes all scenarios of a grid for a node (the index when none is named).
///
/// An option that leaves the spec as it is gives its name to that, instead of being computed twice. Refused before
/// anything is computed, with spec_error: a grid without choices, a choice without options, a grid of more than
/// `most` scenarios (with the number), edits that the spec
/// has no place for or that may not stand there, names that are empty or stand twice, an unknown node. A combination
/// that cannot be computed is kept as failed, with its message; the spec as it stands has to be computable.
[[nodiscard]] scenario_table scenarios(const spec& recipe, const table& data, const scenario_grid& grid,
                                       std::string_view node = {}, const quindex::run_options& how = {});
/// The spec of one scenario, by its position: to be computed, and two of them to be compared by `diagnose::compare`.
/// Throws spec_error for a position that the grid does not have, and for a spec that cannot be read.
[[nodiscard]] spec scenario_spec(const spec& recipe, const table& data, const scenario_grid& grid, std::size_t number);

/// Where each unit stands in all scenarios; everything by unit.
struct scenario_ranges {
  std::vector<double> nominal;                 ///< Rank with the spec as it stands.
  std::vector<double> best, worst;             ///< The lowest and the highest rank number.
  std::vector<double> mean;                    ///< Mean rank.
  std::vector<std::size_t> best_in, worst_in;  ///< Where: the first such scenario; 0 where there is no rank.
  std::vector<std::size_t> present;            ///< Scenarios in which it has a rank.
};
/// The ranges of the ranks over all scenarios of a table.
[[nodiscard]] scenario_ranges ranges_of(const scenario_table& found);

/// Which choice did it.
struct choice_effects {
  labels choices;
  /// By choice: the mean |difference in rank| over the units that both rank, ranked among these, and over all pairs of
  /// scenarios that differ in this choice only.
  std::vector<double> mean_shift;
  /// By choice: the share of the variance of the average rank shift R_S over the scenarios that the choice's main
  /// effect has, Σ_l n_l (ȳ_l − ȳ)² / Σ (y − ȳ)², l being its options. Missing without variance, and where choices
  /// changed one at a time: there the options that stay as they are share their scenarios with all other choices.
  std::vector<double> of_shift;
  matrix of_rank;                                ///< Choices × units: the same share for each unit's rank.
  double interactions_of_shift = missing_value;  ///< What main effects leave; missing unless `is_balanced`.
  std::vector<double> interactions_of_rank;      ///< By unit.
  bool is_balanced = true;  ///< Every combination is there and none failed: then shares and interactions sum to 1.
};
/// Analysis of variance of R_S and of each unit's rank over the scenarios (Fisher 1925). Scenarios in which a unit has
/// no rank are left out for that unit.
[[nodiscard]] choice_effects effects_of(const scenario_table& found);

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/scenario_effects.ipp"
#include "quindex/robustness/impl/scenarios.ipp"
#endif
