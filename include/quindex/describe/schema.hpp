/// JSON Schema of methods and families, for editors and validators.
#pragma once

#include <span>

#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace describe {

/// The schema of one method: an object with its name and its parameters and nothing else.
[[nodiscard]] value method_schema(const method_view& view);
/// The schema of a family: the name of a method without parameters of its own choosing, or one object per method.
[[nodiscard]] value family_schema(std::span<const method_view> methods);

template <class List>
value codec<any_method<List>>::schema(const interval& /*unused*/) {
  return family_schema(any_method<List>::all());
}

}  // namespace describe
QUINDEX_END

#ifndef QUINDEX_COMPILED
#include "quindex/describe/impl/schema.ipp"
#endif
