#pragma once

#include "quindex/describe/schema.hpp"

QUINDEX_BEGIN
namespace describe {

QUINDEX_INLINE value method_schema(const method_view& view) {
  const value defaults = view.defaults();
  value::object properties{{"method", value::object{{"const", view.info->name}}}};
  for (const field_view& f : view.fields) {
    const value schema = f.schema();
    value::object property = *schema.as_object();
    property.emplace_back("description", f.summary);
    property.emplace_back("default", *defaults.find(f.name));
    properties.emplace_back(f.name, property);
  }
  return value::object{{"title", view.info->title},
                       {"description", view.info->summary},
                       {"type", "object"},
                       {"properties", properties},
                       {"required", value::list{"method"}},
                       {"additionalProperties", false}};
}

QUINDEX_INLINE value family_schema(std::span<const method_view> methods) {
  value::list names;
  value::list branches;
  for (const method_view& m : methods) names.emplace_back(m.info->name);
  branches.emplace_back(value::object{{"enum", names}});
  for (const method_view& m : methods) branches.push_back(method_schema(m));
  return value::object{{"oneOf", branches}};
}

}  // namespace describe
QUINDEX_END
