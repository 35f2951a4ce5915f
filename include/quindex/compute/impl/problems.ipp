/// All that is wrong with a table at once, where computing stops at the first.
#pragma once

#include <algorithm>

#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

/// The columns there are. What stands for the others, or lacks what it is divided by, is not looked at: broken.
QUINDEX_INLINE std::vector<bool> pipeline::find_known_columns(column_view nothing) {
  std::vector<bool> broken;
  for (const std::size_t node : tree_.indicators()) {
    const auto at = data_.indicators().find(tree_.about(node).code);
    columns_.push_back(at ? data_.column(*at) : nothing);
    broken.push_back(!at);
  }
  return broken;
}

QUINDEX_INLINE void pipeline::collect_problems(std::vector<issue>& found, bool with_groups) {
  const auto keep = [&](const auto& stage) {
    try {
      stage();
    } catch (const error& e) {
      found.push_back(e.about());
    }
  };
  const std::vector<double> nothing(units(), missing_value);
  std::vector<bool> broken = find_known_columns(nothing);
  const auto break_all = [&](const prepare_step& step) {
    for (std::size_t k = 0; k < broken.size(); ++k)
      broken[k] = broken[k] || concerns(step, tree_, tree_.indicators()[k]);
  };
  for (const prepare_step& step : state_.recipe.prepare)
    if (const auto* ratio = std::get_if<denominate::method>(&step.what)) {
      const std::size_t before = found.size();
      keep([&] { (void)denominator_of(*ratio, data_); });
      if (found.size() > before) break_all(step);
    }
  if (!state_.recipe.prepare.empty()) copy_columns();
  start_scores();
  const auto each = [&](const std::function<void(std::size_t)>& stage) {
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const std::size_t before = found.size();
      if (!broken[k]) keep([&] { stage(k); });
      broken[k] = broken[k] || found.size() > before;
    }
  };
  prepare_in_order(
      [&](std::size_t first, std::size_t last) { each([&](std::size_t k) { prepare_column(first, last, k); }); },
      [&](std::size_t step) {
        const std::size_t before = found.size();
        const bool can_be_done = std::none_of(broken.begin(), broken.end(), [](bool b) { return b; });
        if (can_be_done) keep([&] { prepare_jointly(step); });
        if (!can_be_done || found.size() > before) break_all(state_.recipe.prepare[step]);
      });
  each([&](std::size_t k) { normalise_column(k); });
  if (with_groups && found.empty()) keep([&] { aggregate(), publish(); });
}

}  // namespace detail
QUINDEX_END
