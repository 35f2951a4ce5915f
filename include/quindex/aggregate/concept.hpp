/// What an aggregator is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `double score(column_view z, column_view w) const` | yes | the score of one unit |
/// | `std::optional<numeric::mean_job> as_mean() const` | no | whole columns at once, with the bits of `score` |
/// | `void contributions(z, w, std::span<double> out) const` | no | a closed form instead of Shapley values |
/// | `bool needs_non_negative() const` | no | scores below 0 are refused with the unit named |
/// | `void check(const path&) const` | no | rules across parameters |
/// | `void check_children(std::size_t n, const std::string& where) const` | no | rules on the number of children |
/// | `static constexpr bool needs_all_children = true` | no | no score without every child, whatever the policy |
/// | `claims` | no | the laws it is tested against |
///
/// `score` is given the scores z of one unit's children, none of them missing, and their weights w, which sum to 1.
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>

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

/// The weighted quasi-arithmetic mean of one unit's children, with the bits that the column kernels give; children of
/// weight 0 are not looked at.
[[nodiscard]] double mean_of_children(const numeric::mean_job& mean, column_view z, column_view w);

}  // namespace aggregate
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/aggregate/impl/concept.ipp"
#endif
