/// Which units are alike: hierarchical clustering, k-means, and the exact clustering of one column.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/model/table.hpp"

QUINDEX_BEGIN
namespace diagnose {

/// How far apart two groups are.
enum class linkage {
  single,    ///< As far as their nearest members.
  complete,  ///< As far as their farthest members.
  average,   ///< The mean over all pairs of members (UPGMA).
  weighted,  ///< The mean of the two groups that were joined, whatever their sizes (WPGMA).
  ward,      ///< √2 times the root of what joining adds to the sum of squares: of two units, their distance.
};
/// How far apart two units are.
enum class distance {
  euclidean,
  manhattan,    ///< The sum of absolute differences.
  correlation,  ///< 1 − Pearson's correlation of the two rows.
};

/// How units are joined.
struct hierarchy_options {
  diagnose::linkage linkage = diagnose::linkage::ward;          ///< Between groups.
  diagnose::distance distance = diagnose::distance::euclidean;  ///< Between units.
  bool standardise = true;                                      ///< Columns to mean 0 and standard deviation 1 first.
};

/// One joining. Units are the groups 0 … n − 1; joining number k makes group n + k.
struct joining {
  std::size_t first, second;  ///< The group of the earliest unit first.
  double height;
  std::size_t size;  ///< Units in the new group.
};

/// The tree of joinings.
struct hierarchy {
  labels units;
  std::vector<joining> joinings;  ///< One fewer than units, in the order they are made.

  /// The group of each unit when there are `k` groups, from 1, in the order of their first units. Throws spec_error
  /// unless 1 <= k <= units.
  [[nodiscard]] std::vector<int> groups(std::size_t k) const;
  /// The order of the units in which no branches of a drawn tree cross.
  [[nodiscard]] std::vector<std::size_t> leaf_order() const;
};

/// Joins the two nearest groups until one is left; of equally near ones those with the earliest units. Lance and
/// Williams (1967). Takes memory and time of the square of the number of units (at most 20,000). Throws data_error for
/// gaps, naming the cell, for fewer than two units, and for constant columns when they are to be standardised.
[[nodiscard]] hierarchy cluster_hierarchy(const table& data, const hierarchy_options& how = {});
/// The same for any symmetric distances.
[[nodiscard]] hierarchy cluster_hierarchy(labels units, const matrix& distances, linkage how);

/// How k-means searches.
struct k_means_options {
  std::size_t k = 3;  ///< How many groups, from 1 to the number of units.
  bool standardise =
      true;        ///< Columns to mean 0 and standard deviation 1 first; centres are given back in their units.
  matrix start{};  ///< k × columns, in the units of the table; without, see `k_means`.
  double strict = missing_value;   ///< In a second search units farther than this from every centre move no centre.
  std::size_t most_rounds = 1000;  ///< After how many it gives up.
};

/// Groups around centres. Groups are numbered from 1, by the first column of their centres, the lowest first.
struct partition {
  labels units, columns;
  std::vector<int> groups;  ///< Of each unit.
  matrix centres;           ///< k × columns.
  std::vector<std::size_t> sizes;
  double within = missing_value;     ///< Sum of squared distances to the centres, of standardised columns if they are.
  double explained = missing_value;  ///< 1 − within / total.
  std::size_t rounds = 0;
};

/// Lloyd's k-means (1957, 1982), the same every time: it starts from the medians of k groups of equal size along the
/// first principal component, which for one column are the medians of its quantile groups (quantiles of type 1,
/// closed on the right). For several columns it starts from units far apart, too, and, up to 2,000 units, from Ward's
/// groups, and keeps the search that ends with the least sum of squares. That is a local optimum: other groups may have
/// a smaller one. Equally near centres give the lower number; a group that loses all units keeps its centre.
///
/// With one column, k = 5, `strict` 1 and no standardising this is how the hospital stars of the Centers for Medicare &
/// Medicaid Services are made; `cluster_column` finds the best groups of a column. Throws data_error for gaps and for
/// fewer units than groups, numeric_error when groups still change after `most_rounds`.
[[nodiscard]] partition k_means(const table& data, const k_means_options& how = {});

/// The best groups of one column: those with the least sum of squared distances to the means, found exactly by dynamic
/// programming over the sorted values in O(k n log n); Fisher (1958), Wang and Song (2011). Equal values are never
/// parted; of equally good cuts the lowest are taken. Missing values are in group 0.
struct column_clusters {
  std::vector<int> groups;      ///< Of each value, from 1, the lowest values first; 0 where missing.
  std::vector<double> centres;  ///< Means of the groups.
  std::vector<double> cuts;     ///< k − 1: the smallest value of each group but the first.
  double within = missing_value;
  double explained = missing_value;  ///< 1 − within / total ("goodness of variance fit").
};
/// Throws spec_error for k of 0 and data_error for fewer different values than groups.
[[nodiscard]] column_clusters cluster_column(column_view x, std::size_t k);

}  // namespace diagnose
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/diagnose/impl/column_clusters.ipp"
#include "quindex/diagnose/impl/hierarchy.ipp"
#include "quindex/diagnose/impl/k_means.ipp"
#endif
