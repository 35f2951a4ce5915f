/// How columns go together: correlations with the number of rows they rest on, their probability and their interval.
#pragma once

#include <string_view>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/model/table.hpp"
#include "quindex/numeric/association.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// What is meant by going together.
enum class correlation {
  pearson,   ///< Along a straight line.
  spearman,  ///< In order: Pearson's of the ranks, ties averaged.
  kendall,   ///< In order: tau-b, concordant less discordant pairs.
};

/// How correlations are made.
struct correlation_options {
  correlation kind = correlation::pearson;                 ///< Which correlation.
  numeric::rows_used rows = numeric::rows_used::pairwise;  ///< Which rows count when values are missing.
  double level = 0.95;                                     ///< Of the intervals; above 0, below 1.
};

/// Correlations of columns (in rows) with columns.
struct correlation_table {
  labels rows, columns;
  matrix r;     ///< Missing where a pair has fewer than two rows, or a constant column.
  matrix n;     ///< Rows a correlation rests on.
  matrix p;     ///< How probable one as far from 0 is when nothing goes together; two-sided.
  matrix low;   ///< Lower end of the interval.
  matrix high;  ///< Upper end of the interval.
};

/// The correlations of all columns of a table (square and symmetric, ones on the diagonal, whose p is missing).
///
/// p: Pearson's and Spearman's by t with n − 2 degrees of freedom (for Spearman's an approximation, good from about ten
/// rows on); Kendall's exact up to 50 rows without ties, otherwise normal with the variance of Kendall (1970) for ties.
/// Intervals by Fisher's z with variance 1 / (n − 3) (Pearson; Fisher 1921), (1 + r²/2) / (n − 3) (Spearman; Bonett and
/// Wright 2000) and 0.437 / (n − 4) (Kendall; Fieller, Hartley and Pearson 1957); missing with too few rows, and equal
/// to r where this is 1 or −1. Throws spec_error unless 0 < level < 1.
[[nodiscard]] correlation_table correlations(const table& data, const correlation_options& how = {});

/// The correlations of the columns of one table with those of another, over the units that both have, matched by label.
/// Throws data_error when they share no unit.
[[nodiscard]] correlation_table links(const table& data, const table& outside, const correlation_options& how = {});

/// A pair of columns that calls for a look.
struct flagged_pair {
  std::string first, second;
  double r, n, p;
  bool is_collinear;  ///< Nearly the same thing twice; otherwise they pull against each other.
};
/// When a pair is flagged.
struct pair_limits {
  double collinear = 0.92;     ///< Pairs with r at or above it say nearly the same.
  double negative = 0;         ///< Pairs with r below it, and p at or below `significance`, pull against each other.
  double significance = 0.05;  ///< The largest p of a negative pair.
};
/// The collinear and the negative pairs of columns, the strongest first. For a table of scores (high being better) a
/// negative pair within one group means that the group's members cancel out. The limit 0.92 is that of the audits of
/// the Joint Research Centre. Throws spec_error for limits outside [-1, 1].
[[nodiscard]] std::vector<flagged_pair> flagged_pairs(const correlation_table& found, const pair_limits& limits = {});

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/correlations.ipp"
#endif
