/// How an address finds its place in a spec.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "quindex/vary/edits.hpp"

QUINDEX_BEGIN
namespace vary::detail {

/// The parts of a node's description that scores depend on.
inline const std::vector<std::string> node_keys{"weight", "better", "target", "goalposts"};

/// The position that a step of digits stands for.
QUINDEX_INLINE std::optional<std::size_t> position_of(std::string_view step) {
  std::size_t at = 0;
  const auto end = std::from_chars(step.data(), step.data() + step.size(), at);
  if (step.empty() || end.ec != std::errc{} || end.ptr != step.data() + step.size()) return std::nullopt;
  return at;
}

/// The longest of the words that `rest` starts with, up to a dot or the end: codes may have dots.
QUINDEX_INLINE const std::string* first_of(std::string_view rest, const std::vector<std::string>& words) {
  const std::string* best = nullptr;
  for (const std::string& word : words) {
    const bool starts = rest.substr(0, word.size()) == word && (rest.size() == word.size() || rest[word.size()] == '.');
    if (starts && (best == nullptr || word.size() > best->size())) best = &word;
  }
  return best;
}

/// The address cut where it has been understood, for messages.
struct reading {
  const std::string& address;
  const path& where;
  std::string_view rest;

  [[nodiscard]] std::string before() const { return address.substr(0, address.size() - rest.size()); }
  /// What follows a step of so many letters.
  void skip(std::size_t letters) { rest.remove_prefix(std::min(rest.size(), letters + 1)); }
  [[noreturn]] void refuse(const std::string& what, const std::string& hint) const {
    throw spec_error({where.text(), "there is no " + quoted(address) + " in the spec" + what, hint});
  }
  /// Refuses a step that is none of the words there are.
  [[noreturn]] void refuse_step(const std::vector<std::string>& words) const {
    const std::string_view step = rest.substr(0, rest.find('.'));
    std::vector<std::string> whole;
    for (const std::string& word : words) whole.push_back(before() + word);
    refuse("",
           words.empty() ? "nothing stands in " + quoted(before()) : did_you_mean(before() + std::string(step), whole));
  }
};

QUINDEX_INLINE std::vector<std::string> keys_of(const describe::value& v) {
  std::vector<std::string> out;
  if (const auto* members = v.as_object())
    for (const auto& member : *members) out.push_back(member.first);
  return out;
}

/// The way from the index to a node: "children", position, "children", position, ...
QUINDEX_INLINE route way_to_node(const framework& tree, std::size_t node) {
  route out;
  for (std::size_t at = node; at != 0; at = tree.at(at).parent) {
    const auto& siblings = tree.at(tree.at(at).parent).children;
    const auto position = std::find(siblings.begin(), siblings.end(), at) - siblings.begin();
    out.insert(out.begin(), {"children", std::to_string(position)});
  }
  return out;
}

/// Goes down from `at` as far as the address says.
QUINDEX_INLINE void walk(reading& from, const describe::value* at, route& way) {
  while (!from.rest.empty()) {
    const std::string_view step = from.rest.substr(0, from.rest.find('.'));
    if (const auto* items = at->as_list()) {
      const auto position = position_of(step);
      if (!position || *position >= items->size())
        from.refuse("", items->empty() ? "the list there is empty"
                                       : "the positions there are 0 to " + std::to_string(items->size() - 1));
      at = &(*items)[*position];
      way.emplace_back(step);
      from.skip(step.size());
    } else if (at->as_object() != nullptr) {
      const std::vector<std::string> keys = keys_of(*at);
      const std::string* key = first_of(from.rest, keys);
      if (key == nullptr) from.refuse_step(keys);
      at = at->find(*key);
      way.push_back(*key);
      from.skip(key->size());
    } else {
      std::string before = from.before();
      before.pop_back();
      from.refuse("", quoted(before) + " is " + at->kind() + "; vary it as a whole");
    }
  }
}

/// "framework.gdp.weight": the codes of nodes one after the other, then what is said of the last.
QUINDEX_INLINE route route_in_framework(const framework& tree, reading from) {
  std::size_t node = framework::none;
  while (node == framework::none ||
         (from.rest.find('.') != from.rest.npos && first_of(from.rest, tree.codes().codes()))) {
    const std::string* code = first_of(from.rest, tree.codes().codes());
    if (code == nullptr) from.refuse_step(tree.codes().codes());
    node = *tree.codes().find(*code);
    from.skip(code->size());
    if (from.rest.empty()) from.refuse(": it is a node", "vary one of " + listed(node_keys) + " of it");
  }
  route out = way_to_node(tree, node);
  out.insert(out.begin(), "framework");
  const std::string* key = first_of(from.rest, node_keys);
  if (key == nullptr) from.refuse_step(node_keys);
  out.push_back(*key);
  from.skip(key->size());
  if (from.rest.empty()) return out;
  const node_options& about = tree.about(node).about;
  if (*key == "goalposts" && about.goalposts && (from.rest == "0" || from.rest == "1")) {
    out.emplace_back(from.rest);
    return out;
  }
  from.refuse("", "vary " + quoted(from.address.substr(0, from.address.size() - from.rest.size() - 1)) + " as a whole");
}

/// "normalise.except.gdp", which need not be there yet.
QUINDEX_INLINE std::optional<route> new_exception(const describe::value& recipe, const framework& tree,
                                                  std::string_view address) {
  for (const char* top : {"normalise", "weigh", "aggregate", "publish"}) {
    const std::string start = std::string(top) + ".except.";
    const describe::value* base = recipe.find(top);
    if (address.substr(0, start.size()) != start || base == nullptr || base->as_object() == nullptr) continue;
    const std::string key(address.substr(start.size()));
    const describe::value* except = base->find("except");
    if (except != nullptr && first_of(key, keys_of(*except)) != nullptr) continue;
    if (tree.codes().has(key) || key.rfind("level:", 0) == 0) return route{top, "except", key};
  }
  return std::nullopt;
}

QUINDEX_INLINE route route_to(const describe::value& recipe, const framework& tree, const std::string& address,
                              const path& where) {
  reading from{address, where, address};
  if (address.empty())
    throw spec_error({where.text(), "there is no address", "write a place of the spec: 'aggregate'"});
  if (address.rfind("framework.", 0) == 0) {
    from.skip(std::string_view("framework").size());
    return route_in_framework(tree, from);
  }
  if (auto added = new_exception(recipe, tree, address)) return *added;
  std::vector<std::string> tops = keys_of(recipe);
  std::erase_if(tops, [](const std::string& key) { return key == "quindex" || key == "version"; });
  if (first_of(address, tops) == nullptr) from.refuse_step(tops);
  if (address == "framework") from.refuse(" to be varied as a whole", "vary its nodes: 'framework.CODE.weight'");
  route out;
  walk(from, &recipe, out);
  return out;
}

QUINDEX_INLINE const describe::value* value_at(const describe::value& recipe, std::span<const std::string> way) {
  const describe::value* at = &recipe;
  for (const std::string& step : way) {
    if (const auto* items = at->as_list()) {
      const auto position = position_of(step);
      at = position && *position < items->size() ? &(*items)[*position] : nullptr;
    } else {
      at = at->find(step);
    }
    if (at == nullptr) return nullptr;
  }
  return at;
}

}  // namespace vary::detail
QUINDEX_END
