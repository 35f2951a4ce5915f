/// Which groups of the tree a factor is about: all, one by its code, or all of a level.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "quindex/vary/concept.hpp"

QUINDEX_BEGIN
namespace vary::detail {

/// The groups that are meant: "" for every group, a group's code, or "level:2" for the groups of a level (level 2 are
/// the groups of indicators alone), as exceptions in specs. In the order of the tree.
[[nodiscard]] inline std::vector<std::size_t> groups_meant(const framework& tree, const std::string& which) {
  std::vector<std::size_t> out;
  const std::string level = which.rfind("level:", 0) == 0 && !tree.codes().has(which) ? which.substr(6) : "";
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (!tree.about(i).is_group) continue;
    if (which.empty() || (level.empty() ? tree.about(i).code == which : std::to_string(tree.at(i).level) == level))
      out.push_back(i);
  }
  return out;
}

/// Refuses a group that the framework does not have.
inline void check_groups(const framework& tree, const std::string& which, const path& where) {
  if (!groups_meant(tree, which).empty()) return;
  std::vector<std::string> groups;
  for (std::size_t i = 0; i < tree.size(); ++i)
    if (tree.about(i).is_group) groups.push_back(tree.about(i).code);
  if (tree.codes().has(which))
    throw spec_error({where.text(), quoted(which) + " is an indicator, which has no children to weigh",
                      "there are the groups " + listed(groups, 40)});
  throw spec_error({where.text(), "the framework has no group " + quoted(which), did_you_mean(which, groups)});
}

/// The number of a node. Throws spec_error for a code that the framework does not have.
[[nodiscard]] inline std::size_t node_meant(const framework& tree, const std::string& code, const path& where) {
  if (const auto at = tree.codes().find(code)) return *at;
  throw spec_error({where.text(), code.empty() ? "there is no code" : "the framework has no node " + quoted(code),
                    did_you_mean(code, tree.codes().codes())});
}

/// The children of the groups that are meant, in the order of the tree.
[[nodiscard]] inline std::vector<std::size_t> children_meant(const framework& tree, const std::string& which) {
  std::vector<std::size_t> out;
  for (const std::size_t g : groups_meant(tree, which))
    out.insert(out.end(), tree.at(g).children.begin(), tree.at(g).children.end());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace vary::detail
QUINDEX_END
