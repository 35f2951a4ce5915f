/// Bodies of compute/compute.hpp: a fitted index as a spec.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/compute.hpp"

QUINDEX_BEGIN
namespace detail {

/// The steps of preparation as constants, one for each indicator they concern.
QUINDEX_INLINE std::vector<prepare_step> frozen_steps(const fitted_state& state) {
  const framework& tree = state.recipe.framework;
  std::vector<prepare_step> out;
  for (std::size_t s = 0; s < state.steps.size(); ++s) {
    const auto& step = state.steps[s];
    const prepare_step& from = state.recipe.prepare[s];
    const auto* imputation = std::get_if<impute::method>(&from.what);
    if (imputation != nullptr && impute::looks_at_periods(*imputation)) out.push_back(from);
    if (state.joint[s]) out.emplace_back(impute::method(impute::fixed{*state.joint[s]}), from.only, from.except);
    for (std::size_t k = 0; k < step.size(); ++k) {
      const std::vector<std::string> only{tree.about(tree.indicators()[k]).code};
      if (std::holds_alternative<divisor>(step[k])) out.emplace_back(std::get<denominate::method>(from.what), only);
      if (const any_map* map = std::get_if<any_map>(&step[k])) {
        if (map->as<maps::custom>() == nullptr) out.emplace_back(treat::method(treat::fixed{.map = *map}), only);
      } else if (const fill* values = std::get_if<fill>(&step[k]); values != nullptr && *values != fill{}) {
        out.emplace_back(impute::method(impute::constant{.value = values->value, .by_group = values->by_group}), only);
      }
    }
  }
  return out;
}

/// The scale as a method of its own; a custom method stays what it is.
QUINDEX_INLINE normalise::method frozen_scale(const normalise::method& from, const scale& fitted) {
  if (from.as<normalise::custom>() != nullptr) return from;
  return normalise::fixed{.scale = fitted, .turned_at = mirror_of(from)};
}

QUINDEX_INLINE missing::method frozen_missing(const fitted_state& state) {
  const framework& tree = state.recipe.framework;
  if (state.recipe.missing.as<missing::group_mean>() == nullptr) return state.recipe.missing;
  missing::group_mean out;
  for (const std::size_t g : tree.groups_inside_out())
    for (std::size_t c = 0; c < state.groups[g].fills.size(); ++c) {
      const std::string& code = tree.about(tree.at(g).children[c]).code;
      const fill& values = state.groups[g].fills[c];
      if (values.value) out.means.emplace_back(code, *values.value);
      for (const auto& [group, mean] : values.by_group) out.means.emplace_back(code + "/" + group, mean);
    }
  return out;
}

}  // namespace detail

QUINDEX_INLINE spec freeze(const fitted& index) {
  const fitted_state& state = index.state();
  const framework& tree = index.framework();
  spec out = state.recipe;
  out.prepare = detail::frozen_steps(state);
  out.missing = detail::frozen_missing(state);
  out.normalise.except.clear();
  for (std::size_t k = 0; k < tree.indicators().size(); ++k) {
    const std::size_t node = tree.indicators()[k];
    const normalise::method& method = detail::chosen(state.recipe.normalise, tree, node, true);
    out.normalise.except.emplace_back(tree.about(node).code, detail::frozen_scale(method, state.scales[k]));
  }
  out.weigh = weigh::method(weigh::given{});
  for (const std::size_t g : tree.groups_inside_out()) {
    weigh::given weights;
    for (std::size_t c = 0; c < tree.at(g).children.size(); ++c)
      weights.weights.emplace_back(tree.about(tree.at(g).children[c]).code, state.groups[g].weights[c]);
    out.weigh.except.emplace_back(tree.about(g).code, std::move(weights));
    if (state.groups[g].publish) {
      if (const auto* own = out.publish->exception(tree.about(g).code); own == nullptr)
        out.publish->except.emplace_back(tree.about(g).code, normalise::fixed{.scale = *state.groups[g].publish});
      else
        for (auto& entry : out.publish->except)
          if (entry.first == tree.about(g).code) entry.second = normalise::fixed{.scale = *state.groups[g].publish};
    }
  }
  return out;
}

QUINDEX_END
