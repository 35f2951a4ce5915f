#pragma once

#include <algorithm>
#include <string>

#include "quindex/describe/any_method.hpp"

QUINDEX_BEGIN
namespace describe {
namespace detail {

/// The name in the schema of a method; nothing in any other.
QUINDEX_INLINE const std::string* method_in(const value& schema) {
  const value* properties = schema.find("properties");
  const value* method = properties == nullptr ? nullptr : properties->find("method");
  const value* name = method == nullptr ? nullptr : method->find("const");
  return name == nullptr ? nullptr : name->as_text();
}

QUINDEX_INLINE bool is_family(const std::string& key, const value& v) {
  const value::list* branches = key == "oneOf" ? v.as_list() : nullptr;
  return branches != nullptr && branches->size() > 1 && method_in((*branches)[1]) != nullptr;
}

/// Replaces families below a schema by references; `at` is the place, which begins with a definition's name.
QUINDEX_INLINE value without_families(const value& v, const std::string& at, value::object& definitions);

/// The branches of a family without the families that are their parameters.
QUINDEX_INLINE value branches_without(const value& branches, const std::string& at, value::object& definitions) {
  value::list out;
  for (const value& branch : *branches.as_list()) {
    const std::string* name = method_in(branch);
    out.push_back(name == nullptr ? branch : without_families(branch, at + "." + *name, definitions));
  }
  return out;
}

QUINDEX_INLINE value reference_to(const value& branches, const std::string& at, value::object& definitions) {
  const value family = value::object{{"oneOf", branches_without(branches, at, definitions)}};
  auto known = std::find_if(definitions.begin(), definitions.end(), [&](const auto& d) { return d.second == family; });
  if (known == definitions.end()) known = definitions.insert(definitions.end(), {at, family});
  return "#/$defs/" + known->first;
}

QUINDEX_INLINE value without_families(const value& v, const std::string& at, value::object& definitions) {
  if (const value::list* items = v.as_list()) {
    value::list out;
    for (const value& item : *items) out.push_back(without_families(item, at, definitions));
    return out;
  }
  const value::object* members = v.as_object();
  if (members == nullptr) return v;
  value::object out;
  for (const auto& [key, item] : *members) {
    if (is_family(key, item)) {
      out.emplace_back("$ref", reference_to(item, at, definitions));
    } else if (key == "properties") {
      value::object inside;
      for (const auto& [name, property] : *item.as_object())
        inside.emplace_back(name, without_families(property, at + "." + name, definitions));
      out.emplace_back(key, std::move(inside));
    } else {
      out.emplace_back(key, key == "default" ? item : without_families(item, at, definitions));
    }
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE value::object share_families(const value::object& schema, const std::string& name,
                                            value::object& definitions) {
  value::object out;
  for (const auto& [key, item] : schema)
    out.emplace_back(key, detail::is_family(key, item) ? detail::branches_without(item, name, definitions)
                                                       : detail::without_families(item, name, definitions));
  return out;
}

}  // namespace describe
QUINDEX_END
