/// What a policy for missing scores is.
///
/// | member | needed | what it earns |
/// |---|---|---|
/// | `info`, `fields()`, `==` | yes | everything the description gives |
/// | `rule rule() const` | yes | what a group does when some of a unit's children have no score |
#pragma once

#include <concepts>

#include "quindex/base/types.hpp"
#include "quindex/describe/method.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace missing {

/// What a group does with a unit some of whose children have no score. Without any child the unit has no score,
/// whatever the rule.
struct rule {
  /// What takes the place of a missing child.
  enum class kind {
    propagate,    ///< Nothing: the group has no score either.
    renormalise,  ///< The other children, in the proportions of their weights.
    zero,         ///< The score 0.
    group_mean,   ///< The mean of that child over the unit's group, or over all units when the table has no groups.
  };
  kind what = kind::propagate;
  double floor = 0;  ///< Least share of the weight that has to be there, from 0 to 1; below it the unit has no score.
  friend bool operator==(const rule&, const rule&) = default;
};

/// A policy for missing scores.
template <class M>
concept Policy = describe::Described<M> && requires(const M& m) {
  { m.rule() } -> std::same_as<missing::rule>;
};

}  // namespace missing
QUINDEX_END
