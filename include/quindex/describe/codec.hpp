/// How each type a field may have is read from plain data, written to it, and described to an editor and to Python.
#pragma once

#include <any>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "quindex/base/path.hpp"
#include "quindex/base/text.hpp"
#include "quindex/describe/interval.hpp"
#include "quindex/describe/value.hpp"
#include "quindex/error.hpp"

QUINDEX_BEGIN
namespace describe {

/// The functions that `custom` methods of a file are bound to, by name; each holds the function type of its family.
using extensions = std::map<std::string, std::any, std::less<>>;

/// What reading needs beside the data.
struct reader {
  const extensions* functions = nullptr;  ///< What `custom` methods are bound to.
};

/// Throws the error "where: found ..., expected ...".
[[noreturn]] inline void wrong_kind(const path& where, const value& found, const std::string& expected) {
  std::string what = std::string("found ") + found.kind();
  if (const auto* text = found.as_text()) what += " " + quoted(*text);
  if (const auto* number = found.as_number()) what += " " + number_text(*number);
  throw spec_error({where.text(), what, "expected " + expected});
}

/// Throws spec_error unless low < high.
inline void check_below(const path& where, double low, double high) {
  if (low < high) return;
  throw spec_error({where.text(), "low (" + number_text(low) + ") must be below high (" + number_text(high) + ")", ""});
}

/// The names of an enumeration's values: specialise with `static constexpr auto names =
/// std::to_array<std::string_view>({...})`.
template <class Enum>
struct enum_names;

/// One specialisation per type: `read`, `write`, `schema`, `python` (the type's name in a stub).
template <class T>
struct codec;

template <>
struct codec<double> {
  static constexpr std::string_view python = "float";
  static value write(double x) { return x; }
  static double read(const value& v, const path& where, const interval& range, const reader& /*unused*/) {
    const double* x = v.as_number();
    if (x == nullptr) wrong_kind(where, v, "a number");
    if (!std::isfinite(*x))
      throw spec_error({where.text(), "the value is " + number_text(*x), "expected a finite number"});
    if (!range.has(*x)) throw spec_error({where.text(), number_text(*x) + range.refusal(), ""});
    return *x;
  }
  static value schema(const interval& range) {
    value::object s{{"type", "number"}};
    if (std::isfinite(range.low)) s.emplace_back(range.low_open ? "exclusiveMinimum" : "minimum", range.low);
    if (std::isfinite(range.high)) s.emplace_back(range.high_open ? "exclusiveMaximum" : "maximum", range.high);
    return s;
  }
};

template <>
struct codec<int> {
  static constexpr std::string_view python = "int";
  static value write(int x) { return x; }
  static int read(const value& v, const path& where, const interval& range, const reader& r) {
    const double x = codec<double>::read(v, where, range, r);
    if (x != std::floor(x) || std::abs(x) > 2147483647.0)
      throw spec_error({where.text(), number_text(x) + " is not a whole number", "expected a whole number"});
    return static_cast<int>(x);
  }
  static value schema(const interval& range) {
    value s = codec<double>::schema(range);
    auto members = *s.as_object();
    members.front().second = "integer";
    return members;
  }
};

template <>
struct codec<bool> {
  static constexpr std::string_view python = "bool";
  static value write(bool x) { return x; }
  static bool read(const value& v, const path& where, const interval& /*unused*/, const reader& /*unused*/) {
    if (const bool* x = v.as_bool()) return *x;
    wrong_kind(where, v, "true or false");
  }
  static value schema(const interval& /*unused*/) { return value::object{{"type", "boolean"}}; }
};

template <>
struct codec<std::string> {
  static constexpr std::string_view python = "str";
  static value write(const std::string& x) { return x; }
  static std::string read(const value& v, const path& where, const interval& /*unused*/, const reader& /*unused*/) {
    if (const std::string* x = v.as_text()) return *x;
    wrong_kind(where, v, "a text");
  }
  static value schema(const interval& /*unused*/) { return value::object{{"type", "string"}}; }
};

/// Plain data as they are, for parameters that may hold anything.
template <>
struct codec<value> {
  static constexpr std::string_view python = "object";
  static value write(const value& x) { return x; }
  static value read(const value& v, const path& /*unused*/, const interval& /*unused*/, const reader& /*unused*/) {
    return v;
  }
  static value schema(const interval& /*unused*/) { return value::object{}; }
};

template <class Enum>
requires std::is_enum_v<Enum>
struct codec<Enum> {
  static constexpr std::string_view python = "str";
  static value write(Enum x) { return enum_names<Enum>::names[static_cast<std::size_t>(x)]; }
  static Enum read(const value& v, const path& where, const interval& /*unused*/, const reader& /*unused*/) {
    const std::string* text = v.as_text();
    if (text == nullptr) wrong_kind(where, v, "a text");
    const auto& names = enum_names<Enum>::names;
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == *text) return static_cast<Enum>(i);
    throw spec_error({where.text(), "unknown choice " + quoted(*text),
                      did_you_mean(*text, std::vector<std::string>(names.begin(), names.end()))});
  }
  static value schema(const interval& /*unused*/) {
    value::list all;
    for (const std::string_view name : enum_names<Enum>::names) all.emplace_back(name);
    return value::object{{"enum", all}};
  }
};

