#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/group_scores.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

/// Is a preparation step for node `i`?
QUINDEX_INLINE bool concerns(const prepare_step& step, const framework& tree, std::size_t i) {
  const auto named = [&](const std::vector<std::string>& codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
      const auto above = tree.codes().find(code);
      return above && tree.is_within(i, *above);
    });
  };
  return (step.only.empty() || named(step.only)) && !named(step.except);
}

QUINDEX_INLINE void pipeline::find_columns() {
  if (data_.units().is_empty()) throw data_error({"units", "the table has no unit", "give it at least one row"});
  out_.data = data_;
  std::vector<bool> used(data_.indicators().size(), false);
  for (const std::size_t node : tree_.indicators()) {
    const std::string& code = tree_.about(node).code;
    const auto at = data_.indicators().find(code);
    if (!at)
      throw data_error({"indicators/" + code, "the framework asks for it, the table has no such column",
                        did_you_mean(code, data_.indicators().codes())});
    used[*at] = true;
    columns_.push_back(data_.column(*at));
  }
  std::vector<std::string> extra;
  for (std::size_t j = 0; j < used.size(); ++j)
    if (!used[j]) extra.push_back(data_.indicators()[j]);
  if (!extra.empty()) remark("table", "columns that the framework does not use: " + listed(extra), extra.size());
}

/// Columns that preparation may change: a copy of the table's, which `columns_` then looks at.
QUINDEX_INLINE void pipeline::copy_columns() {
  const auto& steps = state_.recipe.prepare;
  prepared_ = std::make_shared<matrix>(units(), columns_.size());
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    std::copy(columns_[k].begin(), columns_[k].end(), column_of(*prepared_, static_cast<Eigen::Index>(k)).begin());
    columns_[k] = column_of(std::as_const(*prepared_), static_cast<Eigen::Index>(k));
  }
  if (fitting_) state_.steps.assign(steps.size(), std::vector<fitted_step>(columns_.size()));
  out_.changed.assign(steps.size(), std::vector<std::size_t>(columns_.size(), 0));
  out_.prepared = prepared_;
}

QUINDEX_INLINE void pipeline::prepare_column(std::size_t k) {
  for (std::size_t s = 0; s < state_.recipe.prepare.size(); ++s)
    out_.changed[s][k] = prepare_step_of(s, k, column_of(*prepared_, static_cast<Eigen::Index>(k)));
}

QUINDEX_INLINE void pipeline::prepare() {
  const auto& steps = state_.recipe.prepare;
  numeric::parallel_for(how_.executor, columns_.size(), [&](std::size_t k) { prepare_column(k); });
  for (std::size_t s = 0; s < steps.size(); ++s)
    for (std::size_t k = 0; k < columns_.size(); ++k)
      if (const std::size_t changed = out_.changed[s][k]; changed > 0)
        remark("indicators/" + tree_.about(tree_.indicators()[k]).code,
               std::string(steps[s].name()) +
                   (steps[s].what.index() == 0 ? " changed values: " : " filled missing values: ") +
                   std::to_string(changed),
               changed);
}

/// Applies a scale; what it refuses is refused at a place, the first unit at fault named.
QUINDEX_INLINE void apply_at(const std::string& where, const scale& s, column_view x, std::span<double> out,
                             const labels& units) {
  const auto here = [&](const error& refused) {
    const auto first = s.first_refused(x);
    return issue{first ? where + "/" + units[*first] : where, refused.about().what, refused.hint()};
  };
  try {
    s.apply(x, out);
  } catch (const data_error& refused) {
    throw data_error(here(refused));
  } catch (const numeric_error& refused) {
    throw numeric_error(here(refused));
  } catch (const spec_error& refused) {
    throw spec_error(here(refused));
  }
}

QUINDEX_INLINE std::size_t pipeline::prepare_step_of(std::size_t s, std::size_t k, std::span<double> x) {
  const prepare_step& step = state_.recipe.prepare[s];
  const std::size_t node = tree_.indicators()[k];
  if (!concerns(step, tree_, node)) return 0;
  const std::string& code = tree_.about(node).code;
  fitted_step& left = state_.steps[s][k];
  if (fitting_) {
    if (const auto* treatment = std::get_if<treat::method>(&step.what))
      left = treatment->visit([&](const auto& m) -> any_map { return m.fit(treat::column{x, &code}); });
    else
      left = std::get<impute::method>(step.what).visit([&](const auto& m) -> fill {
        return m.fit(impute::column{x, data_.groups(), &code});
      });
  }
  std::size_t changed = 0;
  if (const any_map* map = std::get_if<any_map>(&left)) {
    const std::vector<double> before(x.begin(), x.end());
    apply_at("indicators/" + code, scale{.map = *map}, before, x, data_.units());
    for (std::size_t i = 0; i < x.size(); ++i) changed += !is_missing(before[i]) && x[i] != before[i] ? 1 : 0;
  } else if (const fill* values = std::get_if<fill>(&left)) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!is_missing(x[i])) continue;
      if (const auto value = values->at(data_.groups(), i)) x[i] = *value, ++changed;
    }
  }
  return changed;
}

