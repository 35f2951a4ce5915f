/// Bodies of io/csv.hpp: numbers, and what people write in their place.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "quindex/base/text.hpp"
#include "quindex/io/csv.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

QUINDEX_INLINE std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view{}
                                         : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// The number of the whole text, or nothing; beyond double precision it is an infinity or zero.
QUINDEX_INLINE std::optional<double> whole_number(std::string_view text) {
  if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
  double x = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), x);
  if (end != text.data() + text.size() || problem == std::errc::invalid_argument) return std::nullopt;
  if (problem == std::errc::result_out_of_range) return std::numeric_limits<double>::infinity();
  return x;
}

QUINDEX_INLINE std::string without(std::string_view text, std::string_view unwanted) {
  std::string out(text);
  for (std::size_t at = out.find(unwanted); at != std::string::npos; at = out.find(unwanted))
    out.erase(at, unwanted.size());
  return out;
}

/// Whether separators cut the whole part of a number into groups of three digits.
QUINDEX_INLINE bool has_thousands(std::string_view text, std::string_view separator) {
  if (!whole_number(without(text, separator))) return false;
  const std::size_t point = std::min(text.find('.'), text.size());
  std::size_t at = text.find(separator);
  if (at == std::string_view::npos || at > 4) return false;
  for (; at != std::string_view::npos && at < point; at = text.find(separator, at + 1)) {
    const std::size_t digits = at + separator.size();
    const std::size_t next = std::min(text.find(separator, digits), point);
    if (next != digits + 3) return false;
  }
  return true;
}

QUINDEX_INLINE number_in_text no_number(std::string_view text) {
  const std::string found = quoted(text.size() > 60 ? std::string(text.substr(0, 57)) + "..." : std::string(text));
  for (const std::string_view separator : {",", " ", "'", "\u00A0", "\u202F", "\u2009", "，", "’", "_"})
    if (has_thousands(text, separator))
      return {{}, found + " has a thousands separator", "write " + without(text, separator)};
  for (const std::string_view percent : {"%", "％", "‰"})
    if (text.size() > percent.size() && text.substr(text.size() - percent.size()) == percent)
      if (const std::string_view number = trimmed(text.substr(0, text.size() - percent.size())); whole_number(number))
        return {{}, found + " has a percent sign", "write " + std::string(number)};
  if (std::count(text.begin(), text.end(), ',') == 1) {
    std::string with_point(text);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    if (text.find('.') == std::string_view::npos && whole_number(with_point))
      return {{}, found + " has a decimal comma", "write " + with_point};
  }
  return {{}, found + " is not a number", ""};
}

}  // namespace detail

QUINDEX_INLINE number_in_text number_in(std::string_view text) {
  text = detail::trimmed(text);
  const std::optional<double> x = detail::whole_number(text);
  if (!x) return detail::no_number(text);
  if (std::isnan(*x)) return {{}, quoted(text) + " is not a number", ""};
  if (std::isinf(*x)) {
    if (text.find_first_of("0123456789") != std::string_view::npos)
      return {{}, quoted(text) + " is beyond the range of numbers", "they go from about 1e-308 to 1.8e308"};
    return {{}, "the value is " + std::string(text), "give a finite number, or leave the cell missing"};
  }
  return {x, {}, {}};
}

}  // namespace io
QUINDEX_END