template <class T>
struct codec<std::optional<T>> {
  static constexpr std::string_view python = codec<T>::python;
  static value write(const std::optional<T>& x) { return x ? codec<T>::write(*x) : value{}; }
  static std::optional<T> read(const value& v, const path& where, const interval& range, const reader& r) {
    if (v.is_null()) return std::nullopt;
    return codec<T>::read(v, where, range, r);
  }
  static value schema(const interval& range) {
    return value::object{{"anyOf", value::list{codec<T>::schema(range), value::object{{"type", "null"}}}}};
  }
};

/// A list of one type; the range holds for every item.
template <class T>
struct codec<std::vector<T>> {
  static constexpr std::string_view python = "tuple";
  static value write(const std::vector<T>& x) {
    value::list out;
    for (const T& item : x) out.push_back(codec<T>::write(item));
    return out;
  }
  static std::vector<T> read(const value& v, const path& where, const interval& range, const reader& r) {
    const value::list* items = v.as_list();
    if (items == nullptr) wrong_kind(where, v, "a list");
    std::vector<T> out;
    for (std::size_t i = 0; i < items->size(); ++i) {
      const std::string step = std::to_string(i);
      out.push_back(codec<T>::read((*items)[i], where / step, range, r));
    }
    return out;
  }
  static value schema(const interval& range) {
    return value::object{{"type", "array"}, {"items", codec<T>::schema(range)}};
  }
};

/// An object from names to one type; the range holds for every value.
template <class T>
struct codec<std::vector<std::pair<std::string, T>>> {
  static constexpr std::string_view python = "dict";
  static value write(const std::vector<std::pair<std::string, T>>& x) {
    value::object out;
    for (const auto& item : x) out.emplace_back(item.first, codec<T>::write(item.second));
    return out;
  }
  static auto read(const value& v, const path& where, const interval& range, const reader& r) {
    const value::object* members = v.as_object();
    if (members == nullptr) wrong_kind(where, v, "an object");
    std::vector<std::pair<std::string, T>> out;
    for (const auto& member : *members)
      out.emplace_back(member.first, codec<T>::read(member.second, where / member.first, range, r));
    return out;
  }
  static value schema(const interval& range) {
    return value::object{{"type", "object"}, {"additionalProperties", codec<T>::schema(range)}};
  }
};

/// Two numbers, such as a point of a curve.
template <>
struct codec<std::pair<double, double>> {
  static constexpr std::string_view python = "tuple";
  static value write(const std::pair<double, double>& x) { return value::list{x.first, x.second}; }
  static std::pair<double, double> read(const value& v, const path& where, const interval& range, const reader& r) {
    const value::list* items = v.as_list();
    if (items == nullptr) wrong_kind(where, v, "a list of two numbers");
    if (items->size() != 2)
      throw spec_error(
          {where.text(), "found a list of " + std::to_string(items->size()), "expected a list of two numbers"});
    return {codec<double>::read((*items)[0], where / "0", range, r),
            codec<double>::read((*items)[1], where / "1", range, r)};
  }
  static value schema(const interval& range) {
    return value::object{{"type", "array"}, {"items", codec<double>::schema(range)}, {"minItems", 2}, {"maxItems", 2}};
  }
};

}  // namespace describe
QUINDEX_END
