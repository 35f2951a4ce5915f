/// Whether a value may stand where an edit puts it.
#pragma once

#include <exception>

#include "quindex/model/ties.hpp"
#include "quindex/vary/edits.hpp"
#include "quindex/vary/impl/edits.ipp"

QUINDEX_BEGIN
namespace vary::detail {

QUINDEX_INLINE std::string brief(const describe::value& v) {
  if (const std::string* text = v.as_text()) return quoted(*text);
  if (const double* number = v.as_number()) return number_text(*number);
  constexpr std::size_t longest = 60;
  const std::string all = v.is_null() ? "left out" : describe::json_text(v);
  return all.size() <= longest ? all : all.substr(0, longest) + "…";
}

/// Reads a method, unless it is a function of the user's that is not at hand.
QUINDEX_INLINE void try_method(const scene& s, const value& v, std::string_view family, const path& where) {
  const auto methods = methods_of(s.catalogue, family);
  if (methods.empty()) return;
  if (s.functions == nullptr && v.find("method") != nullptr && v.find("method")->as_text() != nullptr &&
      *v.find("method")->as_text() == "custom")
    return;
  (void)describe::read_method(methods, v, where, {s.functions});
}

/// Reads a method and its exceptions.
QUINDEX_INLINE void try_choice(const scene& s, const value& v, std::string_view family, const path& where) {
  const value* except = v.find("except");
  if (except == nullptr) return try_method(s, v, family, where);
  value::object base = *v.as_object();
  std::erase_if(base, [](const auto& member) { return member.first == "except"; });
  try_method(s, base, family, where);
  const auto* members = except->as_object();
  if (members == nullptr) describe::wrong_kind(where / "except", *except, "an object");
  for (const auto& [code, method] : *members) try_method(s, method, family, where / "except" / code);
}

QUINDEX_INLINE void try_step(const scene& s, const value& v, const path& where) {
  if (v.as_object() == nullptr)
    describe::wrong_kind(where, v, "an object with the key 'treat', 'impute' or 'denominate'");
  std::size_t methods = 0;
  for (const auto& [key, item] : *v.as_object()) {
    if (key == "only" || key == "except") {
      for (const std::string& code : describe::codec<std::vector<std::string>>::read(item, where / key, {}, {}))
        if (!s.tree.codes().has(code))
          throw spec_error({(where / key).text(), "the framework has no node " + quoted(code),
                            did_you_mean(code, s.tree.codes().codes())});
    } else if (key == "treat" || key == "impute" || key == "denominate") {
      try_method(s, item, key, where / key);
      ++methods;
    } else {
      throw spec_error({(where / key).text(), "a preparation step has no such key",
                        did_you_mean(key, {"treat", "impute", "denominate", "only", "except"})});
    }
  }
  if (methods != 1)
    throw spec_error({where.text(), methods == 0 ? "there is no method" : "there are two methods",
                      "give one of 'treat', 'impute' and 'denominate'"});
}

/// Reads the member `top` of a spec as far as this layer can.
QUINDEX_INLINE void try_member(const scene& s, const std::string& top, const value& v) {
  const path where(top);
  if (top == "framework") {
    (void)framework(describe::read_node(v, where));
  } else if (top == "prepare") {
    if (v.as_list() == nullptr) describe::wrong_kind(where, v, "a list of steps");
    for (std::size_t i = 0; i < v.as_list()->size(); ++i) {
      const std::string number = std::to_string(i);
      try_step(s, (*v.as_list())[i], where / number);
    }
  } else if (top == "ties") {
    (void)describe::codec<ties>::read(v, where, {}, {});
  } else if (top == "rank_decimals") {
    (void)describe::codec<std::optional<int>>::read(v, where, {.low = 0, .high = 15}, {});
  } else if (!v.is_null() || (top != "screen" && top != "publish")) {
    try_choice(s, v, top == "publish" ? "normalise" : std::string_view(top), where);
  }
}

QUINDEX_INLINE void check_edit(const scene& s, const edit& change, const path& where) {
  const route way = route_to(s.recipe, s.tree, change.address, where);
  if (way.size() == 3 && way[1] == "except" && !s.tree.codes().has(way[2]) && way[2].rfind("level:", 0) != 0)
    throw spec_error(
        {where.text(), "the framework has no node " + quoted(way[2]), did_you_mean(way[2], s.tree.codes().codes())});
  const value changed = with_edits(s.recipe, s.tree, {&change, 1}, s.catalogue);
  try {
    try_member(s, way[0], *changed.find(way[0]));
  } catch (const error& e) {
    const std::string place = e.where() == change.address ? "" : e.where() + ": ";
    throw spec_error({where.text(),
                      quoted(change.address) + " cannot be " + brief(change.what) + ": " + place + e.about().what,
                      e.hint()});
  }
}

QUINDEX_INLINE bool is_whole(const scene& s, const std::string& address) {
  const route way = route_to(s.recipe, s.tree, address, path(address));
  if (way[0] == "rank_decimals") return true;
  for (std::size_t k = way.size() - 1; k > 0; --k) {
    const std::span<const std::string> place = std::span(way).first(k);
    const std::string family = family_at(place);
    if (family.empty()) continue;
    const value* method = value_at(s.recipe, place);
    const value* name = method == nullptr ? nullptr : method->find("method");
    if (name == nullptr || name->as_text() == nullptr) return false;
    for (const describe::method_view& m : methods_of(s.catalogue, family))
      for (const describe::field_view& f : m.fields)
        if (m.info->name == *name->as_text() && f.name == way[k]) return k + 1 == way.size() && f.python == "int";
  }
  return false;
}

}  // namespace vary::detail
QUINDEX_END
