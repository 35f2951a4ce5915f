/// As much of JSON Schema as specs use: does a schema accept a value?
#pragma once

#include <algorithm>
#include <cmath>

#include "quindex/describe/value.hpp"

namespace laws {

using quindex::describe::value;

inline bool accepts(const value& schema, const value& v);

inline bool has_type(const std::string& type, const value& v) {
  if (type == "number") return v.as_number() != nullptr;
  if (type == "integer") return v.as_number() != nullptr && *v.as_number() == std::floor(*v.as_number());
  if (type == "string") return v.as_text() != nullptr;
  if (type == "boolean") return v.as_bool() != nullptr;
  if (type == "array") return v.as_list() != nullptr;
  if (type == "object") return v.as_object() != nullptr;
  return type == "null" && v.is_null();
}

inline bool accepts_number(const value& schema, double x) {
  const auto bound = [&](const char* key) {
    return schema.find(key) == nullptr ? nullptr : schema.find(key)->as_number();
  };
  return !(bound("minimum") && x < *bound("minimum")) && !(bound("maximum") && x > *bound("maximum")) &&
         !(bound("exclusiveMinimum") && x <= *bound("exclusiveMinimum")) &&
         !(bound("exclusiveMaximum") && x >= *bound("exclusiveMaximum"));
}

inline bool accepts_list(const value& schema, const value::list& items) {
  const double n = static_cast<double>(items.size());
  if (const value* least = schema.find("minItems"); least && n < *least->as_number()) return false;
  if (const value* most = schema.find("maxItems"); most && n > *most->as_number()) return false;
  const value* each = schema.find("items");
  return each == nullptr ||
         std::all_of(items.begin(), items.end(), [&](const value& item) { return accepts(*each, item); });
}

inline bool accepts_object(const value& schema, const value& v) {
  if (const value* required = schema.find("required"))
    for (const value& key : *required->as_list())
      if (v.find(*key.as_text()) == nullptr) return false;
  const value* properties = schema.find("properties");
  const value* others = schema.find("additionalProperties");
  return std::all_of(v.as_object()->begin(), v.as_object()->end(), [&](const auto& member) {
    if (const value* known = properties == nullptr ? nullptr : properties->find(member.first))
      return accepts(*known, member.second);
    if (others == nullptr) return true;
    return others->as_bool() != nullptr ? *others->as_bool() : accepts(*others, member.second);
  });
}

inline bool accepts(const value& schema, const value& v) {
  const auto accepting = [&](const char* key) {
    const auto& branches = *schema.find(key)->as_list();
    return std::count_if(branches.begin(), branches.end(), [&](const value& branch) { return accepts(branch, v); });
  };
  if (schema.find("oneOf") && accepting("oneOf") != 1) return false;
  if (schema.find("anyOf") && accepting("anyOf") == 0) return false;
  if (const value* only = schema.find("const"); only && !(*only == v)) return false;
  if (const value* any = schema.find("enum"); any && std::count(any->as_list()->begin(), any->as_list()->end(), v) == 0)
    return false;
  if (const value* type = schema.find("type"); type && !has_type(*type->as_text(), v)) return false;
  if (v.as_number() && !accepts_number(schema, *v.as_number())) return false;
  if (v.as_list() && !accepts_list(schema, *v.as_list())) return false;
  return v.as_object() == nullptr || accepts_object(schema, v);
}

}  // namespace laws
