/// Bodies of io/json.hpp.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "quindex/base/path.hpp"
#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/io/json.hpp"
#include "quindex/io/text.hpp"

QUINDEX_BEGIN
namespace io {
namespace detail {

using describe::value;

constexpr std::size_t deepest_json = 256;

QUINDEX_INLINE bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '+' || c == '.' || c == '_';
}

/// Walks over a text and lets others see how far it has come.
struct watched_iterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  const char** seen;

  reference operator*() const { return *at; }
  watched_iterator& operator++() {
    *seen = ++at;
    return *this;
  }
  watched_iterator operator++(int) {
    watched_iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const watched_iterator& a, const watched_iterator& b) { return a.at == b.at; }
  friend bool operator!=(const watched_iterator& a, const watched_iterator& b) { return a.at != b.at; }
};

/// Builds plain data from what the parser reports.
class json_builder {
 public:
  json_builder(std::string_view text, std::string_view source) : text_(text), source_(source), seen_(text.data()) {}

  [[nodiscard]] watched_iterator begin() { return {text_.data(), &seen_}; }
  [[nodiscard]] watched_iterator end() { return {text_.data() + text_.size(), &seen_}; }
  [[nodiscard]] value take() { return std::move(done_); }

  bool null() { return put({}); }
  bool boolean(bool x) { return put(x); }
  bool number_integer(std::int64_t x) { return put(static_cast<double>(x)); }
  bool number_unsigned(std::uint64_t x) { return put(static_cast<double>(x)); }
  bool number_float(double x, const std::string& /*unused*/) { return put(x); }
  bool string(std::string& x) { return put(std::move(x)); }
  bool binary(std::vector<std::uint8_t>& /*unused*/) { return false; }
  bool key(std::string& name) {
    if (!open_.back().keys.insert(name).second)
      fail("the key " + quoted(name) + " stands twice", "keep one of them", here() - 1);
    open_.back().key = std::move(name);
    return true;
  }
  bool start_object(std::size_t /*unused*/) { return open(false); }
  bool start_array(std::size_t /*unused*/) { return open(true); }
  bool end_object() { return close(value(std::move(open_.back().members))); }
  bool end_array() { return close(value(std::move(open_.back().items))); }
  template <class Exception>
  bool parse_error(std::size_t position, const std::string& /*unused*/, const Exception& problem) {
    constexpr int number_overflow = 406;
    const std::size_t last = position == 0 ? 0 : position - 1;  // of the bytes that the parser has looked at
    const std::size_t begin = begin_of(last);
    if (problem.id == number_overflow)
      fail("the number " + shortened(begin) + " is too large", "numbers go up to 1.8e308", begin);
    explain(last, begin);
  }

 private:
  /// A list or an object that has not ended yet.
  struct level {
    bool is_list;
    value::list items{};
    value::object members{};
    std::string key{};
    std::unordered_set<std::string> keys{};
  };

  [[nodiscard]] std::size_t here() const { return static_cast<std::size_t>(seen_ - text_.data()); }
  [[noreturn]] void fail(std::string what, std::string hint, std::size_t at) const {
    throw io_error({place_of(source_, position_of(text_, at)), std::move(what), std::move(hint)});
  }
  [[nodiscard]] std::size_t begin_of(std::size_t last) const;
  [[nodiscard]] std::string shortened(std::size_t begin) const;
  [[noreturn]] void explain(std::size_t seen, std::size_t at) const;

  bool put(value v) {
    if (open_.empty())
      done_ = std::move(v);
    else if (open_.back().is_list)
      open_.back().items.push_back(std::move(v));
    else
      open_.back().members.emplace_back(std::move(open_.back().key), std::move(v));
    return true;
  }
  bool open(bool is_list) {
    if (open_.size() == deepest_json)
      fail("lists and objects are nested more than " + std::to_string(deepest_json) + " deep", "nest fewer",
           here() - 1);
    open_.push_back({.is_list = is_list});
    return true;
  }
  bool close(value finished) {
    open_.pop_back();
    return put(std::move(finished));
  }

  std::string_view text_;
  std::string_view source_;
  const char* seen_;
  std::vector<level> open_;
  value done_;
};

