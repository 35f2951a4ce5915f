/// Bodies of io/text.hpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <system_error>

#include "quindex/error.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

constexpr unsigned byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}
constexpr bool is_within(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }
constexpr bool continues(unsigned byte) { return is_within(byte, 0x80, 0xBF); }

/// The length of the well-formed UTF-8 character at `i` (Unicode 15, table 3-7), or 0.
QUINDEX_INLINE std::size_t character_length(std::string_view text, std::size_t i) {
  const unsigned a = byte_at(text, i);
  const unsigned b = byte_at(text, i + 1);
  if (a < 0x80) return 1;
  if (is_within(a, 0xC2, 0xDF)) return continues(b) ? 2 : 0;
  const bool third = continues(byte_at(text, i + 2));
  if (is_within(a, 0xE0, 0xEF)) return third && is_within(b, a == 0xE0 ? 0xA0 : 0x80, a == 0xED ? 0x9F : 0xBF) ? 3 : 0;
  if (is_within(a, 0xF0, 0xF4))
    return third && continues(byte_at(text, i + 3)) && is_within(b, a == 0xF0 ? 0x90 : 0x80, a == 0xF4 ? 0x8F : 0xBF)
               ? 4
               : 0;
  return 0;
}

/// The position of the first byte that is NUL or not part of a UTF-8 character, or the size of the text.
QUINDEX_INLINE std::size_t first_bad_byte(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {  // eight plain characters at a time
      std::uint64_t word = 0;
      std::memcpy(&word, text.data() + i, 8);
      if ((word & high_bits) == 0 && ((word - ones) & ~word & high_bits) == 0) {
        i += 8;
        continue;
      }
    }
    const std::size_t length = text[i] == '\0' ? 0 : character_length(text, i);
    if (length == 0) return i;
    i += length;
  }
  return i;
}

/// Whether bytes that are not UTF-8 read well as GB18030: nearly all of them in pairs from its table of common
/// characters.
QUINDEX_INLINE bool looks_like_gb18030(std::string_view text) {
  std::size_t common = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) continue;
    const unsigned trail = byte_at(text, ++i);
    if (is_within(lead, 0xA1, 0xF7) && is_within(trail, 0xA1, 0xFE))
      ++common;
    else
      ++others;
  }
  return common > 4 * others;
}

QUINDEX_INLINE std::string hex_of(unsigned byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4U & 15U], digits[byte & 15U]};
}

}  // namespace detail

QUINDEX_INLINE text_position position_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  text_position at;
  at.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  for (const char c : before.substr(start)) at.column += detail::continues(static_cast<unsigned char>(c)) ? 0 : 1;
  return at;
}

QUINDEX_INLINE std::string place_of(std::string_view source, text_position at) {
  const std::string line = std::to_string(at.line);
  const std::string column = std::to_string(at.column);
  if (source.empty()) return "line " + line + ", column " + column;
  return std::string(source) + ":" + line + ":" + column;
}

QUINDEX_INLINE std::string place_of(std::string_view source, std::size_t line) {
  return (source.empty() ? "line " : std::string(source) + ":") + std::to_string(line);
}

QUINDEX_INLINE std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return text.substr(0, mark.size()) == mark ? text.substr(mark.size()) : text;
}

QUINDEX_INLINE void check_encoding(std::string_view text, std::string_view source) {
  const std::string file(source.empty() ? "text" : source);
  const std::string_view start = text.substr(0, 2);
  if (start == "\xFF\xFE" || start == "\xFE\xFF")
    throw io_error({file, "the text is UTF-16", "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"});
  const std::size_t bad = detail::first_bad_byte(text);
  if (bad == text.size()) return;
  const std::string where = place_of(source, position_of(text, bad));
  if (text[bad] == '\0')
    throw io_error({where, "there is a NUL byte", "it is no text file, or a damaged one: export it again"});
  if (detail::looks_like_gb18030(text))
    throw io_error({where, "the text is not UTF-8; it looks like GB18030 (GBK, GB2312)",
                    "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"});
  throw io_error({where, "the text is not UTF-8: found the byte " + detail::hex_of(detail::byte_at(text, bad)),
                  "save it as UTF-8 (in a spreadsheet: CSV UTF-8)"});
}

QUINDEX_INLINE std::string read_file(const std::filesystem::path& file) {
  std::error_code none;
  const auto status = std::filesystem::status(file, none);
  if (status.type() == std::filesystem::file_type::not_found)
    throw io_error({file.string(), "there is no such file", "check the name and the folder"});
  if (std::filesystem::is_directory(status)) throw io_error({file.string(), "it is a folder", "name a file in it"});
  std::ifstream in(file, std::ios::binary);
  if (!in) throw io_error({file.string(), "the file cannot be opened", "check that you may read it"});
  std::string text;
  if (std::filesystem::is_regular_file(status))
    if (const auto size = std::filesystem::file_size(file, none); !none) text.reserve(size);
  constexpr std::size_t block = 1U << 16U;
  std::string part(block, '\0');
  while (in.read(part.data(), block) || in.gcount() > 0) text.append(part, 0, static_cast<std::size_t>(in.gcount()));
  if (in.bad()) throw io_error({file.string(), "reading stopped half way", "check the disk"});
  return text;
}

namespace detail {

QUINDEX_INLINE void write_bytes(const std::filesystem::path& to, const std::filesystem::path& file,
                                std::string_view text) {
  std::ofstream out(to, std::ios::binary);
  if (!out)
    throw io_error(
        {file.string(), "the file cannot be written", "check that the folder exists and that you may write to it"});
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  out.close();
  if (!out) throw io_error({file.string(), "writing stopped half way", "check that the disk is not full"});
}

/// A name beside `file` that nobody else uses.
QUINDEX_INLINE std::filesystem::path beside(const std::filesystem::path& file) {
  std::random_device device;
  std::filesystem::path other = file;
  other += "." + std::to_string(device()) + std::to_string(device()) + ".part";
  return other;
}

}  // namespace detail

QUINDEX_INLINE void write_file(const std::filesystem::path& file, std::string_view text) {
  std::error_code none;
  const auto status = std::filesystem::status(file, none);
  if (std::filesystem::is_directory(status)) throw io_error({file.string(), "it is a folder", "name a file in it"});
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    return detail::write_bytes(file, file, text);  // a pipe or a device, which has to stay what it is
  const std::filesystem::path target =
      std::filesystem::is_symlink(file, none) ? std::filesystem::canonical(file, none) : file;
  const std::filesystem::path part = detail::beside(target.empty() ? file : target);
  try {
    detail::write_bytes(part, file, text);
    if (std::filesystem::exists(status)) std::filesystem::permissions(part, status.permissions(), none);
    std::filesystem::rename(part, target.empty() ? file : target);
  } catch (const std::filesystem::filesystem_error&) {
    std::filesystem::remove(part, none);
    throw io_error({file.string(), "the file cannot be replaced", "check that you may write to it"});
  } catch (...) {
    std::filesystem::remove(part, none);
    throw;
  }
}

}  // namespace io
QUINDEX_END
