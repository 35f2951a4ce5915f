/// One method described once: its fields, and the view of it that everything else reads.
#pragma once

#include <array>
#include <concepts>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "quindex/describe/claims.hpp"
#include "quindex/describe/codec.hpp"

QUINDEX_BEGIN
namespace describe {

/// What a method says of itself.
struct method_info {
  std::string_view name;       ///< The word used in specs, files, tests and pages: "min_max".
  std::string_view title;      ///< "Min-max rescaling".
  std::string_view summary;    ///< One sentence for the user.
  std::string_view formula;    ///< TeX.
  std::string_view reference;  ///< Where the formula is published.
  std::string_view details{};  ///< What else a user has to know: variants, edges, who uses which.
};

/// One parameter of a method: its name, where it is kept, what it means and the values it may take.
template <class Owner, class T>
struct field_description {
  std::string_view name;     ///< Its key in specs.
  T Owner::*member;          ///< Where it is kept.
  std::string_view summary;  ///< One sentence for the user.
  interval range{};          ///< The numbers it may be, or its numbers may be; any by default.

  /// Allowed values: low to high, both included.
  [[nodiscard]] constexpr field_description within(double low, double high) const {
    return {name, member, summary, {low, high}};
  }
  /// Allowed values: above `low`.
  [[nodiscard]] constexpr field_description above(double low) const {
    return {name, member, summary, {.low = low, .low_open = true}};
  }
  /// Allowed values: `low` and more.
  [[nodiscard]] constexpr field_description at_least(double low) const { return {name, member, summary, {.low = low}}; }
};

/// Describes a field.
template <class Owner, class T>
[[nodiscard]] constexpr field_description<Owner, T> field(std::string_view name, T Owner::*member,
                                                          std::string_view summary) {
  return {name, member, summary};
}

/// The fields of a method, in the order of its members.
template <class... Fields>
[[nodiscard]] constexpr std::tuple<Fields...> fields_of(Fields... fields) {
  return {fields...};
}

namespace detail {

struct anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): never called, only counts members
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...> /*unused*/) {
  return requires { T{((void)I, anything{})...}; };
}

/// How many members an aggregate has.
template <class T, std::size_t N = 0>
constexpr std::size_t member_count() {
  if constexpr (takes<T>(std::make_index_sequence<N + 1>{}))
    return member_count<T, N + 1>();
  else
    return N;
}

template <class M>
constexpr std::size_t undescribed_count() {
  if constexpr (requires { M::undescribed; })
    return M::undescribed;
  else
    return 0;
}

}  // namespace detail

/// A method: information, fields, equality, and no member that `fields()` forgets (`undescribed` counts the exceptions,
/// such as the function of a custom method).
template <class M>
concept Described = std::default_initializable<M> && std::equality_comparable<M> && requires {
  { M::info } -> std::convertible_to<const method_info&>;
  M::fields();
} && detail::member_count<M>()
== std::tuple_size_v<decltype(M::fields())> + detail::undescribed_count<M>();

/// One field, without its types.
struct field_view {
  std::string_view name;             ///< Its key in specs.
  std::string_view summary;          ///< One sentence for the user.
  interval range;                    ///< The numbers it may be, or its numbers may be.
  std::string_view python;           ///< Its type in a stub.
  value (*get)(const void* method);  ///< The field of a method as plain data.
  void (*set)(void* method, const value& v, const path& where, const reader& r);  ///< Reads it; throws spec_error.
  value (*schema)();                                                              ///< Its JSON schema.
};

/// One method, without its types: what files, schemas, pages, Python and addresses are made from.
struct method_view {
  const method_info* info;                                         ///< What it says of itself.
  std::span<const field_view> fields;                              ///< Its parameters, in the order of its members.
  claim_set claims;                                                ///< What it promises.
  value (*defaults)();                                             ///< Every parameter with its default.
  std::shared_ptr<void> (*make)();                                 ///< One with the defaults.
  bool (*equal)(const void* a, const void* b);                     ///< Are two of them the same?
  void (*bind)(void* method, const path& where, const reader& r);  ///< Finds the functions of a custom one.
  void (*check)(const void* method, const path& where);            ///< Rules across parameters; throws spec_error.
};

namespace detail {

template <class M, std::size_t I>
value get_field(const void* method) {
  constexpr auto f = std::get<I>(M::fields());
  using type = std::remove_cvref_t<decltype(std::declval<M>().*f.member)>;
  return codec<type>::write(static_cast<const M*>(method)->*f.member);
}

template <class M, std::size_t I>
void set_field(void* method, const value& v, const path& where, const reader& r) {
  constexpr auto f = std::get<I>(M::fields());
  using type = std::remove_cvref_t<decltype(std::declval<M>().*f.member)>;
  static_cast<M*>(method)->*f.member = codec<type>::read(v, where, f.range, r);
}

template <class M, std::size_t I>
value field_schema() {
  constexpr auto f = std::get<I>(M::fields());
  using type = std::remove_cvref_t<decltype(std::declval<M>().*f.member)>;
  return codec<type>::schema(f.range);
}

template <class M, std::size_t I>
constexpr field_view view_field() {
  constexpr auto f = std::get<I>(M::fields());
  using type = std::remove_cvref_t<decltype(std::declval<M>().*f.member)>;
  return {f.name, f.summary, f.range, codec<type>::python, &get_field<M, I>, &set_field<M, I>, &field_schema<M, I>};
}

template <class M, std::size_t... I>
constexpr std::array<field_view, sizeof...(I)> view_fields(std::index_sequence<I...> /*unused*/) {
  return {view_field<M, I>()...};
}

template <class M>
inline constexpr auto field_views =
    view_fields<M>(std::make_index_sequence<std::tuple_size_v<decltype(M::fields())>>{});

template <class M>
constexpr claim_set claims_of() {
  if constexpr (requires { M::claims; })
    return M::claims;
  else
    return {};
}

template <class M>
value default_value() {
  const M method{};
  value::object out;
  for (const field_view& f : field_views<M>) out.emplace_back(f.name, f.get(&method));
  return out;
}

template <class M>
std::shared_ptr<void> make_method() {
  return std::make_shared<M>();
}

template <class M>
bool equal_methods(const void* a, const void* b) {
  return *static_cast<const M*>(a) == *static_cast<const M*>(b);
}

template <class M>
void bind_method(void* method, const path& where, const reader& r) {
  if constexpr (requires(M & m) { m.bind(where, r); }) static_cast<M*>(method)->bind(where, r);
}

template <class M>
void check_method(const void* method, const path& where) {
  if constexpr (requires(const M& m) { m.check(where); }) static_cast<const M*>(method)->check(where);
}

}  // namespace detail

/// The view of a method.
template <Described M>
inline constexpr method_view view_of{&M::info,
                                     detail::field_views<M>,
                                     detail::claims_of<M>(),
                                     &detail::default_value<M>,
                                     &detail::make_method<M>,
                                     &detail::equal_methods<M>,
                                     &detail::bind_method<M>,
                                     &detail::check_method<M>};

/// Fills `method` from the members of an object; unknown keys and values out of range are errors that name the place.
void read_fields(const method_view& view, void* method, const value& v, const path& where, const reader& r);
/// Throws spec_error for a number that is not finite or out of its field's range, wherever it comes from.
void check_fields(const method_view& view, const void* method, const path& where);
/// The method's name and all of its fields.
[[nodiscard]] value write_fields(const method_view& view, const void* method);

}  // namespace describe

using describe::field;
using describe::fields_of;
using describe::method_info;

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/describe/impl/method.ipp"
#endif
