/// Units × indicators: the data an index is computed from.
#pragma once

#include <memory>
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

/// Values kept by somebody else: units × indicators, column after column.
using matrix_view = Eigen::Map<const matrix>;

/// A checked, immutable table; missing is NaN. Copies share their values.
class table {
 public:
  table() = default;
  /// Throws data_error for shapes that do not match, repeated units or indicators, infinite cells, and standard errors
  /// below zero; each message names the cell.
  table(labels units, labels indicators, matrix values, table_options more = {});
  /// Looks at values that `owner` keeps alive (and nobody changes), without copying them.
  table(labels units, labels indicators, const matrix_view& values, std::shared_ptr<const void> owner,
        table_options more = {});
  /// All that is wrong with the parts of a table; empty when a table can be made of them.
  [[nodiscard]] static std::vector<issue> problems(const labels& units, const labels& indicators,
                                                   const matrix_view& values, const table_options& more);

  [[nodiscard]] const labels& units() const { return units_; }
  [[nodiscard]] const labels& indicators() const { return indicators_; }
  /// Units × indicators.
  [[nodiscard]] matrix_view values() const {
    return {data_, static_cast<Eigen::Index>(units_.size()), static_cast<Eigen::Index>(indicators_.size())};
  }
  /// Indicator number `j` over the units.
  [[nodiscard]] column_view column(std::size_t j) const { return {data_ + j * units_.size(), units_.size()}; }
  [[nodiscard]] const std::vector<std::string>& groups() const { return more_->groups; }
  [[nodiscard]] const std::vector<double>& sizes() const { return more_->sizes; }
  [[nodiscard]] const matrix& standard_errors() const { return more_->standard_errors; }
  [[nodiscard]] const std::string& period() const { return more_->period; }

 private:
  labels units_;
  labels indicators_;
  std::shared_ptr<const void> owner_;
  const double* data_ = nullptr;
  std::shared_ptr<const table_options> more_ = std::make_shared<table_options>();
};

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/table.ipp"
#endif
