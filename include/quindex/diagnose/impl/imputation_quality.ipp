/// Bodies of diagnose/imputation_quality.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "quindex/base/text.hpp"
#include "quindex/compute/pipeline.hpp"
#include "quindex/diagnose/imputation_quality.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/random.hpp"
#include "quindex/numeric/sum.hpp"

QUINDEX_BEGIN
namespace diagnose {

QUINDEX_INLINE imputation_quality quality_of(column_view predicted, column_view observed) {
  std::vector<double> p;
  std::vector<double> o;
  for (std::size_t i = 0; i < predicted.size(); ++i)
    if (!is_missing(predicted[i])) p.push_back(predicted[i]), o.push_back(observed[i]);
  imputation_quality out;
  out.hidden = predicted.size();
  out.filled = p.size();
  if (p.empty()) return out;
  const double centre = numeric::mean(o);
  std::vector<double> squares;
  std::vector<double> sizes;
  std::vector<double> reach;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double error = p[i] - o[i];
    const double most = std::abs(p[i] - centre) + std::abs(o[i] - centre);
    squares.push_back(error * error);
    sizes.push_back(std::abs(error));
    reach.push_back(most * most);
  }
  out.rmse = std::sqrt(numeric::mean(squares));
  out.mae = numeric::mean(sizes);
  const double r = numeric::pearson(p, o);
  out.r_squared = r * r;
  const double all = numeric::sum(reach);
  if (all > 0) out.willmott_d = 1 - numeric::sum(squares) / all;
  return out;
}

namespace detail {

/// The rows whose value of a column is hidden: those with the smallest random numbers.
QUINDEX_INLINE std::vector<std::size_t> hidden_rows(const table& data, std::size_t column, const masking& how,
                                                    std::uint32_t repeat) {
  const numeric::random_stream random(how.seed, "diagnose.masking", repeat);
  const std::uint64_t code = numeric::number_of(data.indicators()[column]);
  std::vector<std::pair<double, std::size_t>> lots;
  for (std::size_t i = 0; i < data.units().size(); ++i)
    if (!is_missing(data.column(column)[i]))
      lots.emplace_back(random.uniform(numeric::number_of(data.units()[i], code)), i);
  std::sort(lots.begin(), lots.end());
  const auto wanted = static_cast<std::size_t>(std::lround(how.share * static_cast<double>(lots.size())));
  lots.resize(std::min(lots.size(), std::max<std::size_t>(1, wanted)));
  std::vector<std::size_t> out;
  for (const auto& lot : lots) out.push_back(lot.second);
  return out;
}

QUINDEX_INLINE void check_masking(const prepare_step& step, const masking& how) {
  const auto* imputation = std::get_if<impute::method>(&step.what);
  if (imputation == nullptr)
    throw spec_error({"impute_quality", std::string(step.name()) + " is no imputation", "give a method to impute"});
  if (impute::looks_at_periods(*imputation))
    throw spec_error({"impute_quality", std::string(step.name()) + " looks at other periods, which one table has not",
                      "give a method that looks at one table"});
  if (!(how.share > 0 && how.share < 1))
    throw spec_error({"impute_quality.share", number_text(how.share) + " is outside (0, 1)",
                      "0.1 hides a tenth of the known values"});
  if (how.repeats < 1)
    throw spec_error(
        {"impute_quality.repeats", std::to_string(how.repeats) + " is below 1", "hide values once or more often"});
}

/// The indicators of a framework that a step is for, with their columns.
QUINDEX_INLINE std::vector<std::size_t> columns_for(const prepare_step& step, const framework& tree,
                                                    const table& data) {
  std::vector<std::size_t> out;
  for (const std::size_t node : tree.indicators())
    if (quindex::detail::concerns(step, tree, node))
      if (const auto at = data.indicators().find(tree.about(node).code)) out.push_back(*at);
  return out;
}

}  // namespace detail

QUINDEX_INLINE std::vector<imputation_quality> impute_quality(const prepare_step& step, const table& data,
                                                              const framework& tree, const masking& how) {
  detail::check_masking(step, how);
  const std::vector<std::size_t> columns = detail::columns_for(step, tree, data);
  const spec recipe{.framework = tree, .prepare = {step}};
  std::vector<std::vector<double>> predicted(columns.size());
  std::vector<std::vector<double>> observed(columns.size());
  for (int repeat = 0; repeat < how.repeats; ++repeat) {
    matrix values = data.values();
    std::vector<std::vector<std::size_t>> hidden;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      hidden.push_back(detail::hidden_rows(data, columns[c], how, static_cast<std::uint32_t>(repeat)));
      for (const std::size_t row : hidden.back())
        values(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(columns[c])) = missing_value;
    }
    const table filled = prepare(recipe, {data.units(), data.indicators(), values, {data.groups(), data.sizes()}});
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const column_view found = filled.column(*filled.indicators().find(data.indicators()[columns[c]]));
      for (const std::size_t row : hidden[c]) {
        predicted[c].push_back(found[row]);
        observed[c].push_back(data.column(columns[c])[row]);
      }
    }
  }
  std::vector<imputation_quality> out;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    out.push_back(quality_of(predicted[c], observed[c]));
    out.back().indicator = data.indicators()[columns[c]];
  }
  return out;
}

QUINDEX_INLINE std::vector<imputation_quality> impute_quality(const prepare_step& step, const table& data,
                                                              const masking& how) {
  std::vector<node> all;
  for (const std::string& code : data.indicators()) all.push_back(indicator(code));
  std::string root = "all";
  while (data.indicators().has(root)) root += "_";
  return impute_quality(step, data, framework(group(root, std::move(all))), how);
}

}  // namespace diagnose
QUINDEX_END
