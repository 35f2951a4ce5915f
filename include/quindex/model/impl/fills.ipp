/// Bodies of model/fills.hpp.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/model/fills.hpp"
#include "quindex/numeric/conditional.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"

QUINDEX_BEGIN
namespace detail {

/// The columns that a fill knows, in the fill's own order.
template <class Named>
[[nodiscard]] std::vector<std::span<double>> columns_of(const fillable& data, const std::vector<Named>& known) {
  std::vector<std::span<double>> out;
  for (const Named& entry : known) {
    const auto at = std::find(data.codes.begin(), data.codes.end(), entry.first);
    if (at == data.codes.end())
      throw spec_error({data.where,
                        "the fitted imputation needs " + quoted(entry.first) + ", which the step is not for",
                        "let the step be for the indicators it was fitted to"});
    out.push_back(data.x[static_cast<std::size_t>(at - data.codes.begin())]);
  }
  return out;
}

[[nodiscard]] inline std::vector<column_view> read_only(const std::vector<std::span<double>>& columns) {
  return {columns.begin(), columns.end()};
}

/// As many rows as there are names, each with a finite number for each name.
QUINDEX_INLINE void check_square(const path& where, const char* what, std::size_t names,
                                 const std::vector<std::vector<double>>& rows) {
  if (rows.size() != names)
    throw spec_error({(where / what).text(), "there are " + std::to_string(rows.size()) + " lists",
                      "expected " + std::to_string(names) + ", one for each indicator"});
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].size() != names)
      throw spec_error({(where / what / std::to_string(i)).text(), "there are " + std::to_string(rows[i].size()),
                        "expected " + std::to_string(names) + ", one for each indicator"});
}

/// Calls `f(pattern)` for every pattern with something missing, in any order.
template <class F>
void for_incomplete(const std::vector<std::span<double>>& columns, const numeric::executor& how, F&& f) {
  std::vector<numeric::missing_pattern> patterns = numeric::missing_patterns(read_only(columns));
  std::erase_if(patterns, [](const numeric::missing_pattern& p) { return p.missing.empty(); });
  numeric::parallel_for(how, patterns.size(), [&](std::size_t k) { f(patterns[k]); });
}

}  // namespace detail

namespace fills {

QUINDEX_INLINE void equations::check(const path& where) const {
  detail::check_square(where, "coefficients", intercepts.size(), coefficients);
}

/// With C the slopes, the missing cells m solve (I − C_mm) x_m = a_m + C_mo x_o.
QUINDEX_INLINE void equations::apply(const fillable& data, const numeric::executor& how) const {
  const auto columns = detail::columns_of(data, intercepts);
  detail::for_incomplete(columns, how, [&](const numeric::missing_pattern& p) {
    const auto m = static_cast<Eigen::Index>(p.missing.size());
    matrix left(m, m);
    for (std::size_t a = 0; a < p.missing.size(); ++a)
      for (std::size_t b = 0; b < p.missing.size(); ++b)
        left(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b)) =
            a == b ? 1.0 : -coefficients[p.missing[a]][p.missing[b]];
    for (const std::size_t row : p.rows) {
      std::vector<double> right;
      for (const std::size_t j : p.missing) {
        double value = intercepts[j].second;
        for (const std::size_t k : p.observed) value += coefficients[j][k] * columns[k][row];
        right.push_back(value);
      }
      const auto solved = numeric::solve(left, right);
      if (!solved)
        throw numeric_error({"units/" + data.units[row],
                             "the regressions on its missing indicators do not determine them",
                             "impute fewer indicators together, or remove the unit"});
      for (std::size_t a = 0; a < p.missing.size(); ++a) columns[p.missing[a]][row] = (*solved)[a];
    }
  });
}

QUINDEX_INLINE void level::check(const path& where) const {
  if (!parts.empty() && parts.size() != ends.size())
    throw spec_error({(where / "parts").text(), "there are " + std::to_string(parts.size()),
                      "expected " + std::to_string(ends.size()) + ", one for each indicator"});
}

QUINDEX_INLINE void level::apply(const fillable& data, const numeric::executor& how) const {
  const auto columns = detail::columns_of(data, ends);
  std::vector<std::string> all = parts;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  if (all.empty()) all.emplace_back();
  numeric::parallel_for(
      how, data.units.size(),
      [&](std::size_t i) {
        for (const std::string& part : all) {
          std::vector<double> seen;
          std::vector<std::size_t> absent;
          for (std::size_t j = 0; j < columns.size(); ++j) {
            if (!parts.empty() && parts[j] != part) continue;
            const auto [worst, best] = ends[j].second;
            if (is_missing(columns[j][i]))
              absent.push_back(j);
            else if (best != worst)
              seen.push_back((columns[j][i] - worst) / (best - worst));
          }
          if (absent.empty() || seen.empty()) continue;
          const double t = median ? numeric::median(seen) : numeric::mean(seen);
          for (const std::size_t j : absent) {
            const auto [worst, best] = ends[j].second;
            columns[j][i] = worst + (best - worst) * t;
          }
        }
      },
      64);
}

}  // namespace fills
QUINDEX_END
