/// Bodies of model/framework.hpp.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "quindex/base/text.hpp"
#include "quindex/model/framework.hpp"

QUINDEX_BEGIN
namespace detail {

QUINDEX_INLINE std::string optimum_text(const direction& better) {
  if (better.optimum_low == better.optimum_high) return number_text(better.optimum_low);
  return "[" + number_text(better.optimum_low) + ", " + number_text(better.optimum_high) + "]";
}

QUINDEX_INLINE void check_goalposts(const node& n, std::vector<issue>& found) {
  if (!n.about.goalposts) return;
  const auto [low, high] = *n.about.goalposts;
  const direction& better = n.about.better;
  const std::string pair = "[" + number_text(low) + ", " + number_text(high) + "]";
  if (!std::isfinite(low) || !std::isfinite(high))
    found.push_back({n.code, "the goalposts " + pair + " are not finite", "give two finite numbers"});
  else if (low >= high)
    found.push_back({n.code, "the goalposts " + pair + (low == high ? " are equal" : " are reversed"),
                     "write the smaller value first; better='low' turns the direction"});
  else if (better.is_optimal() && !(low <= better.optimum_low && better.optimum_high <= high))
    found.push_back({n.code, "the goalposts " + pair + " do not hold the optimum " + optimum_text(better),
                     "goalposts are values, not distances: write the worst value on each side of the optimum"});
}

QUINDEX_INLINE void check_node(const node& n, std::unordered_set<std::string_view>& seen, std::vector<issue>& found) {
  if (n.code.empty()) found.push_back({"framework", "a node has an empty code", "give every node a code"});
  if (!seen.insert(n.code).second)
    found.push_back({n.code, "the code stands twice in the framework", "give every node a code of its own"});
  if (!std::isfinite(n.about.weight) || n.about.weight < 0)
    found.push_back({n.code, "the weight " + number_text(n.about.weight) + " is not a number of 0 or more",
                     "weights are relative to the siblings'"});
  if (n.about.target && !std::isfinite(*n.about.target))
    found.push_back(
        {n.code, "the target " + number_text(*n.about.target) + " is not finite", "leave it out or give a number"});
  if (n.about.better.is_optimal() &&
      !(std::isfinite(n.about.better.optimum_low) && n.about.better.optimum_low <= n.about.better.optimum_high &&
        std::isfinite(n.about.better.optimum_high)))
    found.push_back({n.code,
                     "the optimal interval [" + number_text(n.about.better.optimum_low) + ", " +
                         number_text(n.about.better.optimum_high) + "] is reversed or not finite",
                     "write the lower end first"});
  check_goalposts(n, found);
  if (!n.is_group) return;
  if (n.about.better.is_optimal())
    found.push_back({n.code, "a group cannot have an optimal interval", "give it to the indicators"});
  if (n.children.empty())
    found.push_back({n.code, "the group has no children", "add an indicator or remove the group"});
  bool is_all_zero = true;
  for (const node& child : n.children) {
    check_node(child, seen, found);
    is_all_zero = is_all_zero && child.about.weight == 0;
  }
  if (!n.children.empty() && is_all_zero)
    found.push_back({n.code, "the weights of all children are 0", "give at least one child a positive weight"});
}

}  // namespace detail

QUINDEX_INLINE std::vector<issue> framework::problems(const node& root) {
  std::vector<issue> found;
  std::unordered_set<std::string_view> seen;
  if (!root.is_group)
    found.push_back({root.code, "the framework is a single indicator", "put it into a group: group(\"index\", {…})"});
  detail::check_node(root, seen, found);
  return found;
}

QUINDEX_INLINE framework::framework(node root) {
  const std::vector<issue> found = problems(root);
  if (!found.empty()) throw framework_error(found.front());
  auto s = std::make_shared<store>();
  s->root = std::move(root);
  lay_out(*s, s->root, none, 0);
  std::vector<std::string> codes;
  codes.reserve(s->nodes.size());
  for (const node& n : s->nodes) codes.push_back(n.code);
  s->codes = labels(std::move(codes));
  data_ = std::move(s);
}

