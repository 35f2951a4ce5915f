/// Tables as text: a strict reader and a writer of comma-separated values (RFC 4180).
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/labels.hpp"

QUINDEX_BEGIN
namespace io {

/// How fields are set apart.
struct csv_format {
  char delimiter = ',';  ///< ',', ';' or a tab.
};

/// A table of texts with named columns; immutable, copies share their storage.
class csv {
 public:
  /// Reads UTF-8 text, with or without a byte order mark, with LF or CRLF ends of lines. Fields may stand in double
  /// quotes, and must when they hold a delimiter, a quote (written twice) or an end of line. `source` is the file's
  /// name for messages. Throws io_error, naming line and column, for an empty text, other encodings, quotes out of
  /// place, rows with more or fewer fields than the header, and columns without a name or with the same name.
  [[nodiscard]] static csv parse(std::string text, std::string source = {}, csv_format format = {});

  /// The names of the columns.
  [[nodiscard]] const labels& header() const { return data_->header; }
  /// How many rows there are below the header.
  [[nodiscard]] std::size_t rows() const { return data_->lines.size(); }
  /// The text of a field.
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    return data_->cells[row * header().size() + column];
  }
  /// The line on which a row begins; the header begins on line 1.
  [[nodiscard]] std::size_t line(std::size_t row) const { return data_->lines[row]; }
  /// The file's name, as given.
  [[nodiscard]] const std::string& source() const { return data_->source; }

 private:
  friend class csv_parser;
  struct store {
    std::string text;
    std::string source;
    std::deque<std::string> unquoted;     // fields with quotes inside; all others are looked at in `text`
    std::vector<std::string_view> cells;  // row after row
    std::vector<std::size_t> lines;
    labels header;
  };
  explicit csv(std::shared_ptr<const store> data) : data_(std::move(data)) {}
  std::shared_ptr<const store> data_;
};

/// Reads a file of comma-separated values.
[[nodiscard]] csv read_csv(const std::filesystem::path& file, csv_format format = {});
/// Appends one row, with quotes where they are needed, and an end of line.
void append_csv_row(std::string& out, const std::vector<std::string>& fields, csv_format format = {});

/// A number out of a text, or what is wrong with it.
struct number_in_text {
  std::optional<double> value{};
  std::string problem{};  ///< "'12%' has a percent sign"; empty when there is a value.
  std::string hint{};
};
/// Reads a finite decimal number with a point, in the same way everywhere; spaces around it do not matter.
[[nodiscard]] number_in_text number_in(std::string_view text);

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/csv.ipp"
#include "quindex/io/impl/number.ipp"
#endif
