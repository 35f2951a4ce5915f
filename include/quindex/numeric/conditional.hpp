/// How some variables depend on others: conditional means and covariances of a normal distribution.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "quindex/base/types.hpp"

QUINDEX_BEGIN
namespace numeric {

/// Which cells of some rows are missing, and the rows that have just this pattern.
struct missing_pattern {
  std::vector<std::size_t> missing;   ///< Columns without a value, ascending.
  std::vector<std::size_t> observed;  ///< Columns with one, ascending.
  std::vector<std::size_t> rows;      ///< Ascending.
};
/// The patterns of the rows of some columns, in the order in which they first appear.
[[nodiscard]] std::vector<missing_pattern> missing_patterns(std::span<const column_view> columns);

/// What the missing variables are expected to be: mean + slope · (observed − their means), and how they scatter.
struct conditional {
  matrix slope;       ///< Missing × observed.
  matrix covariance;  ///< Missing × missing: what the observed ones do not explain.
};

/// Finds the conditional distribution of any variables given any others.
///
/// Goes by the inverse of the covariance where it has one, which costs little when few variables are missing; otherwise
/// by sweeping the observed variables in (Goodnight 1979), leaving out those that the others determine already.
/// A variable without variance explains nothing and has no scatter.
class conditioner {
 public:
  /// A covariance, symmetric and positive semidefinite.
  explicit conditioner(matrix covariance);
  /// The distribution of `missing` given `observed`; no variable may be in both.
  [[nodiscard]] conditional given(std::span<const std::size_t> observed, std::span<const std::size_t> missing) const;

 private:
  [[nodiscard]] conditional by_precision(std::span<const std::size_t> observed,
                                         std::span<const std::size_t> missing) const;
  [[nodiscard]] conditional by_sweeping(std::span<const std::size_t> observed,
                                        std::span<const std::size_t> missing) const;

  matrix covariance_;
  std::optional<matrix> precision_;
};

/// A lower triangular L with L L' = a, for a positive semidefinite a: columns without anything left are 0.
[[nodiscard]] matrix root_of(const matrix& a);

}  // namespace numeric
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/numeric/impl/conditional.ipp"
#endif
