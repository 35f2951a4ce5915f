#pragma once

#include "quindex/compute/compute.hpp"
#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE void throw_first(const std::vector<issue>& found) {
  if (!found.empty()) throw spec_error(found.front());
}

QUINDEX_INLINE std::pair<std::shared_ptr<fitted_state>, result::parts> fit_and_score(const spec& recipe,
                                                                                     const table& data,
                                                                                     const run_options& how) {
  throw_first(validate(recipe));
  auto state = std::make_shared<fitted_state>();
  state->recipe = recipe;
  result::parts out = pipeline(*state, data, how, true).run();
  out.state = state;
  return {state, std::move(out)};
}

}  // namespace detail

QUINDEX_INLINE fitted fit(const spec& recipe, const table& data, const run_options& how) {
  return result(detail::fit_and_score(recipe, data, how).second).index();
}

QUINDEX_INLINE fitted fit(const spec& recipe, const panel& data, const std::optional<std::string>& base_period,
                          const run_options& how) {
  return fit(recipe, base_period ? data.at(*base_period) : data.pooled(), how);
}

QUINDEX_INLINE result compute(const spec& recipe, const table& data, const run_options& how) {
  return result(detail::fit_and_score(recipe, data, how).second);
}

QUINDEX_INLINE result fitted::operator()(const table& data, const run_options& how) const {
  fitted_state state = *state_;  // the pipeline writes to its state only when it fits; a copy keeps this one const
  result::parts out = detail::pipeline(state, data, how, false).run();
  out.state = state_;
  return result(std::move(out));
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
