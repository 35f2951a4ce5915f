/// Tables and panels from files of comma-separated values, and back.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "quindex/io/csv.hpp"
#include "quindex/model/panel.hpp"

QUINDEX_BEGIN
namespace io {

/// What the columns of a file are; those named nowhere are indicators.
struct table_columns {
  std::string unit{};          ///< The units; empty for the first column.
  std::string group{};         ///< The group of each unit; empty for none.
  std::string size{};          ///< The size of each unit; empty for none.
  std::string period{};        ///< The period of each row; needed for a panel, in a table one for all rows.
  std::string error_suffix{};  ///< What an indicator's name and this make is the column of its standard errors.
  std::vector<std::string> indicators{};  ///< The indicators to be read; empty for all other columns.
  /// What stands for a missing value.
  std::vector<std::string> missing{"", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", ".."};
  csv_format format{};  ///< How the file is written.
};

/// Reads a table. Throws io_error for what is wrong with the file, and data_error, naming line, unit and column, for
/// what is wrong with the data: text in place of a number, infinities, units without a name or with the same name.
[[nodiscard]] table read_table(const std::filesystem::path& file, const table_columns& columns = {});
/// The table in a file that has been read.
[[nodiscard]] table table_from_csv(const csv& rows, const table_columns& columns = {});

/// Reads a panel; rows may come in any order, the periods are put in order. Throws as `read_table` does, and data_error
/// for a row without a period and for a unit that stands twice in one.
[[nodiscard]] panel read_panel(const std::filesystem::path& file, const table_columns& columns);
/// The panel in a file that has been read.
[[nodiscard]] panel panel_from_csv(const csv& rows, const table_columns& columns);

/// Writes a table: the units as column "unit", then period, group and size where the table has them, then the
/// indicators, then their standard errors as "…_se"; `columns` may call them otherwise. Reading it with the same names
/// gives the same table. Throws data_error when an indicator has the name of another column.
void write_table(const table& data, const std::filesystem::path& file, const table_columns& columns = {});

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/table_file.ipp"
#include "quindex/io/impl/write_table.ipp"
#endif
