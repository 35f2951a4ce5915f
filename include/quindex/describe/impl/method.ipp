/// Bodies of describe/method.hpp.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "quindex/base/text.hpp"
#include "quindex/describe/method.hpp"

QUINDEX_BEGIN
namespace describe {

QUINDEX_INLINE void read_fields(const method_view& view, void* method, const value& v, const path& where,
                                const reader& r) {
  const value::object* members = v.as_object();
  if (members == nullptr) wrong_kind(where, v, "an object");
  std::vector<std::string> seen;
  for (const auto& [key, item] : *members) {
    if (key == "method") continue;
    if (std::find(seen.begin(), seen.end(), key) != seen.end())
      throw spec_error({where.text(), "the key " + quoted(key) + " stands twice", "keep one of them"});
    seen.push_back(key);
    const auto known = std::find_if(view.fields.begin(), view.fields.end(),
                                    [&key = key](const field_view& f) { return f.name == key; });
    if (known == view.fields.end()) {
      std::vector<std::string> names;
      for (const field_view& f : view.fields) names.emplace_back(f.name);
      throw spec_error({(where / key).text(), std::string(view.info->name) + " has no such parameter",
                        names.empty() ? "it has no parameters" : did_you_mean(key, names)});
    }
    known->set(method, item, where / key, r);
  }
}

namespace detail {

QUINDEX_INLINE void check_numbers(const value& v, const interval& range, const path& where) {
  if (v.as_number() != nullptr) (void)codec<double>::read(v, where, range, {});
  if (const value::list* items = v.as_list())
    for (std::size_t i = 0; i < items->size(); ++i) check_numbers((*items)[i], range, where / std::to_string(i));
  if (const value::object* members = v.as_object())
    for (const auto& [key, item] : *members) check_numbers(item, range, where / key);
}

}  // namespace detail

QUINDEX_INLINE void check_fields(const method_view& view, const void* method, const path& where) {
  for (const field_view& f : view.fields) detail::check_numbers(f.get(method), f.range, where / f.name);
}

QUINDEX_INLINE value write_fields(const method_view& view, const void* method) {
  value::object out{{"method", view.info->name}};
  for (const field_view& f : view.fields) out.emplace_back(f.name, f.get(method));
  return out;
}

}  // namespace describe
QUINDEX_END
