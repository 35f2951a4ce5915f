/// The custom functions of a spec, found again when it is read from plain data.
#pragma once

#include "quindex/base/text.hpp"
#include "quindex/robustness/plan.hpp"

QUINDEX_BEGIN
namespace robustness::detail {

/// Collects functions by name.
struct function_finder {
  describe::extensions found{};

  template <class Custom>
  void keep(const Custom& method, const std::string& where) {
    using shared = std::remove_cvref_t<decltype(method.call)>;
    const auto [at, is_new] = found.emplace(method.name, method.call);
    if (is_new) return;
    const auto* before = std::any_cast<shared>(&at->second);
    if (before == nullptr || *before != method.call)
      throw spec_error(
          {where, "two custom functions are called " + quoted(method.name), "give each function a name of its own"});
  }
  void look_at(const any_map& map, const std::string& where) {
    if (const auto* own = map.as<maps::custom>()) keep(*own, where);
  }
  void look_at(const normalise::method& m, const std::string& where) {
    if (const auto* own = m.as<normalise::custom>()) keep(*own, where);
    if (const auto* fixed = m.as<normalise::fixed>()) look_at(fixed->scale.map, where);
  }
  void look_at(const weigh::method& m, const std::string& where) {
    if (const auto* own = m.as<weigh::custom>()) keep(*own, where);
  }
  void look_at(const aggregate::method& m, const std::string& where) {
    if (const auto* own = m.as<aggregate::custom>()) keep(*own, where);
  }
  template <class Method>
  void look_at(const choice<Method>& all, const std::string& where) {
    look_at(all.base, where);
    for (const auto& [code, method] : all.except) look_at(method, where + ".except." + code);
  }
};

QUINDEX_INLINE describe::extensions functions_of(const spec& recipe) {
  function_finder finder;
  for (std::size_t s = 0; s < recipe.prepare.size(); ++s)
    if (const auto* treatment = std::get_if<treat::method>(&recipe.prepare[s].what))
      if (const auto* fixed = treatment->as<treat::fixed>())
        finder.look_at(fixed->map, "prepare." + std::to_string(s) + ".treat");
  finder.look_at(recipe.normalise, "normalise");
  finder.look_at(recipe.weigh, "weigh");
  finder.look_at(recipe.aggregate, "aggregate");
  if (recipe.publish) finder.look_at(*recipe.publish, "publish");
  return std::move(finder.found);
}

}  // namespace robustness::detail
QUINDEX_END
