/// Bodies of the factors that draw cells anew.
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/numeric/gaussian_copula.hpp"
#include "quindex/vary/cell_errors.hpp"
#include "quindex/vary/intervals.hpp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// The column of an indicator. Throws data_error for one that the table does not have.
QUINDEX_INLINE std::size_t column_meant(const table& data, const std::string& code, const path& where) {
  if (const auto at = data.indicators().find(code)) return *at;
  throw data_error(
      {where.text(), "the table has no indicator " + quoted(code), did_you_mean(code, data.indicators().codes())});
}

inline bool has_errors(const table& data, std::size_t column) {
  const matrix& all = data.standard_errors();
  if (all.size() == 0) return false;
  const column_view own = column_of(all, static_cast<Eigen::Index>(column));
  return std::any_of(own.begin(), own.end(), [](double e) { return e > 0; });
}

/// The columns that have a standard error above 0.
QUINDEX_INLINE std::vector<std::size_t> columns_with_errors(const table& data) {
  std::vector<std::size_t> out;
  for (std::size_t j = 0; j < data.indicators().size(); ++j)
    if (has_errors(data, j)) out.push_back(j);
  return out;
}

/// The numbers of the columns' and then of the units' names, by which random numbers are found.
QUINDEX_INLINE std::vector<std::uint64_t> names_of(const table& data, const std::vector<std::size_t>& columns) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // keeps sums of two names apart
  std::vector<std::uint64_t> out;
  for (const std::size_t j : columns) out.push_back(numeric::number_of(data.indicators()[j]) * odd);
  for (const std::string& unit : data.units()) out.push_back(numeric::number_of(unit));
  return out;
}

/// The values to be drawn anew: the table's, unless a factor before has changed them.
QUINDEX_INLINE matrix& values_of(const scene& s, alternative& out) {
  if (out.values.size() == 0) out.values = s.data.values();
  return out.values;
}

inline matrix matrix_of(const std::vector<std::vector<double>>& rows) {
  const auto m = static_cast<Eigen::Index>(rows.size());
  matrix out(m, m);
  for (Eigen::Index i = 0; i < m; ++i)
    for (Eigen::Index j = 0; j < m; ++j) out(i, j) = rows[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
  return out;
}

QUINDEX_INLINE void check_correlation(const std::vector<std::vector<double>>& rows,
                                      const std::vector<std::string>& codes, const path& where) {
  const std::size_t size = codes.size();
  if (rows.size() != size || std::any_of(rows.begin(), rows.end(), [&](const auto& r) { return r.size() != size; }))
    throw spec_error({where.text(), "the matrix is not of " + std::to_string(size) + " rows and columns",
                      "give a row and a column to each indicator of `only`, in its order"});
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      if (rows[i][j] != (i == j ? 1 : rows[j][i]))
        throw spec_error(
            {where.text(),
             "row " + std::to_string(i) + ", column " + std::to_string(j) + " is " + number_text(rows[i][j]),
             i == j ? "an indicator's correlation with itself is 1" : "the matrix has to be symmetric"});
  try {
    (void)numeric::gaussian_copula(matrix_of(rows), codes);
  } catch (const error& e) {
    throw spec_error({where.text(), e.about().what, e.hint()});
  }
}

}  // namespace detail

QUINDEX_INLINE void cell_errors::check_scene(const scene& s, const path& where) const {
  if (detail::columns_with_errors(s.data).empty())
    throw data_error({where.text(), "the table has no standard errors above 0",
                      "give the table standard errors, or say half the widths of intervals with 'intervals'"});
  for (std::size_t k = 0; k < only.size(); ++k) {
    const std::string number = std::to_string(k);
    const path only_at = where / "only", at = only_at / number;
    if (!detail::has_errors(s.data, detail::column_meant(s.data, only[k], at)))
      throw data_error({at.text(), quoted(only[k]) + " has no standard errors above 0", "leave it out"});
    if (std::find(only.begin(), only.begin() + static_cast<std::ptrdiff_t>(k), only[k]) !=
        only.begin() + static_cast<std::ptrdiff_t>(k))
      throw spec_error({at.text(), quoted(only[k]) + " stands twice", "keep one of them"});
  }
  if (!correlation.empty()) detail::check_correlation(correlation, only, where / "correlation");
}

