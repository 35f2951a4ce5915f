/// Small linear programs, solved to a certificate: primal and dual together.
#pragma once

#include <cstddef>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace numeric {

/// How a row of a linear program relates to its right-hand side.
enum class row_relation { at_most, equal, at_least };

/// Minimise cost · x where each row of `rows` · x is at most, equal to or at least `right`, and low <= x <= high.
struct linear_program {
  std::vector<double> cost;             ///< n of them.
  matrix rows;                          ///< m × n; meant for m up to a few hundred, n may be large.
  std::vector<row_relation> relations;  ///< m of them.
  std::vector<double> right;            ///< m of them.
  std::vector<double> low{};            ///< n of them, -infinity allowed; nothing: all 0.
  std::vector<double> high{};           ///< n of them, infinity allowed; nothing: no upper bounds.
};

/// How a linear program ended.
enum class program_status { optimal, infeasible, unbounded };

/// An optimum with its proof, or why there is none.
struct program_solution {
  program_status status = program_status::infeasible;
  double value = missing_value;  ///< cost · x.
  std::vector<double> x{};       ///< n of them.
  /// m of them: what one more unit of `right` would add to the value; at least 0 for `at_least` rows and at most 0 for
  /// `at_most` rows. When infeasible, the multipliers of the rows that contradict each other: no x within its bounds
  /// brings duals · rows · x up to duals · right.
  std::vector<double> duals{};
  std::vector<double> reduced_costs{};  ///< n of them: cost - duals · rows.
  std::size_t pivots = 0;
};

/// Solves a linear program by the two-phase simplex method for bounded variables; always the same bits.
///
/// The columns and rows are scaled by powers of two first. The largest reduced cost enters; after a run of steps that
/// do not move, the lowest position does (Bland 1977), which cannot cycle. An optimum is returned only when the primal
/// and the dual value, both computed afresh from the last basis, agree within 1e-9 of their size. Throws
/// `numeric_error` for shapes that do not match, for values that are missing or infinite, for bounds that cross, and
/// where that proof fails.
[[nodiscard]] program_solution solve(const linear_program& program);

/// Solves max gain · w where `rows` · w <= right (right >= 0) and w >= 0, for many rows and few columns, through its
/// dual; `duals` are the multipliers of the rows. Never infeasible, because w = 0 is allowed.
[[nodiscard]] program_solution maximise(const matrix& rows, const std::vector<double>& right,
                                        const std::vector<double>& gain);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/linear_program.ipp"
#endif
