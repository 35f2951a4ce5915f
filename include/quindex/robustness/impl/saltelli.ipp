/// Bodies of robustness/saltelli.hpp.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/error.hpp"
#include "quindex/robustness/saltelli.hpp"

QUINDEX_BEGIN
namespace robustness {
namespace detail {

QUINDEX_INLINE labels complete_names(const labels& names, std::size_t count) {
  if (const auto twice = names.duplicate())
    throw spec_error({"sensitivity.names", "there are two factors " + quoted(names[*twice]), "give each its own name"});
  if (names.size() == count) return names;
  if (!names.is_empty())
    throw spec_error({"sensitivity.names",
                      "there are " + std::to_string(names.size()) + " for " + std::to_string(count) + " factors",
                      "give one per factor, or none"});
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= count; ++i) out.push_back("x" + std::to_string(i));
  return out;
}

QUINDEX_INLINE labels names_of(const std::vector<factor_group>& groups) {
  std::vector<std::string> out;
  for (const factor_group& g : groups) out.push_back(g.name);
  labels names(std::move(out));
  if (const auto twice = names.duplicate())
    throw spec_error({"sensitivity.groups", "there are two groups " + quoted(names[*twice]), "give each its own name"});
  return names;
}

QUINDEX_INLINE std::vector<factor_group> complete_groups(const std::vector<factor_group>& groups, const labels& names) {
  std::vector<factor_group> out;
  if (groups.empty()) {
    for (std::size_t i = 0; i < names.size(); ++i) out.push_back({names[i], {i}});
    return out;
  }
  (void)names_of(groups);
  std::vector<const factor_group*> home(names.size(), nullptr);
  for (const factor_group& g : groups) {
    const std::string where = "sensitivity.groups." + g.name;
    if (g.members.empty()) throw spec_error({where, "it has no factors", "leave it out"});
    for (const std::size_t i : g.members) {
      if (i >= names.size())
        throw spec_error({where, "it has factor number " + std::to_string(i),
                          "there are " + std::to_string(names.size()) + ", counted from 0"});
      if (home[i])
        throw spec_error({where, "factor " + quoted(names[i]) + " is in " + quoted(home[i]->name) + ", too",
                          "put each factor into one group"});
      home[i] = &g;
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!home[i])
      throw spec_error({"sensitivity.groups", "factor " + quoted(names[i]) + " is in none",
                        "put it into one, if need be on its own"});
  return groups;
}

}  // namespace detail
}  // namespace robustness
QUINDEX_END
