/// One method for all, with exceptions by name.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN

/// A method for every indicator (or group), and others for some.
///
/// Exceptions are keyed by the code of a node, which for indicators' methods covers all indicators below it, or by
/// "level:N", all groups of a level (level 2 are the groups of indicators). The nearest exception wins: the node's own,
/// then its closest group's, then its level's.
template <class Method>
struct choice {
  Method base{};
  std::vector<std::pair<std::string, Method>> except{};

  choice() = default;
  template <class M>
  requires std::constructible_from<Method, M&&> choice(M&& method)
      : base(std::forward<M>(method)) {}  // NOLINT(google-explicit-constructor)
  template <class M>
  choice(M&& method, std::vector<std::pair<std::string, Method>> exceptions)
      : base(std::forward<M>(method)), except(std::move(exceptions)) {}

  /// The exception with this key, or null.
  [[nodiscard]] const Method* exception(std::string_view key) const {
    for (const auto& entry : except)
      if (entry.first == key) return &entry.second;
    return nullptr;
  }
  friend bool operator==(const choice&, const choice&) = default;
};

namespace describe {
template <class Method>
struct codec<choice<Method>> {
  static constexpr std::string_view python = "object";
  static value write(const choice<Method>& c) {
    value out = c.base.write();
    if (c.except.empty()) return out;
    value::object members = *out.as_object();
    members.emplace_back("except", codec<std::vector<std::pair<std::string, Method>>>::write(c.except));
    return members;
  }
  static choice<Method> read(const value& v, const path& where, const interval& range, const reader& r) {
    const value* except = v.find("except");
    if (except == nullptr) return Method::read(v, where, r);
    value::object base;
    for (const auto& member : *v.as_object())
      if (member.first != "except") base.push_back(member);
    return {Method::read(base, where, r),
            codec<std::vector<std::pair<std::string, Method>>>::read(*except, where / "except", range, r)};
  }
  static value schema(const interval& range);
};

/// The schema of a family whose objects may also hold exceptions; `exception` is that of one of these.
[[nodiscard]] value choice_schema(std::span<const method_view> methods, const value& exception);
template <class Method>
value codec<choice<Method>>::schema(const interval& /*unused*/) {
  return choice_schema(Method::all(), family_schema(Method::all()));
}
}  // namespace describe

QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/model/impl/choice.ipp"
#endif
