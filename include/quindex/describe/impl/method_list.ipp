/// The one body that instantiates every field of every method.
#pragma once

#include "quindex/describe/any_method.hpp"

// The compiled library holds it for its own families (`extern template`); a list of yours needs this file, which
// header-only users have already.

QUINDEX_BEGIN
namespace describe {

template <class... Methods>
std::span<const method_view> any_method<method_list<Methods...>>::all() {
  static constexpr std::array<method_view, sizeof...(Methods)> views{view_of<Methods>...};
  return views;
}

}  // namespace describe
QUINDEX_END
