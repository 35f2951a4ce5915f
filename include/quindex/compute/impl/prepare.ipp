/// Bodies of compute/pipeline.hpp: the steps of preparation.
#pragma once

#include <algorithm>
#include <cmath>
#include <exception>

#include "quindex/base/text.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE bool concerns(const prepare_step& step, const framework& tree, std::size_t i) {
  const auto named = [&](const std::vector<std::string>& codes) {
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) {
      const auto above = tree.codes().find(code);
      return above && tree.is_within(i, *above);
    });
  };
  return (step.only.empty() || named(step.only)) && !named(step.except);
}

/// Does a step look at several indicators, so that it cannot be done column by column?
QUINDEX_INLINE bool is_joint(const prepare_step& step) {
  const auto* imputation = std::get_if<impute::method>(&step.what);
  return imputation != nullptr && impute::looks_at_table(*imputation);
}

/// The column of the table that a denomination divides by.
QUINDEX_INLINE std::size_t denominator_of(const denominate::method& method, const table& data) {
  const divisor by = method.visit([](const auto& m) -> divisor { return m.by_what(); });
  if (const auto at = data.indicators().find(by.by)) return *at;
  throw data_error({"denominate", "the table has no column " + quoted(by.by) + " to divide by",
                    did_you_mean(by.by, data.indicators().codes())});
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
  if (fitting_) state_.joint.assign(steps.size(), std::nullopt);
  out_.changed.assign(steps.size(), std::vector<std::size_t>(columns_.size(), 0));
  out_.prepared = prepared_;
}

/// Runs the steps in the analyst's order: those that look at one column for all columns at once, those that look at
/// several one by one.
QUINDEX_INLINE void pipeline::prepare_in_order(const std::function<void(std::size_t, std::size_t)>& by_column,
                                               const std::function<void(std::size_t)>& jointly) {
  const auto& steps = state_.recipe.prepare;
  for (std::size_t s = 0; s < steps.size();) {
    std::size_t last = s;
    while (last < steps.size() && !is_joint(steps[last])) ++last;
    if (last > s) by_column(s, last);
    if (last < steps.size()) jointly(last++);
    s = last;
  }
}

QUINDEX_INLINE void pipeline::prepare_column(std::size_t first, std::size_t last, std::size_t k) {
  for (std::size_t s = first; s < last; ++s)
    out_.changed[s][k] = prepare_step_of(s, k, column_of(*prepared_, static_cast<Eigen::Index>(k)));
}

QUINDEX_INLINE void pipeline::prepare() {
  prepare_in_order(
      [&](std::size_t first, std::size_t last) {
        numeric::parallel_for(how_.executor, columns_.size(), [&](std::size_t k) { prepare_column(first, last, k); });
      },
      [&](std::size_t step) { prepare_jointly(step); });
  describe_preparation();
}

/// What a treatment has to say of the map that it left behind.
QUINDEX_INLINE std::vector<std::string> remarks_on(const prepare_step& step, const fitted_step& left) {
  const auto* treatment = std::get_if<treat::method>(&step.what);
  const auto* map = std::get_if<any_map>(&left);
  if (treatment == nullptr || map == nullptr) return {};
  return treatment->visit([&](const auto& m) -> std::vector<std::string> {
    if constexpr (requires { m.remarks(*map); })
      return m.remarks(*map);
    else
      return {};
  });
}

/// Notes on what the steps have changed, and on the cells that imputing has left missing.
QUINDEX_INLINE void pipeline::describe_preparation() {
  const auto& steps = state_.recipe.prepare;
  constexpr const char* what[] = {" changed values: ", " filled missing values: ", " divided values: "};
  std::vector<bool> imputed(columns_.size(), false);
  for (std::size_t s = 0; s < steps.size(); ++s) {
    bool is_for_any = false;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const std::size_t node = tree_.indicators()[k];
      is_for_any = is_for_any || concerns(steps[s], tree_, node);
      if (s < before_.size()) out_.changed[s][k] += before_[s][k];
      imputed[k] = imputed[k] || (steps[s].what.index() == 1 && concerns(steps[s], tree_, node));
      if (const std::size_t changed = out_.changed[s][k]; changed > 0)
        remark("indicators/" + tree_.about(node).code,
               std::string(steps[s].name()) + what[steps[s].what.index()] + std::to_string(changed), changed);
      if (concerns(steps[s], tree_, node))
        for (std::string& text : remarks_on(steps[s], state_.steps[s][k]))
          remark("indicators/" + tree_.about(node).code, std::move(text));
    }
    if (!is_for_any)
      remark("prepare." + std::to_string(s),
             std::string(steps[s].name()) + " did nothing: its exceptions leave no indicator");
  }
  for (std::size_t k = 0; k < columns_.size(); ++k) {
    if (!imputed[k]) continue;
    const std::size_t absent = units() - numeric::total(columns_[k]).n;
    if (absent > 0)
      remark("indicators/" + tree_.about(tree_.indicators()[k]).code,
             "missing values that no imputation filled: " + std::to_string(absent), absent);
  }
}

