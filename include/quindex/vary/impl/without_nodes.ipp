/// How nodes are taken out of a spec.
#pragma once

#include <algorithm>
#include <utility>

#include "quindex/vary/edits.hpp"
#include "quindex/vary/impl/edits.ipp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

/// Codes that are gone.
using gone_codes = std::vector<std::string>;

inline bool is_gone(const gone_codes& gone, const std::string& code) {
  return std::find(gone.begin(), gone.end(), code) != gone.end();
}

/// Of each node, whether it goes with the dropped ones: all below them, and groups that are left empty.
QUINDEX_INLINE std::vector<bool> going_with(const framework& tree, std::span<const std::size_t> dropped) {
  std::vector<bool> is_out(tree.size(), false);
  for (std::size_t i = 0; i < tree.size(); ++i)
    is_out[i] = std::find(dropped.begin(), dropped.end(), i) != dropped.end() || (i > 0 && is_out[tree.at(i).parent]);
  for (const std::size_t g : tree.groups_inside_out()) {
    const auto& children = tree.at(g).children;
    is_out[g] = is_out[g] || std::all_of(children.begin(), children.end(), [&](std::size_t c) { return is_out[c]; });
  }
  return is_out;
}

QUINDEX_INLINE bool is_something_left(const framework& tree, std::span<const std::size_t> dropped) {
  return !going_with(tree, dropped)[0];
}

QUINDEX_INLINE gone_codes gone_with(const framework& tree, std::span<const std::size_t> dropped) {
  const std::vector<bool> is_out = going_with(tree, dropped);
  if (is_out[0]) throw spec_error({"framework", "nothing is left when nodes are dropped", "drop fewer"});
  gone_codes out;
  for (std::size_t i = 0; i < tree.size(); ++i)
    if (is_out[i]) out.push_back(tree.about(i).code);
  return out;
}

QUINDEX_INLINE value tree_without(const value& node, const gone_codes& gone) {
  value::object out = *node.as_object();
  for (auto& [key, item] : out) {
    if (key != "children") continue;
    value::list left;
    for (const value& child : *item.as_list())
      if (!is_gone(gone, *child.find("code")->as_text())) left.push_back(tree_without(child, gone));
    item = std::move(left);
  }
  return out;
}

/// Without the keys that are gone, wherever they stand but as the parameter of a method.
QUINDEX_INLINE value keys_without(const value& v, const gone_codes& gone) {
  if (const auto* items = v.as_list()) {
    value::list out;
    for (const value& item : *items) out.push_back(keys_without(item, gone));
    return out;
  }
  if (v.as_object() == nullptr) return v;
  const bool is_method = v.find("method") != nullptr;
  value::object out;
  for (const auto& [key, item] : *v.as_object())
    if (is_method || !is_gone(gone, key)) out.emplace_back(key, keys_without(item, gone));
  return out;
}

/// A preparation step without the codes; nothing when it is left without indicators.
QUINDEX_INLINE value step_without(const value& step, const gone_codes& gone) {
  if (step.as_object() == nullptr) return step;
  value::object out;
  for (const auto& [key, item] : *step.as_object()) {
    if ((key != "only" && key != "except") || item.as_list() == nullptr) {
      out.emplace_back(key, keys_without(item, gone));
      continue;
    }
    value::list left;
    for (const value& code : *item.as_list())
      if (code.as_text() == nullptr || !is_gone(gone, *code.as_text())) left.push_back(code);
    if (key == "only" && left.empty()) return {};
    if (!left.empty()) out.emplace_back(key, std::move(left));
  }
  return out;
}

/// A choice of methods without the codes: those of exceptions, and the keys of parameters, but never a parameter whose
/// name is that of a node.
QUINDEX_INLINE value method_without(const value& v, const gone_codes& gone) {
  if (v.as_object() == nullptr) return v;
  value::object out;
  for (const auto& [key, item] : *v.as_object()) {
    if (key != "except" || item.as_object() == nullptr) {
      out.emplace_back(key, keys_without(item, gone));
      continue;
    }
    value::object left;
    for (const auto& [code, method] : *item.as_object())
      if (!is_gone(gone, code)) left.emplace_back(code, method_without(method, gone));
    if (!left.empty()) out.emplace_back(key, std::move(left));
  }
  return out;
}

}  // namespace detail

QUINDEX_INLINE describe::value without_nodes(const describe::value& recipe, const framework& tree,
                                             std::span<const std::size_t> dropped) {
  if (dropped.empty()) return recipe;
  const detail::gone_codes gone = detail::gone_with(tree, dropped);
  describe::value::object out = *recipe.as_object();
  for (auto& [key, item] : out) {
    if (key == "framework") {
      item = detail::tree_without(item, gone);
    } else if (key == "prepare" && item.as_list() != nullptr) {
      describe::value::list steps = *item.as_list();
      for (describe::value& step : steps) step = detail::step_without(step, gone);
      std::erase_if(steps, [](const describe::value& step) { return step.is_null(); });
      item = std::move(steps);
    } else {
      item = detail::method_without(item, gone);
    }
  }
  return out;
}

}  // namespace vary
QUINDEX_END