QUINDEX_INLINE std::size_t framework::lay_out(store& s, const node& n, std::size_t parent, std::size_t depth) {
  const std::size_t here = s.nodes.size();
  s.nodes.push_back({n.code, n.about, {}, n.is_group});
  s.places.push_back({.parent = parent, .depth = depth});
  if (!n.is_group) {
    s.indicators.push_back(here);
    return here;
  }
  std::size_t level = 1;
  for (const node& child : n.children) {
    const std::size_t at = lay_out(s, child, here, depth + 1);
    s.places[here].children.push_back(at);
    level = std::max(level, s.places[at].level);
  }
  s.places[here].level = level + 1;
  s.groups.push_back(here);
  return here;
}

QUINDEX_INLINE std::vector<std::string> framework::children_of(std::size_t i) const {
  std::vector<std::string> out;
  for (const std::size_t child : at(i).children) out.push_back(about(child).code);
  return out;
}

QUINDEX_INLINE bool framework::is_within(std::size_t i, std::size_t above) const {
  for (; i != none; i = at(i).parent)
    if (i == above) return true;
  return false;
}

QUINDEX_INLINE const std::string& framework::name_of(std::size_t i, std::string_view language) const {
  const node& n = about(i);
  for (const auto& name : n.about.names)
    if (name.first == language) return name.second;
  return n.about.name.empty() ? n.code : n.about.name;
}

QUINDEX_INLINE framework framework_from_rows(const std::vector<framework_row>& rows) {
  std::unordered_map<std::string, std::vector<std::size_t>> children;
  std::unordered_set<std::string> codes;
  std::vector<std::string> in_order;
  for (const framework_row& row : rows) {
    if (!codes.insert(row.code).second)
      throw framework_error({row.code, "the code stands in two rows", "give every row a code of its own"});
    in_order.push_back(row.code);
  }
  if (rows.empty())
    throw framework_error({"framework", "there is no row", "give the index a row, and every group and indicator"});
  std::vector<std::size_t> roots;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const framework_row& row = rows[i];
    if (row.parent.empty()) {
      roots.push_back(i);
    } else if (codes.count(row.parent) == 0) {
      throw framework_error(
          {row.code, "its parent " + quoted(row.parent) + " has no row", did_you_mean(row.parent, in_order)});
    } else {
      children[row.parent].push_back(i);
    }
  }
  if (roots.empty())
    throw framework_error(
        {"framework", "every row has a parent, so the rows run in a circle", "leave the parent of the index empty"});
  if (roots.size() > 1)
    throw framework_error(
        {"framework", "two rows have no parent: " + quoted(rows[roots[0]].code) + " and " + quoted(rows[roots[1]].code),
         "only the index itself has none"});
  std::size_t placed = 0;
  const std::function<node(std::size_t)> build = [&](std::size_t i) {
    ++placed;
    node n{rows[i].code, rows[i].about, {}, false};
    if (const auto below = children.find(n.code); below != children.end()) {
      n.is_group = true;
      for (const std::size_t child : below->second) n.children.push_back(build(child));
    }
    return n;
  };
  node root = build(roots.front());
  if (placed != rows.size()) {
    std::unordered_set<std::string> reached;
    const std::function<void(const node&)> mark = [&](const node& n) {
      reached.insert(n.code);
      for (const node& child : n.children) mark(child);
    };
    mark(root);
    for (const framework_row& row : rows)
      if (reached.count(row.code) == 0)
        throw framework_error(
            {row.code, "its parents run in a circle and never reach " + quoted(root.code), "mend the column 'parent'"});
  }
  return framework(std::move(root));
}

QUINDEX_INLINE std::vector<framework_row> framework_rows(const framework& tree) {
  std::vector<framework_row> rows;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const std::size_t parent = tree.at(i).parent;
    rows.push_back(
        {tree.about(i).code, parent == framework::none ? std::string{} : tree.about(parent).code, tree.about(i).about});
  }
  return rows;
}

QUINDEX_END
