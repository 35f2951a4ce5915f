/// Bodies of vary/imputations.hpp.
#pragma once

#include "quindex/vary/imputations.hpp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// The seed of a preparation step that draws, or null.
QUINDEX_INLINE const double* seed_of(const describe::value& recipe, std::size_t step) {
  const describe::value* steps = recipe.find("prepare");
  if (steps == nullptr || steps->as_list() == nullptr || step >= steps->as_list()->size()) return nullptr;
  const describe::value* method = (*steps->as_list())[step].find("impute");
  if (method == nullptr || method->find("seed") == nullptr) return nullptr;
  const describe::value* draws = method->find("draw");
  if (draws != nullptr && draws->as_bool() != nullptr && !*draws->as_bool()) return nullptr;
  return method->find("seed")->as_number();
}

inline std::size_t step_count(const describe::value& recipe) {
  const describe::value* steps = recipe.find("prepare");
  return steps == nullptr || steps->as_list() == nullptr ? 0 : steps->as_list()->size();
}

}  // namespace detail

QUINDEX_INLINE void imputations::check_scene(const scene& s, const path& where) const {
  constexpr auto hint = "impute with stochastic_regression, hot_deck, or expectation_maximisation with \"draw\": true";
  const std::size_t there = detail::step_count(s.recipe);
  for (const int step : steps) {
    if (static_cast<std::size_t>(step) >= there)
      throw spec_error(
          {(where / "steps").text(), "there is no step " + number_text(step),
           there == 0 ? "the spec has no preparation" : "the steps are 0 to " + std::to_string(there - 1)});
    if (detail::seed_of(s.recipe, static_cast<std::size_t>(step)) == nullptr)
      throw spec_error({(where / "steps").text(), "step " + number_text(step) + " does not draw", hint});
  }
  if (prepare(s).nodes.empty()) throw spec_error({where.text(), "no preparation step draws missing values", hint});
}

QUINDEX_INLINE constants imputations::prepare(const scene& s) const {
  constants out;
  for (std::size_t k = 0; k < detail::step_count(s.recipe); ++k) {
    if (!steps.empty() && std::find(steps.begin(), steps.end(), static_cast<int>(k)) == steps.end()) continue;
    if (const double* seed = detail::seed_of(s.recipe, k)) out.nodes.push_back(k), out.numbers.push_back(*seed);
  }
  return out;
}

QUINDEX_INLINE void imputations::change(const scene& s, const chance& c, alternative& out) const {
  constexpr double seeds = 2147483648;
  const double table = number(s, c);
  for (std::size_t k = 0; k < c.known.nodes.size(); ++k)
    out.edits.push_back(
        {"prepare." + std::to_string(c.known.nodes[k]) + ".impute.seed", std::fmod(c.known.numbers[k] + table, seeds)});
}

}  // namespace vary
QUINDEX_END
