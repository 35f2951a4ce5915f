/// Units × indicators: the data an index is computed from.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/base/labels.hpp"
#include "quindex/base/types.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN

/// What a table may know beside its values.
struct table_options {
  std::vector<std::string> groups{};  ///< The group of each unit, or nothing.
  std::vector<double> sizes{};        ///< The size (population, output) of each unit, or nothing.
  matrix standard_errors{};           ///< One per cell, or nothing.
  std::string period{};               ///< What the table is about: "2022".
};

/// A checked table; missing is NaN.
class table {
 public:
  table() = default;
  /// Throws data_error for shapes that do not match, repeated units or indicators, infinite cells, and standard errors
  /// below zero; each message names the cell.
  table(labels units, labels indicators, matrix values, table_options more = {});
  /// All that is wrong with the parts of a table; empty when a table can be made of them.
  [[nodiscard]] static std::vector<issue> problems(const labels& units, const labels& indicators,
                                                   const Eigen::Ref<const matrix>& values, const table_options& more);

  [[nodiscard]] const labels& units() const { return units_; }
  [[nodiscard]] const labels& indicators() const { return indicators_; }
  /// Units × indicators.
  [[nodiscard]] const matrix& values() const { return values_; }
  /// Indicator number `j` over the units.
  [[nodiscard]] column_view column(std::size_t j) const { return column_of(values_, static_cast<Eigen::Index>(j)); }
  [[nodiscard]] const std::vector<std::string>& groups() const { return more_.groups; }
  [[nodiscard]] const std::vector<double>& sizes() const { return more_.sizes; }
  [[nodiscard]] const matrix& standard_errors() const { return more_.standard_errors; }
  [[nodiscard]] const std::string& period() const { return more_.period; }

 private:
  labels units_;
  labels indicators_;
  matrix values_;
  table_options more_;
};

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/table.ipp"
#endif
