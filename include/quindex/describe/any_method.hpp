/// One method out of a family's list, chosen at run time.
#pragma once

#include <array>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace describe {

/// The methods of a family; the one line that is added to.
template <Described... Methods>
struct method_list {};

/// A family: the verb, what it does, and its methods.
struct family_view {
  std::string_view name;
  std::string_view summary;
  std::span<const method_view> methods;
};

/// Any method of a list; the first is the default.
template <class List>
class any_method;

template <class... Methods>
class any_method<method_list<Methods...>> {
 public:
  any_method() = default;
  /// Takes a method of the family.
  template <class M>
    requires(std::same_as<std::remove_cvref_t<M>, Methods> || ...)
  any_method(M&& method) : method_(std::forward<M>(method)) {}  // NOLINT(google-explicit-constructor)

  /// The views of all methods of the family, in the order of the list.
  [[nodiscard]] static std::span<const method_view> all() { return views; }
  /// The method's name in specs.
  [[nodiscard]] std::string_view name() const { return view().info->name; }
  /// The method without its type.
  [[nodiscard]] const method_view& view() const { return views[method_.index()]; }
  /// Calls `f` with the method itself.
  template <class F>
  decltype(auto) visit(F&& f) const {
    return std::visit(std::forward<F>(f), method_);
  }
  /// The method itself if it is an `M`, or null.
  template <class M>
  [[nodiscard]] const M* as() const {
    return std::get_if<M>(&method_);
  }

  /// The method as plain data: its name and every parameter.
  [[nodiscard]] value write() const {
    return visit([this](const auto& m) { return write_fields(view(), &m); });
  }
  /// Reads a name, or an object with the key "method"; runs the method's own `check`.
  [[nodiscard]] static any_method read(const value& v, const path& where, const reader& r = {}) {
    const std::string* name = v.as_text();
    if (name == nullptr) {
      if (v.as_object() == nullptr) wrong_kind(where, v, "the name of a method, or an object with the key 'method'");
      const value* given = v.find("method");
      if (given == nullptr)
        throw spec_error({where.text(), "the key 'method' is missing", "write {\"method\": \"" + std::string(views[0].info->name) + "\"}"});
      name = given->as_text();
      if (name == nullptr) wrong_kind(where / "method", *given, "the name of a method");
    }
    for (std::size_t i = 0; i < views.size(); ++i)
      if (views[i].info->name == *name) {
        any_method out = makers[i]();
        const value empty = value::object{};
        std::visit([&](auto& m) { finish(m, v.as_object() != nullptr ? v : empty, where, r); }, out.method_);
        return out;
      }
    std::vector<std::string> names;
    for (const method_view& m : views) names.emplace_back(m.info->name);
    throw spec_error({(where / "method").text(), "unknown method " + quoted(*name), did_you_mean(*name, names)});
  }
  /// What the method's parameters have to keep together; throws what is wrong.
  void check(const path& where) const {
    visit([&]<class M>(const M& m) {
      if constexpr (requires { m.check(where); }) m.check(where);
    });
  }

  friend bool operator==(const any_method&, const any_method&) = default;

 private:
  static constexpr std::array<method_view, sizeof...(Methods)> views{view_of<Methods>...};
  static constexpr std::array<any_method (*)(), sizeof...(Methods)> makers{[] { return any_method(Methods{}); }...};

  template <class M>
  static void finish(M& m, const value& v, const path& where, const reader& r) {
    read_fields(view_of<M>, &m, v, where, r);
    if constexpr (requires { m.bind(where, r); }) m.bind(where, r);
    if constexpr (requires { m.check(where); }) m.check(where);
  }

  std::variant<Methods...> method_;
};

/// A method may be a field of another.
template <class List>
struct codec<any_method<List>> {
  static constexpr std::string_view python = "object";
  static value write(const any_method<List>& x) { return x.write(); }
  static any_method<List> read(const value& v, const path& where, const interval& /*unused*/, const reader& r) {
    return any_method<List>::read(v, where, r);
  }
  static value schema(const interval& range);
};

}  // namespace describe

using describe::any_method;
using describe::method_list;

QUINDEX_END

#include "quindex/describe/schema.hpp"
