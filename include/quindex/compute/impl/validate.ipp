/// Bodies of compute/compute.hpp: what is wrong with a spec, alone and with a table.
#pragma once

#include <algorithm>

#include "quindex/base/text.hpp"
#include "quindex/compute/chosen.hpp"
#include "quindex/compute/compute.hpp"
#include "quindex/compute/pipeline.hpp"

QUINDEX_BEGIN
namespace detail {

/// Runs `check` and keeps what it throws.
template <class Check>
void collect(std::vector<issue>& found, Check&& check) {
  try {
    check();
  } catch (const error& e) {
    found.push_back(e.about());
  }
}

/// The keys of exceptions have to name nodes of the right kind, or levels.
template <class Method>
void check_choice(const choice<Method>& c, const framework& tree, const std::string& family, bool groups_only,
                  std::vector<issue>& found) {
  const path at(family);
  collect(found, [&] { c.base.check(at); });
  const std::size_t levels = groups_only ? tree.at(0).level : 1;  // indicators are all of level 1
  for (const auto& [key, method] : c.except) {
    const std::string step = "except." + key;
    collect(found, [&, &m = method] { m.check(at / step); });
    const std::string where = family + ".except." + key;
    if (key.rfind("level:", 0) == 0) {
      bool known = false;
      for (std::size_t level = groups_only ? 2 : 1; level <= levels; ++level)
        known = known || key == "level:" + std::to_string(level);
      if (!known)
        found.push_back({where, "there is no such level",
                         groups_only ? "the framework has levels 2 to " + std::to_string(levels)
                                     : "indicators are of level 1; for those of a group write the group's code"});
      continue;
    }
    const auto node = tree.codes().find(key);
    if (!node)
      found.push_back({where, "the framework has no node " + quoted(key), did_you_mean(key, tree.codes().codes())});
    else if (groups_only && !tree.about(*node).is_group)
      found.push_back({where, quoted(key) + " is an indicator", "name a group"});
  }
}

QUINDEX_INLINE void check_codes(const std::vector<std::string>& codes, const framework& tree, const std::string& where,
                                std::vector<issue>& found) {
  for (const std::string& code : codes)
    if (!tree.codes().has(code))
      found.push_back({where, "the framework has no node " + quoted(code), did_you_mean(code, tree.codes().codes())});
}

/// What a weighing method says by code has to name children of the group it is for, of any group when it is for all.
QUINDEX_INLINE void check_weights(const spec& recipe, std::vector<issue>& found) {
  const framework& tree = recipe.framework;
  const auto check = [&](const weigh::method& method, const std::string& where, const labels& children) {
    const auto known = [&](const std::string& field, const std::string& code) {
      if (!children.has(code))
        found.push_back({where + field, "there is no such child to weigh", did_you_mean(code, children.codes())});
    };
    if (const auto* given = method.as<weigh::given>())
      for (const auto& weight : given->weights) known(".weights." + weight.first, weight.first);
    if (const auto* equalised = method.as<weigh::equalised_importance>())
      for (const auto& target : equalised->targets) known(".targets." + target.first, target.first);
    if (const auto* regressed = method.as<weigh::regression>())
      if (!regressed->child.empty()) known(".child", regressed->child);
  };
  check(recipe.weigh.base, "weigh", labels({tree.codes().begin() + 1, tree.codes().end()}));
  for (const auto& [key, method] : recipe.weigh.except)
    if (const auto group = tree.codes().find(key))
      check(method, "weigh.except." + key, labels(tree.children_of(*group)));
}

QUINDEX_INLINE void check_groups(const spec& recipe, std::vector<issue>& found) {
  const framework& tree = recipe.framework;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    collect(found, [&] { (void)mirror_of(recipe, i); });
    if (!tree.about(i).is_group) continue;
    const auto& weigher = chosen(recipe.weigh, tree, i, false);
    const weigh::group group = weighing_group(tree, i, {});
    if (const auto* given = weigher.as<weigh::given>())
      collect(found, [&] { (void)normalised_weights(given->fit(group), group, weigher.name()); });
    collect(found, [&] {
      chosen(recipe.aggregate, tree, i, false).visit([&](const auto& m) {
        if constexpr (requires { m.check_children(std::size_t{}, std::string{}); })
          m.check_children(tree.at(i).children.size(), "aggregate/" + tree.about(i).code);
      });
    });
  }
}

