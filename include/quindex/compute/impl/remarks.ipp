/// Notes on what happened to scores: nothing happens in silence.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

/// Values beyond the ends of a scale that score as the ends do.
QUINDEX_INLINE void pipeline::describe_ends(const std::string& where, const normalise::method& method, const scale& s,
                                            column_view x) {
  if (const std::size_t kept = s.kept_at_ends(x); kept > 0)
    remark(where, std::string(method.name()) + " scored values beyond its ends as the ends: " + std::to_string(kept),
           kept);
}

/// What happened to the children of a group.
QUINDEX_INLINE void pipeline::describe_group(std::size_t g, const group_inputs& inputs) {
  const column_view scores = score_column(g);
  out_.stood_in.resize(tree_.size(), 0);
  out_.stood_in[g] = inputs.stood_in(scores);
  if (const std::size_t zeros = inputs.zero_by_a_child(scores); zeros > 0)
    remark("groups/" + tree_.about(g).code,
           std::string(chosen(state_.recipe.aggregate, tree_, g, false).name()) +
               " is 0 because a child is, units: " + std::to_string(zeros),
           zeros);
}

/// What the policy for missing scores has done, in one note for all groups.
QUINDEX_INLINE void pipeline::describe_gaps() {
  constexpr std::size_t most = 8;  // groups that are named
  std::size_t all = 0;
  std::size_t groups = 0;
  std::string places;
  for (const std::size_t g : tree_.groups_inside_out()) {
    const std::size_t count = out_.stood_in[g];
    if (count == 0) continue;
    all += count;
    if (++groups <= most)
      places += (groups == 1 ? "" : ", ") + std::to_string(count) + " in " + quoted(tree_.about(g).code);
  }
  if (all == 0) return;
  if (groups > most) places += " and more in " + std::to_string(groups - most) + " other groups";
  const bool rescales =
      state_.recipe.missing.visit([](const auto& m) { return m.rule(); }).what == missing::rule::kind::renormalise;
  remark("missing",
         std::string(state_.recipe.missing.name()) +
             (rescales ? " rescaled the weights of units: " : " filled missing scores: ") + std::to_string(all) + " (" +
             places + ")",
         all);
}

}  // namespace detail
QUINDEX_END