/// Where the word or the text begins that reaches to a byte.
QUINDEX_INLINE std::size_t json_builder::begin_of(std::size_t last) const {
  if (last >= text_.size()) return last;
  std::size_t at = last;
  if (text_[at] != '"') {
    while (at > 0 && is_word(text_[last]) && is_word(text_[at - 1])) --at;
    return at;
  }
  while (at > 0 && text_[at - 1] != '\n') {
    --at;
    if (text_[at] == '"' && (at == 0 || text_[at - 1] != '\\')) return at;
  }
  return last;
}

/// The word, text or sign that begins at a byte, the first forty bytes of it.
QUINDEX_INLINE std::string json_builder::shortened(std::size_t begin) const {
  constexpr std::size_t longest = 40;
  std::size_t end = begin + 1;
  if (text_[begin] == '"')
    end = std::min(text_.find_first_of("\"\n", end), text_.size() - 1) + 1;
  else
    while (end < text_.size() && is_word(text_[begin]) && is_word(text_[end])) ++end;
  const bool is_long = end - begin > longest;
  if (is_long) end = begin + longest;
  while (end < text_.size() && continues(byte_at(text_, end))) ++end;  // no half characters
  return std::string(text_.substr(begin, end - begin)) + (is_long ? "..." : "");
}

/// Says in words what is wrong with the JSON at a byte: what people write most often, otherwise what stands there.
QUINDEX_INLINE void json_builder::explain(std::size_t seen, std::size_t at) const {
  constexpr std::string_view blank = " \t\r\n";
  if (text_.find_first_not_of(blank) == std::string_view::npos) fail("the text is empty", "expected JSON", 0);
  if (seen >= text_.size() || text_.find_first_not_of(blank, seen) == std::string_view::npos)
    fail("the JSON ends too early", "close every quotation mark, bracket and brace", text_.find_last_not_of(blank));
  const std::size_t last = at == 0 ? std::string_view::npos : text_.find_last_not_of(blank, at - 1);
  const char before = last == std::string_view::npos ? ' ' : text_[last];
  const char found = text_[at];
  if (before == ',' && (found == '}' || found == ']'))
    fail("there is a comma before the closing bracket", "remove the comma", last);
  if (found == '\'') fail("texts stand in double quotes, found a single one", "write \"…\"", at);
  if (found == '/' || found == '#') fail("JSON has no comments", "remove the comment", at);
  if (static_cast<unsigned char>(found) < ' ')
    fail("there is a line end or another control character inside a text", "write \\n or \\t", at);
  if (seen > 0 && text_[seen - 1] == '\\')
    fail("the backslash begins no escape that JSON knows", "write a backslash twice", seen - 1);
  if (found == '"' && text_.substr(at, seen - at).find("\\u") != std::string_view::npos)
    fail("a text has an escape that is not finished, or that is half a character", "write the character itself", at);
  const std::string word = shortened(at);
  constexpr std::array<std::string_view, 6> foreign{"NaN", "nan", "Infinity", "-Infinity", "inf", "None"};
  fail("the JSON is malformed at " + quoted(word),
       std::find(foreign.begin(), foreign.end(), word) != foreign.end()
           ? "JSON has no such word; write null or leave the key out"
           : "look for a missing comma, colon, quotation mark or bracket here or just before",
       at);
}

QUINDEX_INLINE void check_numbers(const value& v, const path& where) {
  if (const double* x = v.as_number(); x != nullptr && !std::isfinite(*x))
    throw io_error({where.text(), "the value is " + number_text(*x), "JSON holds finite numbers only"});
  if (const value::list* items = v.as_list())
    for (std::size_t i = 0; i < items->size(); ++i) check_numbers((*items)[i], where / std::to_string(i));
  if (const value::object* members = v.as_object())
    for (const auto& member : *members) check_numbers(member.second, where / member.first);
}

}  // namespace detail

QUINDEX_INLINE describe::value parse_json(std::string_view text, std::string_view source) {
  text = without_byte_order_mark(text);
  check_encoding(text, source);
  detail::json_builder builder(text, source);
  nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder);
  return builder.take();
}

QUINDEX_INLINE std::string to_json(const describe::value& v, int indent) {
  detail::check_numbers(v, path());
  std::string text = describe::json_text(v, indent);
  check_encoding(text, "JSON to be written");
  return text;
}

}  // namespace io
QUINDEX_END