/// What a sum of large values overflows to is no value.
[[noreturn]] QUINDEX_INLINE void refuse_filling(const std::string& code, std::string_view method, double value) {
  throw data_error({"indicators/" + code,
                    std::string(method) + " would fill a gap with " + number_text(value) +
                        ": the sum of the values is beyond double precision",
                    "measure in larger units"});
}

/// A step that looks at several indicators, on all that it is for.
QUINDEX_INLINE void pipeline::prepare_jointly(std::size_t s) {
  const prepare_step& step = state_.recipe.prepare[s];
  std::vector<std::size_t> on;
  std::vector<std::string> codes;
  for (std::size_t k = 0; k < columns_.size(); ++k)
    if (const std::size_t node = tree_.indicators()[k]; concerns(step, tree_, node)) {
      on.push_back(k);
      codes.push_back(tree_.about(node).code);
    }
  const std::string where = "prepare." + std::to_string(s);
  fillable cells{.codes = codes, .units = data_.units().codes(), .groups = data_.groups(), .where = where};
  for (const std::size_t k : on) cells.x.push_back(column_of(*prepared_, static_cast<Eigen::Index>(k)));
  if (fitting_) {
    const impute::indicators seen{.x = {cells.x.begin(), cells.x.end()},
                                  .codes = codes,
                                  .units = cells.units,
                                  .groups = cells.groups,
                                  .tree = &tree_,
                                  .where = where,
                                  .how = &how_.executor};
    std::get<impute::method>(step.what).visit([&]<class M>(const M& m) {
      if constexpr (impute::TableImputation<M>) state_.joint[s] = m.fit(seen);
    });
  }
  std::vector<std::size_t> present;
  for (const std::size_t k : on) present.push_back(numeric::total(columns_[k]).n);
  state_.joint[s]->visit([&](const auto& filling) { filling.apply(cells, how_.executor); });
  for (std::size_t a = 0; a < on.size(); ++a) out_.changed[s][on[a]] = numeric::total(columns_[on[a]]).n - present[a];
  for (const std::size_t k : on)
    for (const double value : columns_[k])
      if (std::isinf(value)) refuse_filling(tree_.about(tree_.indicators()[k]).code, step.name(), value);
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
    std::throw_with_nested(spec_error(here(refused)));  // what a custom function threw stays within
  }
}

/// What a step leaves behind for one indicator.
QUINDEX_INLINE void pipeline::fit_step(std::size_t s, std::size_t k, column_view x) {
  const std::string& code = tree_.about(tree_.indicators()[k]).code;
  fitted_step& left = state_.steps[s][k];
  const prepare_step::any_step& what = state_.recipe.prepare[s].what;
  if (const auto* treatment = std::get_if<treat::method>(&what))
    left = treatment->visit([&](const auto& m) -> any_map { return m.fit(treat::column{x, &code}); });
  if (const auto* ratio = std::get_if<denominate::method>(&what))
    left = ratio->visit([](const auto& m) -> divisor { return m.by_what(); });
  if (const auto* imputation = std::get_if<impute::method>(&what))
    imputation->visit([&]<class M>(const M& m) {
      if constexpr (impute::Imputation<M>) left = fill(m.fit(impute::column{x, data_.groups(), &code}));
    });
}

QUINDEX_INLINE std::size_t pipeline::prepare_step_of(std::size_t s, std::size_t k, std::span<double> x) {
  const prepare_step& step = state_.recipe.prepare[s];
  const std::size_t node = tree_.indicators()[k];
  if (!concerns(step, tree_, node)) return 0;
  const std::string& code = tree_.about(node).code;
  if (fitting_) fit_step(s, k, x);
  const fitted_step& left = state_.steps[s][k];
  std::size_t changed = 0;
  if (const any_map* map = std::get_if<any_map>(&left)) {
    const std::vector<double> before(x.begin(), x.end());
    apply_at("indicators/" + code, scale{.map = *map}, before, x, data_.units());
    for (std::size_t i = 0; i < x.size(); ++i) changed += !is_missing(before[i]) && x[i] != before[i] ? 1 : 0;
  } else if (const fill* values = std::get_if<fill>(&left)) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!is_missing(x[i])) continue;
      if (const auto value = values->at(data_.groups(), i)) x[i] = *value, ++changed;
      if (std::isinf(x[i])) refuse_filling(code, step.name(), x[i]);
    }
  } else if (const divisor* by = std::get_if<divisor>(&left)) {
    const std::vector<double> before(x.begin(), x.end());
    denominate::divide(x, data_.column(*data_.indicators().find(by->by)), *by, "indicators/" + code,
                       data_.units().codes());
    for (std::size_t i = 0; i < x.size(); ++i) changed += !is_missing(before[i]) && x[i] != before[i] ? 1 : 0;
  }
  return changed;
}

}  // namespace detail
QUINDEX_END
