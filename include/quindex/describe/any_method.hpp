/// One method out of a family's list, chosen at run time.
#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace describe {

/// The methods of a family; the one line that is added to.
template <Described... Methods>
struct method_list {};

/// Is the answer yes for every method of a list? A question that takes types of one concept only, such as
/// `[]<Normaliser M>() { return true; }`, makes the compiler name the method that is none, and what it lacks.
template <class... Methods, class Question>
[[nodiscard]] consteval bool all_are(method_list<Methods...> /*unused*/, Question is) {
  return (is.template operator()<Methods>() && ...);
}

namespace detail {
template <class... A, class... B>
method_list<A..., B...> join(method_list<A...>, method_list<B...>);
}  // namespace detail

/// The methods of one list and then those of another.
template <class First, class Second>
using joined = decltype(detail::join(First{}, Second{}));

/// A family: the verb, what it does, and its methods.
struct family_view {
  std::string_view name;                 ///< The key of the family in specs: "normalise".
  std::string_view summary;              ///< One sentence for the user.
  std::span<const method_view> methods;  ///< In the order of the list; the first is the default.
};

/// A method of a family without its type: which one, and its value.
struct chosen_method {
  std::size_t index = 0;                ///< Its place in the list.
  std::shared_ptr<const void> value{};  ///< A method of the type at that place.
};

/// Reads a name, or an object with the key "method"; runs the method's own `bind` and `check`.
[[nodiscard]] chosen_method read_method(std::span<const method_view> family, const value& v, const path& where,
                                        const reader& r);
/// The schema of one method: an object with its name and its parameters and nothing else.
[[nodiscard]] value method_schema(const method_view& view);
/// The schema of a family: the name of a method, or one object per method.
[[nodiscard]] value family_schema(std::span<const method_view> methods);

/// A schema in which families of methods that are parameters of methods are defined once: the first stands in
/// `definitions`, named by its place below `name` ("treat.fixed.map"), and all are references to "#/$defs/…".
[[nodiscard]] value::object share_families(const value::object& schema, const std::string& name,
                                           value::object& definitions);

/// Any method of a list; the first is the default. An immutable value: copies share it.
template <class List>
class any_method;

template <class... Methods>
class any_method<method_list<Methods...>> {
 public:
  using first = std::tuple_element_t<0, std::tuple<Methods...>>;

  any_method() : any_method(first{}) {}
  /// Takes a method of the family.
  template <class M>
  requires(std::same_as<std::remove_cvref_t<M>, Methods> || ...)
      any_method(M&& method)  // NOLINT(google-explicit-constructor): a method is a choice of one
      : index_(position<std::remove_cvref_t<M>>()),
        method_(std::make_shared<const std::remove_cvref_t<M>>(std::forward<M>(method))) {}

  /// The views of all methods of the family, in the order of the list.
  [[nodiscard]] static std::span<const method_view> all();
  /// The method's name in specs.
  [[nodiscard]] std::string_view name() const { return view().info->name; }
  /// The method without its type.
  [[nodiscard]] const method_view& view() const { return all()[index_]; }
  /// Calls `f` with the method itself.
  template <class F>
  decltype(auto) visit(F&& f) const {
    return call<0, F, Methods...>(f);
  }
  /// The method itself if it is an `M`, or null.
  template <class M>
  [[nodiscard]] const M* as() const {
    return index_ == position<M>() ? static_cast<const M*>(method_.get()) : nullptr;
  }

  /// The method as plain data: its name and every parameter.
  [[nodiscard]] value write() const { return write_fields(view(), method_.get()); }
  /// Reads a name, or an object with the key "method"; runs the method's own `check`.
  [[nodiscard]] static any_method read(const value& v, const path& where, const reader& r = {}) {
    return any_method(read_method(all(), v, where, r));
  }
  /// The ranges of the method's parameters, and what they have to keep together; throws what is wrong.
  void check(const path& where) const {
    check_fields(view(), method_.get(), where);
    view().check(method_.get(), where);
  }

  friend bool operator==(const any_method& a, const any_method& b) {
    return a.index_ == b.index_ && (a.method_ == b.method_ || a.view().equal(a.method_.get(), b.method_.get()));
  }

 private:
  explicit any_method(chosen_method read) : index_(read.index), method_(std::move(read.value)) {}

  template <class M>
  static constexpr std::size_t position() {
    constexpr std::array<bool, sizeof...(Methods)> same{std::same_as<M, Methods>...};
    std::size_t i = 0;
    while (!same[i]) ++i;
    return i;
  }
  template <std::size_t I, class F, class M, class... Rest>
  decltype(auto) call(F& f) const {
    if constexpr (sizeof...(Rest) > 0)
      if (index_ != I) return call<I + 1, F, Rest...>(f);
    return f(*static_cast<const M*>(method_.get()));
  }

  std::size_t index_;
  std::shared_ptr<const void> method_;
};

/// A method may be a field of another.
template <class List>
struct codec<any_method<List>> {
  static constexpr std::string_view python = "object";
  static value write(const any_method<List>& x) { return x.write(); }
  static any_method<List> read(const value& v, const path& where, const interval& /*unused*/, const reader& r) {
    return any_method<List>::read(v, where, r);
  }
  static value schema(const interval& /*unused*/) { return family_schema(any_method<List>::all()); }
};

}  // namespace describe

using describe::any_method;
using describe::method_list;

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/describe/impl/any_method.ipp"
#include "quindex/describe/impl/method_list.ipp"
#include "quindex/describe/impl/share_families.ipp"
#endif
