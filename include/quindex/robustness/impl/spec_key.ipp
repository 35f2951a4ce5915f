/// What the spec of a replicate is known by.
#pragma once

#include "quindex/robustness/variants.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Adds a thing in a form that differs from every other thing's.
QUINDEX_INLINE void append_thing(std::string& key, const describe::value& v) {
  if (const double* number = v.as_number()) {
    key.append(1, 'n').append(reinterpret_cast<const char*>(number), sizeof *number);
  } else if (const std::string* text = v.as_text()) {
    key.append(1, 't').append(std::to_string(text->size())).append(1, ':').append(*text);
  } else if (const bool* truth = v.as_bool()) {
    key.append(1, *truth ? 'y' : 'f');
  } else if (const auto* items = v.as_list()) {
    key.append(1, 'l').append(std::to_string(items->size())).append(1, ':');
    for (const describe::value& item : *items) append_thing(key, item);
  } else if (const auto* members = v.as_object()) {
    key.append(1, 'o').append(std::to_string(members->size())).append(1, ':');
    for (const auto& [name, item] : *members) append_thing(key, name), append_thing(key, item);
  } else {
    key.append(1, '-');
  }
}

QUINDEX_INLINE bool append_key(const plan& p, const source& of, const double* u, vary::alternative& scratch,
                               std::string& key) {
  scratch.clear();
  bool is_shared = true;
  for (std::size_t f = 0; f < p.factors.size(); ++f) {
    if (!p.factors[f].changes()) continue;
    if (p.factors[f].chooses()) {
      const auto chosen = static_cast<std::uint32_t>(p.factors[f].number(p.part(f, u), p.stream(f, of)));
      if (chosen < 255)
        key.append(1, static_cast<char>(chosen));
      else
        key.append(1, static_cast<char>(255)).append(reinterpret_cast<const char*>(&chosen), sizeof chosen);
      continue;
    }
    p.factors[f].change(p.part(f, u), p.stream(f, of), scratch);
  }
  is_shared = scratch.units.empty() && scratch.values.size() == 0;
  for (const vary::edit& e : scratch.edits) append_thing(key, e.address), append_thing(key, e.what);
  for (const std::size_t node : scratch.dropped) key.append(1, 'd').append(std::to_string(node));
  return is_shared;
}

}  // namespace robustness::detail
QUINDEX_END
