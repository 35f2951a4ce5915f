/// Which method a choice gives to a node, and how its scores are turned.
#pragma once

#include <optional>
#include <string>

#include "quindex/compute/fitted.hpp"

QUINDEX_BEGIN
namespace detail {

/// The method for node `i`: its own exception, with `inherit` the nearest group's above it, its level's, or the general
/// one.
template <class Method>
const Method& chosen(const choice<Method>& c, const framework& tree, std::size_t i, bool inherit) {
  if (c.except.empty()) return c.base;
  for (std::size_t at = i; at != framework::none; at = inherit ? tree.at(at).parent : framework::none)
    if (const Method* own = c.exception(tree.about(at).code)) return *own;
  if (const Method* level = c.exception("level:" + std::to_string(tree.at(i).level))) return *level;
  return c.base;
}

/// m, where a method's scores are turned into m − s; nothing where they cannot be turned.
[[nodiscard]] inline std::optional<double> mirror_of(const normalise::method& method) {
  return method.visit([](const auto& m) -> std::optional<double> {
    if constexpr (requires { m.mirror(); })
      return m.mirror();
    else
      return std::nullopt;
  });
}

}  // namespace detail
QUINDEX_END
