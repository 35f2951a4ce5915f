/// What an aggregator is. There are two shapes: one scores a unit from its own row, the other from the whole table.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `double score(column_view z, column_view w) const` | by row | the score of one unit |
/// | `std::vector<double> scores(const alternatives&) const` | by table | the scores of all units |
/// | `std::vector<measure> measures(const alternatives&) const` | no | by table: the numbers of the method's paper |
/// | `std::optional<numeric::mean_job> as_mean() const` | no | whole columns at once, with the bits of `score` |
/// | `void contributions(z, w, std::span<double> out) const` | no | a closed form instead of Shapley values |
/// | `bool needs_non_negative() const` | no | scores below 0 are refused with the unit named |
/// | `void check(const path&) const` | no | rules across parameters |
/// | `void check_children(std::size_t n, const std::string& where) const` | no | rules on the number of children |
/// | `static constexpr bool needs_all_children = true` | no | no score without every child, whatever the policy |
/// | `bool breaks_dominance() const` | no | by row: a note that a unit can score below one nowhere better |
/// | `claims` | no | the laws it is tested against |
///
/// `score` is given the scores z of one unit's children, none of them missing, and their weights w, which sum to 1.
/// What `scores` returns is better when high, whatever the paper's number is; that one is among the `measures`.
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"
#include "quindex/numeric/elementary.hpp"
#include "quindex/numeric/kernels.hpp"

QUINDEX_BEGIN
namespace aggregate {

/// A method whose score of a unit depends on that unit's own children only.
template <class M>
concept RowAggregator = describe::Described<M> && requires(const M& m, column_view z) {
  { m.score(z, z) } -> std::same_as<double>;
};

/// Units and criteria as a method that compares all units sees them.
struct alternatives {
  std::vector<column_view> columns;    ///< One per criterion, m of them; n values each, none missing, all finite.
  std::vector<double> weights;         ///< One per criterion, above 0, summing to 1.
  std::vector<bool> better_when_high;  ///< Per criterion; always true in an index, where scores have been turned.
  std::vector<std::string> criteria;   ///< Their codes, for messages.
  std::span<const std::string> units;  ///< Codes of the n units, for messages.
  std::string where;                   ///< "groups/health", for messages.

  /// n, the number of units.
  [[nodiscard]] std::size_t size() const { return units.size(); }
  /// "groups/health/Oslo/income", for messages about a value.
  [[nodiscard]] std::string place(std::size_t unit, std::size_t criterion) const {
    return where + "/" + units[unit] + "/" + criteria[criterion];
  }
};

/// One of the numbers that a method's paper reports for every unit.
struct measure {
  std::string name;
  std::vector<double> values;
};

/// A method that scores each unit by comparing it with all others.
template <class M>
concept TableAggregator = describe::Described<M> && requires(const M& m, const alternatives& all) {
  { m.scores(all) } -> std::same_as<std::vector<double>>;
};

/// A method of either shape.
template <class M>
concept Aggregator = RowAggregator<M> || TableAggregator<M>;

/// The weighted quasi-arithmetic mean of one unit's children, with the bits that the column kernels give; children of
/// weight 0 are not looked at.
[[nodiscard]] double mean_of_children(const numeric::mean_job& mean, column_view z, column_view w);

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/concept.ipp"
#endif
