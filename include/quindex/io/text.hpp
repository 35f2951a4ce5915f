/// Text as it comes from a file: its encoding checked, and places in it as people find them in an editor.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace io {

/// A place in a text; lines and columns count from 1, columns in characters.
struct text_position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const text_position&, const text_position&) = default;
};

/// Where a byte of a text is.
[[nodiscard]] text_position position_of(std::string_view text, std::size_t byte);
/// "data.csv:3:7", or "line 3, column 7" for a text without a source.
[[nodiscard]] std::string place_of(std::string_view source, text_position at);
/// "data.csv:3", or "line 3" for a text without a source.
[[nodiscard]] std::string place_of(std::string_view source, std::size_t line);

/// The text without the byte order mark that some programs put before UTF-8.
[[nodiscard]] std::string_view without_byte_order_mark(std::string_view text);
/// Throws io_error, naming the place, for a NUL byte and for text that is not UTF-8.
void check_encoding(std::string_view text, std::string_view source);

/// A whole file. Throws io_error when it is not there or cannot be read.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
/// Writes a whole file: under another name first, then renamed, so that nobody ever sees half of it. Throws io_error.
void write_file(const std::filesystem::path& file, std::string_view text);

}  // namespace io
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/io/impl/text.ipp"
#endif
