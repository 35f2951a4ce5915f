/// Bodies of impute/multiple.hpp.
#pragma once

#include <algorithm>
#include <numeric>

#include "quindex/impute/multiple.hpp"
#include "quindex/numeric/random.hpp"

QUINDEX_BEGIN
namespace impute {
namespace detail {

/// As many rows as the table has, drawn with replacement: for the units in the order of their codes, so that the sample
/// does not depend on the order of rows.
QUINDEX_INLINE std::vector<std::size_t> sampled_rows(const labels& units, std::uint64_t seed, std::uint32_t replicate) {
  std::vector<std::size_t> by_code(units.size());
  std::iota(by_code.begin(), by_code.end(), std::size_t{0});
  std::sort(by_code.begin(), by_code.end(), [&](std::size_t a, std::size_t b) { return units[a] < units[b]; });
  const numeric::random_stream random(seed, "impute.sample", replicate);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < by_code.size(); ++i) out.push_back(by_code[random.below(by_code.size(), i)]);
  return out;
}

/// What a method learns from some rows of a table.
QUINDEX_INLINE joint_fill fitted_to(const table& data, const method& how, const std::vector<std::size_t>& rows) {
  std::vector<std::vector<double>> x(data.indicators().size());
  std::vector<std::string> units;
  std::vector<std::string> groups;
  for (const std::size_t row : rows) {
    for (std::size_t j = 0; j < x.size(); ++j) x[j].push_back(data.column(j)[row]);
    units.push_back(data.units()[row]);
    if (!data.groups().empty()) groups.push_back(data.groups()[row]);
  }
  const indicators seen{.x = {x.begin(), x.end()},
                        .codes = data.indicators().codes(),
                        .units = units,
                        .groups = groups,
                        .where = "impute_multiple"};
  joint_fill out;
  how.visit([&]<class M>(const M& m) {
    if constexpr (TableImputation<M>) out = m.fit(seen);
  });
  return out;
}

/// The names of the methods of a list that draw.
template <class... Methods>
std::vector<std::string> names_of_drawing(method_list<Methods...> /*unused*/) {
  std::vector<std::string> out;
  const auto add = [&]<class M>(const M&) {
    if constexpr (draws<M>()) out.emplace_back(M::info.name);
  };
  (add(Methods{}), ...);
  return out;
}

QUINDEX_INLINE void check_draws(const method& how, int tables) {
  if (!can_draw(how))
    throw spec_error({"impute_multiple", std::string(how.name()) + " fills every table alike",
                      "choose a method that draws: " + listed(names_of_drawing(methods{}))});
  if (tables < 2)
    throw spec_error(
        {"impute_multiple.tables", std::to_string(tables) + " is below 2", "complete the table twice or more"});
}

/// The means of the tables, and standard errors by Rubin's rules.
QUINDEX_INLINE table pooled_table(const table& data, const std::vector<matrix>& all) {
  const matrix& own = data.standard_errors();
  const auto rows = static_cast<Eigen::Index>(data.units().size());
  const auto columns = static_cast<Eigen::Index>(data.indicators().size());
  matrix values = data.values();
  table_options more{data.groups(), data.sizes(), matrix(rows, columns), data.period()};
  std::vector<double> estimates(all.size());
  for (Eigen::Index j = 0; j < columns; ++j)
    for (Eigen::Index i = 0; i < rows; ++i) {
      const double error = own.size() > 0 && !is_missing(own(i, j)) ? own(i, j) : 0.0;
      more.standard_errors(i, j) = error;
      if (!is_missing(values(i, j))) continue;
      for (std::size_t t = 0; t < all.size(); ++t) estimates[t] = all[t](i, j);
      const std::vector<double> variances(all.size(), error * error);
      const pooled_estimate found = pooled(estimates, variances);
      values(i, j) = found.estimate;
      more.standard_errors(i, j) = found.standard_error;
    }
  return {data.units(), data.indicators(), std::move(values), std::move(more)};
}

}  // namespace detail

QUINDEX_INLINE multiple_imputation multiple(const table& data, const method& how, const multiple_options& options) {
  detail::check_draws(how, options.tables);
  how.check(path("impute_multiple"));
  std::vector<matrix> all(static_cast<std::size_t>(options.tables), matrix(data.values()));
  numeric::parallel_for(options.executor, all.size(), [&](std::size_t t) {
    const auto replicate = static_cast<std::uint32_t>(t + 1);
    const auto rows = detail::sampled_rows(data.units(), options.seed, replicate);
    const joint_fill fill = detail::fitted_to(data, how, rows);
    fillable cells{.codes = data.indicators().codes(),
                   .units = data.units().codes(),
                   .groups = data.groups(),
                   .random = {options.seed, replicate},
                   .where = "impute_multiple"};
    for (Eigen::Index j = 0; j < all[t].cols(); ++j) cells.x.push_back(column_of(all[t], j));
    fill.visit([&](const auto& f) { f.apply(cells, {}); });
  });
  multiple_imputation out{{}, detail::pooled_table(data, all)};
  for (matrix& values : all) {
    table_options more{data.groups(), data.sizes(), data.standard_errors(), data.period()};
    out.completed.emplace_back(data.units(), data.indicators(), std::move(values), std::move(more));
  }
  return out;
}

}  // namespace impute
QUINDEX_END
