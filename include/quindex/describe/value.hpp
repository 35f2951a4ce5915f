/// Plain data: what a spec is on its way between C++, a file and Python.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "quindex/config.hpp"

QUINDEX_BEGIN
namespace describe {

/// Nothing, a truth value, a number, a text, a list or an object whose keys keep their order.
class value {
 public:
  using list = std::vector<value>;
  using object = std::vector<std::pair<std::string, value>>;

  value() = default;
  value(bool x) : data_(x) {}                           // NOLINT(google-explicit-constructor)
  value(double x) : data_(x) {}                         // NOLINT(google-explicit-constructor)
  value(int x) : data_(static_cast<double>(x)) {}       // NOLINT(google-explicit-constructor)
  value(std::string x) : data_(std::move(x)) {}         // NOLINT(google-explicit-constructor)
  value(std::string_view x) : data_(std::string(x)) {}  // NOLINT(google-explicit-constructor)
  value(const char* x) : data_(std::string(x)) {}       // NOLINT(google-explicit-constructor)
  value(list x) : data_(std::move(x)) {}                // NOLINT(google-explicit-constructor)
  value(object x) : data_(std::move(x)) {}              // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(data_); }
  [[nodiscard]] const bool* as_bool() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const double* as_number() const { return std::get_if<double>(&data_); }
  [[nodiscard]] const std::string* as_text() const { return std::get_if<std::string>(&data_); }
  [[nodiscard]] const list* as_list() const { return std::get_if<list>(&data_); }
  [[nodiscard]] const object* as_object() const { return std::get_if<object>(&data_); }

  /// The member called `key` of an object, or null.
  [[nodiscard]] const value* find(std::string_view key) const {
    if (const object* members = as_object())
      for (const auto& member : *members)
        if (member.first == key) return &member.second;
    return nullptr;
  }

  /// What kind of thing this is, in words for a message.
  [[nodiscard]] const char* kind() const {
    constexpr const char* names[] = {"nothing", "a truth value", "a number", "a text", "a list", "an object"};
    return names[data_.index()];
  }

  friend bool operator==(const value&, const value&) = default;

 private:
  std::variant<std::monostate, bool, double, std::string, list, object> data_;
};

/// Compact JSON text; numbers read back to the same double, NaN and infinities are written as null.
[[nodiscard]] std::string json_text(const value& v, int indent = 0);

}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/describe/impl/value.ipp"
#endif
