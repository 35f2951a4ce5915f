/// Frameworks as people keep them in a spreadsheet: one row for each indicator and group.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "quindex/io/csv.hpp"
#include "quindex/model/framework.hpp"

QUINDEX_BEGIN
namespace io {

/// Reads a flat indicator table, rows in any order.
///
/// | column | meaning | empty |
/// |---|---|---|
/// | `code` | the node; needed | |
/// | `parent` | the code of its group; needed | the index itself |
/// | `weight` | relative to its siblings | 1 |
/// | `direction` | high, low, +, -, 1, -1, 正, 负, an optimal point 7 or an optimal interval [6.5, 8.5] | high |
/// | `unit` | the unit of measurement | none |
/// | `name`, `name_en`, `name_zh`, … | its name, and its names by language | its code |
/// | `goalpost_low`, `goalpost_high` | the values that stand for the lowest and highest score | none |
/// | `target` | the value aimed at | none |
///
/// An optimal point of 1 or −1 is written [1, 1]. Throws io_error for what is wrong with the file, and framework_error,
/// naming line and node, for what is wrong with the tree.
[[nodiscard]] framework read_framework(const std::filesystem::path& file, csv_format format = {});
/// The framework in a file that has been read.
[[nodiscard]] framework framework_from_csv(const csv& rows);
/// Writes a flat indicator table; reading it gives the same framework.
void write_framework(const framework& tree, const std::filesystem::path& file, csv_format format = {});
/// The flat indicator table as text.
[[nodiscard]] std::string framework_csv(const framework& tree, csv_format format = {});

/// A direction as people write it in a cell. Throws framework_error that names `where`.
[[nodiscard]] direction direction_from_text(std::string_view text, const std::string& where);
/// A direction as `direction_from_text` reads it.
[[nodiscard]] std::string direction_text(const direction& better);

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/framework_file.ipp"
#endif