/// Is a problem of a spec one of what is done to columns, so that these cannot be looked at?
QUINDEX_INLINE bool is_about_columns(const issue& found) {
  const std::string slot = found.where.substr(0, found.where.find('.'));
  return slot == "screen" || slot == "prepare" || slot == "normalise";
}

}  // namespace detail

QUINDEX_INLINE std::vector<issue> validate(const spec& recipe) {
  std::vector<issue> found;
  const framework& tree = recipe.framework;
  if (tree.is_empty()) return {{"framework", "the spec has no framework", "give it a group of indicators"}};
  detail::check_choice(recipe.normalise, tree, "normalise", false, found);
  detail::check_choice(recipe.weigh, tree, "weigh", true, found);
  detail::check_choice(recipe.aggregate, tree, "aggregate", true, found);
  if (recipe.publish) detail::check_choice(*recipe.publish, tree, "publish", true, found);
  if (recipe.screen) detail::collect(found, [&] { recipe.screen->check(path("screen")); });
  bool only_over_time = true;
  for (std::size_t s = 0; s < recipe.prepare.size(); ++s) {
    const std::string where = "prepare." + std::to_string(s);
    detail::collect(found, [&] { std::visit([&](const auto& m) { m.check(path(where)); }, recipe.prepare[s].what); });
    const auto* imputation = std::get_if<impute::method>(&recipe.prepare[s].what);
    const bool over_time = imputation != nullptr && impute::looks_at_periods(*imputation);
    if (over_time && !only_over_time)
      found.push_back({where,
                       std::string(imputation->name()) + " looks at other periods, but comes after a step that "
                                                         "looks at one table",
                       "put it before all other steps"});
    only_over_time = only_over_time && over_time;
    detail::check_codes(recipe.prepare[s].only, tree, where + ".only", found);
    detail::check_codes(recipe.prepare[s].except, tree, where + ".except", found);
  }
  detail::collect(found, [&] { recipe.missing.check(path("missing")); });
  if (recipe.rank_decimals && (*recipe.rank_decimals < 0 || *recipe.rank_decimals > 15))
    found.push_back({"rank_decimals", std::to_string(*recipe.rank_decimals) + " is outside [0, 15]", ""});
  if (found.empty()) detail::check_weights(recipe, found);
  if (found.empty()) detail::check_groups(recipe, found);
  return found;
}

QUINDEX_INLINE std::vector<issue> validate(const spec& recipe, const table& data) {
  std::vector<issue> found = validate(recipe);
  if (recipe.framework.is_empty()) return found;
  if (data.units().is_empty()) found.push_back({"units", "the table has no unit", "give it at least one row"});
  if (data.units().is_empty()) return found;
  const bool is_sound = found.empty();
  const bool columns_can_be_looked_at = std::none_of(found.begin(), found.end(), detail::is_about_columns);
  const std::size_t of_the_spec = found.size();
  for (const std::size_t node : recipe.framework.indicators()) {
    const std::string& code = recipe.framework.about(node).code;
    if (!data.indicators().has(code)) found.push_back(detail::without_column(code, data));
  }
  // a rule for units looks at all indicators
  if (!columns_can_be_looked_at || (recipe.screen && found.size() > of_the_spec)) return found;
  detail::collect(found, [&] {
    const table seen = recipe.screen ? select_units(data, recipe.framework, *recipe.screen).data : data;
    fitted_state state;
    state.recipe = recipe;
    detail::pipeline(state, seen, {}, true).collect_problems(found, is_sound);
  });
  return found;
}

QUINDEX_END
