/// Bodies of compute/compute.hpp: the cells that preparation changes.
#pragma once

#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

/// Is the cell another one afterwards?
QUINDEX_INLINE bool has_changed(double before, double after) {
  return is_missing(before) ? !is_missing(after) : before != after;
}

/// The cells of one indicator that a step has changed.
QUINDEX_INLINE void add_changes(std::vector<cell_change>& to, const cell_change& about, column_view before,
                                column_view after, const labels& units) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!has_changed(before[i], after[i])) continue;
    to.push_back(about);
    to.back().unit = units[i];
    to.back().before = before[i];
    to.back().after = after[i];
  }
}

}  // namespace detail

QUINDEX_INLINE std::vector<cell_change> result::changes() const {
  std::vector<cell_change> out;
  const auto& steps = spec().prepare;
  fitted_state state = *parts_->state;
  const auto prepared_by = [&](std::size_t count) {
    state.recipe.prepare.assign(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(count));
    return detail::pipeline(state, data(), {}, false).prepared();
  };
  if (steps.empty()) return out;
  matrix before = prepared_by(0);
  const auto& indicators = framework().indicators();
  for (std::size_t s = 0; s < steps.size(); ++s) {
    matrix after = prepared_by(s + 1);
    for (std::size_t k = 0; k < indicators.size(); ++k)
      detail::add_changes(out,
                          {.step = "prepare." + std::to_string(s),
                           .method = std::string(steps[s].name()),
                           .indicator = framework().about(indicators[k]).code},
                          column_of(std::as_const(before), static_cast<Eigen::Index>(k)),
                          column_of(std::as_const(after), static_cast<Eigen::Index>(k)), units());
    before = std::move(after);
  }
  return out;
}

QUINDEX_END
