/// What methods that find weights in the data share: which units count, scaling, and handing weights back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/numeric/association.hpp"
#include "quindex/numeric/order.hpp"
#include "quindex/weigh/concept.hpp"

QUINDEX_BEGIN
namespace weigh {

/// Which units count when scores are missing.
enum class rows_used {
  available,  ///< For each statistic the units that have what it needs: the child's own, or both of a pair's.
  complete,   ///< Only units with a score for every child, the same for all statistics.
};

/// What is done to the columns before anything else.
enum class scaling {
  none,     ///< They are taken as they are.
  min_max,  ///< Each runs from 0 at its worst value to 1 at its best.
};

/// How columns go together.
enum class correlation_kind { pearson, spearman, kendall };

/// The children's scores as a method uses them; moves, since `x` may look into `own`.
struct columns {
  std::vector<column_view> x;          ///< m columns of n rows; missing values only under `rows_used::available`.
  std::vector<numeric::extent> reach;  ///< Their ranges.
  std::size_t n = 0;

  columns() = default;
  columns(columns&&) = default;
  columns& operator=(columns&&) = default;

  [[nodiscard]] std::size_t size() const { return x.size(); }
  /// Does the child have the same value everywhere?
  [[nodiscard]] bool is_constant(std::size_t j) const { return reach[j].low == reach[j].high; }
  /// Are there missing values in column `j`?
  [[nodiscard]] bool has_gaps(std::size_t j) const { return reach[j].n < n; }

  std::vector<std::vector<double>> own;
};

/// The columns of a group. Throws data_error for an infinite value, for a child with fewer than two values, and when
/// fewer than `least` units count.
[[nodiscard]] columns columns_of(const group& g, rows_used rows, std::string_view method, std::size_t least = 2);

/// The values present of column `j`, in `scratch` if some are missing.
[[nodiscard]] column_view present(const columns& c, std::size_t j, std::vector<double>& scratch);

/// Correlations of the columns, high being better in all; missing for pairs with a constant child.
[[nodiscard]] matrix correlations(const columns& c, const group& g, correlation_kind kind);

/// Throws data_error naming the first child with a value below 0, or at 0 unless `zero_too`.
void refuse_below_zero(const columns& c, const group& g, std::string_view method, bool zero_too);

/// Relative weights as weights that sum to 1. Throws data_error when all are 0, saying `why`.
[[nodiscard]] std::vector<double> as_weights(std::vector<double> relative, const group& g, std::string_view why);

/// The reason for all weights being 0 that dispersion methods give.
inline constexpr std::string_view no_difference = "no child differs from unit to unit, so all weights would be 0";

}  // namespace weigh

namespace describe {
template <>
struct enum_names<weigh::rows_used> {
  static constexpr auto names = std::to_array<std::string_view>({"available", "complete"});
};
template <>
struct enum_names<weigh::scaling> {
  static constexpr auto names = std::to_array<std::string_view>({"none", "min_max"});
};
template <>
struct enum_names<weigh::correlation_kind> {
  static constexpr auto names = std::to_array<std::string_view>({"pearson", "spearman", "kendall"});
};
}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/weigh/impl/columns.ipp"
#endif
