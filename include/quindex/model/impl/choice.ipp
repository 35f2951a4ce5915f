/// Bodies of model/choice.hpp.
#pragma once

#include "quindex/model/choice.hpp"

QUINDEX_BEGIN
namespace describe {

QUINDEX_INLINE value choice_schema(std::span<const method_view> methods, const value& exception) {
  const value exceptions = value::object{{"type", "object"}, {"additionalProperties", exception}};
  const value plain = family_schema(methods);
  value::list branches = *plain.find("oneOf")->as_list();
  for (value& branch : branches) {
    const value* properties = branch.find("properties");
    if (properties == nullptr) continue;
    value::object with_exceptions = *properties->as_object();
    with_exceptions.emplace_back("except", exceptions);
    value::object members = *branch.as_object();
    for (auto& member : members)
      if (member.first == "properties") member.second = with_exceptions;
    branch = members;
  }
  return value::object{{"oneOf", branches}};
}

}  // namespace describe
QUINDEX_END
