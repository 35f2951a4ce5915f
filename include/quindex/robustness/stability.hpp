/// How far each weight may move before somebody changes places.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/compute/result.hpp"

QUINDEX_BEGIN
namespace robustness {

/// How weights are moved and what is listed.
struct stability_options {
  std::size_t top = 3;           ///< k of the units at the top whose set is watched; 1 or more.
  std::size_t reversals = 100;   ///< How many of the nearest rank reversals are listed; 0 spares looking at all pairs.
  std::size_t steps = 200;       ///< Where no closed form exists: steps from the weight to either end.
  double resolution = 1e-6;      ///< There: how narrowly the end of an interval is bracketed.
  numeric::executor executor{};  ///< Who computes; the results are the same with any.
};

/// The values of one weight between which something stays as it is: unchanged inside; at an end above 0 or below 1 two
/// units are equal. Both ends are the weight itself where equal units part as soon as it moves.
struct weight_range {
  double low = 0;   ///< 0 when the weight may vanish.
  double high = 1;  ///< 1 when it may be all there is.
  friend bool operator==(const weight_range&, const weight_range&) = default;
};

/// What one weight decides. It is a share among its siblings, which make room in proportion to their own weights (all
/// alike where they are all 0).
struct stable_weight {
  std::string node;     ///< Whose weight it is.
  std::string group;    ///< Whose child that is.
  double weight = 0;    ///< As fitted, from 0 to 1.
  weight_range leader;  ///< While the same units are first.
  weight_range top;     ///< While the same units are among the top k.
  weight_range order;   ///< While nobody changes places.
  /// The least change that ends each of them, in shares of the weight itself, the siblings' weights being kept and all
  /// divided by their sum afterwards: −0.2 is a fifth less. Missing where no change does, and for a weight of 0.
  double leader_change = missing_value, top_change = missing_value, order_change = missing_value;
  bool is_exact = true;  ///< By a closed form; otherwise by trying out `steps` weights on either side.
};

/// A weight at which two units change places.
struct rank_reversal {
  std::string node;                        ///< Whose weight it is.
  std::string first;                       ///< The unit that is ahead as things are.
  std::string second;                      ///< The unit behind it.
  double weight = 0;                       ///< The critical weight, a share among its siblings: the two are equal.
  double change = 0;                       ///< Of the share: `weight` less the fitted one.
  double relative_change = missing_value;  ///< As in `stable_weight`; missing for a weight of 0.
};

/// What the weights below a node decide about its ranking.
struct stability {
  std::string node;
  std::size_t top = 3;                       ///< The k of the top k.
  std::vector<stable_weight> weights{};      ///< One per node below it that has siblings, in the framework's order.
  std::vector<rank_reversal> reversals{};    ///< The nearest ones, by the size of the relative change.
  std::size_t reversal_count = 0;            ///< How many there are in all.
  std::optional<std::size_t> leader{};       ///< The most critical weight for the leader: position in `weights`.
  std::optional<std::size_t> top_set{};      ///< The most critical weight for the top k.
  std::optional<std::size_t> whole_order{};  ///< The most critical weight for any two units.
  bool is_exact = true;                      ///< Whether all weights are.
};

/// How far each weight below a node (the index when none is named) may move, one at a time, before its ranking changes.
///
/// Exact where scores are lines in the weight, or quotients of lines where missing children are made up for by the
/// others: along the path from the weight to the node every group is an arithmetic mean or a sum, or every group is
/// another power mean with the same exponent, whose power (or logarithm) is such a line. Two units change places where
/// their lines cross: Triantaphyllou and Sánchez (1997), A sensitivity analysis approach for some deterministic
/// multi-criteria decision making methods, Decision Sciences 28(1); their most critical criterion is `leader` (by
/// percent, top) and `whole_order` (any), their critical change is `relative_change` with the opposite sign, in per
/// cent. Otherwise weights are tried out step by step and the first change is narrowed down by bisection: changes that
/// are undone within a step go unseen.
///
/// Where ranks are of rounded scores (`rank_decimals`), ranges are those in which the rounded scores keep their order
/// and their ties, tried out and not exact; reversals are where the scores themselves are equal.
///
/// All else stays as fitted: scales, weights elsewhere, means that fill gaps. Units whose scores differ by less than
/// 1e-13 of their parts are equal; units without a score take no part. Throws
/// spec_error for an unknown node, an indicator, a top of 0 and steps or a resolution that are not above 0, data_error
/// for fewer than two units with a score.
[[nodiscard]] stability weight_stability(const result& r, std::string_view node = {},
                                         const stability_options& how = {});

/// What one weight decides about two units.
struct pair_stability {
  std::string node, group;        ///< Whose weight it is, and whose child that is.
  double weight = 0;              ///< As fitted.
  weight_range order;             ///< While the same one of the two is ahead.
  double change = missing_value;  ///< The least relative change that ends it; see `stable_weight`.
  bool is_exact = true;           ///< By a closed form.
};
/// How far each weight may move before two units change places; see `weight_stability`. Throws data_error for an
/// unknown unit and for one without a score.
[[nodiscard]] std::vector<pair_stability> pair_weights(const result& r, std::string_view first, std::string_view second,
                                                       std::string_view node = {}, const stability_options& how = {});

/// Scores of a node as one weight takes other values: units × `weights`, for drawing what the intervals say.
///
/// `moved` names the node whose weight it is; its siblings make room in proportion. Computed as scores always are, so
/// that the fitted weight gives the fitted scores up to rounding. Throws spec_error for unknown nodes, a node that is
/// not below the other or has no siblings, and weights outside [0, 1].
[[nodiscard]] matrix weight_sweep(const result& r, std::string_view moved, const std::vector<double>& weights,
                                  std::string_view node = {});

}  // namespace robustness
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/robustness/impl/moved_weight.ipp"
#include "quindex/robustness/impl/score_lines.ipp"
#include "quindex/robustness/impl/stability.ipp"
#include "quindex/robustness/impl/weight_ranges.ipp"
#endif
