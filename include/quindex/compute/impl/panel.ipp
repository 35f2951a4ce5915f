/// Bodies of compute/compute.hpp: panels.
#pragma once

#include <algorithm>
#include <map>

#include "quindex/compute/compute.hpp"
#include "quindex/compute/impl/compute.ipp"
#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

/// A panel whose gaps have been filled from other periods, and how many cells of each period by which step.
struct filled_panel {
  panel data;
  std::vector<filled_cells> filled;
};

[[nodiscard]] inline const impute::method* over_time(const prepare_step& step) {
  const auto* imputation = std::get_if<impute::method>(&step.what);
  return imputation != nullptr && impute::looks_at_periods(*imputation) ? imputation : nullptr;
}

/// Where each unit stands in each period, units in the order of their codes.
QUINDEX_INLINE std::vector<std::vector<std::optional<std::size_t>>> rows_over_time(const panel& data) {
  std::map<std::string, std::vector<std::optional<std::size_t>>> found;
  for (std::size_t t = 0; t < data.size(); ++t)
    for (std::size_t i = 0; i < data.tables()[t].units().size(); ++i) {
      auto& rows = found[data.tables()[t].units()[i]];
      rows.resize(data.size());
      rows[t] = i;
    }
  std::vector<std::vector<std::optional<std::size_t>>> out;
  for (auto& [unit, rows] : found) out.push_back(std::move(rows));
  return out;
}

/// Fills one indicator of all units by one step.
template <class Rows>
void fill_over_time(const impute::method& step, const std::vector<double>& times, const Rows& units,
                    Eigen::Index column, std::vector<matrix>& values, const std::function<void(std::size_t)>& count) {
  std::vector<double> x(times.size());
  for (const auto& rows : units) {
    for (std::size_t t = 0; t < x.size(); ++t)
      x[t] = rows[t] ? values[t](static_cast<Eigen::Index>(*rows[t]), column) : missing_value;
    step.visit([&]<class M>(const M& m) {
      if constexpr (impute::SeriesImputation<M>) m.complete({times}, x);
    });
    for (std::size_t t = 0; t < x.size(); ++t) {
      if (!rows[t] || is_missing(x[t])) continue;
      double& cell = values[t](static_cast<Eigen::Index>(*rows[t]), column);
      if (is_missing(cell)) cell = x[t], count(t);
    }
  }
}

/// Does the steps that look at other periods, on the panel as it is: before its tables are looked at one by one.
QUINDEX_INLINE filled_panel filled_over_time(const spec& recipe, const panel& data) {
  const auto& steps = recipe.prepare;
  const framework& tree = recipe.framework;
  filled_panel out{data, std::vector<filled_cells>(data.size())};
  if (std::none_of(steps.begin(), steps.end(), [](const prepare_step& s) { return over_time(s) != nullptr; }))
    return out;
  const std::vector<double> times = data.times();
  const auto units = rows_over_time(data);
  std::vector<matrix> values = data.each([](const table& t) { return matrix(t.values()); });
  for (auto& period : out.filled) period.assign(steps.size(), std::vector<std::size_t>(tree.indicators().size(), 0));
  for (std::size_t s = 0; s < steps.size(); ++s)
    for (std::size_t k = 0; k < tree.indicators().size(); ++k) {
      const std::size_t node = tree.indicators()[k];
      const auto at = data.tables()[0].indicators().find(tree.about(node).code);
      if (over_time(steps[s]) == nullptr || !at || !concerns(steps[s], tree, node)) continue;
      fill_over_time(*over_time(steps[s]), times, units, static_cast<Eigen::Index>(*at), values,
                     [&](std::size_t t) { ++out.filled[t][s][k]; });
    }
  std::vector<table> tables;
  for (std::size_t t = 0; t < data.size(); ++t) {
    const table& from = data.tables()[t];
    table_options more{from.groups(), from.sizes(), from.standard_errors(), from.period()};
    tables.emplace_back(from.units(), from.indicators(), std::move(values[t]), std::move(more));
  }
  out.data = panel(std::move(tables));
  return out;
}

}  // namespace detail

QUINDEX_INLINE fitted fit(const spec& recipe, const panel& data, const std::optional<std::string>& base_period,
                          const run_options& how) {
  detail::throw_first(validate(recipe));
  const panel seen = detail::filled_over_time(recipe, data).data;
  if (base_period)
    return result(detail::fit_and_score(recipe, detail::taking_part(recipe, seen.at(*base_period)), how)).index();
  // units are chosen period by period: pooled they have other codes
  const panel chosen(seen.each([&](const table& t) { return detail::taking_part(recipe, t).data; }));
  return result(detail::fit_and_score(recipe, {chosen.pooled(), {}, {}}, how)).index();
}

QUINDEX_INLINE std::vector<result> fitted::operator()(const panel& data, const run_options& how) const {
  const detail::filled_panel seen = detail::filled_over_time(state_->recipe, data);
  std::vector<result> out;
  for (std::size_t t = 0; t < seen.data.size(); ++t) {
    fitted_state state = *state_;
    result::parts parts =
        detail::scored(state, detail::taking_part(state.recipe, seen.data.tables()[t]), how, false, seen.filled[t]);
    parts.state = state_;
    out.emplace_back(std::move(parts));
  }
  return out;
}

QUINDEX_INLINE std::vector<result> compute(const spec& recipe, const panel& data,
                                           const std::optional<std::string>& base_period, const run_options& how) {
  return fit(recipe, data, base_period, how)(data, how);
}

QUINDEX_END
