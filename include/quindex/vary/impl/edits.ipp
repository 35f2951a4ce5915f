/// How a spec is written anew with edits, and without nodes.
#pragma once

#include <algorithm>
#include <utility>

#include "quindex/vary/edits.hpp"
#include "quindex/vary/impl/places.ipp"

QUINDEX_BEGIN
namespace vary {
namespace detail {

using describe::value;

inline bool is_choice(std::string_view top) {
  return top == "normalise" || top == "weigh" || top == "aggregate" || top == "publish";
}

/// The family of the method that stands at the end of a way, or nothing.
QUINDEX_INLINE std::string family_at(std::span<const std::string> way) {
  if (way.empty()) return {};
  const std::string& top = way[0];
  if (top == "prepare" && way.size() == 3 && (way[2] == "treat" || way[2] == "impute" || way[2] == "denominate"))
    return way[2];
  const bool is_method = is_choice(top) || top == "screen" || top == "missing";
  const bool is_place = way.size() == 1 || (way.size() == 3 && is_choice(top) && way[1] == "except");
  if (!is_method || !is_place) return {};
  return top == "publish" ? "normalise" : top;
}

QUINDEX_INLINE std::span<const describe::method_view> methods_of(std::span<const describe::family_view> catalogue,
                                                                 std::string_view family) {
  for (const describe::family_view& f : catalogue)
    if (f.name == family) return f.methods;
  return {};
}

/// A method with every parameter that is not written, when it is one of the catalogue; other things as they are.
QUINDEX_INLINE value in_full(const value& v, std::span<const describe::method_view> methods) {
  const std::string* name = v.as_text();
  if (name == nullptr && v.find("method") != nullptr) name = v.find("method")->as_text();
  if (name == nullptr) return v;
  value::object out{{"method", *name}};
  for (const describe::method_view& m : methods)
    if (m.info->name == *name) {
      const value defaults = m.defaults();
      for (const auto& field : *defaults.as_object()) out.push_back(field);
    }
  if (const auto* given = v.as_object())
    for (const auto& member : *given) {
      const auto known = std::find_if(out.begin(), out.end(), [&](const auto& o) { return o.first == member.first; });
      if (known != out.end())
        known->second = member.second;
      else
        out.push_back(member);
    }
  return out;
}

/// What an edit puts at the end of its way: methods in full, a choice with the exceptions it had.
QUINDEX_INLINE value settled(const value& what, std::span<const std::string> way, const value* before,
                             std::span<const describe::family_view> catalogue) {
  const std::string family = family_at(way);
  if (!family.empty() && !what.is_null()) {
    value out = in_full(what, methods_of(catalogue, family));
    const value* except = before == nullptr || way.size() != 1 ? nullptr : before->find("except");
    if (except == nullptr || out.as_object() == nullptr || out.find("except") != nullptr) return out;
    value::object members = *out.as_object();
    members.emplace_back("except", *except);
    return members;
  }
  if (way.size() == 2 && way[0] == "prepare" && what.as_object() != nullptr) {
    value::object step = *what.as_object();
    for (auto& [key, item] : step) item = in_full(item, methods_of(catalogue, key));
    return step;
  }
  return what;
}

/// `v` with `what` at the end of the way. `is_added` allows for a last key that is not there yet; without it, and on
/// the way, nothing changes where nothing stands.
QUINDEX_INLINE value replaced(const value& v, std::span<const std::string> way, const value& what, bool is_added) {
  if (way.empty()) return what;
  if (const auto* items = v.as_list()) {
    value::list out = *items;
    if (const auto at = position_of(way[0]); at && *at < out.size())
      out[*at] = replaced(out[*at], way.subspan(1), what, is_added);
    return out;
  }
  const auto* members = v.as_object();
  if (members == nullptr) return v;
  value::object out = *members;
  const auto at = std::find_if(out.begin(), out.end(), [&](const auto& m) { return m.first == way[0]; });
  if (at == out.end()) {
    if (!is_added || what.is_null()) return out;
    out.emplace_back(way[0], replaced(value::object{}, way.subspan(1), what, true));
  } else if (way.size() == 1 && is_added && what.is_null()) {
    out.erase(at);
  } else {
    at->second = replaced(at->second, way.subspan(1), what, is_added);
  }
  return out;
}

/// May the last key of a way be missing, or be taken away? So with a node's options and with exceptions.
inline bool may_be_absent(std::span<const std::string> way) {
  if (way[0] == "framework") return way.back() != "0" && way.back() != "1";
  return way.size() >= 2 && way.size() <= 3 && way[1] == "except" && is_choice(way[0]);
}

inline value::object without_empty_steps(value::object top) {
  for (auto& [key, item] : top) {
    if (key != "prepare" || item.as_list() == nullptr) continue;
    value::list left = *item.as_list();
    std::erase_if(left, [](const value& step) {
      return step.is_null() || (step.find("treat") && step.find("treat")->is_null()) ||
             (step.find("impute") && step.find("impute")->is_null()) ||
             (step.find("denominate") && step.find("denominate")->is_null());
    });
    item = std::move(left);
  }
  return top;
}

}  // namespace detail

QUINDEX_INLINE describe::value with_edits(const describe::value& recipe, const framework& tree,
                                          std::span<const edit> edits,
                                          std::span<const describe::family_view> catalogue) {
  if (recipe.as_object() == nullptr) describe::wrong_kind(path("spec"), recipe, "an object with the key 'framework'");
  struct located {
    detail::route way;
    const describe::value* what;
  };
  std::vector<located> all;
  for (const edit& e : edits) all.push_back({detail::route_to(recipe, tree, e.address, path(e.address)), &e.what});
  // A place before what is inside it, whatever the order of the edits.
  std::stable_sort(all.begin(), all.end(),
                   [](const located& a, const located& b) { return a.way.size() < b.way.size(); });
  describe::value::object top = *recipe.as_object();
  for (const located& e : all)
    for (auto& [key, item] : top) {
      if (key != e.way[0]) continue;
      const std::span<const std::string> inside = std::span(e.way).subspan(1);
      item = detail::replaced(item, inside, detail::settled(*e.what, e.way, &item, catalogue),
                              detail::may_be_absent(e.way));
    }
  return detail::without_empty_steps(std::move(top));
}

}  // namespace vary
QUINDEX_END
