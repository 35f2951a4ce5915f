/// Numbers and texts as bytes, the lowest first on every machine, and back, with every length checked.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quindex/base/types.hpp"
#include "quindex/describe/value.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Appends to a string of bytes.
class byte_writer {
 public:
  void whole(std::uint64_t x) {  // seven bits a byte, the last byte below 128
    for (; x >= 128; x >>= 7U) out_.push_back(static_cast<char>((x & 127U) | 128U));
    out_.push_back(static_cast<char>(x));
  }
  void fixed(std::uint64_t x) {
    for (int k = 0; k < 8; ++k) out_.push_back(static_cast<char>(x >> (8 * k) & 255U));
  }
  void number(double x) { fixed(std::bit_cast<std::uint64_t>(is_missing(x) ? missing_value : x)); }
  void text(std::string_view x) {
    whole(x.size());
    out_.append(x);
  }
  void numbers(column_view x) {
    whole(x.size());
    for (const double v : x) number(v);
  }
  void counts(const std::vector<std::uint32_t>& x) {
    whole(x.size());
    for (const std::uint32_t v : x) whole(v);
  }
  void thing(const describe::value& v) {
    if (const double* x = v.as_number()) return whole(1), number(*x);
    if (const std::string* x = v.as_text()) return whole(2), text(*x);
    if (const bool* x = v.as_bool()) return whole(*x ? 3 : 4);
    if (const auto* items = v.as_list()) {
      whole(5), whole(items->size());
      for (const describe::value& item : *items) thing(item);
    } else if (const auto* members = v.as_object()) {
      whole(6), whole(members->size());
      for (const auto& [key, item] : *members) text(key), thing(item);
    } else {
      whole(0);
    }
  }
  [[nodiscard]] const std::string& bytes() const { return out_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Reads what a writer wrote. Throws io_error at the first byte that cannot be right.
class byte_reader {
 public:
  explicit byte_reader(std::string_view bytes) : rest_(bytes) {}

  [[noreturn]] static void refuse(const std::string& what) {
    throw io_error({"outcomes", what, "pass the bytes that outcomes::to_bytes() returned"});
  }
  std::uint64_t whole() {
    std::uint64_t x = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      x |= static_cast<std::uint64_t>(byte & 127U) << shift;
      if (byte < 128) return x;
    }
    refuse("a number is too long");
  }
  /// A number of things of which each takes `least` bytes or more.
  std::size_t length(std::size_t least = 1) {
    const std::uint64_t n = whole();
    if (n > rest_.size() / least) refuse("the bytes are cut off");
    return static_cast<std::size_t>(n);
  }
  std::uint32_t count() {
    const std::uint64_t x = whole();
    if (x > 0xFFFFFFFFU) refuse("a count is too large");
    return static_cast<std::uint32_t>(x);
  }
  std::uint64_t fixed() {
    const std::string_view eight = take(8);
    std::uint64_t x = 0;
    for (int k = 0; k < 8; ++k) x |= static_cast<std::uint64_t>(static_cast<unsigned char>(eight[k])) << (8 * k);
    return x;
  }
  double number() { return std::bit_cast<double>(fixed()); }
  std::string text() { return std::string(take(length())); }
  std::vector<double> numbers() {
    std::vector<double> out(length(8));
    for (double& v : out) v = number();
    return out;
  }
  std::vector<std::uint32_t> counts() {
    std::vector<std::uint32_t> out(length());
    for (std::uint32_t& v : out) v = count();
    return out;
  }
  describe::value thing(int depth = 0) {
    constexpr int deepest = 200;
    if (depth > deepest) refuse("a value is nested too deeply");
    switch (whole()) {
      case 0:
        return {};
      case 1:
        return number();
      case 2:
        return text();
      case 3:
        return true;
      case 4:
        return false;
      case 5: {
        describe::value::list items(length());
        for (describe::value& item : items) item = thing(depth + 1);
        return items;
      }
      case 6: {
        describe::value::object members;
        for (std::size_t n = length(2); n > 0; --n) {
          std::string key = text();
          members.emplace_back(std::move(key), thing(depth + 1));
        }
        return members;
      }
      default:
        refuse("a value is of no known kind");
    }
  }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
  std::string_view take(std::size_t n) {
    if (n > rest_.size()) refuse("the bytes are cut off");
    const std::string_view out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return out;
  }

 private:
  std::string_view rest_;
};

}  // namespace robustness::detail
QUINDEX_END
