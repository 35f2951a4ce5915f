/// Bodies of model/panel_change.hpp.
#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/model/panel_change.hpp"
#include "quindex/numeric/moments.hpp"

QUINDEX_BEGIN
namespace detail {

/// A table like another, with other values.
QUINDEX_INLINE table with_values(const table& like, matrix values) {
  return {like.units(), like.indicators(), std::move(values),
          table_options{like.groups(), like.sizes(), {}, like.period()}};
}

QUINDEX_INLINE table changed_since(const table& before, const table& now, change measure) {
  matrix out = matrix::Constant(now.values().rows(), now.values().cols(), missing_value);
  for (std::size_t i = 0; i < now.units().size(); ++i) {
    const std::optional<std::size_t> earlier = before.units().find(now.units()[i]);
    if (!earlier) continue;
    for (std::size_t j = 0; j < now.indicators().size(); ++j) {
      const double old = before.column(j)[*earlier], x = now.column(j)[i];
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = measure == change::difference ? x - old
                                                                        : old == 0                    ? missing_value
                                                                                                      : x / old;
    }
  }
  return with_values(now, std::move(out));
}

/// Where one unit's values of one indicator are: table and row.
using series = std::vector<std::pair<std::size_t, std::size_t>>;

/// The rows of each unit, in the order of the periods.
QUINDEX_INLINE std::map<std::string, series> series_of(const panel& data) {
  std::map<std::string, series> out;
  for (std::size_t t = 0; t < data.size(); ++t)
    for (std::size_t i = 0; i < data.tables()[t].units().size(); ++i)
      out[data.tables()[t].units()[i]].emplace_back(t, i);
  return out;
}

/// Turns a series into deviations from its mean, in mean absolute ones.
QUINDEX_INLINE void make_cyclical(std::vector<double>& x, double mean, const std::string& where) {
  const numeric::moments seen(x);
  if (seen.n == 0) return;
  if (seen.minimum == seen.maximum)
    throw data_error({where,
                      "cycles need at least two distinct values over time, found one (" + number_text(seen.mean) + ")",
                      "leave the unit or the indicator out"});
  std::vector<double> distances = x;
  for (double& v : distances) v = std::abs(v - seen.mean);
  const double usual = numeric::moments(distances).mean;
  for (double& v : x) v = mean + (v - seen.mean) / usual;
}

}  // namespace detail

QUINDEX_INLINE panel changes(const panel& data, change measure) {
  if (data.size() < 2)
    throw data_error({"panel", "changes need two periods, there are " + std::to_string(data.size()),
                      "give the period before as well"});
  std::vector<table> out;
  for (std::size_t t = 1; t < data.size(); ++t)
    out.push_back(detail::changed_since(data.tables()[t - 1], data.tables()[t], measure));
  return panel(std::move(out));
}

QUINDEX_INLINE panel cycles(const panel& data, double mean) {
  std::vector<matrix> values;
  for (const table& t : data.tables()) values.emplace_back(t.values());
  const auto cell = [&](std::size_t j, const std::pair<std::size_t, std::size_t>& at) -> double& {
    return values[at.first](static_cast<Eigen::Index>(at.second), static_cast<Eigen::Index>(j));
  };
  for (const auto& [unit, rows] : detail::series_of(data))
    for (std::size_t j = 0; j < data.tables().front().indicators().size(); ++j) {
      std::vector<double> x;
      for (const auto& at : rows) x.push_back(cell(j, at));
      detail::make_cyclical(x, mean, "indicators/" + data.tables().front().indicators()[j] + "/" + unit);
      for (std::size_t t = 0; t < rows.size(); ++t) cell(j, rows[t]) = x[t];
    }
  std::vector<table> out;
  for (std::size_t t = 0; t < data.size(); ++t)
    out.push_back(detail::with_values(data.tables()[t], std::move(values[t])));
  return panel(std::move(out));
}

QUINDEX_END
