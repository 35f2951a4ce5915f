/// Bodies of describe/value.hpp.
#pragma once

#include <cmath>

#include "quindex/base/text.hpp"
#include "quindex/describe/value.hpp"

QUINDEX_BEGIN
namespace describe {
namespace detail {

QUINDEX_INLINE void write_json_text(std::string& out, const std::string& text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\', out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    } else {
      out += c;
    }
  }
  out += '"';
}

QUINDEX_INLINE void write_json(std::string& out, const value& v, int indent, int depth) {
  const auto new_line = [&](int level) {
    if (indent > 0) out += '\n', out.append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(level), ' ');
  };
  if (const auto* truth = v.as_bool()) {
    out += *truth ? "true" : "false";
  } else if (const auto* number = v.as_number()) {
    out += std::isfinite(*number) ? number_text(*number) : "null";
  } else if (const auto* text = v.as_text()) {
    write_json_text(out, *text);
  } else if (const auto* items = v.as_list()) {
    out += '[';
    for (std::size_t i = 0; i < items->size(); ++i) {
      if (i > 0) out += ',';
      new_line(depth + 1);
      write_json(out, (*items)[i], indent, depth + 1);
    }
    if (!items->empty()) new_line(depth);
    out += ']';
  } else if (const auto* members = v.as_object()) {
    out += '{';
    for (std::size_t i = 0; i < members->size(); ++i) {
      if (i > 0) out += ',';
      new_line(depth + 1);
      write_json_text(out, (*members)[i].first);
      out += indent > 0 ? ": " : ":";
      write_json(out, (*members)[i].second, indent, depth + 1);
    }
    if (!members->empty()) new_line(depth);
    out += '}';
  } else {
    out += "null";
  }
}

}  // namespace detail

QUINDEX_INLINE std::string json_text(const value& v, int indent) {
  std::string out;
  detail::write_json(out, v, indent, 0);
  return out;
}

}  // namespace describe
QUINDEX_END