QUINDEX_INLINE constants cell_errors::prepare(const scene& s) const {
  constants out;
  for (const std::string& code : only) out.nodes.push_back(*s.data.indicators().find(code));
  if (only.empty()) out.nodes = detail::columns_with_errors(s.data);
  out.names = detail::names_of(s.data, out.nodes);
  if (correlation.empty()) return out;
  const numeric::gaussian_copula joined(detail::matrix_of(correlation));
  for (Eigen::Index i = 0; i < joined.lower().rows(); ++i)
    for (Eigen::Index j = 0; j <= i; ++j) out.numbers.push_back(joined.lower()(i, j));
  return out;
}

QUINDEX_INLINE void cell_errors::change(const scene& s, const chance& c, alternative& out) const {
  matrix& values = detail::values_of(s, out);
  const matrix& errors = s.data.standard_errors();
  const std::size_t m = c.known.nodes.size(), n = s.data.units().size();
  const bool is_correlated = !c.known.numbers.empty();
  const auto normal = [&](std::size_t i, std::size_t k) {
    return c.stream.normal(c.known.names[m + i] + c.known.names[k]);
  };
  const double* row = c.known.numbers.data();
  for (std::size_t k = 0; k < m; ++k) {
    const auto column = static_cast<Eigen::Index>(c.known.nodes[k]);
    const std::span<double> x = column_of(values, column);
    const column_view e = column_of(errors, column);
    for (std::size_t i = 0; i < n; ++i) {
      if (!(e[i] > 0) || is_missing(x[i])) continue;
      double z = 0;
      if (is_correlated)
        for (std::size_t l = 0; l <= k; ++l) z += row[l] * normal(i, l);
      else
        z = normal(i, k);
      x[i] += scale * e[i] * z;
    }
    row += is_correlated ? k + 1 : 0;
  }
}

QUINDEX_INLINE void intervals::check_scene(const scene& s, const path& where) const {
  const path at = where / "half_widths";
  for (const auto& entry : half_widths) (void)detail::column_meant(s.data, entry.first, at / entry.first);
  if (half_widths.empty() && detail::columns_with_errors(s.data).empty())
    throw data_error({at.text(), "there are none, and the table has no standard errors to be taken for them",
                      "give half the width of the interval for an indicator: {\"" +
                          (s.data.indicators().is_empty() ? "gdp" : s.data.indicators()[0]) + "\": 0.5}"});
  const double lowest = quindex::draw::quantile(draw, 0x1p-53), highest = quindex::draw::quantile(draw, 1 - 0x1p-53);
  if (lowest < -1 || highest > 1)
    throw spec_error({(where / "draw").text(),
                      "it draws numbers from " + number_text(lowest) + " to " + number_text(highest),
                      "choose a distribution within [-1, 1]"});
}

QUINDEX_INLINE constants intervals::prepare(const scene& s) const {
  constants out;
  for (const auto& [code, width] : half_widths) {
    out.nodes.push_back(*s.data.indicators().find(code));
    out.numbers.push_back(width);
  }
  if (half_widths.empty()) out.nodes = detail::columns_with_errors(s.data);
  out.names = detail::names_of(s.data, out.nodes);
  return out;
}

QUINDEX_INLINE void intervals::change(const scene& s, const chance& c, alternative& out) const {
  matrix& values = detail::values_of(s, out);
  const std::size_t m = c.known.nodes.size(), n = s.data.units().size();
  for (std::size_t k = 0; k < m; ++k) {
    const auto column = static_cast<Eigen::Index>(c.known.nodes[k]);
    const std::span<double> x = column_of(values, column);
    for (std::size_t i = 0; i < n; ++i) {
      const double given =
          c.known.numbers.empty() ? s.data.standard_errors()(static_cast<Eigen::Index>(i), column) : c.known.numbers[k];
      if (!(given > 0) || is_missing(x[i])) continue;
      const double half = relative ? given * std::abs(x[i]) : given;
      x[i] += half * quindex::draw::quantile(draw, c.stream.uniform(c.known.names[m + i] + c.known.names[k]));
    }
  }
}

}  // namespace vary
QUINDEX_END
