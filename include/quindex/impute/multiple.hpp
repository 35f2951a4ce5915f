/// Multiple imputation: several completed tables, and one with a standard error for every filled cell.
#pragma once

#include <cstdint>
#include <vector>

#include "quindex/impute/methods.hpp"
#include "quindex/impute/rubin.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace impute {

/// A table completed several times.
struct multiple_imputation {
  std::vector<table> completed;  ///< Each differs in the filled cells.
  table pooled;                  ///< Their means, with standard errors by Rubin's rules.
};

/// How often, and from which random numbers.
struct multiple_options {
  int tables = 20;               ///< How many completed tables, 2 or more.
  std::uint64_t seed = 1;        ///< Where the random numbers come from.
  numeric::executor executor{};  ///< Who completes them; the tables are the same with any.
};

/// Completes a table several times with a method that can draw, and pools the tables.
///
/// Each time the method is fitted to a sample of the units with replacement, so that what is uncertain about its
/// parameters counts (Rubin and Schenker 1986; Honaker and King 2010), and draws with a replicate of its own. The
/// variance of a cell is the square of the table's standard error, 0 without one, plus that between the tables; an
/// observed cell keeps its value and its standard error. The samples and draws depend on the seed and the codes of
/// units and indicators only. Throws spec_error for a method that does not draw (those that do: regression,
/// stochastic_regression, expectation_maximisation, nearest_neighbours, hot_deck), data_error where a sample is too
/// small for it.
[[nodiscard]] multiple_imputation multiple(const table& data, const method& how, const multiple_options& options = {});

}  // namespace impute
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/impute/impl/multiple.ipp"
#endif
