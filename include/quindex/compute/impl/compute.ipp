/// Bodies of compute/compute.hpp.
#pragma once

#include "quindex/compute/compute.hpp"
#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void throw_first(const std::vector<issue>& found) {
  if (!found.empty()) throw spec_error(found.front());
}

QUINDEX_INLINE selected_units taking_part(const spec& recipe, const table& data) {
  if (recipe.screen) return select_units(data, recipe.framework, *recipe.screen);
  return {data, {}, {}};
}

/// Runs the pipeline on the units that take part.
QUINDEX_INLINE result::parts scored(fitted_state& state, selected_units seen, const run_options& how, bool fitting,
                                    filled_cells before = {}) {
  result::parts out = pipeline(state, seen.data, how, fitting, std::move(before)).run();
  out.rows = std::move(seen.rows);
  out.notes.insert(out.notes.begin(), seen.notes.begin(), seen.notes.end());
  return out;
}

QUINDEX_INLINE result::parts fit_and_score(const spec& recipe, selected_units seen, const run_options& how) {
  auto state = std::make_shared<fitted_state>();
  state->recipe = recipe;
  result::parts out = scored(*state, std::move(seen), how, true);
  out.state = state;
  return out;
}

}  // namespace detail

QUINDEX_INLINE fitted fit(const spec& recipe, const table& data, const run_options& how) {
  return compute(recipe, data, how).index();
}

QUINDEX_INLINE result compute(const spec& recipe, const table& data, const run_options& how) {
  detail::throw_first(validate(recipe));
  return result(detail::fit_and_score(recipe, detail::taking_part(recipe, data), how));
}

QUINDEX_INLINE result fitted::operator()(const table& data, const run_options& how) const {
  fitted_state state = *state_;  // the pipeline writes to its state only when it fits; a copy keeps this one const
  result::parts out = detail::scored(state, detail::taking_part(state.recipe, data), how, false);
  out.state = state_;
  return result(std::move(out));
}

QUINDEX_INLINE table prepare(const spec& recipe, const table& data, const run_options& how) {
  detail::throw_first(validate(recipe));
  const table seen = detail::taking_part(recipe, data).data;
  fitted_state state;
  state.recipe = recipe;
  std::vector<std::string> codes;
  for (const std::size_t node : recipe.framework.indicators()) codes.push_back(recipe.framework.about(node).code);
  table_options more{seen.groups(), seen.sizes(), {}, seen.period()};
  return {seen.units(), labels(std::move(codes)), detail::pipeline(state, seen, how, true).prepared(), std::move(more)};
}

QUINDEX_INLINE std::vector<double> fitted::effective_weights() const {
  const quindex::framework& tree = framework();
  std::vector<double> out(tree.size(), 1.0);
  for (std::size_t i = 0; i < tree.size(); ++i)
    for (std::size_t c = 0; c < tree.at(i).children.size(); ++c)
      out[tree.at(i).children[c]] = out[i] * state_->groups[i].weights[c];
  return out;
}

QUINDEX_END
