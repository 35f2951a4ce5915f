/// Bodies of model/node.hpp.
#pragma once

#include <algorithm>
#include <array>

#include "quindex/model/node.hpp"

QUINDEX_BEGIN
namespace describe {

QUINDEX_INLINE value write_node(const node& n) {
  value::object out{{"code", n.code}};
  const node_options& about = n.about;
  const node_options plain{};
  if (about.better != plain.better) out.emplace_back("better", codec<direction>::write(about.better));
  if (about.weight != plain.weight) out.emplace_back("weight", about.weight);
  if (!about.name.empty()) out.emplace_back("name", about.name);
  if (!about.names.empty())
    out.emplace_back("names", codec<std::vector<std::pair<std::string, std::string>>>::write(about.names));
  if (!about.unit.empty()) out.emplace_back("unit", about.unit);
  if (about.target) out.emplace_back("target", *about.target);
  if (about.goalposts) out.emplace_back("goalposts", codec<std::pair<double, double>>::write(*about.goalposts));
  if (n.is_group) {
    value::list children;
    for (const node& child : n.children) children.push_back(write_node(child));
    out.emplace_back("children", children);
  }
  return out;
}

namespace detail {

constexpr int deepest_tree = 64;  // far beyond any index; keeps hostile nesting from exhausting the stack

QUINDEX_INLINE void read_option(node& n, const std::string& key, const value& v, const path& at) {
  const reader r{};
  node_options& about = n.about;
  if (key == "better") {
    about.better = codec<direction>::read(v, at, {}, r);
  } else if (key == "weight") {
    about.weight = codec<double>::read(v, at, {}, r);
  } else if (key == "name") {
    about.name = codec<std::string>::read(v, at, {}, r);
  } else if (key == "names") {
    about.names = codec<std::vector<std::pair<std::string, std::string>>>::read(v, at, {}, r);
  } else if (key == "unit") {
    about.unit = codec<std::string>::read(v, at, {}, r);
  } else if (key == "target") {
    about.target = codec<std::optional<double>>::read(v, at, {}, r);
  } else if (key == "goalposts") {
    about.goalposts = codec<std::optional<std::pair<double, double>>>::read(v, at, {}, r);
  } else {
    throw framework_error(
        {at.text(), "a node has no such key",
         did_you_mean(key, {"code", "better", "weight", "name", "names", "unit", "target", "goalposts", "children"})});
  }
}

QUINDEX_INLINE node read_node(const value& v, const path& where, int depth) {
  if (depth > deepest_tree) {
    const std::string* own = v.find("code") == nullptr ? nullptr : v.find("code")->as_text();
    throw framework_error({own == nullptr ? "framework" : *own,
                           "the node is more than " + std::to_string(deepest_tree) + " levels below the index",
                           "nest fewer groups"});
  }
  const value::object* members = v.as_object();
  if (members == nullptr) wrong_kind(where, v, "an object with the key 'code'");
  const value* code = v.find("code");
  if (code == nullptr) throw framework_error({where.text(), "the key 'code' is missing", "give every node a code"});
  node n;
  n.code = codec<std::string>::read(*code, where / "code", {}, {});
  const path here = where / n.code;
  for (const auto& [key, item] : *members) {
    if (key == "code") continue;  // read above; `here` looks at its characters
    if (key != "children") {
      read_option(n, key, item, here / key);
      continue;
    }
    n.is_group = true;
    const value::list* children = item.as_list();
    if (children == nullptr) wrong_kind(here / key, item, "a list of nodes");
    for (const value& child : *children) n.children.push_back(read_node(child, here, depth + 1));
  }
  return n;
}

}  // namespace detail

QUINDEX_INLINE node read_node(const value& v, const path& where) { return detail::read_node(v, where, 0); }

}  // namespace describe
QUINDEX_END