QUINDEX_INLINE void pipeline::start_scores() {
  out_.scores.resize(static_cast<Eigen::Index>(units()), static_cast<Eigen::Index>(tree_.size()));
  if (fitting_) state_.scales.assign(columns_.size(), {});
}

QUINDEX_INLINE void pipeline::normalise() {
  start_scores();
  numeric::parallel_for(how_.executor, columns_.size(), [&](std::size_t k) { normalise_column(k); });
}

/// Fits a normaliser to a column, an indicator with an optimum through its deviations.
QUINDEX_INLINE scale fit_scale(const normalise::method& method, column_view x, const node& about) {
  if (const auto* fixed = method.as<normalise::fixed>()) return fixed->scale;
  const direction& better = about.about.better;
  scale out;
  std::vector<double> deviations;
  normalise::column seen{.x = x, .better_when_high = better.better == direction::kind::high, .about = &about};
  if (better.is_optimal()) {
    out.optimum = {better.optimum_low, better.optimum_high};
    deviations.reserve(x.size());
    for (const double value : x) deviations.push_back(better.deviation(value));
    seen.x = deviations;
    seen.best = 0.0;
  }
  out.map = method.visit([&](const auto& m) -> any_map { return m.fit(seen); });
  return out;
}

/// Throws numeric_error for a score that is infinite; `sum` is that of all scores, so that nothing is looked at twice.
QUINDEX_INLINE void check_finite(const std::string& where, column_view scores, double sum, const labels& units) {
  if (std::isfinite(sum)) return;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (std::isinf(scores[i]))
      throw numeric_error({where + "/" + units[i], "the score is beyond the range of numbers",
                           "normalise to a smaller range, or measure in larger units"});
}

QUINDEX_INLINE void pipeline::normalise_column(std::size_t k) {
  const std::size_t at = tree_.indicators()[k];
  const node& about = tree_.about(at);
  if (fitting_) state_.scales[k] = fit_scale(chosen(state_.recipe.normalise, tree_, at, true), columns_[k], about);
  apply_at("indicators/" + about.code, state_.scales[k], columns_[k], score_column(at), data_.units());
}

QUINDEX_INLINE void pipeline::aggregate() {
  if (fitting_) state_.groups.assign(tree_.size(), {});
  for (const std::size_t g : tree_.groups_inside_out()) {
    std::vector<column_view> children;
    for (const std::size_t child : tree_.at(g).children) children.push_back(score_column(child));
    if (fitting_) fit_group(g, children);
    const group_inputs inputs(state_, g, children, data_.groups());
    inputs.score(score_column(g), how_.executor, data_.units());
    const numeric::tally all = numeric::total(score_column(g));
    check_finite("groups/" + tree_.about(g).code, score_column(g), all.sum, data_.units());
    const std::size_t absent = units() - all.n;
    if (absent > 0) remark("groups/" + tree_.about(g).code, "units without a score: " + std::to_string(absent), absent);
  }
}

QUINDEX_INLINE void pipeline::publish() {
  if (!state_.recipe.publish) return;
  const auto& groups = tree_.groups_inside_out();
  out_.published.resize(static_cast<Eigen::Index>(units()), static_cast<Eigen::Index>(groups.size()));
  for (std::size_t p = 0; p < groups.size(); ++p) {
    const std::size_t g = groups[p];
    const std::vector<double> seen = rounded(score_column(g), state_.recipe.rank_decimals);
    auto& fitted = state_.groups[g].publish;
    if (fitting_) fitted = fit_scale(chosen(*state_.recipe.publish, tree_, g, false), seen, tree_.about(g));
    apply_at("publish/" + tree_.about(g).code, *fitted, seen, column_of(out_.published, static_cast<Eigen::Index>(p)),
             data_.units());
  }
}

QUINDEX_INLINE void pipeline::collect_problems(std::vector<issue>& found) {
  const auto keep = [&](const auto& stage) {
    try {
      stage();
    } catch (const error& e) {
      found.push_back(e.about());
    }
  };
  find_columns();
  if (!state_.recipe.prepare.empty()) copy_columns();
  start_scores();
  for (std::size_t k = 0; k < columns_.size(); ++k)
    keep([&] {
      if (prepared_) prepare_column(k);
      normalise_column(k);
    });
  if (found.empty()) keep([&] { aggregate(), publish(); });
}

}  // namespace detail
QUINDEX_END
