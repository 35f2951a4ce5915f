/// Square tables of judgements that are not ratios: influences, preferences.
#pragma once

#include <optional>

#include "quindex/base/text.hpp"
#include "quindex/base/types.hpp"
#include "quindex/numeric/sum.hpp"
#include "quindex/numeric/symmetric.hpp"
#include "quindex/weigh/keyed.hpp"

QUINDEX_BEGIN
namespace weigh {

/// A square table of numbers, row by row.
using square_table = std::vector<std::vector<double>>;

namespace detail {

/// Refuses a table that is not square, or not of the size of `criteria` where there are any.
inline void check_table(const square_table& table, const std::vector<std::string>& criteria, const path& where) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].size() != table.size())
      throw spec_error({(where / std::to_string(i)).text(),
                        "the row has " + std::to_string(table[i].size()) + " cells and the table " +
                            std::to_string(table.size()) + " rows",
                        "give as many cells as rows"});
  if (!criteria.empty() && !table.empty() && criteria.size() != table.size())
    throw spec_error(
        {where.text(),
         "the table has " + std::to_string(table.size()) + " rows for " + std::to_string(criteria.size()) + " criteria",
         "give a row and a column for each"});
}

/// The cells' mean over several judges' tables of one size.
inline matrix mean_table(const std::vector<square_table>& judges) {
  const auto n = static_cast<Eigen::Index>(judges.front().size());
  matrix out(n, n);
  std::vector<double> cells(judges.size());
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) {
      for (std::size_t k = 0; k < judges.size(); ++k)
        cells[k] = judges[k][static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
      out(i, j) = numeric::mean(cells);
    }
  return out;
}

/// Row sums r and column sums c of D (I - D)^-1 = (I - D)^-1 - I: how much each criterion influences the others and is
/// influenced, through chains of every length. Nothing where the chains do not fade.
struct influence {
  std::vector<double> given, received;
};

[[nodiscard]] inline std::optional<influence> total_influence(const matrix& direct) {
  const Eigen::Index n = direct.rows();
  matrix left = -direct;
  for (Eigen::Index i = 0; i < n; ++i) left(i, i) += 1;
  influence out{std::vector<double>(static_cast<std::size_t>(n), 0.0), {}};
  for (Eigen::Index j = 0; j < n; ++j) {
    std::vector<double> unit(static_cast<std::size_t>(n), 0.0);
    unit[static_cast<std::size_t>(j)] = 1;
    std::optional<std::vector<double>> column = numeric::solve(left, std::move(unit));
    if (!column) return std::nullopt;
    (*column)[static_cast<std::size_t>(j)] -= 1;
    for (std::size_t i = 0; i < column->size(); ++i) {
      if ((*column)[i] < -1e-9 || (*column)[i] > 1e9) return std::nullopt;
      out.given[i] += (*column)[i];
    }
    out.received.push_back(numeric::sum(*column));
  }
  return out;
}

}  // namespace detail
}  // namespace weigh
QUINDEX_END
