/// Bodies of describe/any_method.hpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace describe {

QUINDEX_INLINE chosen_method read_method(std::span<const method_view> family, const value& v, const path& where,
                                         const reader& r) {
  const std::string* name = v.as_text();
  if (name == nullptr) {
    if (v.as_object() == nullptr) wrong_kind(where, v, "the name of a method, or an object with the key 'method'");
    const value* given = v.find("method");
    if (given == nullptr)
      throw spec_error({where.text(), "the key 'method' is missing",
                        "write {\"method\": \"" + std::string(family[0].info->name) + "\"}"});
    name = given->as_text();
    if (name == nullptr) wrong_kind(where / "method", *given, "the name of a method");
  }
  for (std::size_t i = 0; i < family.size(); ++i) {
    if (family[i].info->name != *name) continue;
    const std::shared_ptr<void> method = family[i].make();
    if (v.as_object() != nullptr) read_fields(family[i], method.get(), v, where, r);
    family[i].bind(method.get(), where, r);
    family[i].check(method.get(), where);
    return {i, method};
  }
  std::vector<std::string> names;
  for (const method_view& m : family) names.emplace_back(m.info->name);
  std::string hint = did_you_mean(*name, names);
  if (hint.ends_with(" more")) hint += "; the catalogue lists them";
  throw spec_error({(where / "method").text(), "unknown method " + quoted(*name), std::move(hint)});
}

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
  return value::object{
      {"title", view.info->title}, {"description", view.info->summary}, {"type", "object"},
      {"properties", properties},  {"required", value::list{"method"}}, {"additionalProperties", false}};
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
